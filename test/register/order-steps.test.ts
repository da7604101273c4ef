/** Orders and deliveries under the purposes of those who work with them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Principal } from '../../src/enforcement/index.ts';
import {
  cancelOrder,
  changeOrder,
  confirmOrder,
  type OrderKey,
  type RegisterSession,
  readDeliveries,
  receiveDelivery,
  type SentLine,
  sendPart,
  settleDeliveries,
  takeBackConfirmation,
} from '../../src/register/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { fixedClock, seededIds } from '../support/fixed.ts';

const newId = seededIds('order-steps');
const NOW = fixedClock('2026-11-23T12:00:00Z').now();
const OSLO = 'Europe/Oslo';
const later = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);

let web: EasyStepWeb;
beforeAll(async () => {
  web = await openEasyStepWeb();
});
afterAll(() => web.close());

const staff = (...roles: string[]): Principal => ({ kind: 'staff', id: newId(), roles });
const SALES = staff('sales');
const WAREHOUSE = staff('warehouse');

const act = <T>(principal: Principal, purpose: string, work: (session: RegisterSession) => Promise<T>): Promise<T> =>
  web.enforcement.asPurpose(principal, purpose, (session) => work(session as unknown as RegisterSession));
const asSales = <T>(work: (session: RegisterSession) => Promise<T>) => act(SALES, 'ordering', work);
const asWarehouse = <T>(work: (session: RegisterSession) => Promise<T>) => act(WAREHOUSE, 'delivery', work);
const asSystem = <T>(work: (session: RegisterSession) => Promise<T>) =>
  act({ kind: 'system', id: 'deliveries', roles: [] }, 'delivery', work);

/** An order of three of one product and one of another. */
async function newOrder(kind: 'private' | 'company' = 'private', terms = 'prepaid'): Promise<OrderKey> {
  const { pool } = web.database;
  const [customerId, orderId] = [newId(), newId()];
  await pool.query(
    `insert into register.customer (customer_id, kind, legal_name, organisation_number, email, registered_at, registered_through, notice_version)
     values ($1::uuid, $2, 'Prøve Person', $3, $1 || '@example.no', '2026-10-01', 'web', '1')`,
    [customerId, kind, kind === 'company' ? '974760673' : null],
  );
  await pool.query(
    `insert into register.sales_order (customer_id, order_id, placed_at, placed_through, notice_version, status, payment_terms,
       deliver_to_name, net_ore, vat_ore) values ($1, $2, '2026-11-20', 'web', '1', 'placed', $3, 'Prøve Person', 400, 100)`,
    [customerId, orderId, terms],
  );
  await pool.query(
    `insert into register.order_line (customer_id, order_id, line_number, product_id, quantity, unit_price_ore, vat_rate)
     select $1, $2, row_number() over (order by sku), product_id, case when sku = 'ES-100' then 3 else 1 end, 100, 25
       from register.product where sku in ('ES-100', 'ES-110')`,
    [customerId, orderId],
  );
  return { customerId, orderId };
}

const send = (key: OrderKey, part: readonly SentLine[], deliveryId = newId(), at = NOW) =>
  asWarehouse((session) =>
    sendPart(session, {
      ...{ ...key, deliveryId, dispatchedAt: at, carrier: 'Posten', trackingReference: null, part },
    }),
  );
const receive = (key: OrderKey, deliveryId: string, at = later(2)) =>
  asWarehouse((session) => receiveDelivery(session, { ...key, deliveryId, at, by: 'receipt' }, 'warehouse'));
const confirmed = async (): Promise<OrderKey> => {
  const key = await newOrder();
  expect(await asSales((session) => confirmOrder(session, key, NOW))).toEqual({ kind: 'done' });
  return key;
};
const statusOf = async ({ orderId }: OrderKey): Promise<string> => {
  const { rows } = await web.database.pool.query<{ status: string }>(
    'select status from register.sales_order where order_id = $1',
    [orderId],
  );
  return rows[0]?.status ?? '';
};

test('sales confirm, take back and cancel; what is cancelled stays so', async () => {
  const key = await confirmed();
  expect(await asSales((session) => confirmOrder(session, key, NOW))).toEqual({ kind: 'not-now', status: 'confirmed' });
  expect(await asSales((session) => takeBackConfirmation(session, key))).toEqual({ kind: 'done' });
  const by = { actor: 'sales', reason: 'Utsolgt', at: NOW } as const;
  expect(await asSales((session) => cancelOrder(session, key, by))).toEqual({ kind: 'done' });
  expect(await asSales((session) => confirmOrder(session, key, NOW))).toEqual({ kind: 'not-now', status: 'cancelled' });
});

test('a private person on invoice waits for a credit decision, and a company does not', async () => {
  const company = await newOrder('company', 'invoice');
  expect(await asSales((session) => confirmOrder(session, company, NOW))).toEqual({ kind: 'done' });
  const key = await newOrder('private', 'invoice');
  expect(await asSales((session) => confirmOrder(session, key, NOW))).toEqual({ kind: 'waits', status: 'placed' });
  await web.database.pool.query(
    `insert into register.credit_check (customer_id, credit_check_id, order_id, amount_ore, reason, requested_by, requested_at,
       outcome, decided_by, decided_at) values ($1, $2, $3, 500, 'Bestilling', $4, now(), 'invoice', $4, now())`,
    [key.customerId, newId(), key.orderId, newId()],
  );
  expect(await asSales((session) => confirmOrder(session, key, NOW))).toEqual({ kind: 'done' });
});

test('once credit was given for it an order gets no larger, however it is paid; smaller it may get', async () => {
  const key = await newOrder('private', 'invoice');
  await web.database.pool.query(
    `insert into register.credit_check (customer_id, credit_check_id, order_id, amount_ore, reason, requested_by, requested_at,
       outcome, decided_by, decided_at) values ($1, $2, $3, 500, 'Bestilling', $4, now(), 'invoice', $4, now())`,
    [key.customerId, newId(), key.orderId, newId()],
  );
  const change = (quantity: number, paymentTerms: 'prepaid' | 'invoice') =>
    asSales((session) =>
      changeOrder(session, key, {
        deliverTo: { name: 'Nabo', street: 'Eksempelveien 9', postalCode: '0150', city: 'Oslo' },
        ...{ paymentTerms, buyerReference: null, quantities: new Map([[1, quantity]]) },
      }),
    );
  for (const terms of ['invoice', 'prepaid'] as const) {
    expect(await change(90, terms)).toEqual({ kind: 'waits', status: 'placed' });
  }
  expect(await change(2, 'invoice')).toEqual({ kind: 'done' });
  expect(await asSales((session) => confirmOrder(session, key, NOW))).toEqual({ kind: 'done' });
});

test('before it is confirmed an order can be changed, and its sums follow at the prices agreed', async () => {
  const key = await newOrder();
  const change = {
    deliverTo: { name: 'Nabo', street: 'Eksempelveien 9', postalCode: '0150', city: 'Oslo' },
    ...{ paymentTerms: 'prepaid' as const, buyerReference: null, quantities: new Map([[1, 5]]) },
  };
  expect(await asSales((session) => changeOrder(session, key, change))).toEqual({ kind: 'done' });
  const { rows } = await web.database.pool.query(
    'select deliver_to_name, net_ore, vat_ore from register.sales_order where order_id = $1',
    [key.orderId],
  );
  expect(rows).toEqual([{ deliver_to_name: 'Nabo', net_ore: 600, vat_ore: 150 }]);
  await asSales((session) => confirmOrder(session, key, NOW));
  expect(await asSales((session) => changeOrder(session, key, change))).toEqual({
    kind: 'not-now',
    status: 'confirmed',
  });
});

test('warehouse sends in parts; the order is delivered when the last part has come', async () => {
  const key = await confirmed();
  const [first, second] = [newId(), newId()];
  expect(await send(key, [{ lineNumber: 1, quantity: 2 }], first)).toMatchObject({
    kind: 'sent',
    status: 'part-delivered',
  });
  expect(await send(key, [{ lineNumber: 1, quantity: 2 }])).toEqual({
    kind: 'faults',
    faults: [{ kind: 'more-than-remains', lineNumber: 1, remaining: 1 }],
  });
  expect(await receive(key, first)).toEqual({ kind: 'received', status: 'part-delivered' });
  const rest = [1, 2].map((lineNumber) => ({ lineNumber, quantity: 1 }));
  expect(await send(key, rest, second)).toMatchObject({ kind: 'sent', status: 'part-delivered' });
  expect(await send(key, rest)).toMatchObject({ kind: 'faults' });
  expect(await receive(key, second)).toEqual({ kind: 'received', status: 'delivered' });
  expect(await receive(key, second)).toEqual({ kind: 'not-now' });
});

test('what was not confirmed is not sent, and nothing is received before it was sent', async () => {
  const key = await newOrder();
  expect(await send(key, [{ lineNumber: 1, quantity: 1 }])).toEqual({ kind: 'not-now', status: 'placed' });
  await asSales((session) => confirmOrder(session, key, NOW));
  const deliveryId = newId();
  await send(key, [{ lineNumber: 1, quantity: 1 }], deliveryId);
  expect(await receive(key, deliveryId, later(-1))).toEqual({ kind: 'not-now' });
});

test('of two who send the same at the same time, one does', async () => {
  const key = await confirmed();
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => send(key, [{ lineNumber: 2, quantity: 1 }])));
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['faults', 'faults', 'faults', 'sent']);
});

test('the daily run takes as received what was sent fourteen days ago, and closes what can no longer be withdrawn from', async () => {
  const key = await confirmed();
  const all = [
    { lineNumber: 1, quantity: 3 },
    { lineNumber: 2, quantity: 1 },
  ];
  await send(key, all);
  expect(await asSystem((session) => settleDeliveries(session, later(13), OSLO))).toMatchObject({ received: 0 });
  await asSystem((session) => settleDeliveries(session, later(14), OSLO));
  expect(await statusOf(key)).toBe('delivered');
  const [one] = await asWarehouse((session) => readDeliveries(session, key));
  expect(one?.delivery).toMatchObject({ completed_at: later(14), completed_through: 'time' });
  // Counted from 7 December: until 21 December.
  await asSystem((session) => settleDeliveries(session, later(28), OSLO));
  expect(await statusOf(key)).toBe('delivered');
  await asSystem((session) => settleDeliveries(session, later(29), OSLO));
  expect(await statusOf(key)).toBe('completed');
});
