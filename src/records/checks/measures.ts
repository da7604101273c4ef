/**
 * That a security measure was looked at: by whom, on which day, what came of it. The newest day counts, beside the one that
 * the policy has; so nobody edits the policy to say that they have looked.
 */
import { dayAt, forbiddenNumberIn } from '../../enforcement/index.ts';
import type { Policy } from '../../policy/index.ts';
import type { RecordSession } from '../tables.ts';

export const LONGEST_CHECK_NOTE = 1_000;

export interface NewCheck {
  readonly checkId: string;
  /** As the policy names it. */
  readonly measure: string;
  /** `YYYY-MM-DD`. */
  readonly checkedOn: string;
  /** A staff_id. */
  readonly checkedBy: string;
  readonly note: string | null;
  readonly at: Date;
}

export type CheckRecorded = Omit<NewCheck, 'checkId' | 'at'>;

type CheckFault = 'measure-unknown' | 'day-ahead' | 'note-too-long' | 'note-forbidden';

/** What is wrong with it, by the field. */
export function faultsOfCheck(
  { security }: Policy,
  { measure, checkedOn, note }: Pick<NewCheck, 'measure' | 'checkedOn' | 'note'>,
  today: string,
): Readonly<Partial<Record<'measure' | 'day' | 'note', CheckFault>>> {
  return {
    ...(security.measures.some(({ name }) => name === measure) ? {} : { measure: 'measure-unknown' }),
    ...(checkedOn > today ? { day: 'day-ahead' } : {}),
    ...((note ?? '').length > LONGEST_CHECK_NOTE ? { note: 'note-too-long' } : {}),
    ...(forbiddenNumberIn(note ?? '') !== null ? { note: 'note-forbidden' } : {}),
  };
}

/** Records a check and its ledger entry in one commit. */
export async function recordCheck(session: RecordSession, check: NewCheck): Promise<void> {
  const { checkId, measure, checkedOn, checkedBy, note, at } = check;
  await session.transaction(async (inner) => {
    await inner.write(
      inner.query.insertInto('kept.measure_check').values({
        ...{ check_id: checkId, measure, checked_on: checkedOn, checked_by: checkedBy, note, recorded_at: at },
      }),
    );
    await inner.append({
      ...{ kind: 'measure-checked', personId: checkedBy },
      body: { measure, check_id: checkId, checked_on: checkedOn },
    });
  });
}

/** Newest first. */
export async function readChecks(session: RecordSession, limit: number): Promise<readonly CheckRecorded[]> {
  const rows = await session.read(
    session.query
      .selectFrom('kept.measure_check')
      .select(['measure', 'checked_on', 'checked_by', 'note'])
      .orderBy('checked_on', 'desc')
      .orderBy('recorded_at', 'desc')
      .limit(limit),
  );
  return rows.map((row) => ({
    ...{ measure: row.measure, checkedOn: row.checked_on, checkedBy: row.checked_by, note: row.note },
  }));
}

/** The day of the newest review of access that was signed; null when there is none. */
export async function readLastReview(session: RecordSession, policy: Policy): Promise<string | null> {
  const [review] = await session.read(
    session.query
      .selectFrom('kept.access_review')
      .select(['staff_id', 'review_id', 'signed_at'])
      .orderBy('signed_at', 'desc')
      .limit(1),
  );
  return review === undefined ? null : dayAt(review.signed_at, policy.controller.timeZone);
}
