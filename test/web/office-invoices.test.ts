/** Accounts at work: invoicing what was delivered, payments, reminders, credit notes, payouts; and what the customer sees. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../src/web/index.ts';
import { type EasyStepWeb, ORIGIN, openEasyStepWeb } from '../support/easy-step-web.ts';
import { ehfFaults } from '../support/ehf-check.ts';
import { asStaff } from '../support/office.ts';
import { pagesOf } from '../support/pdf-text.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
/** A company with two orders that were delivered and not invoiced. */
let customer: string;
let orders: readonly string[];

const asCustomer = (id: string): SignedIn => ({
  ...{ accountId: 'account', name: 'Kunde', staff: null, secondStepDone: true },
  dataSubject: { kind: 'data-subject', id, roles: [] },
});

beforeAll(async () => {
  web = await openEasyStepWeb(async (headers) => {
    const person = headers.get('person');
    return person === null ? await signedInByHeader(headers) : asCustomer(person);
  });
  const { pool } = web.database;
  const { rows } = await pool.query<{ customer_id: string }>(
    `select customer_id from register.customer where kind = 'company' order by customer_id limit 1`,
  );
  customer = rows[0]?.customer_id ?? '';
  const { rows: added } = await pool.query<{ order_id: string }>(
    `insert into register.sales_order (customer_id, order_id, placed_at, placed_through, notice_version, status,
       deliver_to_name, net_ore, vat_ore)
     select $1, gen_random_uuid(), '2026-11-01', 'web', '2026-1', 'delivered', 'Mottaker', 20000, 5000
       from generate_series(1, 2) returning order_id`,
    [customer],
  );
  orders = added.map(({ order_id: id }) => id);
  for (const order of orders) {
    await pool.query(
      `insert into register.order_line select $1, $2, 1, product_id, 2, 10000, 25 from register.product limit 1`,
      [customer, order],
    );
    await pool.query(
      `insert into register.delivery (customer_id, delivery_id, order_id, dispatched_at, completed_at)
       values ($1, gen_random_uuid(), $2, '2026-11-10', '2026-11-12')`,
      [customer, order],
    );
  }
});
afterAll(() => web.close());

const accounts = () => asStaff(web, 'accounts');
const FOR = '?purpose=invoicing';
const keysOf = (ids: readonly string[]): string => ids.map((id) => `${customer}~${id}`).join(' ');

async function invoicesInDatabase() {
  const { rows } = await web.database.pool.query<{ invoice_id: string; kind: string; outstanding_ore: number }>(
    `select invoice_id, kind, outstanding_ore from register.invoice where customer_id = $1 and order_id = any ($2)
      order by invoice_number`,
    [customer, orders],
  );
  return rows;
}

const fetchAs = (headers: Record<string, string>, path: string) => web.app.request(`${ORIGIN}${path}`, { headers });

describe('what is to be invoiced', () => {
  test('is shown, looked at before it is issued, issued with a mail, and gone from the list', async () => {
    const list = await accounts().get(`/kontor/fakturering${FOR}`);
    expect(list.status).toBe(200);
    for (const order of orders) expect(list.html).toContain(`${customer}~${order}`);
    const preview = await accounts().search(`/kontor/fakturering/utsted${FOR}`, { all: keysOf(orders) });
    expect(preview.html).toContain('Utsted 2 fakturaer');
    expect(preview.html).toContain('07.12.2026');
    expect(await invoicesInDatabase()).toEqual([]);
    const issued = await accounts().search(`/kontor/fakturering/utsted${FOR}`, { all: keysOf(orders), confirm: 'yes' });
    expect(issued.status).toBe(303);
    expect(await invoicesInDatabase()).toMatchObject([{ outstanding_ore: 25_000 }, { outstanding_ore: 25_000 }]);
    const { rows } = await web.database.pool.query<{ body_text: string }>(
      `select body_text from kept.outbox where person_id = $1 and template = 'invoice-issued'`,
      [customer],
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]?.body_text).toMatch(/8601\s11\s17947/);
    const again = await accounts().search(`/kontor/fakturering/utsted${FOR}`, { all: keysOf(orders) });
    expect(again.html).toContain('Alt som er levert, er fakturert');
  });

  test('is for invoicing only', async () => {
    const { status } = await asStaff(web, 'warehouse').get('/kontor/fakturering?purpose=delivery');
    expect(status).toBe(403);
  });
});

describe('an invoice', () => {
  const page = async (): Promise<string> =>
    `/kontor/fakturaer/${customer}/${(await invoicesInDatabase())[0]?.invoice_id}`;

  test('can be downloaded as PDF and, for a company, as EHF', async () => {
    const pdf = await fetchAs({ staff: 'accounts' }, `${await page()}/pdf${FOR}`);
    expect(pdf.headers.get('Content-Type')).toBe('application/pdf');
    const [text = ''] = await pagesOf(Buffer.from(await pdf.arrayBuffer()));
    expect(text).toContain('Easy Step AS');
    const ehf = await fetchAs({ staff: 'accounts' }, `${await page()}/ehf${FOR}`);
    expect(ehfFaults(await ehf.text())).toEqual([]);
  });

  test('is in the list of those that are open, and its page says what can be done', async () => {
    const list = await accounts().get(`/en/office/invoices${FOR}&state=open`);
    expect(list.html).toContain(`${customer}/${(await invoicesInDatabase())[0]?.invoice_id}`);
    const { html } = await accounts().get(`${await page()}${FOR}`);
    for (const said of ['Registrer betaling', 'Krediter', 'Ingen betaling er registrert']) expect(html).toContain(said);
    expect(html).not.toContain('Send purring');
  });

  test('keeps what was typed when something is wrong with it, and refuses fields it does not have', async () => {
    const wrong = await accounts().search(`${await page()}${FOR}`, {
      do: 'pay',
      amount: 'mye',
      paidOn: '2027-01-01',
      method: 'bank',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="mye"');
    expect(wrong.html).toContain('Skriv et beløp over null');
    const strange = await accounts().search(`${await page()}${FOR}`, { do: 'pay', amount: '1', colour: 'blue' });
    expect(strange.status).toBe(400);
  });

  test('is paid too much, and paid back by two pairs of eyes', async () => {
    const { html } = await accounts().get(`${await page()}${FOR}`);
    const payment = /name="payment" value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
    const form = { do: 'pay', payment, amount: '300,00', paidOn: '2026-11-20', method: 'bank', reference: 'B1' };
    const paid = await accounts().search(`${await page()}${FOR}`, form);
    expect(paid.status).toBe(303);
    expect(Number((await invoicesInDatabase())[0]?.outstanding_ore)).toBe(-5_000);
    // The button pressed twice registers one payment.
    expect((await accounts().search(`${await page()}${FOR}`, form)).status).toBe(303);
    expect(Number((await invoicesInDatabase())[0]?.outstanding_ore)).toBe(-5_000);
    const wrong = await accounts().search(`${await page()}${FOR}`, {
      do: 'pay-back',
      account: '8601 11 17948',
      reason: 'For mye',
    });
    expect(wrong.html).toContain('kontrollsifferet stemmer ikke');
    const asked = await accounts().search(`${await page()}${FOR}`, {
      do: 'pay-back',
      account: '8601 11 17947',
      reason: 'For mye',
    });
    expect(asked.status).toBe(303);
    const twice = { do: 'pay-back', account: '8601 11 17947', reason: 'En gang til' };
    const again = await asStaff(web, 'accounts', 'owner').search(`${await page()}${FOR}`, twice);
    expect(again.status).toBe(422);
    expect(again.html).toContain('utbetalingen er bedt om alt');
    const { rows } = await web.database.pool.query<{ payout_id: string; sealed: string }>(
      'select payout_id, account_sealed as sealed from register.payout where customer_id = $1 and paid_on is null',
      [customer],
    );
    const payout = `${customer}~${rows[0]?.payout_id}`;
    expect(rows[0]?.sealed).not.toContain('86011117947');
    const list = await accounts().get(`/kontor/utbetalinger${FOR}`);
    expect(list.html).toContain('•••• 7947');
    expect(list.html).toContain('en annen må godkjenne');
    expect(list.html).not.toMatch(/8601\s?11\s?17947/);
    const approved = async () =>
      (
        await web.database.pool.query('select from register.payout where payout_id = $1 and approved_at is not null', [
          rows[0]?.payout_id,
        ])
      ).rowCount;
    await accounts().search(`/kontor/utbetalinger${FOR}`, { do: 'approve', payout });
    expect(await approved()).toBe(0);
    const other = asStaff(web, 'accounts', 'owner');
    await other.search(`/kontor/utbetalinger${FOR}`, { do: 'approve', payout });
    expect(await approved()).toBe(1);
    const shown = await other.search(`/kontor/utbetalinger${FOR}`, { do: 'show', payout });
    expect(shown.html).toMatch(/8601\s11\s17947/);
  });

  test('is credited by line, and the credit note is found from it', async () => {
    const second = `/kontor/fakturaer/${customer}/${(await invoicesInDatabase())[1]?.invoice_id}`;
    const much = await accounts().search(`${second}${FOR}`, { do: 'credit', 'line.1': '3' });
    expect(much.html).toContain('Skriv et tall fra 0 til 2');
    expect((await accounts().search(`${second}${FOR}`, { do: 'credit', 'line.1': '1' })).status).toBe(303);
    const note = (await invoicesInDatabase()).find(({ kind }) => kind === 'credit-note');
    const { html } = await accounts().get(`${second}${FOR}`);
    expect(html).toContain(`${customer}/${note?.invoice_id}`);
    const pdf = await fetchAs({ staff: 'accounts' }, `/kontor/fakturaer/${customer}/${note?.invoice_id}/pdf${FOR}`);
    expect((await pagesOf(Buffer.from(await pdf.arrayBuffer())))[0]).toMatch(/Kreditnota|Credit note/);
  });
});

describe('on My page', () => {
  test('people see their own invoices, how to pay them, and can download them', async () => {
    const [, second] = await invoicesInDatabase();
    const list = await fetchAs({ person: customer }, '/min-side/fakturaer');
    expect(await list.text()).toContain(second?.invoice_id);
    const one = await fetchAs({ person: customer }, `/en/my-page/invoices/${second?.invoice_id}`);
    const html = await one.text();
    expect(html).toContain('How to pay');
    const pdf = await fetchAs({ person: customer }, `/min-side/fakturaer/${second?.invoice_id}/pdf`);
    expect(pdf.headers.get('Content-Type')).toBe('application/pdf');
  });

  test('nobody sees those of others', async () => {
    const [first] = await invoicesInDatabase();
    const { rows } = await web.database.pool.query<{ customer_id: string }>(
      'select customer_id from register.customer where customer_id <> $1 limit 1',
      [customer],
    );
    const other = rows[0]?.customer_id ?? '';
    for (const path of ['', '/pdf']) {
      const answer = await fetchAs({ person: other }, `/min-side/fakturaer/${first?.invoice_id}${path}`);
      expect(answer.status).toBe(404);
    }
  });
});
