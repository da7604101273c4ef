/**
 * Who has looked at somebody, read by themselves: through the session of a purpose that shows one's own rows alone, and
 * without the list of whom else a look met.
 */
import { sql } from 'kysely';
import { literal } from '../compile/sql.ts';
import type { HoldingSession } from '../holdings/holding-session.ts';
import type { LoggedLook, LogPage } from './read-access-log.ts';

/** The looks of others at the session's person, newest first. */
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
    .orderBy('entry.entry_id', 'desc')
    .limit(limit);
  const rows = await session.read(before === undefined ? looks : looks.where('entry.entry_id', '<', before));
  // The tables are named by text, so the compiler knows no types; the columns are those of the migration.
  return rows as unknown as readonly LoggedLook[];
}

export interface OwnLooks {
  /** `YYYY-MM-DD` where the controller is. */
  readonly day: string;
  readonly times: number;
}

/**
 * How often the session's person looked themselves, by day, newest first.
 * @param days From one day on, and before another; null: without that bound.
 */
export async function countOwnLooks(
  session: HoldingSession,
  timeZone: string,
  days: { readonly from: string | null; readonly before: string | null },
): Promise<readonly OwnLooks[]> {
  const day = sql<string>`(entry.at at time zone ${sql.raw(literal(timeZone))})::date`;
  let looks = session.query
    .selectFrom('kept.access_log as entry')
    .select(({ fn }) => [sql<string>`${day}::text`.as('day'), fn.countAll<number>().as('times')])
    .where('entry.principal_id', '=', session.principal.id)
    .groupBy(sql`1`)
    .orderBy(sql`1`, 'desc');
  if (days.from !== null) looks = looks.where(day, '>=', days.from);
  if (days.before !== null) looks = looks.where(day, '<', days.before);
  return await session.count(looks);
}
