/**
 * Why a member of staff opened a person whom they do not usually work with. The reason is kept for the person, who can
 * read it, and for whoever answers for the log. It is recorded by the system under the purpose `security`, so that no
 * purpose of the office reads the reasons of another.
 */
import { forbiddenNumberIn } from '../../enforcement/index.ts';
import type { RecordSession } from '../tables.ts';

export const SHORTEST_REASON = 5;
export const LONGEST_REASON = 500;

export interface NewLookReason {
  readonly reasonId: string;
  readonly staffId: string;
  readonly personId: string;
  /** The purpose that the person is opened for. */
  readonly purpose: string;
  readonly reason: string;
  readonly at: Date;
}

/** Whom is looked at, by whom and for what. */
export type LookOf = Pick<NewLookReason, 'staffId' | 'personId' | 'purpose'>;

export type ReasonFault = 'too-short' | 'too-long' | 'card-number' | 'identity-number';

/** What is wrong with a reason as it was typed; null when it can be recorded. */
export function faultOfReason(typed: string): ReasonFault | null {
  const reason = typed.trim();
  if (reason.length < SHORTEST_REASON) return 'too-short';
  if (reason.length > LONGEST_REASON) return 'too-long';
  return forbiddenNumberIn(reason);
}

/** @throws Error when `faultOfReason` finds a fault: the page asks first. */
export async function recordLookReason(session: RecordSession, given: NewLookReason): Promise<void> {
  const fault = faultOfReason(given.reason);
  if (fault !== null) throw new Error(`a reason that cannot be recorded: ${fault}`);
  await session.write(
    session.query.insertInto('kept.look_reason').values({
      ...{ person_id: given.personId, reason_id: given.reasonId, staff_id: given.staffId },
      ...{ purpose: given.purpose, reason: given.reason.trim(), at: given.at },
    }),
  );
}

/** Whether the same member of staff said why they look at this person for this purpose, no longer ago than `since`. */
export async function reasonStands(
  session: RecordSession,
  { staffId, personId, purpose }: LookOf,
  since: Date,
): Promise<boolean> {
  const rows = await session.read(
    session.query
      .selectFrom('kept.look_reason')
      .select(['person_id', 'staff_id', 'at'])
      .where('staff_id', '=', staffId)
      .where('person_id', '=', personId)
      .where('purpose', '=', purpose)
      .where('at', '>=', since)
      .limit(1),
  );
  return rows.length > 0;
}
