/** Until when a row is kept, as told to staff: for the rows that permit their purpose, and for no others. */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passwordOfRole, roleOfPurpose } from '../../../src/enforcement/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../../support/easy-step-web.ts';
import { addCustomer, giveConsent } from '../../support/people.ts';

let web: EasyStepWeb;
let consented: string;
let silent: string;
beforeAll(async () => {
  web = await openEasyStepWeb();
  consented = await addCustomer(web.database.pool);
  silent = await addCustomer(web.database.pool);
  await giveConsent(web.database.pool, consented);
});
afterAll(() => web.close());

async function datesAs(purpose: string, customer: string, before = 'select 1'): Promise<unknown> {
  const { settings, rolePrefix, secret } = web.database;
  const role = roleOfPurpose(rolePrefix, purpose);
  const client = new pg.Client({ ...settings, user: role, password: passwordOfRole(secret, role) });
  await client.connect();
  try {
    await client.query(before);
    const asked = 'select kept.due_dates_register_customer(array[$1])::text[] as dates';
    return (await client.query<{ dates: unknown }>(asked, [customer])).rows[0]?.dates ?? null;
  } finally {
    await client.end();
  }
}

test('a purpose of staff is told the dates of a customer whom it sees', async () => {
  for (const purpose of ['customer-administration', 'marketing', 'delivery']) {
    expect(await datesAs(purpose, consented)).toContain('2028-10-01');
  }
});

test('of a customer whom it does not see it is told nothing, also when it says that it is the customer', async () => {
  expect(await datesAs('marketing', silent)).toBeNull();
  expect(await datesAs('marketing', silent, `select set_config('kept.person', '${silent}', false)`)).toBeNull();
  expect(await datesAs('customer-administration', silent)).not.toBeNull();
});

test('a purpose that reads no customers cannot ask', async () => {
  await expect(datesAs('statistics', consented)).rejects.toThrow(/permission denied/);
});
