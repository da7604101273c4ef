/** What is done with leads across purposes: the noes of customers fetched before a wash, a lead who becomes a customer. */
import type { Principal } from '../../../enforcement/index.ts';
import { readNoes, recordNoticeShown, writeMail } from '../../../records/index.ts';
import {
  type Lead,
  type PersonDetails,
  type Reachable,
  readReachable,
  registerCustomer,
  suppress,
} from '../../../register/index.ts';
import { addressOf } from '../../addresses.ts';
import { mailOf } from '../../mail.ts';
import type { WebParts } from '../../web-parts.ts';
import type { DeskWithPurpose } from '../only-purpose.ts';

/** Whoever washes a list does not see which customers have said no: the system looks, for the purpose that keeps their noes. */
const WASHER: Principal = { kind: 'system', id: 'lead-wash', roles: [] };
const KEEPS_NOES = 'privacy-administration';
export const REGISTERS = 'customer-administration';

/** Remembers every no of today's customers, as digests. */
export async function rememberNoes(parts: WebParts, { staff, purpose }: DeskWithPurpose, on: string): Promise<void> {
  const { policy, outside } = parts;
  if (policy.purposes[KEEPS_NOES] === undefined) return;
  const selling = Object.values(policy.purposes).filter(({ directMarketing }) => directMarketing);
  const people: readonly Reachable[] = await parts.asPrincipal(WASHER, KEEPS_NOES, async ({ records, register }) =>
    readReachable(
      register,
      await readNoes(
        records,
        selling.map(({ name }) => name),
      ),
    ),
  );
  await parts.asPrincipal(staff, purpose.name, ({ register }) => suppress(register, people, outside.digestOfNo, on));
}

/**
 * Makes a lead a customer, told of the notice as they are asked on the telephone. The customer keeps the id of the lead,
 * whom the database deletes in the same transaction: a crash leaves either, and nobody is converted twice.
 * @returns False where the address is a customer's already, or the lead is.
 */
export async function convertLead(
  parts: WebParts,
  desk: DeskWithPurpose,
  lead: Lead,
  person: PersonDetails,
): Promise<boolean> {
  const { policy, now, newId, baseUrl } = parts;
  const { language } = desk.frame;
  const customerId = lead.leadId;
  const at = now();
  const versionNumber = policy.controller.version.number;
  return await parts.asPrincipal(desk.staff, REGISTERS, ({ transaction }) =>
    transaction(async ({ register, records }) => {
      const when = { registeredAt: at, through: 'phone', noticeVersion: versionNumber, language } as const;
      if (!(await registerCustomer(register, { ...person, ...when, customerId }))) return false;
      const shown = { personId: customerId, shownId: newId(), versionNumber, shownAt: at, channel: 'phone' } as const;
      await recordNoticeShown(records, shown);
      const signIn = new URL(addressOf('signIn', language), baseUrl).href;
      await writeMail(
        records,
        mailOf(parts, language, 'registered', { signIn }, { personId: customerId, addressee: person.email }),
      );
      return true;
    }),
  );
}
