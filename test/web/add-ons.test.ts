/** Add-on services: listed and opened in the office, ended by staff with a reason or by the customer on My page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addOnState } from '../../src/register/index.ts';
import { addOnWords, digestOfWords } from '../../src/web/add-on-words.ts';
import { type EasyStepWeb, ORIGIN, openEasyStepWeb } from '../support/easy-step-web.ts';
import { seededIds } from '../support/fixed.ts';
import { asStaff, type StaffBrowser } from '../support/office.ts';
import { headersOf, signedInByHeader as personByHeader } from '../support/signed-in.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let support: StaffBrowser;
let me = '';
let other = '';
const newId = seededIds('add-ons');
const [FIRST, SECOND, THIRD] = [newId(), newId(), newId()];
const SUPPLIER = newId();

const rowsOf = async (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
  (await web.database.pool.query(sql, values)).rows;

async function plant(customer: string, addOn: string, wordsHash: string): Promise<void> {
  const [order, product] = [newId(), newId()];
  await rowsOf(
    `insert into register.sales_order (customer_id, order_id, placed_at, placed_through, notice_version, status,
       deliver_to_name, net_ore, vat_ore) values ($1, $2, '2026-11-01T10:00:00Z', 'web', '1', 'confirmed', 'Meg', 1, 1)`,
    ...[customer, order],
  );
  await rowsOf(
    `insert into register.product (product_id, sku, kind, name_nb, name_en, description_nb, description_en, price_ore,
       vat_rate, durability, supplier_id, in_catalogue, shared_fields)
     values ($1::uuid, 'SKU-' || left($1::text, 36), 'add-on', 'Turkart', 'Trail maps', '', '', 1, 25, 'normal', $2, true, '{name,email}')`,
    ...[product, SUPPLIER],
  );
  await rowsOf(
    `insert into register.add_on (customer_id, add_on_id, order_id, product_id, supplier_id, shared_fields, accepted_at,
       accepted_words_hash) values ($1, $2, $3, $4, $5, 'name, email', '2026-11-01T10:00:00Z', $6)`,
    ...[customer, addOn, order, product, SUPPLIER, wordsHash],
  );
}

beforeAll(async () => {
  web = await openEasyStepWeb(async (headers) => (await signedInByHeader(headers)) ?? (await personByHeader(headers)));
  support = asStaff(web, 'support');
  const people = await rowsOf(
    `select customer_id from register.customer where kind = 'private' order by customer_number limit 2`,
  );
  [me = '', other = ''] = people.map(({ customer_id }) => String(customer_id));
  await rowsOf(
    `insert into register.supplier (supplier_id, kind, name, registered_at)
     values ($1, 'supplier', 'Eksempel Kart AS', '2026-01-01T10:00:00Z')`,
    SUPPLIER,
  );
  const said = { supplier: 'Eksempel Kart AS', product: 'Turkart', fields: ['name', 'email'] };
  const hash = digestOfWords(addOnWords(web.policy, 'nb', said));
  await plant(me, FIRST, hash);
  await plant(me, SECOND, '0'.repeat(64));
  await plant(other, THIRD, hash);
});
afterAll(() => web.close());

const UNDER = '?purpose=add-on-services';
const LIST = `/kontor/tilleggstjenester${UNDER}`;
const pageOf = (customer: string, addOn: string): string => `/kontor/tilleggstjenester/${customer}/${addOn}${UNDER}`;

/** Opens the customer first, where a reason is given once. */
const opened = async (customer: string): Promise<void> => {
  await support.get(`/kontor/kunder/${customer}${UNDER}`);
};

async function asMe(path: string, fields: Record<string, string> | null, person = me) {
  const headers = { ...headersOf({ person }), Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded' };
  const init =
    fields === null ? { headers } : { method: 'POST', headers, body: new URLSearchParams(fields).toString() };
  const response = await web.app.request(`${ORIGIN}${path}`, init);
  return { status: response.status, html: await response.text() };
}

test('an add-on runs, runs until a day that is set, or is over', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  expect(addOnState({ ended_at: null }, now)).toBe('running');
  expect(addOnState({ ended_at: new Date('2026-11-23T12:00:01Z') }, now)).toBe('ending');
  expect(addOnState({ ended_at: now }, now)).toBe('ended');
});

describe('in the office', () => {
  test('the list shows whose they are and of which supplier, in both languages, and is narrowed by state and supplier', async () => {
    const { html } = await support.get(`${LIST}&supplier=${SUPPLIER}`);
    expect(html).toContain('Eksempel Kart AS');
    expect(html).toContain(`/${me}/${FIRST}`);
    expect((await support.get(`/en/office/add-ons${UNDER}`)).html).toContain('Trail maps');
    expect((await support.get(`${LIST}&supplier=${SUPPLIER}&state=ended`)).html).not.toContain(FIRST);
    expect((await support.get(`${LIST}&supplier=${newId()}`)).html).not.toContain(FIRST);
  });

  test('only the purposes that have them show them', async () => {
    expect((await asStaff(web, 'warehouse').get('/kontor/tilleggstjenester?purpose=delivery')).status).toBe(403);
    expect((await asStaff(web, 'accounts').get('/kontor/tilleggstjenester?purpose=invoicing')).status).toBe(403);
  });

  test('one shows its order, what may be shared, and the words that the customer confirmed', async () => {
    await opened(me);
    const { status, html } = await support.get(pageOf(me, FIRST));
    expect(status).toBe(200);
    for (const says of ['Bestilling ', 'navnet og e-postadressen', 'Jeg godtar at', 'Avtrykket av ordene']) {
      expect(html).toContain(says);
    }
    expect((await support.get(pageOf(me, SECOND))).html).toContain('kan ikke vises slik de var');
    expect((await support.get(`/kontor/kunder/${me}${UNDER}`)).html).toContain(`/${me}/${FIRST}`);
    expect((await support.get(pageOf(other, FIRST))).status).toBe(404);
  });

  test('a bad day, no reason and a card number are refused, and what was typed is kept', async () => {
    for (const [fields, says] of [
      [{ on: '2026-10-01', reason: 'Ringte' }, 'Skriv en dag'],
      [{ on: '2028-01-01', reason: 'Ringte' }, 'Skriv en dag'],
      [{ on: 'i går', reason: 'Ringte' }, 'Skriv en dag'],
      [{ on: '2026-11-23', reason: ' ' }, 'Skriv hvorfor'],
      [{ on: '2026-11-23', reason: 'Kort 4111 1111 1111 1111' }, 'kortnummer'],
    ] as const) {
      const { status, html } = await support.search(pageOf(me, FIRST), fields);
      expect([status, says, html.includes(says), html.includes(fields.reason)]).toEqual([422, says, true, true]);
    }
    expect(await rowsOf('select from register.add_on where ended_at is not null')).toEqual([]);
  });

  test('it ends on the day that the customer wishes, with the reason, once, and the ledger says that it was asked for', async () => {
    const { status } = await support.search(pageOf(me, FIRST), { on: '2026-12-01', reason: 'Ringte og ba om det' });
    expect(status).toBe(303);
    const [row] = await rowsOf(
      'select ended_at, end_reason, ended_by from register.add_on where add_on_id = $1',
      FIRST,
    );
    expect(row).toMatchObject({ ended_at: new Date('2026-11-30T23:00:00Z'), end_reason: 'Ringte og ba om det' });
    await support.search(pageOf(me, FIRST), { on: '2026-11-23', reason: 'En gang til' });
    expect(await rowsOf('select end_reason from register.add_on where add_on_id = $1', FIRST)).toEqual([
      { end_reason: 'Ringte og ba om det' },
    ]);
    expect((await support.get(pageOf(me, FIRST))).html).toContain('Avsluttes');
    const acts = await rowsOf(
      `select convert_from(leaf, 'UTF8') as leaf from kept.ledger_entry where kind = 'request'
        and convert_from(leaf, 'UTF8')::jsonb -> 'body' ->> 'about' = 'add-on-ended'`,
    );
    expect(acts).toHaveLength(1);
    expect(String(acts[0]?.leaf)).toContain(FIRST);
    expect(String(acts[0]?.leaf)).not.toContain('Ringte');
  });

  test('a purpose that only sees them ends none', async () => {
    const path = pageOf(me, SECOND).replace('add-on-services', 'customer-administration');
    const { status } = await support.search(path, { on: '2026-11-23', reason: 'Nei' });
    expect(status).not.toBe(303);
    expect(await rowsOf('select ended_at from register.add_on where add_on_id = $1', SECOND)).toEqual([
      { ended_at: null },
    ]);
  });
});

describe('on My page', () => {
  test('I see what is shared with whom, in the words I accepted, and only my own', async () => {
    const { html } = await asMe('/min-side/tilleggstjenester', null);
    for (const says of [
      'Turkart',
      'Eksempel Kart AS',
      'navnet og e-postadressen',
      'Jeg godtar at',
      'Ringte og ba om det',
    ]) {
      expect(html).toContain(says);
    }
    expect(html).not.toContain(THIRD);
    expect((await asMe('/en/my-page/add-ons', null)).html).toContain('End Trail maps');
  });

  test('I end one with a button, and nobody ends mine', async () => {
    await asMe('/min-side/tilleggstjenester', { end: SECOND }, other);
    expect(await rowsOf('select ended_at from register.add_on where add_on_id = $1', SECOND)).toEqual([
      { ended_at: null },
    ]);
    expect((await asMe('/min-side/tilleggstjenester', { end: SECOND })).status).toBe(303);
    const [row] = await rowsOf(
      'select ended_at, end_reason, ended_by from register.add_on where add_on_id = $1',
      SECOND,
    );
    expect(row).toEqual({ ended_at: new Date('2026-11-23T12:00:00Z'), end_reason: null, ended_by: null });
    expect((await asMe('/min-side/tilleggstjenester?told=ended', null)).html).toContain('er avsluttet');
    expect((await asMe('/min-side/tilleggstjenester', { end: 'noe' })).status).toBe(400);
    expect((await asMe('/min-side/tilleggstjenester', { end: SECOND, more: '1' })).status).toBe(400);
  });
});
