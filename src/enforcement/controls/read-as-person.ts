/**
 * Reads as the people themselves: signed in as the role of their own purpose, a few people of each table must see as many
 * rows as there are about them. What grants promise, a row policy or a wrong bit can still hide.
 */
import type { Policy, Table } from '../../policy/index.ts';
import type { Pool, PoolClient } from '../../postgres/index.ts';
import { isAbout, ownersOfRow } from '../compile/row-owner.ts';
import { ident, tableIdent } from '../compile/sql.ts';
import { lastDueDate, todaySql } from '../retention/due-date.ts';

/** People tried in each table. */
const PEOPLE_A_TABLE = 5;
/** Rows among which they are looked for. */
const ROWS_LOOKED_AT = 500;

export interface ReadAsPerson {
  /** Tables that show somebody less than there is, with how many rows are hidden. */
  readonly hidden: readonly string[];
  /** People tried, in all tables; null where the owner may not act as the role. */
  readonly tried: number | null;
}

/**
 * @param role The role of a purpose that shows people their own rows.
 * @param tables The tables of people that it reads.
 */
export async function readAsPerson(
  owner: Pool,
  policy: Policy,
  role: string,
  tables: readonly Table[],
): Promise<ReadAsPerson> {
  const client = await owner.connect();
  try {
    // One snapshot for both counts; everything is undone after it, the change of role too.
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ may: boolean }>(
      `select bool_or(pg_has_role(oid, 'set')) as may from pg_roles where rolname = $1`,
      [role],
    );
    if (rows[0]?.may !== true) return { hidden: [], tried: null };
    const hidden: string[] = [];
    let tried = 0;
    for (const table of tables) {
      const found = await tryTable(client, policy, role, table);
      tried += found.tried;
      if (found.hidden > 0) hidden.push(`${table.name}: ${found.hidden}`);
    }
    return { hidden, tried };
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function tryTable(client: PoolClient, policy: Policy, role: string, table: Table) {
  const { belongsTo } = table;
  const owners = belongsTo.kind === 'listed' ? `t.${ident(belongsTo.column)}` : arrayOf(ownersOfRow(belongsTo, 't'));
  const { rows: people } = await client.query<{ person: string }>(
    `select distinct person from (
       select unnest(${owners}) as person from ${tableIdent(table.name)} as t limit ${ROWS_LOOKED_AT}) as sample
      where person is not null limit ${PEOPLE_A_TABLE}`,
  );
  // Past its time a row is nobody's to see; it waits to be deleted.
  const inTime = `(${lastDueDate(policy, table, 't')} < ${todaySql(policy)}) is not true`;
  let hidden = 0;
  for (const { person } of people) {
    const there = await countRows(client, table, `where (${isAbout(belongsTo, 't', '$1::uuid')}) and ${inTime}`, [
      person,
    ]);
    await client.query(`select set_config('kept.person', $1, true)`, [person]);
    await client.query(`set local role ${ident(role)}`);
    const shown = await countRows(client, table, '', []);
    await client.query('reset role');
    hidden += Math.max(0, there - shown);
  }
  return { hidden, tried: people.length };
}

const arrayOf = (owners: readonly string[]): string => `array[${owners.join(', ')}]::uuid[]`;

async function countRows(client: PoolClient, table: Table, where: string, values: readonly string[]): Promise<number> {
  const { rows } = await client.query<{ rows: number }>(
    `select count(*) as rows from ${tableIdent(table.name)} as t ${where}`,
    [...values],
  );
  return rows[0]?.rows ?? 0;
}
