/** Orders in the office: sales confirm, change and cancel; warehouse sends in parts and sees nothing of money or mail. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff, type StaffBrowser } from '../support/office.ts';
import { orderThroughSummary } from '../support/ordering.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let sales: StaffBrowser;
let warehouse: StaffBrowser;

interface Placed {
  readonly customer_id: string;
  readonly order_id: string;
  readonly order_number: number;
}

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  sales = asStaff(web, 'sales');
  warehouse = asStaff(web, 'warehouse');
});
afterAll(() => web.close());

async function place(email: string, more: Readonly<Record<string, string>> = {}): Promise<Placed> {
  const fields = {
    ...{
      kind: 'private',
      legalName: 'Prøve Bestiller',
      email,
      street: 'Prøveveien 3',
      postalCode: '0150',
      city: 'Oslo',
    },
    ...{ 'quantity.ES-100': '3', 'quantity.ES-300': '1', ...more },
  };
  await orderThroughSummary(web, '/bestill', fields);
  const { rows } = await web.database.pool.query<Placed>(
    `select customer_id, order_id, order_number from register.sales_order join register.customer using (customer_id)
      where email = $1 order by placed_at desc, order_id desc limit 1`,
    [email],
  );
  if (rows[0] === undefined) throw new Error('no order was written');
  return rows[0];
}

const salesPage = ({ customer_id, order_id }: Placed, below = ''): string =>
  `/kontor/bestillinger/${customer_id}/${order_id}${below}?purpose=ordering`;
const packingPage = ({ customer_id, order_id }: Placed): string =>
  `/kontor/levering/${customer_id}/${order_id}?purpose=delivery`;
const statusOf = async ({ order_id }: Placed): Promise<string | undefined> => {
  const { rows } = await web.database.pool.query<{ status: string }>(
    'select status from register.sales_order where order_id = $1',
    [order_id],
  );
  return rows[0]?.status;
};
const templatesTo = async ({ customer_id }: Placed): Promise<string[]> => {
  const { rows } = await web.database.pool.query<{ template: string }>(
    'select template from kept.outbox where person_id = $1 order by template desc',
    [customer_id],
  );
  return rows.map(({ template }) => template);
};

test('sales see what came in, confirm it, and the customer is told', async () => {
  const order = await place('en@example.no');
  const list = await sales.get('/kontor/bestillinger?purpose=ordering&status=placed');
  expect(list.html).toContain(String(order.order_number));
  expect(list.html).toContain('Prøve Bestiller');
  expect((await sales.search(salesPage(order), { do: 'confirm' })).status).toBe(303);
  expect(await statusOf(order)).toBe('confirmed');
  expect(await templatesTo(order)).toEqual(['order-received', 'order-confirmed']);
});

test('cancelling wants a reason, and none that holds a card number', async () => {
  const order = await place('to@example.no');
  expect((await sales.search(salesPage(order), { do: 'cancel', reason: ' ' })).html).toContain('Skriv hvorfor');
  const card = await sales.search(salesPage(order), { do: 'cancel', reason: 'Kort 4111 1111 1111 1111' });
  expect(card.status).toBe(422);
  expect(card.html).toContain('kortnummer');
  expect((await sales.search(salesPage(order), { do: 'cancel', reason: 'Utsolgt' })).status).toBe(303);
  expect(await statusOf(order)).toBe('cancelled');
  expect(await templatesTo(order)).toEqual(['order-received', 'order-cancelled']);
});

test('changing an order keeps its prices, and what is wrong keeps what was typed', async () => {
  const order = await place('tre@example.no');
  const form = {
    ...{ deliverTo: 'Nabo Nabosen', street: 'Nyveien 1', postalCode: '5003', city: 'Bergen', terms: 'prepaid' },
    ...{ buyerReference: '', 'quantity-1': '1', 'quantity-2': '1' },
  };
  const wrong = await sales.search(salesPage(order, '/endre'), { ...form, postalCode: '50' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('value="Nabo Nabosen"');
  expect((await sales.search(salesPage(order, '/endre'), form)).status).toBe(303);
  const { rows } = await web.database.pool.query(
    'select deliver_to_city, net_ore from register.sales_order where order_id = $1',
    [order.order_id],
  );
  expect(rows).toEqual([{ deliver_to_city: 'Bergen', net_ore: 79_920 + 10_348 }]);
});

test('several are confirmed at once after a preview, and the confirmations can be taken back', async () => {
  const [one, other] = [await place('fire@example.no'), await place('fem@example.no')];
  const chosen = [one, other].map(({ customer_id, order_id }) => `${customer_id}~${order_id}`).join(' ');
  const preview = await sales.search('/kontor/bestillinger/bekreft?purpose=ordering', { all: chosen });
  expect(preview.html).toContain('2 blir endret');
  expect(await statusOf(one)).toBe('placed');
  await sales.search('/kontor/bestillinger/bekreft?purpose=ordering', { all: chosen, confirm: 'yes' });
  expect([await statusOf(one), await statusOf(other)]).toEqual(['confirmed', 'confirmed']);
  await sales.search('/kontor/bestillinger/bekreft?purpose=ordering', { all: chosen, undo: 'yes' });
  expect([await statusOf(one), await statusOf(other)]).toEqual(['placed', 'placed']);
});

test('an order by telephone is written only when the privacy statement was mentioned', async () => {
  const { rows } = await web.database.pool.query<{ customer_number: number; customer_id: string }>(
    `select customer_number, customer_id from register.customer where email = 'en@example.no'`,
  );
  const form = {
    ...{ customerNumber: String(rows[0]?.customer_number), channel: 'phone', 'quantity-ES-110': '1', terms: 'prepaid' },
    ...{ deliverTo: 'Prøve', street: 'Prøveveien 3', postalCode: '0150', city: 'Oslo', buyerReference: '' },
  };
  const before = await sales.search('/kontor/bestillinger/ny?purpose=ordering', form);
  expect(before.status).toBe(422);
  expect(before.html).toContain('personvernerklæringen før opplysningene');
  const taken = await sales.search('/kontor/bestillinger/ny?purpose=ordering', { ...form, mentioned: 'yes' });
  expect(taken.status).toBe(303);
  const { rows: shown } = await web.database.pool.query(
    `select channel from kept.notice_shown where person_id = $1 order by channel`,
    [rows[0]?.customer_id],
  );
  expect(shown).toEqual([{ channel: 'phone' }, { channel: 'web-form' }]);
});

test('warehouse sends in two parts, prints a note for each, and marks what has come', async () => {
  const order = await place('seks@example.no');
  await sales.search(salesPage(order), { do: 'confirm' });
  const first = { do: 'send', 'quantity-1': '2', 'quantity-2': '0', carrier: 'Posten', tracking: 'TRK1' };
  expect((await warehouse.search(packingPage(order), first)).status).toBe(303);
  const tooMany = await warehouse.search(packingPage(order), { ...first, 'quantity-1': '2' });
  expect(tooMany.html).toContain('Det gjenstår bare 1');
  expect((await warehouse.search(packingPage(order), { ...first, 'quantity-1': '1', 'quantity-2': '1' })).status).toBe(
    303,
  );
  const { html } = await warehouse.get(packingPage(order));
  expect(html).toContain('Alt er sendt');
  const notes = [...html.matchAll(/href="([^"]+\.pdf[^"]*)"/g)].map(([, address = '']) => address);
  expect(notes).toHaveLength(2);
  const note = await warehouse.get(notes[0] ?? '');
  expect(note.html.startsWith('%PDF-')).toBe(true);
  const ids = [...html.matchAll(/<option value="([0-9a-f-]{36})"/g)].map(([, id = '']) => id);
  for (const delivery of ids) {
    const received = { do: 'receive', delivery, receivedOn: '2026-11-23', saidBy: 'carrier' };
    expect((await warehouse.search(packingPage(order), received)).status).toBe(303);
  }
  expect(await statusOf(order)).toBe('delivered');
});

test('warehouse sees where goods go, and no price, no mail address, no invoice, no claim and no marketing', async () => {
  const order = await place('sju@example.no');
  await sales.search(salesPage(order), { do: 'confirm' });
  const { html } = await warehouse.get(packingPage(order));
  expect(html).toContain('Prøveveien 3');
  expect(html).not.toContain('sju@example.no');
  expect(html).not.toMatch(/799|kr\b/);
  for (const purpose of ['invoicing', 'claims', 'marketing', 'ordering']) {
    expect((await warehouse.get(`/kontor/bestillinger?purpose=${purpose}`)).status).toBe(403);
  }
});

test('several orders are sent at once after a preview of how many pieces go', async () => {
  const order = await place('atte@example.no');
  await sales.search(salesPage(order), { do: 'confirm' });
  const all = `${order.customer_id}~${order.order_id}`;
  const preview = await warehouse.search('/kontor/levering/send?purpose=delivery', { all });
  expect(preview.html).toContain('4 stykker sendes');
  const card = await warehouse.search('/kontor/levering/send?purpose=delivery', {
    ...{ all, confirm: 'yes', carrier: 'Kort 4111 1111 1111 1111' },
  });
  expect([card.status, card.html.includes('ligner et kortnummer')]).toEqual([422, true]);
  await warehouse.search('/kontor/levering/send?purpose=delivery', { all, confirm: 'yes', carrier: 'Posten' });
  expect(await statusOf(order)).toBe('part-delivered');
});

test('a page for another purpose says which, and nothing of anybody', async () => {
  const { status, html } = await asStaff(web, 'support').get('/kontor/bestillinger?purpose=customer-communication');
  expect(status).toBe(403);
  expect(html).toContain('Ta imot bestillinger');
});
