/** Before a customer is opened or written about where a purpose has nothing to do with them now, staff say why. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff, logOf } from '../support/office.ts';
import { addOrder, addQuietCustomer } from '../support/people.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
/** Registered two years ago, with one message then that was answered. */
let quiet: string;
/** As quiet, with an order that waits. */
let busy: string;
const ASKED = 'id="look_reason"';
const WHY = { look_reason: 'Kunden ringte om garantien' };

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  quiet = await addQuiet();
  busy = await addQuiet();
  await addOrder(web.database.pool, busy, '2026-10-03T10:00:00Z');
});
afterAll(() => web.close());

const addQuiet = (): Promise<string> => addQuietCustomer(web.database.pool);
const sql = (text: string, ...values: readonly unknown[]) => web.database.pool.query(text, [...values]);
const at = (customer: string, purpose: string): string => `/kontor/kunder/${customer}?purpose=${purpose}`;
const reasons = async () => (await sql('select person_id, purpose, reason from kept.look_reason order by at')).rows;
const asks = async (customer: string, purpose: string, role = 'support') =>
  (await asStaff(web, role).ask(at(customer, purpose))).html.includes(ASKED);

test('where nothing waits and nothing has happened, a reason is asked before anything is shown or logged as seen', async () => {
  const before = (await logOf(web)).length;
  const { status, html } = await asStaff(web, 'support').ask(at(quiet, 'claims'));
  expect(status).toBe(200);
  expect(html).toContain('Hvorfor åpner du denne kunden?');
  expect(html).not.toContain('Prøve Person');
  const entries = (await logOf(web)).slice(before);
  expect(entries.flatMap(({ data_subjects }) => data_subjects)).toEqual([]);
  expect(entries.every(({ action }) => action !== 'read')).toBe(true);
});

describe('nothing is asked where work lies there', () => {
  test('an open order is work for whoever handles orders, and none for a purpose that does not see orders', async () => {
    expect(await asks(busy, 'claims')).toBe(false);
    expect(await asks(busy, 'customer-administration', 'sales')).toBe(false);
    expect(await asks(busy, 'customer-communication')).toBe(true);
  });

  test.each([
    ['a delivered order without an open invoice is none', `update register.sales_order set status = 'delivered'`, true],
    ['a question that waits for an answer is', `update register.message set answered_at = null`, false],
    [
      'a claim that is not closed is',
      `insert into register.claim (customer_id, claim_id, received_at, received_through, description, status, answer_due_on)
         select customer_id, gen_random_uuid(), '2026-01-01', 'web', 'x', 'under-review', '2026-01-15' from register.customer`,
      false,
    ],
    ['a delivery that has not arrived is', delivered('2026-09-01', null), false],
    ['one that arrived long ago is none', delivered('2026-09-01', '2026-09-03'), true],
    ['one that went out this month is', delivered('2026-11-10', '2026-11-12'), false],
  ] as const)('%s', async (_, change, asked) => {
    const customer = await addQuiet();
    const order = await addOrder(web.database.pool, customer, '2026-08-20T10:00:00Z');
    await sql(`update register.sales_order set status = 'delivered' where order_id = $1`, order);
    await sql(
      `${change} where customer_id = $1`.replace(/ from register.customer where/, ' from register.customer where'),
      customer,
    );
    expect(await asks(customer, 'claims')).toBe(asked);
  });

  function delivered(sent: string, arrived: string | null): string {
    const completed = arrived === null ? 'null' : `'${arrived}T10:00:00Z'::timestamptz`;
    return `insert into register.delivery (customer_id, delivery_id, order_id, dispatched_at, completed_at)
      select customer_id, gen_random_uuid(), order_id, '${sent}T10:00:00Z', ${completed} from register.sales_order`;
  }

  test('an invoice that is not paid is work for the accounts, and a paid one is none', async () => {
    const customer = await addQuiet();
    const order = await addOrder(web.database.pool, customer, '2025-01-20T10:00:00Z');
    await sql(`update register.sales_order set status = 'completed' where order_id = $1`, order);
    const { rows } = await sql('select max(invoice_number) + 1 as next from register.invoice');
    await sql(
      `insert into register.invoice (customer_id, invoice_id, order_id, invoice_number, issued_on, due_on, buyer_name,
         payment_reference, net_ore, vat_ore) values ($1, $2, $2, $3, '2025-02-01', '2025-02-15', 'Prøve', '123', 1000, 250)`,
      ...[customer, order, rows[0]?.next ?? 1],
    );
    expect(await asks(customer, 'invoicing', 'accounts')).toBe(false);
    const paid = await addQuiet();
    expect(await asks(paid, 'invoicing', 'accounts')).toBe(true);
  });
});

describe('what staff write down opens no way past the question', () => {
  test.each([
    [
      'a note',
      `insert into register.note (customer_id, note_id, written_at, written_by, body)
                  select customer_id, customer_id, '2026-11-20', customer_id, 'Notat'`,
    ],
    [
      'a call that was answered at once',
      `insert into register.message (customer_id, message_id, direction, channel, at,
         extends_relationship, subject_line, body, answered_at)
         select customer_id, customer_id, 'in', 'phone', '2026-11-20', false, 'Samtale', 'Ringte', '2026-11-20'`,
    ],
    [
      'an answer of ours',
      `insert into register.message (customer_id, message_id, direction, channel, at,
         extends_relationship, subject_line, body)
         select customer_id, customer_id, 'out', 'mail', '2026-11-20', false, 'Svar', 'Hei'`,
    ],
    [
      'what was looked up',
      `insert into register.supplement (customer_id, supplement_id, field, found_value, source_name,
         source_url, retrieved_at) select customer_id, customer_id, 'name', 'x', 'y', 'https://example.no/', '2026-11-20'`,
    ],
  ])('%s of this week', async (_, insert) => {
    const customer = await addQuiet();
    await sql(`${insert} from register.customer where customer_id = $1`, customer);
    expect(await asks(customer, 'customer-administration', 'sales')).toBe(true);
  });

  test('a mail from the customer of this week does', async () => {
    const customer = await addQuiet();
    await sql(
      'update register.message set at = $2, answered_at = $2 where customer_id = $1',
      customer,
      '2026-11-20T10:00:00Z',
    );
    expect(await asks(customer, 'customer-administration', 'sales')).toBe(false);
  });
});

describe('a first look', () => {
  test('is asked for of each member of staff; a look with a reason within a year counts while the purpose is used', async () => {
    const customer = await addQuiet();
    const order = await addOrder(web.database.pool, customer, '2026-07-20T10:00:00Z');
    await sql(`update register.sales_order set status = 'completed' where order_id = $1`, order);
    const { rows } = await sql(
      `insert into kept.look_reason (person_id, reason_id, staff_id, purpose, reason, at)
       select $1, $1, staff_id, 'claims', 'Kunden ringte', '2026-03-01' from (select $2::uuid as staff_id) as one
       returning staff_id`,
      ...[customer, await staffIdOf('support')],
    );
    expect(rows).toHaveLength(1);
    expect(await asks(customer, 'claims')).toBe(false);
    expect(await asks(customer, 'claims', 'legal')).toBe(true);
    await sql(`update register.sales_order set placed_at = '2025-07-20' where order_id = $1`, order);
    const other = await addQuiet();
    await sql(
      `insert into kept.look_reason (person_id, reason_id, staff_id, purpose, reason, at)
       values ($1, $1, $2, 'claims', 'Kunden ringte', '2026-03-01')`,
      ...[other, await staffIdOf('support')],
    );
    expect(await asks(other, 'claims')).toBe(true);
  });

  async function staffIdOf(role: string): Promise<string> {
    const { staff } = (await signedInByHeader(new Headers({ staff: role }))) ?? { staff: null };
    return staff?.id ?? '';
  }
});

test.each([
  ['ok', 'Skriv minst 5 tegn.'],
  ['Kortet er 4111 1111 1111 1111', 'kortnummer'],
])('the reason "%s" is refused in words, stays typed, and opens nothing', async (reason, said) => {
  const before = (await reasons()).length;
  const { status, html } = await asStaff(web, 'support').post(at(quiet, 'claims'), { look_reason: reason });
  expect(status).toBe(422);
  expect(html).toContain(said);
  expect(html).toContain(reason);
  expect(await reasons()).toHaveLength(before);
});

test('a reason opens the customer for that purpose, is kept with the look, and opens nothing else', async () => {
  const customer = await addQuiet();
  const support = asStaff(web, 'support');
  expect((await support.post(at(customer, 'claims'), WHY)).status).toBe(303);
  expect((await reasons()).filter(({ person_id }) => person_id === customer)).toEqual([
    { person_id: customer, purpose: 'claims', reason: WHY.look_reason },
  ]);
  expect((await support.ask(at(customer, 'claims'))).html).toContain('Prøve Person');
  expect(await asks(customer, 'customer-communication')).toBe(true);
  expect(await asks(customer, 'claims', 'legal')).toBe(true);
});

test('a field that the form does not have is refused', async () => {
  const customer = await addQuiet();
  const { status } = await asStaff(web, 'support').post(at(customer, 'claims'), { ...WHY, more: '1' });
  expect(status).toBe(400);
});

test('of a customer whom the purpose does not see, no reason is asked and none is kept', async () => {
  const nobody = '00000000-0000-7000-8000-000000000000';
  const marketing = asStaff(web, 'marketing');
  expect((await marketing.ask(at(quiet, 'marketing'))).status).toBe(404);
  expect((await marketing.ask(at(nobody, 'marketing'))).status).toBe(404);
  const before = (await reasons()).length;
  await marketing.post(at(nobody, 'marketing'), WHY);
  expect(await reasons()).toHaveLength(before);
});
