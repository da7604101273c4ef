/**
 * The bits of every row, worked out anew. Choices are written onto the rows as they are made, and dates pass at midnight,
 * so once a day is enough: at ten million orders it takes minutes, which nobody should wait for at every start.
 */
import type { Policy } from '../../policy/index.ts';
import { inTransaction, type Pool, type PoolClient } from '../../postgres/index.ts';
import { todaySql } from '../retention/due-date.ts';

const SETTING = 'rows-refreshed';

/** Works all rows out, whatever was done before (the daily work: it mends what a hand has written), and notes the day (the controller's, as the dates themselves are compared). */
export async function refreshRows(client: PoolClient, policy: Policy): Promise<void> {
  // The day first: what passes while this runs past midnight is for the next day's run.
  const { rows } = await client.query<{ today: string }>(`select ${todaySql(policy)}::text as today`);
  await client.query('select kept.refresh_all_rows()');
  await client.query(
    `insert into kept.setting (name, value) values ($1, to_jsonb($2::text))
     on conflict (name) do update set value = excluded.value`,
    [SETTING, rows[0]?.today],
  );
}

/**
 * The same, unless it was done today. Of two programs at once the second waits, and then has nothing left to do.
 * @returns Whether it was due.
 */
export async function refreshRowsOfDay(owner: Pool, policy: Policy): Promise<boolean> {
  return inTransaction(owner, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtextextended('kept rows of the day', 0))`);
    const { rows } = await client.query(
      `select from kept.setting where name = $1 and value #>> '{}' = ${todaySql(policy)}::text`,
      [SETTING],
    );
    if (rows.length > 0) return false;
    await refreshRows(client, policy);
    return true;
  });
}
