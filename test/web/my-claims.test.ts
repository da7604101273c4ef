/** Messages and claims on My page: written by the customer, read by nobody else, with the dates that the law gives. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openEasyStepWeb } from '../support/easy-step-web.ts';
import { type SignedInWeb, signedInWeb } from '../support/signed-in.ts';

let web: SignedInWeb;
let me: { customer_id: string; email: string };
let other: string;
const ORDER = '00000000-0000-7000-8000-00000000b001';
beforeAll(async () => {
  web = await signedInWeb(openEasyStepWeb);
  const { pool } = web.database;
  const { rows } = await pool.query<typeof me>(
    `select customer_id, email from register.customer where kind = 'private' order by customer_number limit 2`,
  );
  const [one, two] = rows;
  if (one === undefined || two === undefined) throw new Error('nobody is registered');
  me = one;
  other = two.customer_id;
  await pool.query(
    `insert into register.sales_order (customer_id, order_id, placed_at, placed_through, notice_version, status,
        deliver_to_name, net_ore, vat_ore) values ($1, $2, '2025-03-10T10:00:00Z', 'web', '2026-1', 'delivered', 'Meg', 1000, 250)`,
    [me.customer_id, ORDER],
  );
  await pool.query(
    `insert into register.order_line (customer_id, order_id, line_number, product_id, quantity, unit_price_ore, vat_rate)
     select $1, $2, 1, product_id, 1, 1000, 25 from register.product where durability = 'long' order by sku limit 1`,
    [me.customer_id, ORDER],
  );
  await pool.query(
    `insert into register.delivery (customer_id, delivery_id, order_id, dispatched_at, completed_at)
     values ($1, $2, $2, '2025-03-12T10:00:00Z', '2025-03-15T10:00:00Z')`,
    [me.customer_id, ORDER],
  );
});
afterAll(() => web.close());
beforeEach(() =>
  web.database.pool.query('delete from register.message; delete from register.claim; delete from kept.outbox'),
);

const rowsOf = async (sql: string) => (await web.database.pool.query(sql)).rows;
const asMe = () => ({ person: me.customer_id });

describe('messages', () => {
  test('what I write waits for an answer, and stands on my page', async () => {
    const { status } = await web.post('/min-side/meldinger', { subject: 'Størrelse', text: 'Finnes de i 47?' }, asMe());
    expect(status).toBe(303);
    expect(
      await rowsOf(
        'select customer_id, direction, channel, purpose, answered_at, extends_relationship from register.message',
      ),
    ).toEqual([
      {
        ...{ customer_id: me.customer_id, direction: 'in', channel: 'web', purpose: 'customer-communication' },
        ...{ answered_at: null, extends_relationship: false },
      },
    ]);
    expect((await web.get('/min-side/meldinger', asMe())).html).toContain('Finnes de i 47?');
    expect((await web.get('/en/my-page/messages', asMe())).html).toContain('Finnes de i 47?');
    expect((await web.get('/min-side/meldinger', { person: other })).html).not.toContain('Finnes de i 47?');
  });

  test.each([
    ['Kortet er 4111 1111 1111 1111', 'kortnummer', 'card number', '/min-side/meldinger', '/en/my-page/messages'],
    ['Jeg er 018190 00049', 'fødselsnummer', 'identity number', '/min-side/meldinger', '/en/my-page/messages'],
  ])('%s is refused in both languages, told why, and nothing is lost', async (text, nb, en, norsk, english) => {
    for (const [path, why] of [
      [norsk, nb],
      [english, en],
    ] as const) {
      const { status, html } = await web.post(path, { subject: 'Emnet mitt', text }, asMe());
      expect([status, html.includes(why), html.includes(text), html.includes('Emnet mitt')]).toEqual([
        422,
        true,
        true,
        true,
      ]);
    }
    expect(await rowsOf('select from register.message')).toEqual([]);
  });
});

describe('claims', () => {
  const claim = { which: `${ORDER}.1`, wrong: 'Sålen løsner', discovered: '2026-11-20', wants: 'repair' };

  test('forbrukerkjøpsloven § 27: what lasts can be claimed about for five years, and I see until when', async () => {
    expect((await web.get('/min-side/reklamasjoner/ny', asMe())).html).toContain(`value="${ORDER}.1"`);
    const answer = await web.post('/min-side/reklamasjoner/ny', claim, asMe());
    expect(answer.status).toBe(303);
    expect(
      await rowsOf(`select about_order_id, about_line_number, wants, window_ends_on::text, answer_due_on::text,
                                limitation_on::text, status, received_through from register.claim`),
    ).toEqual([
      {
        ...{ about_order_id: ORDER, about_line_number: 1, wants: 'repair', window_ends_on: '2030-03-15' },
        ...{ answer_due_on: '2026-12-07', limitation_on: '2028-03-15', status: 'received', received_through: 'web' },
      },
    ]);
    const { html } = await web.get(answer.headers.get('Location') ?? '', asMe());
    expect(html).toContain('15. mars 2030');
    expect(html).toContain('7. desember 2026');
    expect(await rowsOf('select addressee, template from kept.outbox')).toEqual([
      { addressee: me.email, template: 'claim-received' },
    ]);
  });

  test('I can write about my claim, and nobody else can read or write it', async () => {
    const { headers } = await web.post('/min-side/reklamasjoner/ny', claim, asMe());
    const path = (headers.get('Location') ?? '').replace(/\?.*/, '');
    expect((await web.post(path, { text: 'Her er mer.' }, asMe())).status).toBe(303);
    const [receipt, written] = await rowsOf('select direction, channel, body from register.claim_entry order by at');
    expect(receipt).toMatchObject({ direction: 'out', channel: 'mail' });
    expect(written).toEqual({ direction: 'in', channel: 'web', body: 'Her er mer.' });
    expect(await rowsOf('select from register.message')).toEqual([]);
    expect((await web.get(path, asMe())).html).toContain('Her er mer.');
    expect((await web.get('/min-side/meldinger', asMe())).html).not.toContain('Her er mer.');
    expect((await web.get(path, { person: other })).status).toBe(404);
    expect((await web.post(path, { text: 'Jeg også' }, { person: other })).status).toBe(404);
  });

  test.each([
    [{ ...claim, which: '' }, 'Velg hva det gjelder'],
    [{ ...claim, wrong: ' ' }, 'Skriv hva som er galt'],
    [{ ...claim, discovered: '2027-01-01' }, 'ikke er frem i tid'],
    [{ ...claim, wrong: 'Kort 4111 1111 1111 1111' }, 'kortnummer'],
  ])('%o is told what is wrong, and nothing is kept', async (typed, why) => {
    const { status, html } = await web.post('/min-side/reklamasjoner/ny', typed, asMe());
    expect([status, html.includes(why)]).toEqual([422, true]);
    expect(await rowsOf('select from register.claim')).toEqual([]);
  });

  test('another’s purchase cannot be claimed about', async () => {
    expect((await web.post('/min-side/reklamasjoner/ny', claim, { person: other })).status).toBe(422);
  });
});
