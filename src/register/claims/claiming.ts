/** A claim that comes in: its deadlines are computed from what was bought, never typed. */
import { dayAt } from '../../enforcement/index.ts';
import type { RegisterSession } from '../tables.ts';
import type { BoughtProduct } from './bought.ts';
import type { ClaimWants } from './model.ts';
import { answerDueOn, claimWindow, limitationOn } from './windows.ts';

export interface NewClaim {
  readonly customerId: string;
  readonly claimId: string;
  readonly buyer: 'private' | 'company';
  /** Null for a claim about something that is in no order. */
  readonly about: BoughtProduct | null;
  readonly receivedAt: Date;
  readonly through: 'web' | 'mail' | 'phone' | 'store';
  /** `YYYY-MM-DD`. */
  readonly discoveredOn: string;
  readonly description: string;
  readonly wants: ClaimWants | null;
}

export interface ReceivedClaim {
  readonly claimNumber: number;
  /** `YYYY-MM-DD`. */
  readonly answerDueOn: string;
}

/** The dates of a claim, as they are written with it. */
export function datesOf(claim: Pick<NewClaim, 'buyer' | 'about' | 'discoveredOn' | 'receivedAt'>, timeZone: string) {
  const { buyer, about, discoveredOn } = claim;
  const takenOverOn = about?.takenOverOn ?? null;
  const window =
    about === null ? null : claimWindow({ buyer, takenOverOn, discoveredOn, durability: about.durability });
  return {
    windowEndsOn: window?.endsOn ?? null,
    limitationOn: limitationOn({ takenOverOn, discoveredOn }),
    answerDueOn: answerDueOn(dayAt(claim.receivedAt, timeZone)),
  };
}

export async function receiveClaim(
  session: RegisterSession,
  claim: NewClaim,
  timeZone: string,
): Promise<ReceivedClaim> {
  const dates = datesOf(claim, timeZone);
  const rows = await session.write(
    session.query
      .insertInto('register.claim')
      .values({
        ...{ customer_id: claim.customerId, claim_id: claim.claimId, status: 'received' },
        ...{ about_order_id: claim.about?.orderId ?? null, about_line_number: claim.about?.lineNumber ?? null },
        ...{ received_at: claim.receivedAt, received_through: claim.through, discovered_on: claim.discoveredOn },
        ...{ description: claim.description, wants: claim.wants, window_ends_on: dates.windowEndsOn },
        ...{ answer_due_on: dates.answerDueOn, limitation_on: dates.limitationOn },
      })
      .returning(['customer_id', 'claim_number']),
  );
  const claimNumber = rows[0]?.claim_number;
  if (claimNumber === undefined) throw new Error('the database wrote a claim and gave no number back');
  return { claimNumber, answerDueOn: dates.answerDueOn };
}
