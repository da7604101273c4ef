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

/**
 * Every purpose × table × column × privilege where Postgres and the policy disagree.
 * @returns Lines as `marketing may read register.customer.phone, and should not`; and how many were tried.
 */
export async function tryGrants(database: TestDatabase, policy: Policy): Promise<{ tried: number; wrong: string[] }> {
  const wrong: string[] = [];
  let tried = 0;
  for (const purpose of Object.keys(policy.purposes)) {
    await asRole(database, purpose, async (pool) => {
      const access = new Map(accessOfPurpose(policy, purpose).map((one) => [one.table, one]));
      for (const table of Object.values(policy.tables)) {
        const columns = [...Object.keys(table.columns), ...(isGated(table) ? ['permits'] : [])];
        for (const column of columns) {
          for (const privilege of ['read', 'insert', 'update'] as const) {
            const asked = access.get(table.name)?.[privilege].includes(column) ?? false;
            const can = await allowed(pool, STATEMENTS[privilege](table.name, `"${column}"`));
            tried += 1;
            if (can !== asked) wrong.push(`${purpose} may${can ? '' : ' not'} ${privilege} ${table.name}.${column}`);
          }
        }
        const removes = access.get(table.name)?.delete ?? false;
        const can = await allowed(pool, `delete from ${table.name} where false`);
        if (can !== removes) wrong.push(`${purpose} may${can ? '' : ' not'} delete from ${table.name}`);
      }
    });
  }
  return { tried, wrong };
}

async function allowed(pool: Pool, sql: string): Promise<boolean> {
  try {
    await pool.query(sql);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === DENIED) return false;
    throw error;
  }
}
