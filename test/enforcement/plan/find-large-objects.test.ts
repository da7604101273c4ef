/** Data that lies in no table is found, and so is the way by which it could get there. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyPolicy } from '../../../src/enforcement/index.ts';
import { findLargeObjects } from '../../../src/enforcement/plan/find-large-objects.ts';
import { inputFor } from '../../support/apply.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await applyPolicy(database.pool, inputFor(database));
});
afterAll(() => database.close());

const places = async (): Promise<string[]> => (await findLargeObjects(database.pool)).map(({ place }) => place);

test('a large object is named with its owner, and a function that makes one when everybody may run it', async () => {
  const { pool } = database;
  expect(await places()).toEqual([]);
  await pool.query(`select lo_from_bytea(4711, 'Prøve Person')`);
  const { rows } = await pool.query<{ owner: string }>('select current_user as owner');
  expect(await places()).toEqual([`pg_largeobject ${rows[0]?.owner}`]);
  await pool.query('select lo_unlink(4711)');
  await pool.query('grant execute on function lo_create(oid), pg_advisory_lock(bigint) to public');
  expect(await places()).toEqual(['public lo_create(oid)', 'public pg_advisory_lock(bigint)']);
});
