/** Dates pass at midnight: the rows are worked out once a day, and not at each start. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyPolicy, refreshRowsOfDay } from '../../../src/enforcement/index.ts';
import { inputFor } from '../../support/apply.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { addCustomer, addOrder } from '../../support/people.ts';
import { asRole } from '../../support/try-grants.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await applyPolicy(database.pool, inputFor(database));
});
afterAll(() => database.close());

const isSeen = (customer: string): Promise<boolean> =>
  asRole(database, 'accounting', async (pool) => {
    const found = await pool.query('select customer_id from register.sales_order where customer_id = $1', [customer]);
    return found.rowCount !== 0;
  });

test('rows are worked out once a day: at the first of two starts, and again when the day is another', async () => {
  const { policy } = inputFor(database);
  const yesterday = `update kept.setting set value = '"2026-01-01"' where name = 'rows-refreshed'`;
  await database.pool.query(yesterday);
  const both = await Promise.all([refreshRowsOfDay(database.pool, policy), refreshRowsOfDay(database.pool, policy)]);
  expect(both.toSorted()).toEqual([false, true]);
  const customer = await addCustomer(database.pool, '2015-03-01T10:00:00Z');
  await addOrder(database.pool, customer, '2016-03-01T10:00:00Z');
  expect(await refreshRowsOfDay(database.pool, policy)).toBe(false);
  expect(await isSeen(customer)).toBe(true);
  await database.pool.query(yesterday);
  expect(await refreshRowsOfDay(database.pool, policy)).toBe(true);
  expect(await isSeen(customer)).toBe(false);
});
