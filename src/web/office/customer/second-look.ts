/**
 * A second look is asked for where a purpose has nothing to do with a customer now: whoever opens them or writes about them
 * then says why, in a few words, before anything is shown or kept. The reason is kept for the customer, who can read it.
 * Nothing is asked where work lies there, where the same member of staff said why within a month, or where they said so
 * within a year and the purpose has had something to do with the customer in that time.
 */
import { accessOfPurpose, type Policy, type Purpose } from '../../../policy/index.ts';
import {
  faultOfReason,
  type LookOf,
  type ReasonFault,
  reasonStands,
  recordLookReason,
} from '../../../records/index.ts';
import { seesCustomer, standingOf } from '../../../register/index.ts';
import type { WebParts } from '../../web-parts.ts';
import type { Desk } from '../desk.tsx';

const DAY = 86_400_000;
/** Days after which a purpose counts as not used lately, and a look as forgotten. */
const LATELY_DAYS = 365;
/** Days in which what has happened counts as work that lies there. */
const FRESH_DAYS = 30;
/** Days that a reason stands by itself. */
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

/** Whether a reason must be given before the customer is opened or written about. */
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
  const daysAgo = (days: number): Date => new Date(parts.now().getTime() - days * DAY);
  const since = { fresh: daysAgo(FRESH_DAYS), lately: daysAgo(LATELY_DAYS) };
  const standing = await parts.asPrincipal(staff, purpose.name, ({ register }) =>
    standingOf(register, policy, customerId, since),
  );
  // Of a customer whom the purpose does not see, no reason is asked: the page says that there is none.
  if (standing === null) return false;
  const said = (from: Date): Promise<boolean> =>
    parts.asPrincipal(RECORDER, PURPOSE, ({ records }) => reasonStands(records, look, from));
  const passes = standing.work || (await said(daysAgo(standing.lately ? LATELY_DAYS : REASON_DAYS)));
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
  const seen = await parts.asPrincipal(staff, purpose.name, ({ register }) =>
    seesCustomer(register, parts.policy, customerId),
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
