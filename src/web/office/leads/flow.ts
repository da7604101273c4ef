/** What is done with leads across purposes: the noes of customers fetched before a wash, a lead who becomes a customer. */
import type { Principal } from '../../../enforcement/index.ts';
import { readNoes, recordNoticeShown, writeMail } from '../../../records/index.ts';
import {
  type Lead,
  type PersonDetails,
  type Reachable,
  readReachable,
  registerCustomer,
  removeLead,
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
 * Makes a lead a customer, told of the notice as they are asked on the telephone; the lead is then deleted.
 * @returns False where the address is a customer's already.
 */
export async function convertLead(
  parts: WebParts,
  desk: DeskWithPurpose,
  lead: Lead,
  person: PersonDetails,
): Promise<boolean> {
  const { policy, now, newId, baseUrl } = parts;
  const { language } = desk.frame;
  const customerId = newId();
  const at = now();
  const versionNumber = policy.controller.version.number;
  const isNew = await parts.asPrincipal(desk.staff, REGISTERS, ({ transaction }) =>
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
  if (isNew)
    await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) => removeLead(register, lead.leadId));
  return isNew;
}
