/**
 * What the daily run does with deliveries and orders: what nobody has said anything about counts as received after its
 * days, and an order whose time for withdrawing is over is closed. Safe to run again, whole or after it was cut short.
 */
import { dayAt } from '../../enforcement/index.ts';
import { mayStep } from '../orders/order-state.ts';
import { withdrawalEndsOn } from '../orders/withdrawal.ts';
import type { RegisterSession } from '../tables.ts';
import { DAYS_UNTIL_TAKEN_AS_RECEIVED, takenAsReceivedAt } from './completion.ts';
import { lastCompleted, readDeliveries } from './reading.ts';
import { lockStatus, receiveDelivery } from './sending.ts';

const DAY_MS = 86_400_000;
/** Rows that are looked up at a time. */
const BATCH = 200;

export interface Settled {
  readonly received: number;
  readonly closed: number;
}

export async function settleDeliveries(session: RegisterSession, now: Date, timeZone: string): Promise<Settled> {
  const received = await takeAsReceived(session, now);
  return { received, closed: await closeOrders(session, now, timeZone) };
}

async function takeAsReceived(session: RegisterSession, now: Date): Promise<number> {
  const before = new Date(now.getTime() - DAYS_UNTIL_TAKEN_AS_RECEIVED * DAY_MS);
  let received = 0;
  for (let after: string | null = null; ; ) {
    let query = session.query
      .selectFrom('register.delivery')
      .select(['customer_id', 'delivery_id', 'order_id', 'dispatched_at'])
      .where('completed_at', 'is', null)
      .where('dispatched_at', '<=', before);
    if (after !== null) query = query.where('delivery_id', '>', after);
    const due = await session.read(query.orderBy('delivery_id').limit(BATCH));
    for (const { customer_id: customerId, order_id: orderId, delivery_id: deliveryId, dispatched_at } of due) {
      const receipt = { customerId, orderId, deliveryId, at: takenAsReceivedAt(dispatched_at), by: 'time' } as const;
      const outcome = await receiveDelivery(session, receipt, 'system');
      if (outcome.kind === 'received') received += 1;
    }
    const last = due.at(-1)?.delivery_id;
    if (due.length < BATCH || last === undefined) return received;
    after = last;
  }
}

async function closeOrders(session: RegisterSession, now: Date, timeZone: string): Promise<number> {
  let closed = 0;
  for (let after: string | null = null; ; ) {
    let query = session.query
      .selectFrom('register.sales_order')
      .select(['customer_id', 'order_id'])
      .where('status', '=', 'delivered');
    if (after !== null) query = query.where('order_id', '>', after);
    const delivered = await session.read(query.orderBy('order_id').limit(BATCH));
    for (const { customer_id: customerId, order_id: orderId } of delivered) {
      if (await closeOrder(session, { customerId, orderId }, now, timeZone)) closed += 1;
    }
    const last = delivered.at(-1)?.order_id;
    if (delivered.length < BATCH || last === undefined) return closed;
    after = last;
  }
}

function closeOrder(
  session: RegisterSession,
  key: { readonly customerId: string; readonly orderId: string },
  now: Date,
  timeZone: string,
): Promise<boolean> {
  return session.transaction(async (inner) => {
    const status = await lockStatus(inner, key);
    if (status === null || !mayStep(status, 'close', 'system')) return false;
    const receivedAt = lastCompleted(await readDeliveries(inner, key));
    if (receivedAt === null || withdrawalEndsOn(receivedAt, timeZone) >= dayAt(now, timeZone)) return false;
    await inner.write(
      inner.query
        .updateTable('register.sales_order')
        .set({ status: 'completed' })
        .where('customer_id', '=', key.customerId)
        .where('order_id', '=', key.orderId),
    );
    return true;
  });
}
