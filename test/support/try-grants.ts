/** Tries every grant in SQL as the role it is for: what the catalogue says is one thing, what Postgres does another. */

import { isGated, passwordOfRole, roleOfPurpose } from '../../src/enforcement/index.ts';
import { accessOfPurpose, type Policy } from '../../src/policy/index.ts';
import { openPool, type Pool, settingsForRole } from '../../src/postgres/index.ts';
import type { TestDatabase } from './database.ts';

const DENIED = '42501';

/** A pool that is signed in as the role of a purpose. */
export function poolOf(database: TestDatabase, purpose: string): Pool {
  const role = roleOfPurpose(database.rolePrefix, purpose);
  const settings = settingsForRole(database.settings, role, passwordOfRole(database.secret, role));
  return openPool(settings, { max: 1, applicationName: `test ${purpose}` });
}

/** Runs `work` as the role of a purpose. */
export async function asRole<T>(database: TestDatabase, purpose: string, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = poolOf(database, purpose);
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** Statements that touch no row, one for each privilege. */
const STATEMENTS = {
  read: (table: string, column: string) => `select ${column} from ${table} limit 0`,
  insert: (table: string, column: string) =>
    `insert into ${table} (${column}) overriding system value select null where false`,
  update: (table: string, column: string) => `update ${table} set ${column} = default where false`,
} as const;

/** One statement to try, and whether the policy lets it through. */
interface Tried {
  readonly sql: string;
  readonly asked: boolean;
  /** What comes after "may" or "may not". */
  readonly what: string;
}

/**
 * Every purpose × table × column × privilege where Postgres and the policy disagree.
 * @returns Lines as `marketing may read register.customer.phone, and should not`; and how many were tried.
 */
export async function tryGrants(database: TestDatabase, policy: Policy): Promise<{ tried: number; wrong: string[] }> {
  const wrong: string[] = [];
  let tried = 0;
  for (const purpose of Object.keys(policy.purposes)) {
    const statements = statementsFor(policy, purpose);
    const can = await asRole(database, purpose, (pool) => allowedOf(pool, statements));
    tried += statements.length;
    for (const [at, { asked, what }] of statements.entries()) {
      if (can[at] !== asked) wrong.push(`${purpose} may${can[at] ? '' : ' not'} ${what}`);
    }
  }
  return { tried, wrong };
}

function statementsFor(policy: Policy, purpose: string): readonly Tried[] {
  const access = new Map(accessOfPurpose(policy, purpose).map((one) => [one.table, one]));
  return Object.values(policy.tables).flatMap((table) => {
    const may = access.get(table.name);
    const columns = [...Object.keys(table.columns), ...(isGated(table) ? ['permits'] : [])];
    const each = columns.flatMap((column) =>
      (['read', 'insert', 'update'] as const).map((privilege) => ({
        sql: STATEMENTS[privilege](table.name, `"${column}"`),
        asked: may?.[privilege].includes(column) ?? false,
        what: `${privilege} ${table.name}.${column}`,
      })),
    );
    const removes = { sql: `delete from ${table.name} where false`, asked: may?.delete ?? false };
    return [...each, { ...removes, what: `delete from ${table.name}` }];
  });
}

/**
 * Whether each goes through, tried in one block, where every statement is a subtransaction of its own: tens of thousands
 * of round trips would take minutes. Any error but a refusal ends the block and fails the test.
 */
async function allowedOf(pool: Pool, statements: readonly Tried[]): Promise<readonly boolean[]> {
  const list = JSON.stringify(statements.map(({ sql }) => sql));
  const client = await pool.connect();
  try {
    await client.query(`do $try$
declare
  one text;
  found text := '';
begin
  for one in select value from jsonb_array_elements_text($list$${list}$list$::jsonb) loop
    begin
      execute one;
      found := found || 't';
    exception when sqlstate '${DENIED}' then
      found := found || 'f';
    end;
  end loop;
  perform set_config('kept_test.found', found, false);
end $try$`);
    const { rows } = await client.query<{ found: string }>(`select current_setting('kept_test.found') as found`);
    return [...(rows[0]?.found ?? '')].map((letter) => letter === 't');
  } finally {
    client.release();
  }
}
