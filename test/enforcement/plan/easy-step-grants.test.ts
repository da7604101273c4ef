/** The policy of Easy Step in force: what each purpose may do with each column of the whole register, tried in SQL. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tryGrants } from '../../support/try-grants.ts';
import { type EasyStep, openEasyStep } from '../controls/easy-step.ts';

let easyStep: EasyStep;
beforeAll(async () => {
  easyStep = await openEasyStep();
});
afterAll(() => easyStep.database.close());

test('for every purpose, table and column, Postgres grants what the policy says and nothing else', async () => {
  const { policy } = easyStep.system;
  const { tried, wrong } = await tryGrants(easyStep.database, policy);
  expect(wrong).toEqual([]);
  const columns = Object.values(policy.tables).flatMap(({ columns: all }) => Object.keys(all)).length;
  expect(tried).toBeGreaterThan(Object.keys(policy.purposes).length * columns * 3);
});

test('a grant beside the policy is found by trying', async () => {
  const { database, system } = easyStep;
  await database.pool.query(`grant select (phone) on register.customer to ${database.rolePrefix}_accounting`);
  const { wrong } = await tryGrants(database, system.policy);
  expect(wrong).toEqual(['accounting may read register.customer.phone']);
});
