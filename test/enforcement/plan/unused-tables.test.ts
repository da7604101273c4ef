/** A table that the company does not use: nobody is granted anything of it, and a row in it is seen. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyPolicy, findDrift } from '../../../src/enforcement/index.ts';
import { inputFor } from '../../support/apply.ts';
import { policyFor } from '../../support/company.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { tryGrants } from '../../support/try-grants.ts';

const written = policyFor(['private-customers', 'orders', 'deliveries', 'invoices']);
const CUSTOMER = '00000000-0000-7000-8000-000000000001';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await applyPolicy(database.pool, inputFor(database, written));
});
afterAll(() => database.close());

const drifts = async (): Promise<string[]> =>
  (await findDrift(database.pool, written.policy, database.rolePrefix)).map(({ kind, place }) => `${kind} ${place}`);

test('no purpose may read or write a column of a table that is not in use, tried in SQL', async () => {
  const { policy } = written;
  const unused = Object.entries(policy.tables).filter(([, table]) => table.unused);
  const { tried, wrong } = await tryGrants(database, { ...policy, tables: Object.fromEntries(unused) });
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(500);
});

test('a row in a table that is not in use is drift, and an empty one is none', async () => {
  expect(await drifts()).toEqual([]);
  const { pool } = database;
  await pool.query(
    `insert into register.customer (customer_id, kind, legal_name, email, registered_at, registered_through, notice_version)
     values ($1, 'private', 'Prøve Person', 'person@example.no', now(), 'web', '2026-1')`,
    [CUSTOMER],
  );
  expect(await drifts()).toEqual([]);
  await pool.query(
    `insert into register.message (customer_id, message_id, direction, channel, at, extends_relationship, subject_line, body)
     values ($1, $1, 'in', 'web', now(), true, 'Hei', 'Hei')`,
    [CUSTOMER],
  );
  expect(await drifts()).toEqual(['unused-table-has-rows register.message']);
});
