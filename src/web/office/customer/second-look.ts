/**
 * A second look is asked for where a purpose has not been used for a customer lately: who opens them then says why, in a
 * few words, before anything is shown. The reason is kept for the customer, who can read it. Nothing is asked where the
 * purpose has had something to do with the customer within a year, or where a reason was given within a month.
 */
import { accessOfPurpose, type Policy, type Purpose } from '../../../policy/index.ts';
import {
  faultOfReason,
  type LookOf,
  type ReasonFault,
  reasonStands,
  recordLookReason,
} from '../../../records/index.ts';
import { usedLately } from '../../../register/index.ts';
import type { WebParts } from '../../web-parts.ts';
import type { Desk } from '../desk.tsx';

const DAY = 86_400_000;
/** Days after which a purpose counts as not used lately. */
const LATELY_DAYS = 365;
/** Days that a reason stands. */
const REASON_DAYS = 30;

/** The reasons of all purposes are written by the system, so that no purpose reads those of another. */
const RECORDER = { kind: 'system', id: 'second-look', roles: [] } as const;
const PURPOSE = 'security';
const TABLE = 'kept.look_reason';

/** A company whose policy keeps no reasons asks for none. */
function keepsReasons(policy: Policy): boolean {
  const purpose = policy.purposes[PURPOSE];
  if (purpose === undefined || !purpose.openTo.includes('system')) return false;
  return accessOfPurpose(policy, PURPOSE).some(
    ({ table, insert, read }) => table === TABLE && insert.length * read.length > 0,
  );
}

/** Whether a reason must be given before the customer is opened. */
export async function asksWhy(
  parts: WebParts,
  { staff }: Pick<Desk, 'staff'>,
  purpose: Purpose,
  customerId: string,
): Promise<boolean> {
  const { policy, lookPasses } = parts;
  if (!keepsReasons(policy)) return false;
  const look = { staffId: staff.id, personId: customerId, purpose: purpose.name };
  if (lookPasses.holds(look)) return false;
  const now = parts.now().getTime();
  const { seen, lately } = await parts.asPrincipal(staff, purpose.name, ({ register }) =>
    usedLately(register, policy, customerId, new Date(now - LATELY_DAYS * DAY)),
  );
  // Of a customer whom the purpose does not see, no reason is asked: the page says that there is none.
  if (!seen) return false;
  const since = new Date(now - REASON_DAYS * DAY);
  const passes =
    lately || (await parts.asPrincipal(RECORDER, PURPOSE, ({ records }) => reasonStands(records, look, since)));
  if (passes) lookPasses.give(look);
  return !passes;
}

/** Records why; a fault where the text cannot be recorded, and then nothing is. */
export async function sayWhy(
  parts: WebParts,
  { staff }: Pick<Desk, 'staff'>,
  purpose: Purpose,
  customerId: string,
  reason: string,
): Promise<ReasonFault | null> {
  const fault = faultOfReason(reason);
  if (fault !== null) return fault;
  const look = { staffId: staff.id, personId: customerId, purpose: purpose.name };
  const { seen } = await parts.asPrincipal(staff, purpose.name, ({ register }) =>
    usedLately(register, parts.policy, customerId, parts.now()),
  );
  if (!seen) return null;
  await parts.asPrincipal(RECORDER, PURPOSE, ({ records }) =>
    recordLookReason(records, { ...look, reasonId: parts.newId(), reason, at: parts.now() }),
  );
  parts.lookPasses.give(look);
  return null;
}

/** Who was let through a moment ago, so that going to and fro costs nothing. In the process's memory. */
export interface LookPasses {
  holds(look: LookOf): boolean;
  give(look: LookOf): void;
}

const PASS_MINUTES = 15;
/** Passes remembered at most; the oldest go first. */
const MOST_PASSES = 5_000;

export function createLookPasses(now: () => Date): LookPasses {
  const passes = new Map<string, number>();
  const keyOf = ({ staffId, personId, purpose }: LookOf): string => `${staffId} ${personId} ${purpose}`;
  return {
    holds: (look) => (passes.get(keyOf(look)) ?? 0) > now().getTime(),
    give(look) {
      passes.delete(keyOf(look));
      passes.set(keyOf(look), now().getTime() + PASS_MINUTES * 60_000);
      for (const oldest of passes.keys()) {
        if (passes.size <= MOST_PASSES) break;
        passes.delete(oldest);
      }
    },
  };
}
