/** `migrations/schema.sql` is the schema that the migrations make: `npm run schema:dump` writes it through this test. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dumpSchema, openPool, type Pool } from '../../src/postgres/index.ts';
import { createTestDatabase, type TestDatabase, withDatabase } from '../support/database.ts';

const FILE = resolve(import.meta.dirname, '../../migrations/schema.sql');

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function withEmptyDatabase<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
  const name = `${database.rolePrefix}_empty`;
  await database.pool.query(`create database ${name} template template0`);
  const pool = openPool({ ...database.settings, database: name }, { max: 1, applicationName: 'kept test' });
  try {
    return await work(pool);
  } finally {
    await pool.end();
    await database.pool.query(`drop database ${name}`);
  }
}

test('a migration that changes the schema changes the dump: write it with npm run schema:dump', async () => {
  expect(existsSync(FILE), 'migrations/schema.sql is there').toBe(true);
  await expect(await dumpSchema(database.pool)).toMatchFileSnapshot(FILE);
});

test('the dump is whole: run in an empty database it gives itself', async () => {
  const dump = await dumpSchema(database.pool);
  const again = await withEmptyDatabase(async (pool) => {
    await pool.query(dump);
    return dumpSchema(pool);
  });
  expect(again).toBe(dump);
});

/** Each is a change that a reviewer must see. */
const CHANGES = [
  ['a column', 'alter table register.message add column mood text'],
  ['a default', `alter table register.customer alter column country set default 'SE'`],
  ['nullability', 'alter table register.delivery alter column carrier set not null'],
  ['a constraint', 'alter table register.payment drop constraint payment_amount_ore_check'],
  ['an index', 'drop index register.customer_email'],
  [
    'a function’s body',
    `create or replace function kept.lock_person(person uuid) returns void language sql as 'select null::void'`,
  ],
  ['a trigger’s state', 'alter table kept.ledger_entry disable trigger only_grows'],
  ['row security', 'alter table register.message enable row level security'],
  ['who may run a function', 'grant execute on function kept.refresh_permits(uuid) to public'],
] as const;

test.each(CHANGES)('%s is in the dump', async (_what, change) => {
  await withDatabase(async ({ pool }) => {
    const before = await dumpSchema(pool);
    await pool.query(change);
    expect(await dumpSchema(pool)).not.toBe(before);
  });
});

test('an object of a kind the dump does not know is refused, not left out', async () => {
  await database.pool.query(`create type kept.mood as enum ('good')`);
  await expect(dumpSchema(database.pool)).rejects.toThrow('type mood');
  await database.pool.query('drop type kept.mood');
});
