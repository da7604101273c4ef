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
  // Whom goods go to is searched as long as they are on their way.
  await pool.query(`update register.sales_order set status = 'placed' where customer_id = $1`, [customer]);
  numbers = rows[0] ?? { customer: 0, order: 0 };
});
afterAll(() => web.close());

const find = (role: string, purpose: string, q: string, page?: string) =>
  asStaff(web, role).search(`/kontor/kunder?purpose=${purpose}`, { q, ...(page === undefined ? {} : { page }) });
const idsIn = (html: string): string[] =>
  [...html.matchAll(/\/kontor\/kunder\/([0-9a-f-]{36})\?/g)].flatMap(([, id]) => id ?? []);

/** What can be typed, and the column in which it is found. */
const TYPED: readonly (readonly [what: string, typed: () => string, table: string, column: string])[] = [
  ['beginnings of a name in either order', () => 'navnes KANARI', 'register.customer', 'legal_name'],
  ['a customer number', () => String(numbers.customer), 'register.customer', 'customer_number'],
  ['an organisation number', () => '200 000 004', 'register.customer', 'organisation_number'],
  ['an e-mail address', () => 'Kanari.Kunde@example.no', 'register.customer', 'email'],
  ['the beginning of an e-mail address', () => 'kanari.ku', 'register.customer', 'email'],
  ['a telephone number', () => '+47 912 34 567', 'register.customer', 'phone'],
  ['the e-mail address of a contact person', () => 'kanari.kontakt@', 'register.contact_person', 'email'],
  ['the telephone number of a contact person', () => '93 45 67 89', 'register.contact_person', 'phone'],
  ['the name of a contact person', () => 'kanari kontakt', 'register.contact_person', 'full_name'],
  ['an order number', () => String(numbers.order), 'register.sales_order', 'order_number'],
  ['whom it goes to', () => 'kanari mottaker', 'register.sales_order', 'deliver_to_name'],
  ['an invoice number', () => '7654321', 'register.invoice', 'invoice_number'],
  ['a payment reference', () => '987654321012345', 'register.invoice', 'payment_reference'],
];

test('the table of what can be typed has every column that some purpose can search', () => {
  const all = Object.keys(policy.purposes).flatMap((name) => searchable(policy, name));
  const wanted = new Set(all.map(({ table, column }) => `${table}.${column}`));
  expect([...wanted].filter((one) => !TYPED.some(([, , table, column]) => one === `${table}.${column}`))).toEqual([]);
});

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

  test('comes page by page, each customer once, and names those of one likeness in order', async () => {
    const seen: string[] = [];
    let page: string | undefined;
    do {
      const { html } = await find('sales', 'customer-administration', 'eksempel', page);
      const ids = idsIn(html);
      expect(ids.length).toBeLessThanOrEqual(20);
      seen.push(...ids);
      page = /name="page" value="([^"]+)"/.exec(html)?.[1];
    } while (page !== undefined);
    const { rows } = await web.database.pool.query<{ customer_id: string }>(
      `select customer_id from register.customer where legal_name ~* '\\meksempel\\M' order by lower(legal_name), customer_id`,
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(seen.slice(0, rows.length)).toEqual(rows.map(({ customer_id: id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('is logged with all who are on it, and an empty one logs nobody', async () => {
    const before = (await logOf(web)).length;
    const { html } = await find('sales', 'customer-administration', 'kanari');
    await find('sales', 'customer-administration', 'finnes ikke');
    const entries = (await logOf(web)).slice(before);
    const logged = entries.flatMap(({ data_subjects: people }) => people);
    const { rows } = await web.database.pool.query<{ contact_person_id: string }>(
      `select contact_person_id from register.contact_person where full_name ilike '%kanari%'`,
    );
    const contacts = rows.map(({ contact_person_id: id }) => id);
    expect(contacts.length).toBeGreaterThan(0);
    expect(logged.toSorted()).toEqual([...idsIn(html), ...contacts].toSorted());
    expect(entries.map(({ purpose }) => purpose)).toEqual(entries.map(() => 'customer-administration'));
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
