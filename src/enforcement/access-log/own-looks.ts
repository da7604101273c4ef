/**
 * Who has looked at somebody, read by themselves: through the session of a purpose that shows one's own rows alone, and
 * without the list of whom else a look met.
 */
import { sql } from 'kysely';
import { literal } from '../compile/sql.ts';
import type { HoldingSession } from '../holdings/holding-session.ts';
import type { LoggedLook, LogPage } from './read-access-log.ts';

/** The looks of other people at the session's person, newest first; what the system does by itself is counted instead. */
export async function readOthersLooks(
  session: HoldingSession,
  { limit, before }: LogPage,
): Promise<readonly LoggedLook[]> {
  const looks = session.query
    .selectFrom('kept.access_log as entry')
    .innerJoin('kept.access_shape as shape', 'shape.shape_id', 'entry.shape_id')
    .select(['entry.at', 'entry.entry_id as entryId', 'shape.purpose', 'shape.action', 'shape.tables'])
    .select(['shape.categories', 'entry.principal_kind as principalKind', 'entry.principal_id as principalId'])
    .where('entry.principal_id', '<>', session.principal.id)
    .where('entry.principal_kind', '<>', 'system')
    .orderBy('entry.entry_id', 'desc')
    .limit(limit);
  const rows = await session.read(before === undefined ? looks : looks.where('entry.entry_id', '<', before));
  // The tables are named by text, so the compiler knows no types; the columns are those of the migration.
  return rows as unknown as readonly LoggedLook[];
}

/** Looks that are counted and not listed: the person's own, and those of the system, which no human being sees. */
export interface CountedLooks {
  /** `YYYY-MM-DD` where the controller is. */
  readonly day: string;
  readonly by: 'self' | 'system';
  readonly purpose: string;
  readonly times: number;
}

/**
 * How often the session's person looked themselves and the system did, by day and purpose, newest first.
 * @param days From one day on, and before another; null: without that bound.
 */
export async function countLooksByDay(
  session: HoldingSession,
  timeZone: string,
  days: { readonly from: string | null; readonly before: string | null },
): Promise<readonly CountedLooks[]> {
  const day = sql<string>`(entry.at at time zone ${sql.raw(literal(timeZone))})::date`;
  let looks = session.query
    .selectFrom('kept.access_log as entry')
    .innerJoin('kept.access_shape as shape', 'shape.shape_id', 'entry.shape_id')
    .select(({ fn }) => [
      sql<string>`${day}::text`.as('day'),
      'entry.principal_kind as kind',
      'shape.purpose',
      fn.countAll<number>().as('times'),
    ])
    .where((of) =>
      of.or([of('entry.principal_id', '=', session.principal.id), of('entry.principal_kind', '=', 'system')]),
    )
    .groupBy(sql`1, 2, 3`)
    .orderBy(sql`1`, 'desc')
    .orderBy(sql`4`, 'desc');
  if (days.from !== null) looks = looks.where(day, '>=', days.from);
  if (days.before !== null) looks = looks.where(day, '<', days.before);
  const rows = await session.count(looks);
  // The tables are named by text, so the compiler knows no types; the columns are those of the migration.
  return (rows as unknown as readonly (Omit<CountedLooks, 'by'> & { readonly kind: string })[]).map(
    ({ kind, ...row }) => ({ ...row, by: kind === 'system' ? 'system' : 'self' }),
  );
}
