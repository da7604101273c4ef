/** Finding a customer: by what the purpose sees and nothing else, page by page, every find logged. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Policy } from '../../src/policy/index.ts';
import { searchable } from '../../src/register/index.ts';
import { plantCanaries } from '../support/canaries.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff, logOf } from '../support/office.ts';
import { addCustomer } from '../support/people.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let policy: Policy;
let customer: string;
/** The customer's and the order's numbers, given by the database. */
let numbers: { readonly customer: number; readonly order: number };

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  policy = web.policy;
  const { pool } = web.database;
  customer = await plantCanaries(pool, policy);
  const { rows } = await pool.query<{ customer: number; order: number }>(
    `select customer_number as customer, order_number as order
       from register.customer join register.sales_order using (customer_id) where customer_id = $1`,
    [customer],
  );
  numbers = rows[0] ?? { customer: 0, order: 0 };
});
afterAll(() => web.close());

const find = (role: string, purpose: string, q: string, after?: string) =>
  asStaff(web, role).search(`/kontor/kunder?purpose=${purpose}`, { q, ...(after === undefined ? {} : { after }) });
const idsIn = (html: string): string[] =>
  [...html.matchAll(/\/kontor\/kunder\/([0-9a-f-]{36})\?/g)].flatMap(([, id]) => id ?? []);

/** What can be typed, and the column in which it is found. */
const TYPED: readonly (readonly [what: string, typed: () => string, table: string, column: string])[] = [
  ['part of a name', () => 'ARI NAVNE', 'register.customer', 'legal_name'],
  ['a customer number', () => String(numbers.customer), 'register.customer', 'customer_number'],
  ['an organisation number', () => '200 000 004', 'register.customer', 'organisation_number'],
  ['an e-mail address', () => 'Kanari.Kunde@example.no', 'register.customer', 'email'],
  ['the beginning of an e-mail address', () => 'kanari.ku', 'register.customer', 'email'],
  ['a telephone number', () => '+47 912 34 567', 'register.customer', 'phone'],
  ['the name of a contact person', () => 'kanari kontakt', 'register.contact_person', 'full_name'],
  ['an order number', () => String(numbers.order), 'register.sales_order', 'order_number'],
  ['whom it goes to', () => 'kanari mottaker', 'register.sales_order', 'deliver_to_name'],
  ['an invoice number', () => '7654321', 'register.invoice', 'invoice_number'],
  ['the buyer of an invoice', () => 'kanari kjøper', 'register.invoice', 'buyer_name'],
  ['a payment reference', () => '987654321012345', 'register.invoice', 'payment_reference'],
];

test.each(TYPED)('%s finds the customer for exactly the purposes that read it', async (_, typed, table, column) => {
  for (const { name, roles } of Object.values(policy.purposes)) {
    const [role] = roles;
    if (role === undefined) continue;
    const may = searchable(policy, name).some((one) => one.table === table && one.column === column);
    const { html } = await find(role, name, typed());
    expect([name, idsIn(html).includes(customer)]).toEqual([name, may]);
  }
});

describe('the list', () => {
  test('names who is found and shows no column that the purpose does not read', async () => {
    const { html } = await find('warehouse', 'delivery', 'kanari');
    expect(html).toContain('Kanari Mottaker');
    expect(html).not.toContain('Kanari Navnesen');
    expect(html).not.toContain('kanari.kunde@example.no');
    expect(html).not.toContain(String(numbers.customer));
  });

  test('comes page by page, each customer once, in the order of their names', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { html } = await find('sales', 'customer-administration', 'eksempel', after);
      const page = idsIn(html);
      expect(page.length).toBeLessThanOrEqual(20);
      seen.push(...page);
      after = /name="after" value="([^"]+)"/.exec(html)?.[1];
    } while (after !== undefined);
    const { rows } = await web.database.pool.query<{ customer_id: string }>(
      `select customer_id from register.customer where lower(legal_name) like '%eksempel%' or customer_id in
         (select customer_id from register.contact_person where lower(full_name) like '%eksempel%' union all
          select customer_id from register.sales_order where lower(deliver_to_name) like '%eksempel%')
        order by lower(legal_name), customer_id`,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(seen).toEqual(rows.map(({ customer_id: id }) => id));
  });

  test('is logged with all who are on it, and an empty one logs nobody', async () => {
    const before = (await logOf(web)).length;
    const { html } = await find('sales', 'customer-administration', 'kanari');
    await find('sales', 'customer-administration', 'finnes ikke');
    const entries = (await logOf(web)).slice(before);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.data_subjects.toSorted()).toEqual(idsIn(html).toSorted());
  });

  test('takes signs of patterns as signs', async () => {
    for (const signs of ['%%', '__', '\\%', "';--"]) {
      const { status, html } = await find('sales', 'customer-administration', signs);
      expect([signs, status, idsIn(html)]).toEqual([signs, 200, []]);
    }
  });
});

describe('under marketing', () => {
  test('a customer without consent is not there, and the page says who is not', async () => {
    const silent = await addCustomer(web.database.pool);
    const path = '/kontor/kunder?purpose=marketing';
    const { html } = await asStaff(web, 'marketing').search(path, { q: `${silent}@example.no` });
    expect(idsIn(html)).toEqual([]);
    expect(idsIn((await find('marketing', 'marketing', 'kanari navnesen')).html)).toEqual([customer]);
    expect(html).toContain('ser bare kunder som har sagt ja til det');
  });
});

describe('a search that cannot be made', () => {
  test('for being too short or too long is told so, keeps what was typed, and logs nothing', async () => {
    const before = (await logOf(web)).length;
    const short = await find('sales', 'customer-administration', ' k ');
    expect(short.status).toBe(422);
    expect(short.html).toContain('Skriv minst 2 tegn.');
    expect(short.html).toContain('value="k"');
    expect((await find('sales', 'customer-administration', 'k'.repeat(101))).status).toBe(422);
    expect((await logOf(web)).slice(before)).toEqual([]);
  });

  test('because the purpose sees nothing of the kind is told so', async () => {
    const { status, html } = await find('warehouse', 'delivery', 'kanari@example.no');
    expect(status).toBe(422);
    expect(html).toContain('Formålet kan ikke søke på noe som ligner på dette.');
  });

  test('because another site sent it is refused', async () => {
    const response = await web.app.request('http://localhost/kontor/kunder?purpose=customer-administration', {
      method: 'POST',
      body: 'q=kanari',
      headers: { staff: 'sales', Origin: 'https://example.com', 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(response.status).toBe(403);
  });

  test('is posted, so that what was typed stands in no address', async () => {
    const { html } = await find('sales', 'customer-administration', 'kanari');
    expect(html).toMatch(/<form method="post" action="\/kontor\/kunder\?purpose=customer-administration"/);
    expect(html).not.toMatch(/href="[^"]*kanari/);
  });
});

test('a customer with neither orders nor contact persons is found too', async () => {
  const lonely = await addCustomer(web.database.pool);
  expect(idsIn((await find('support', 'enquiries', 'prøve person')).html)).toContain(lonely);
});
