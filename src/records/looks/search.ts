/**
 * The access log for whoever looks after privacy: who looked at whom, for which purpose and when. The entries come with
 * everybody they list, so that the look into the log is on record for each of them too.
 */
import { sql } from 'kysely';
import type { AccessShape, Principal } from '../../enforcement/index.ts';
import type { RecordSession } from '../tables.ts';

export interface LogFilter {
  /** Days where the company is, `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly until: string;
  readonly timeZone: string;
  readonly personId: string | null;
  readonly staffId: string | null;
  readonly purpose: string | null;
  readonly action: AccessShape['action'] | null;
  /** What programs do by themselves is left out unless it is asked for. */
  readonly withSystem: boolean;
}

export interface LogEntry {
  readonly entryId: number;
  readonly at: Date;
  readonly by: Principal['kind'];
  readonly byId: string;
  readonly purpose: string;
  readonly action: AccessShape['action'];
  readonly categories: readonly string[];
  readonly people: readonly string[];
}

export interface LogFound {
  readonly entries: readonly LogEntry[];
  /** The number to go on before; null on the last page. */
  readonly next: number | null;
}

/** @param place Entries before this number; null from the newest on. */
export async function searchLog(
  session: RecordSession,
  filter: LogFilter,
  { limit, place }: { readonly limit: number; readonly place: number | null },
): Promise<LogFound> {
  const { from, until, timeZone, personId, staffId, purpose, action, withSystem } = filter;
  let query = session.query
    .selectFrom('kept.access_log as entry')
    .innerJoin('kept.access_shape as shape', 'shape.shape_id', 'entry.shape_id')
    .select(['entry.entry_id', 'entry.at', 'entry.principal_kind', 'entry.principal_id', 'entry.data_subjects'])
    .select(['shape.purpose', 'shape.action', 'shape.categories'])
    .where(sql<boolean>`entry.at >= ${from}::date::timestamp at time zone ${timeZone}`)
    .where(sql<boolean>`entry.at < (${until}::date + 1)::timestamp at time zone ${timeZone}`);
  if (personId !== null) query = query.where('entry.data_subjects', '@>', sql<string[]>`array[${personId}::uuid]`);
  if (staffId !== null) query = query.where('entry.principal_id', '=', staffId);
  if (staffId !== null || !withSystem) query = query.where('entry.principal_kind', '<>', 'system');
  if (purpose !== null) query = query.where('shape.purpose', '=', purpose);
  if (action !== null) query = query.where('shape.action', '=', action);
  if (place !== null) query = query.where('entry.entry_id', '<', place);
  const rows = await session.read(query.orderBy('entry.entry_id', 'desc').limit(limit + 1));
  const entries = rows.slice(0, limit).map((row) => ({
    ...{ entryId: Number(row.entry_id), at: row.at, by: row.principal_kind, byId: row.principal_id },
    ...{ purpose: row.purpose, action: row.action, categories: row.categories, people: row.data_subjects },
  }));
  return { entries, next: rows.length > limit ? (entries.at(-1)?.entryId ?? null) : null };
}

/** Everybody who works or worked here, by their key. */
export async function staffByKey(session: RecordSession): Promise<ReadonlyMap<string, string>> {
  const rows = await session.read(session.query.selectFrom('kept.staff').select(['staff_id', 'name']).orderBy('name'));
  return new Map(rows.map(({ staff_id: id, name }) => [id, name]));
}
