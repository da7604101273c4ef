/** The right to withdraw on My page: the function of Directive (EU) 2023/2673 over angrerettloven, and what comes of it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sendPart } from '../../src/register/index.ts';
import { sessionsOf } from '../../src/web/web-parts.ts';
import { type EasyStepWeb, ORIGIN, openEasyStepWeb } from '../support/easy-step-web.ts';
import { seededIds } from '../support/fixed.ts';
import { asStaff } from '../support/office.ts';
import { headersOf, signedInByHeader as personByHeader } from '../support/signed-in.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let me = '';
let company = '';
const newId = seededIds('withdrawals');

const rowsOf = async (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
  (await web.database.pool.query(sql, values)).rows;

beforeAll(async () => {
  web = await openEasyStepWeb(async (headers) => (await signedInByHeader(headers)) ?? (await personByHeader(headers)));
  const one = async (kind: string): Promise<string> =>
    String((await rowsOf('select customer_id from register.customer where kind = $1 limit 1', kind))[0]?.customer_id);
  [me, company] = [await one('private'), await one('company')];
});
afterAll(() => web.close());
beforeEach(() => rowsOf('delete from register.claim'));

interface Planted {
  readonly customer?: string;
  readonly status: string;
  readonly through?: string;
  /** When its only delivery was received; absent: nothing was sent. */
  readonly receivedAt?: string | null;
}

async function plantOrder({ customer = me, status, through = 'web', receivedAt }: Planted): Promise<string> {
  const order = newId();
  await rowsOf(
    `insert into register.sales_order (customer_id, order_id, placed_at, placed_through, notice_version, status,
       deliver_to_name, net_ore, vat_ore, confirmed_at)
     values ($1, $2, '2026-10-01T10:00:00Z', $3, '1', $4, 'Meg', 1000, 250, '2026-10-02T10:00:00Z')`,
    ...[customer, order, through, status],
  );
  await rowsOf(
    `insert into register.order_line (customer_id, order_id, line_number, product_id, quantity, unit_price_ore, vat_rate)
     select $1, $2, 1, product_id, 2, 500, 25 from register.product where kind = 'goods' order by sku limit 1`,
    ...[customer, order],
  );
  if (receivedAt === undefined) return order;
  await rowsOf(
    `insert into register.delivery (customer_id, delivery_id, order_id, dispatched_at, completed_at)
     values ($1, $2, $2, '2026-10-03T10:00:00Z', $3)`,
    ...[customer, order, receivedAt],
  );
  await rowsOf(
    `insert into register.delivery_line (customer_id, delivery_id, line_number, quantity) values ($1, $2, 1, 1)`,
    ...[customer, order],
  );
  return order;
}

async function as(person: string, path: string, fields: Record<string, string> | null = null) {
  const headers = { ...headersOf({ person }), Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded' };
  const init =
    fields === null ? { headers } : { method: 'POST', headers, body: new URLSearchParams(fields).toString() };
  const response = await web.app.request(`${ORIGIN}${path}`, init);
  return { status: response.status, html: await response.text() };
}

const pageOf = (order: string): string => `/min-side/bestillinger/${order}`;
const withdraw = (order: string, person = me) => as(person, `${pageOf(order)}/angre`, { do: 'withdraw' });
const orderNow = async (order: string) =>
  (await rowsOf('select status, withdrawn_at, cancel_reason from register.sales_order where order_id = $1', order))[0];
const mails = () =>
  rowsOf(`select addressee, subject_line, body_text from kept.outbox where template = 'withdrawal-received'`);

describe('an order of which nothing was sent', () => {
  test.each(['placed', 'confirmed'])(
    '%s: is cancelled by withdrawing, confirmed by mail with what was said and when',
    async (status) => {
      const order = await plantOrder({ status });
      expect((await as(me, pageOf(order))).html).toContain('Angre kjøpet');
      const { html } = await as(me, `${pageOf(order)}/angre`);
      for (const says of ['Bekreft at du angrer kjøpet', 'Ingenting er gjort før du bekrefter', '@']) {
        expect(html).toContain(says);
      }
      expect(await orderNow(order)).toMatchObject({ status, withdrawn_at: null });
      const before = (await mails()).length;
      expect((await withdraw(order)).status).toBe(303);
      expect(await orderNow(order)).toEqual({
        ...{ status: 'cancelled', withdrawn_at: new Date('2026-11-23T12:00:00Z') },
        cancel_reason: 'Jeg går fra avtalen (angrerett).',
      });
      expect(await rowsOf('select from register.claim')).toEqual([]);
      const sent = (await mails()).slice(before);
      expect(sent).toHaveLength(1);
      expect(sent[0]?.body_text).toContain('23. november 2026');
      expect(sent[0]?.body_text).toContain('Jeg går fra avtalen');
      expect((await as(me, `${pageOf(order)}?told=withdrawn`)).html).toContain('Kvitteringen er sendt');
    },
  );
});

describe('an order that was sent', () => {
  test('within fourteen days of the last receipt: a case is made, with the day on which the money is to be back', async () => {
    const order = await plantOrder({ status: 'delivered', receivedAt: '2026-11-16T10:00:00Z' });
    await withdraw(order);
    expect(await orderNow(order)).toMatchObject({ status: 'delivered' });
    const [claim] = await rowsOf(
      `select kind, status, about_order_id, wants, window_ends_on::text as ends, answer_due_on::text as due, description from register.claim`,
    );
    expect(claim).toEqual({
      ...{ kind: 'withdrawal', status: 'received', about_order_id: order, wants: 'refund', ends: '2026-11-30' },
      ...{ due: '2026-12-07', description: 'Jeg går fra avtalen (angrerett).' },
    });
    await withdraw(order);
    expect(await rowsOf('select from register.claim')).toHaveLength(1);
    expect((await as(me, '/min-side/reklamasjoner')).html).toContain('Angret kjøp');
  });

  test('in parts, with the rest not sent: nothing more of it is sent, and it leaves the list of what is to be sent', async () => {
    const order = await plantOrder({ status: 'part-delivered', receivedAt: null });
    const list = '/kontor/levering?purpose=delivery';
    expect((await asStaff(web, 'warehouse').get(list)).html).toContain(order);
    await withdraw(order);
    expect((await asStaff(web, 'warehouse').get(list)).html).not.toContain(order);
    const outcome = await web.enforcement.asPurpose(
      { kind: 'staff', id: newId(), roles: ['warehouse'] },
      'delivery',
      (session) =>
        sendPart(sessionsOf(session).register, {
          ...{ customerId: me, orderId: order, deliveryId: newId(), dispatchedAt: new Date('2026-11-23T13:00:00Z') },
          ...{ carrier: null, trackingReference: null, part: [{ lineNumber: 1, quantity: 1 }] },
        }),
    );
    expect(outcome).toEqual({ kind: 'not-now', status: 'part-delivered' });
  });
});

describe('no right to withdraw', () => {
  test.each([
    ['after its last day', { status: 'delivered', receivedAt: '2026-11-06T10:00:00Z' }],
    ['of what was bought in the shop', { status: 'placed', through: 'store' }],
    ['of what is cancelled', { status: 'cancelled' }],
  ] as const)('%s: no button, and nothing happens', async (_, planted) => {
    const order = await plantOrder(planted);
    expect((await as(me, pageOf(order))).html).not.toContain('Angre kjøpet');
    expect((await as(me, `${pageOf(order)}/angre`)).status).toBe(302);
    await withdraw(order);
    expect(await orderNow(order)).toMatchObject({ status: planted.status, withdrawn_at: null });
    expect(await rowsOf('select from register.claim')).toEqual([]);
  });

  test('for a company, and for somebody else’s order', async () => {
    const theirs = await plantOrder({ customer: company, status: 'placed' });
    await withdraw(theirs, company);
    expect(await orderNow(theirs)).toMatchObject({ status: 'placed', withdrawn_at: null });
    expect((await withdraw(await plantOrder({ status: 'placed' }), company)).status).toBe(404);
  });

  test('the last day itself still counts', async () => {
    const order = await plantOrder({ status: 'delivered', receivedAt: '2026-11-09T10:00:00Z' });
    await withdraw(order);
    expect((await orderNow(order))?.withdrawn_at).toEqual(new Date('2026-11-23T12:00:00Z'));
  });
});

describe('staff', () => {
  test('see what was withdrawn from among what waits today, find it in the list, and close it with the money back', async () => {
    const order = await plantOrder({ status: 'delivered', receivedAt: '2026-11-16T10:00:00Z' });
    await withdraw(order);
    const support = asStaff(web, 'support');
    expect((await support.get('/kontor')).html).toContain('Kjøp som er angret');
    const { html } = await support.get('/kontor/reklamasjoner?purpose=claims&status=open&kind=withdrawal');
    const [claim] = await rowsOf('select claim_id from register.claim');
    expect(html).toContain(String(claim?.claim_id));
    expect((await support.get('/kontor/reklamasjoner?purpose=claims&kind=fault')).html).not.toContain(
      String(claim?.claim_id),
    );
    const path = `/kontor/reklamasjoner/${me}/${claim?.claim_id}?purpose=claims`;
    const page = await support.get(path);
    for (const says of ['Angret kjøp', 'angrerettloven § 24', 'Hele bestilling']) expect(page.html).toContain(says);
    expect((await support.get(path.replace('/kontor/reklamasjoner', '/en/office/claims'))).html).toContain(
      'Withdrawal',
    );
    await support.search(path, { do: 'close', outcome: 'refunded', answer: 'Pengene er sendt.' });
    expect(await rowsOf(`select outcome from register.claim`)).toEqual([{ outcome: 'refunded' }]);
  });
});
