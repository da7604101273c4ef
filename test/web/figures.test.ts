/** Use of products and sales in figures: recorded without names, told without small groups, and led back to nobody. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createUsageRecorder, TOGETHER, type UsageRecorder } from '../../src/register/index.ts';
import { sessionsOf } from '../../src/web/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff } from '../support/office.ts';
import { addCustomer, addOrder } from '../support/people.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let product: string;
let day = '2026-11-22';
const VISITOR = { kind: 'visitor', id: 'visitor', roles: [] } as const;

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  const { rows } = await web.database.pool.query<{ id: string }>(
    'select product_id as id from register.product order by sku',
  );
  product = rows[0]?.id ?? '';
});
afterAll(() => web.close());

const recorder = (): UsageRecorder =>
  createUsageRecorder({
    inSession: (work) =>
      web.enforcement.asPurpose(VISITOR, 'product-improvement', (session) => work(sessionsOf(session).register)),
    today: () => day,
    report: (message) => {
      throw new Error(message);
    },
  });

interface Stored {
  readonly day: string;
  readonly pseudonym: string;
  readonly event_id: string;
}
const stored = async (): Promise<Stored[]> =>
  (await web.database.pool.query<Stored>('select day::text, pseudonym, event_id::text from register.usage_event')).rows;

describe('recording', () => {
  test('events wait until there are many, and a day that is over does not wait for the next', async () => {
    await web.database.pool.query('delete from register.usage_event');
    const usage = recorder();
    for (let at = 0; at < TOGETHER - 1; at += 1) await usage.record(null, [{ kind: 'ordered', productId: product }]);
    expect(await stored()).toEqual([]);
    await usage.record(null, [{ kind: 'ordered', productId: product }]);
    expect(await stored()).toHaveLength(TOGETHER);
    await usage.record(null, [{ kind: 'ordered', productId: product }]);
    day = '2026-11-23';
    await usage.record(null, [{ kind: 'ordered', productId: product }]);
    expect(await stored()).toHaveLength(TOGETHER + 2);
  });

  test('a person has one code all day, another the next day, and another after a restart', async () => {
    await web.database.pool.query('delete from register.usage_event');
    const person = await addCustomer(web.database.pool);
    day = '2026-11-22';
    const usage = recorder();
    const event = { kind: 'ordered', productId: product } as const;
    await usage.record(person, [event]);
    await usage.record(person, [event]);
    day = '2026-11-23';
    await usage.record(person, [event]);
    await usage.flush();
    const again = recorder();
    await again.record(person, [event]);
    await again.flush();
    const codes = (of: string, rows: readonly Stored[]) =>
      new Set(rows.filter((row) => row.day === of).map((row) => row.pseudonym));
    const rows = await stored();
    expect(codes('2026-11-22', rows).size).toBe(1);
    expect(codes('2026-11-23', rows).size).toBe(2);
    expect([...codes('2026-11-22', rows)].some((code) => codes('2026-11-23', rows).has(code))).toBe(false);
  });

  test('whoever has the whole database and tries does not get from an event to the person', async () => {
    await web.database.pool.query('delete from register.usage_event');
    const person = await addCustomer(web.database.pool);
    const usage = recorder();
    const crowd = Array.from({ length: 30 }, () => addCustomer(web.database.pool));
    for (const other of await Promise.all(crowd)) await usage.record(other, [{ kind: 'ordered', productId: product }]);
    await usage.record(person, [{ kind: 'ordered', productId: product }]);
    await usage.flush();
    const rows = await stored();
    const { rows: said } = await web.database.pool.query<{ value: string }>(
      `select unnest(array[customer_id::text, email, legal_name, customer_number::text]) as value from register.customer
        where customer_id = $1`,
      [person],
    );
    const tried = said.flatMap(({ value }) =>
      ['md5', 'sha1', 'sha256', 'sha512'].map((name) => createHash(name).update(value).digest('hex').slice(0, 32)),
    );
    expect(rows.filter(({ pseudonym }) => tried.includes(pseudonym))).toEqual([]);
    // No time in a key, no order in the table, and one transaction for all: their place tells nothing.
    expect(rows.every(({ event_id: id }) => id[14] === '4')).toBe(true);
    const { rows: transactions } = await web.database.pool.query(
      'select count(distinct xmin::text)::int as count from register.usage_event',
    );
    expect(transactions).toEqual([{ count: expect.any(Number) }]);
    const { rows: kept } = await web.database.pool.query(
      `select name from kept.setting where value::text ~ '[0-9a-f]{64}'`,
    );
    expect(kept).toEqual([]);
    const { rows: log } = await web.database.pool.query(
      `select from kept.access_shape where 'register.usage_event' = any(tables)`,
    );
    expect(log).toEqual([]);
  });
});

describe('telling', () => {
  test('sales of fewer than five customers are not told, and five are', async () => {
    const { pool } = web.database;
    await pool.query('delete from register.order_line; update register.sales_order set status = $$cancelled$$');
    const buy = async (): Promise<void> => {
      const customer = await addCustomer(pool);
      const order = await addOrder(pool, customer, '2026-11-03T10:00:00Z');
      await pool.query(
        `insert into register.order_line (customer_id, order_id, line_number, product_id, quantity, unit_price_ore, vat_rate)
         values ($1, $2, 1, $3, 41, 100, 25)`,
        [customer, order, product],
      );
    };
    for (let count = 0; count < 4; count += 1) await buy();
    const page = `/kontor/tall/salg?purpose=statistics`;
    const small = await asStaff(web, 'owner').get(page);
    expect(small.status).toBe(200);
    expect(small.html).toContain('Ingen grupper er store nok');
    expect(small.html).not.toContain('164');
    await buy();
    const { html } = await asStaff(web, 'sales').get(page);
    expect(html).toContain('205');
    expect(html).toContain('&lt;5');
    expect(html).toContain('<svg');
    expect((await asStaff(web, 'warehouse').get(page)).status).toBe(403);
  });

  test('use is told by product for whoever improves them, in both languages', async () => {
    const { html } = await asStaff(web, 'owner').get(`/en/office/figures/use?purpose=product-improvement&kind=ordered`);
    expect(html).toContain('None leads back to anybody');
    expect(html).toContain('<svg');
    expect((await asStaff(web, 'marketing').get('/kontor/tall/bruk')).status).toBe(403);
  });
});
