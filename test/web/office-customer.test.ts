/** A customer opened for a purpose shows what the purpose reads, all of it, and not one value more. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessOfPurpose, type Policy, type Purpose } from '../../src/policy/index.ts';
import { purposeView } from '../../src/register/index.ts';
import { CANARIES, plantCanaries } from '../support/canaries.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff, logOf, type StaffBrowser } from '../support/office.ts';
import { addOrder } from '../support/people.ts';
import { addStaff, signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let policy: Policy;
let customer: string;
/** Purposes of staff that open customers. */
let opening: readonly Purpose[];

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  policy = web.policy;
  customer = await plantCanaries(web.database.pool, policy);
  opening = Object.values(policy.purposes).filter(
    ({ name, roles }) => roles.length > 0 && purposeView(policy, name).customer !== null,
  );
});
afterAll(() => web.close());

const as = (purpose: Purpose): StaffBrowser => asStaff(web, purpose.roles[0] ?? '');
const open = (purpose: Purpose) => as(purpose).get(`/kontor/kunder/${customer}?purpose=${purpose.name}`);

const reads = (purpose: Purpose, table: string, column: string): boolean =>
  accessOfPurpose(policy, purpose.name).some((access) => access.table === table && access.read.includes(column));

test('a canary is planted in every category that some purpose of staff shows of customers', () => {
  const planted = new Set(CANARIES.map(({ table, column }) => policy.tables[table]?.columns[column]?.category));
  const held = purposeView(policy, 'nothing').leftOut;
  const shown = held.filter((category) =>
    opening.some(({ name }) => !purposeView(policy, name).leftOut.includes(category)),
  );
  expect(shown.filter((category) => !planted.has(category))).toEqual([]);
  expect(shown.length).toBeGreaterThan(12);
});

test('for every purpose and every category, a value is on the page exactly when the purpose reads its column', async () => {
  expect(opening.length).toBeGreaterThan(10);
  for (const purpose of opening) {
    const { status, html } = await open(purpose);
    expect(status, purpose.name).toBe(200);
    for (const { table, column, shown } of CANARIES) {
      const where = `${purpose.name}: ${table}.${column}`;
      expect([where, html.includes(shown)]).toEqual([where, reads(purpose, table, column)]);
    }
  }
});

test('a category that the purpose does not use is said to be left out, and one that it uses is not', async () => {
  for (const purpose of opening) {
    const { html } = await open(purpose);
    const after = html.slice(html.indexOf('id="left-out"'));
    const told = [...after.matchAll(/reglene\/kategorier\?purpose=[a-z-]+#([a-z-]+)"/g)].map(([, name]) => name);
    expect(told).toEqual([...purposeView(policy, purpose.name).leftOut]);
    expect(told.filter((name) => purpose.uses.includes(name ?? ''))).toEqual([]);
  }
});

test('opening is logged for the purpose, with the customer and only with categories that it uses', async () => {
  const before = (await logOf(web)).length;
  for (const purpose of opening) await open(purpose);
  const entries = (await logOf(web)).slice(before);
  for (const purpose of opening) {
    const own = entries.filter((entry) => entry.purpose === purpose.name);
    expect(own.flatMap((entry) => entry.data_subjects)).toContain(customer);
    expect(own.flatMap(({ categories }) => categories).filter((name) => !purpose.uses.includes(name))).toEqual([]);
  }
});

/** The days of the orders in the timeline, from above. */
const orderDays = (html: string): string[] =>
  [...html.matchAll(/class="event register-sales_order"><div class="event-when">([^<]+)/g)].map(([, day]) => day ?? '');

describe('what is shown of orders', () => {
  test('lines, delivery and invoice stand inside their own order, and the payment inside its invoice', async () => {
    const invoicing = policy.purposes.invoicing;
    if (invoicing === undefined) throw new Error('the policy has no purpose invoicing');
    const { html } = await open(invoicing);
    const order = html.slice(html.indexOf('class="event register-sales_order"'));
    const card = order.slice(0, order.indexOf('</ol>'));
    for (const inside of ['8642', 'Kanarifrakt', '7654321', 'Kanarikort']) expect(card).toContain(inside);
    expect(card.indexOf('Kanarikort')).toBeGreaterThan(card.indexOf('7654321'));
  });

  test('the newest twenty come first, and more are said to be there and shown when asked for', async () => {
    for (let day = 1; day <= 22; day += 1) {
      await addOrder(web.database.pool, customer, `2026-09-${String(day).padStart(2, '0')}T10:00:00Z`);
    }
    const { html } = await asStaff(web, 'sales').get(`/kontor/kunder/${customer}?purpose=customer-administration`);
    const days = orderDays(html);
    expect(days).toHaveLength(20);
    expect(days[0]).toContain('okt. 2026');
    expect(days[1]).toContain('22. sep. 2026');
    expect(html).toContain('Vis eldre');
    const path = `/kontor/kunder/${customer}?purpose=customer-administration&rows=many`;
    const many = await asStaff(web, 'sales').get(path);
    expect(orderDays(many.html)).toHaveLength(23);
    expect(many.html).not.toContain('Vis eldre');
  });

  test('of lines that are more than a page holds, it is said that there are more', async () => {
    const { pool } = web.database;
    const path = `/kontor/kunder/${customer}?purpose=customer-administration`;
    expect((await asStaff(web, 'sales').get(path)).html).not.toContain('bare 1000 vises');
    await pool.query(
      `insert into register.order_line (customer_id, order_id, line_number, product_id, quantity, unit_price_ore, vat_rate)
         select customer_id, order_id, line, (select product_id from register.product limit 1), 1, 100, 25
           from (select * from register.sales_order where customer_id = $1 order by placed_at desc limit 8) as newest,
                generate_series(2, 200) as line`,
      [customer],
    );
    expect((await asStaff(web, 'sales').get(path)).html).toContain('Linjer i bestillinger: bare 1000 vises');
  });
});

test('whoever answers for the log is told the name of the member of staff who looked', async () => {
  await addStaff(web.database.pool, 'Siri Selgersen', 'sales');
  await asStaff(web, 'sales').get(`/kontor/kunder/${customer}?purpose=customer-administration`);
  const { html } = await asStaff(web, 'owner').get(`/en/office/customers/${customer}?purpose=privacy-administration`);
  expect(html.slice(html.indexOf('id="looks"'))).toContain('Siri Selgersen');
});
