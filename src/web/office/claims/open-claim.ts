/** A claim opened: whose it is, what was bought, how it stands by law, and what was written. */
import { dayAt } from '../../../enforcement/index.ts';
import {
  type BoughtProduct,
  type Claim,
  type ClaimLetter,
  type ClaimWindow,
  claimWindow,
  readBought,
  readClaim,
  readClaimLetters,
  type Timeliness,
  timelinessOf,
} from '../../../register/index.ts';
import type { Sessions } from '../../web-parts.ts';

export interface ClaimCustomer {
  readonly customer_id: string;
  readonly legal_name: string;
  readonly kind: 'private' | 'company';
  readonly email: string;
  readonly preferred_language: 'nb' | 'en';
}

export interface OpenedClaim {
  readonly claim: Claim;
  readonly customer: ClaimCustomer;
  /** Null for what is in no order, or in one that is no longer kept. */
  readonly about: BoughtProduct | null;
  /** Of the order that it is about as a whole; null where it is about a line, or about nothing bought. */
  readonly orderNumber: number | null;
  readonly window: ClaimWindow | null;
  readonly timeliness: Timeliness | null;
  readonly letters: readonly ClaimLetter[];
}

export async function readClaimCustomer(
  { register }: Pick<Sessions, 'register'>,
  customerId: string,
): Promise<ClaimCustomer | null> {
  const [row] = await register.read(
    register.query
      .selectFrom('register.customer')
      .select(['customer_id', 'legal_name', 'kind', 'email', 'preferred_language'])
      .where('customer_id', '=', customerId),
  );
  return row ?? null;
}

/** Null when the purpose sees no such claim. */
export async function openClaim(
  sessions: Pick<Sessions, 'register'>,
  customerId: string,
  claimId: string,
  timeZone: string,
): Promise<OpenedClaim | null> {
  const { register } = sessions;
  const claim = await readClaim(register, customerId, claimId);
  const customer = claim === null ? null : await readClaimCustomer(sessions, customerId);
  if (claim === null || customer === null) return null;
  const bought = await readBought(register, customerId, timeZone);
  const about =
    bought.find((one) => one.orderId === claim.about_order_id && one.lineNumber === claim.about_line_number) ?? null;
  const [whole] = about === null ? bought.filter(({ orderId }) => orderId === claim.about_order_id) : [];
  const receivedOn = dayAt(claim.received_at, timeZone);
  const window =
    about === null
      ? null
      : claimWindow({
          ...{ buyer: customer.kind, durability: about.durability, takenOverOn: about.takenOverOn },
          discoveredOn: claim.discovered_on ?? receivedOn,
        });
  const timeliness = window === null ? null : timelinessOf(window, receivedOn);
  const letters = await readClaimLetters(register, { customerId, claimId });
  return { claim, customer, about, orderNumber: whole?.orderNumber ?? null, window, timeliness, letters };
}
