/**
 * What the access log held of a day, put into the ledger when the day is over, so that entries that are taken out or
 * changed afterwards are seen. Whose data it was is left out: erasing somebody takes them out of the entries.
 */
import type { Pool } from '../../postgres/index.ts';
import { inTransaction } from '../../postgres/index.ts';
import { literal } from '../compile/sql.ts';
import { appendAct, type Queryable } from '../ledger/store.ts';

export const SEALED = 'access-log-sealed';

export interface DayOfLog {
  readonly entries: number;
  /** A digest of everything but whose data it was; the order of the entries does not matter. */
  readonly sum: string;
}

/** @param day `YYYY-MM-DD`, of UTC like the months of the log. */
export async function dayOfLog(client: Queryable, day: string): Promise<DayOfLog> {
  const { rows } = await client.query<{ entries: number; sum: string }>(
    `select count(*)::int as entries, encode(sha256(convert_to(coalesce(sum(hashtextextended(concat_ws('|', entry_id,
              extract(epoch from at), shape_id, principal_kind, principal_id), 0)::numeric), 0)::text, 'UTF8')), 'hex') as sum
       from kept.access_log
      where at >= ${literal(day)}::timestamp at time zone 'UTC' and at < (${literal(day)}::date + 1)::timestamp at time zone 'UTC'`,
  );
  return rows[0] ?? { entries: 0, sum: '' };
}

/** Seals yesterday, once. @returns Whether it was sealed now. */
export async function sealYesterday(owner: Pool, now: Date): Promise<boolean> {
  const day = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10);
  return await inTransaction(owner, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtextextended('kept access log sealed', 0))`);
    if ((await sealsSince(client, day)).has(day)) return false;
    const { entries, sum } = await dayOfLog(client, day);
    await appendAct(client, { kind: SEALED, personId: null, body: { day, entries, sum } }, now);
    return true;
  });
}

/** The seals of a day and of those after it, by day. */
export async function sealsSince(client: Queryable, day: string): Promise<ReadonlyMap<string, DayOfLog>> {
  const { rows } = await client.query<{ day: string; entries: number; sum: string }>(
    `select body ->> 'day' as day, (body ->> 'entries')::int as entries, body ->> 'sum' as sum
       from (select convert_from(leaf, 'UTF8')::jsonb -> 'body' as body from kept.ledger_entry
              where kind = '${SEALED}' and at >= ${literal(day)}::timestamp at time zone 'UTC') as sealed
      where body ->> 'day' >= ${literal(day)}`,
  );
  return new Map(rows.map(({ day: sealed, entries, sum }) => [sealed, { entries, sum }]));
}
