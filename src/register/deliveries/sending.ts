/** Sending a part of an order, and its receipt: the delivery, its lines and the order's status change together. */
import { mayStep, type OrderActor, type OrderStatus, statusAfter } from '../orders/order-state.ts';
import { type OrderKey, readOrderLines } from '../orders/reading.ts';
import type { RegisterSession } from '../tables.ts';
import type { CompletedBy } from './completion.ts';
import { checkPart, isAllSent, type OrderedLine, type PartFault, type SentLine } from './parts.ts';
import { deliveryProgress, readDeliveries } from './reading.ts';

export interface NewDelivery extends OrderKey {
  readonly deliveryId: string;
  readonly dispatchedAt: Date;
  /** Null where it is handed over at the counter, or a service is carried out. */
  readonly carrier: string | null;
  readonly trackingReference: string | null;
  readonly part: readonly SentLine[];
}

export type SendOutcome =
  | { readonly kind: 'sent'; readonly deliveryNumber: number; readonly status: OrderStatus }
  | { readonly kind: 'faults'; readonly faults: readonly PartFault[] }
  | { readonly kind: 'not-now'; readonly status: OrderStatus }
  | { readonly kind: 'unseen' };

/** Never more than remains, also where two send at the same time: the order is held while it is decided. */
export function sendPart(session: RegisterSession, sent: NewDelivery): Promise<SendOutcome> {
  return session.transaction(async (inner): Promise<SendOutcome> => {
    const status = await lockStatus(inner, sent);
    if (status === null) return { kind: 'unseen' };
    if (!mayStep(status, 'send', 'warehouse') || (await isWithdrawn(inner, sent))) return { kind: 'not-now', status };
    const ordered = await orderedLines(inner, sent);
    const checked = checkPart(deliveryProgress(ordered, await readDeliveries(inner, sent)), sent.part);
    if ('faults' in checked) return { kind: 'faults', faults: checked.faults };
    const [written] = await inner.write(
      inner.query
        .insertInto('register.delivery')
        .values({
          ...{ customer_id: sent.customerId, delivery_id: sent.deliveryId, order_id: sent.orderId },
          ...{ dispatched_at: sent.dispatchedAt, carrier: sent.carrier, tracking_reference: sent.trackingReference },
        })
        .returning(['customer_id', 'delivery_number']),
    );
    if (written === undefined) throw new Error('the database wrote a delivery and gave no number back');
    await inner.write(
      inner.query.insertInto('register.delivery_line').values(
        checked.lines.map(({ lineNumber, quantity }) => ({
          ...{ customer_id: sent.customerId, delivery_id: sent.deliveryId, line_number: lineNumber, quantity },
        })),
      ),
    );
    const after = await settleStatus(inner, sent, status, 'send');
    return { kind: 'sent', deliveryNumber: Number(written.delivery_number), status: after };
  });
}

export interface Receipt extends OrderKey {
  readonly deliveryId: string;
  readonly at: Date;
  readonly by: CompletedBy;
}

/** `not-now`: it counts as completed already, or the time told lies before its dispatch. */
export type ReceiveOutcome =
  | { readonly kind: 'received'; readonly status: OrderStatus }
  | { readonly kind: 'not-now' | 'unseen' };

export function receiveDelivery(
  session: RegisterSession,
  receipt: Receipt,
  actor: OrderActor,
): Promise<ReceiveOutcome> {
  return session.transaction(async (inner): Promise<ReceiveOutcome> => {
    const status = await lockStatus(inner, receipt);
    if (status === null) return { kind: 'unseen' };
    if (!mayStep(status, 'receive', actor)) return { kind: 'not-now' };
    const received = await inner.write(
      inner.query
        .updateTable('register.delivery')
        .set({ completed_at: receipt.at, completed_through: receipt.by })
        .where('customer_id', '=', receipt.customerId)
        .where('order_id', '=', receipt.orderId)
        .where('delivery_id', '=', receipt.deliveryId)
        .where('completed_at', 'is', null)
        .where('dispatched_at', '<=', receipt.at)
        .returning(['customer_id', 'delivery_id']),
    );
    if (received.length === 0) return { kind: 'not-now' };
    return { kind: 'received', status: await settleStatus(inner, receipt, status, 'receive') };
  });
}

/** Held until the transaction ends. Reads no more than warehouse may. */
export async function lockStatus(session: RegisterSession, key: OrderKey): Promise<OrderStatus | null> {
  const rows = await session.write(
    session.query
      .updateTable('register.sales_order')
      .set(({ ref }) => ({ status: ref('status') }))
      .where('customer_id', '=', key.customerId)
      .where('order_id', '=', key.orderId)
      .returning(['customer_id', 'status']),
  );
  return rows[0]?.status ?? null;
}

/** What the customer withdrew from goes nowhere any more. */
async function isWithdrawn(session: RegisterSession, key: OrderKey): Promise<boolean> {
  const [row] = await session.read(
    session.query
      .selectFrom('register.sales_order')
      .select(['customer_id', 'withdrawn_at'])
      .where('customer_id', '=', key.customerId)
      .where('order_id', '=', key.orderId),
  );
  return row !== undefined && row.withdrawn_at !== null;
}

async function orderedLines(session: RegisterSession, key: OrderKey): Promise<readonly OrderedLine[]> {
  const lines = await readOrderLines(session, key);
  return lines.map(({ line_number: lineNumber, quantity }) => ({ lineNumber, quantity }));
}

/** The order's status follows from its deliveries as they stand now. */
async function settleStatus(
  session: RegisterSession,
  key: OrderKey,
  before: OrderStatus,
  step: 'send' | 'receive',
): Promise<OrderStatus> {
  const ordered = await orderedLines(session, key);
  const deliveries = await readDeliveries(session, key);
  const status = statusAfter(before, step, {
    allSent: isAllSent(deliveryProgress(ordered, deliveries)),
    allReceived: deliveries.every(({ delivery }) => delivery.completed_at !== null),
  });
  if (status !== before) {
    await session.write(
      session.query
        .updateTable('register.sales_order')
        .set({ status })
        .where('customer_id', '=', key.customerId)
        .where('order_id', '=', key.orderId),
    );
  }
  return status;
}
