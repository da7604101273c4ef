/** Days of looking at people that were out of the ordinary, and what came of looking into them. */
import type { FindingKind } from '../../enforcement/index.ts';
import { forbiddenNumberIn } from '../../enforcement/index.ts';
import type { RecordSession } from '../tables.ts';

export const LONGEST_FINDING_NOTE = 1000;

export interface LookFinding {
  readonly findingId: string;
  readonly staffId: string;
  readonly kind: FindingKind;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly figure: number;
  readonly usual: number | null;
  readonly threshold: number;
  readonly lookedInto: { readonly at: Date; readonly by: string | null; readonly note: string } | null;
}

/** Those that nobody looked into first, each newest first. */
export async function readFindings(session: RecordSession, limit: number): Promise<readonly LookFinding[]> {
  const rows = await session.read(
    session.query
      .selectFrom('kept.look_finding')
      .select(['staff_id', 'finding_id', 'kind', 'day', 'figure', 'usual', 'threshold'])
      .select(['looked_into_at', 'looked_into_by', 'note'])
      .orderBy('looked_into_at', (order) => order.desc().nullsFirst())
      .orderBy('day', 'desc')
      .orderBy('finding_id')
      .limit(limit),
  );
  return rows.map((row) => ({
    ...{ findingId: row.finding_id, staffId: row.staff_id, kind: row.kind, day: row.day },
    ...{ figure: row.figure, usual: row.usual === null ? null : Number(row.usual), threshold: row.threshold },
    lookedInto:
      row.looked_into_at === null ? null : { at: row.looked_into_at, by: row.looked_into_by, note: row.note ?? '' },
  }));
}

/** Findings that nobody has looked into. */
export async function countOpenFindings(session: RecordSession): Promise<number> {
  const [row] = await session.count(
    session.query
      .selectFrom('kept.look_finding')
      .select(({ fn }) => fn.countAll<number>().as('open'))
      .where('looked_into_at', 'is', null),
  );
  return Number(row?.open ?? 0);
}

/** Whether a note says something, within bounds, and holds no number that may not be kept. */
export function isFindingNote(typed: string): boolean {
  const note = typed.trim();
  return note.length > 0 && note.length <= LONGEST_FINDING_NOTE && forbiddenNumberIn(note) === null;
}

/** @returns Whether it was open until now. */
export async function markLookedInto(
  session: RecordSession,
  findingId: string,
  { by, at, note }: { readonly by: string; readonly at: Date; readonly note: string },
): Promise<boolean> {
  const rows = await session.write(
    session.query
      .updateTable('kept.look_finding')
      .set({ looked_into_at: at, looked_into_by: by, note: note.trim() })
      .where('finding_id', '=', findingId)
      .where('looked_into_at', 'is', null)
      .returning('staff_id'),
  );
  return rows.length > 0;
}
