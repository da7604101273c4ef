/** The catalogue in the office: prices, add-ons with what their supplier is told, and who may keep it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff, type StaffBrowser } from '../support/office.ts';
import { orderThroughSummary, summaryFields } from '../support/ordering.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let sales: StaffBrowser;
const PAGE = '/kontor/varer?purpose=customer-administration';
const SUPPLIER = '00000000-0000-7000-8000-0000000000aa';

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  sales = asStaff(web, 'sales');
  await web.database.pool.query(
    `insert into register.supplier (supplier_id, kind, name, registered_at)
     values ($1, 'supplier', 'Turkart Eksempel AS', '2026-11-01')`,
    [SUPPLIER],
  );
});
afterAll(() => web.close());

const MAPS = {
  ...{ sku: 'ES-900', kind: 'add-on', nameNb: 'Turkart på nett', nameEn: 'Trail maps', price: '199', vatRate: '25' },
  ...{ descriptionNb: 'Kart i ett år.', descriptionEn: 'Maps for a year.', durability: 'normal', inCatalogue: 'yes' },
};
const ORDER = {
  ...{ kind: 'private', legalName: 'Prøve', street: 'Prøveveien 3', postalCode: '0150', city: 'Oslo' },
  'quantity.ES-110': '1',
};
const linesOf = async (email: string) => {
  const { rows } = await web.database.pool.query<{ sku: string; shared_fields: string | null }>(
    `select product.sku, add_on.shared_fields from register.order_line join register.product using (product_id)
       join register.customer using (customer_id) left join register.add_on using (customer_id, order_id, product_id)
      where customer.email = $1 order by line_number`,
    [email],
  );
  return rows;
};

test('an add-on has a supplier and says what the supplier is told; other products have neither', async () => {
  const without = await sales.search(PAGE, MAPS);
  expect([without.status, without.html.includes('må ha en leverandør')]).toEqual([422, true]);
  const goods = { ...MAPS, kind: 'goods', supplier: SUPPLIER };
  expect((await sales.search(PAGE, goods)).status).toBe(422);
  const whole = { ...MAPS, supplier: SUPPLIER, 'share-name': 'yes', 'share-email': 'yes' };
  expect((await sales.search(PAGE, whole)).status).toBe(303);
  const again = await sales.search(PAGE, whole);
  expect([again.status, again.html.includes('En annen vare har dette nummeret')]).toEqual([422, true]);
});

test('P56: the add-on is accepted for itself, in words that name the supplier and the fields, and not ticked beforehand', async () => {
  const { html: body } = await web.get('/bestill');
  expect(body).toContain(
    'deler dette med Turkart Eksempel AS, så jeg får tilgang til Turkart på nett: navnet og e-postadressen.',
  );
  expect(body).not.toMatch(/name="accept\.ES-900"[^>]*checked/);
  await orderThroughSummary(web, '/bestill', {
    ...ORDER,
    email: 'ja@example.no',
    'want.ES-900': 'yes',
    'accept.ES-900': 'yes',
  });
  expect(await linesOf('ja@example.no')).toEqual([
    { sku: 'ES-110', shared_fields: null },
    { sku: 'ES-900', shared_fields: 'name, email' },
  ]);
});

test('P56: whoever does not accept gets no add-on, is told so, and the rest of the order is as it was', async () => {
  const fields = { ...ORDER, email: 'nei@example.no', 'want.ES-900': 'yes' };
  const summary = await web.post('/bestill', { ...fields, step: 'summary' });
  expect(summary.html).toContain('Turkart på nett er ikke med');
  await web.post('/bestill', { ...summaryFields(summary.html), step: 'order' });
  expect(await linesOf('nei@example.no')).toEqual([{ sku: 'ES-110', shared_fields: null }]);
});

test('a button pressed twice orders once, and a price that changed meanwhile shows the summary again', async () => {
  const form = await web.post('/bestill', { ...ORDER, email: 'to@example.no', step: 'summary' });
  const binding = { ...summaryFields(form.html), step: 'order' };
  const first = await web.post('/bestill', binding);
  expect(await web.post('/bestill', binding)).toEqual(first);
  expect(await linesOf('to@example.no')).toHaveLength(1);
  const later = await web.post('/bestill', { ...ORDER, email: 'tre@example.no', step: 'summary' });
  await web.database.pool.query(`update register.product set price_ore = price_ore + 100 where sku = 'ES-110'`);
  const changed = await web.post('/bestill', { ...summaryFields(later.html), step: 'order' });
  expect(changed.html).toContain('Prisene er endret');
  expect(await linesOf('tre@example.no')).toEqual([]);
});

test('a text that holds a card number or an identity number is refused with the reason, and nothing is dropped unseen', async () => {
  const card = await web.post('/bestill', {
    ...ORDER,
    email: 'kort@example.no',
    deliverTo: 'Kort 4111 1111 1111 1111',
  });
  expect([card.status, card.html.includes('ligner et kortnummer')]).toEqual([422, true]);
  const identity = await web.post('/bestill', { ...ORDER, email: 'fnr@example.no', street: 'Veien 018190 00049' });
  expect([identity.status, identity.html.includes('ligner et fødselsnummer')]).toEqual([422, true]);
  expect((await web.post('/bestill', { ...ORDER, email: 'x@example.no', secret: 'x' })).status).toBe(400);
});

test('warehouse and marketing do not keep the catalogue', async () => {
  for (const role of ['warehouse', 'marketing']) expect((await asStaff(web, role).get(PAGE)).status).toBe(403);
});
