/**
 * A consumer withdraws from an order (angrerettloven § 20). Whatever has not been sent is not sent any more; what has
 * been, or has been invoiced, comes back through a case. Done once, and all or nothing.
 */
import { dayAt } from '../../enforcement/index.ts';
import { receiveWithdrawal } from '../claims/withdrawals.ts';
import { type DeliveryWithLines, lastCompleted, readDeliveries } from '../deliveries/reading.ts';
import { readProductKinds } from '../products/catalogue.ts';
import type { RegisterSession } from '../tables.ts';
import { mayStep } from './order-state.ts';
import { type Order, type OrderKey, readOrder, readOrderLines } from './reading.ts';
import { lockOrder, writeStep } from './steps.ts';
import { withdrawalOf } from './withdrawal.ts';

/** The last day; `not-begun`; null where there is no such right: a company, and what was bought in the shop. */
export function withdrawalOfOrder(
  order: Pick<Order, 'placed_through' | 'status' | 'confirmed_at'>,
  bought: {
    readonly kind: 'private' | 'company';
    readonly productKinds: readonly string[];
    readonly deliveries: readonly DeliveryWithLines[];
  },
  timeZone: string,
): ReturnType<typeof withdrawalOf> {
  if (order.placed_through === 'store') return null;
  const arrived = order.status === 'delivered' || order.status === 'completed';
  const { kind, productKinds, deliveries } = bought;
  const receivedAt = arrived ? lastCompleted(deliveries) : null;
  return withdrawalOf({ kind, productKinds, confirmedAt: order.confirmed_at, receivedAt }, timeZone);
}

/** Whether the customer may withdraw on a day. */
export const mayWithdraw = (
  order: Pick<Order, 'status' | 'withdrawn_at'>,
  withdrawal: ReturnType<typeof withdrawalOf>,
  today: string,
): boolean =>
  withdrawal !== null &&
  order.status !== 'cancelled' &&
  order.withdrawn_at === null &&
  (withdrawal === 'not-begun' || withdrawal >= today);

export interface Withdrawing extends OrderKey {
  readonly claimId: string;
  readonly at: Date;
  readonly timeZone: string;
  /** The words by which the customer withdraws, which stand in the case or as the reason. */
  readonly statement: string;
}

/** `not-now`: there is no such right, or no longer. */
export type WithdrawOutcome =
  | {
      readonly kind: 'withdrawn';
      readonly orderNumber: number;
      /** The case by which money and goods go back; null where nothing was sent or invoiced. */
      readonly claim: { readonly claimNumber: number; readonly answerDueOn: string } | null;
    }
  | { readonly kind: 'not-now' | 'unseen' };

export function withdrawOrder(session: RegisterSession, asked: Withdrawing): Promise<WithdrawOutcome> {
  const { customerId, at, timeZone, statement } = asked;
  return session.transaction(async (inner): Promise<WithdrawOutcome> => {
    const locked = await lockOrder(inner, asked);
    const order = locked === null ? null : await readOrder(inner, asked);
    if (order === null) return { kind: 'unseen' };
    const withdrawal = await readWithdrawal(inner, order, timeZone);
    if (!mayWithdraw(order, withdrawal, dayAt(at, timeZone))) return { kind: 'not-now' };
    const unsent = mayStep(order.status, 'withdraw', 'customer');
    const cancelled = { status: 'cancelled', cancelled_at: at, cancel_reason: statement } as const;
    await writeStep(inner, asked, { withdrawn_at: at, ...(unsent ? cancelled : {}) });
    if (unsent && !(await isInvoiced(inner, asked))) {
      return { kind: 'withdrawn', orderNumber: Number(order.order_number), claim: null };
    }
    const lastDay = withdrawal === 'not-begun' ? null : withdrawal;
    const { claimId, orderId } = asked;
    const written = { customerId, claimId, orderId, receivedAt: at, statement, lastDay };
    const claim = await receiveWithdrawal(inner, written, timeZone);
    return { kind: 'withdrawn', orderNumber: Number(order.order_number), claim };
  });
}

async function readWithdrawal(session: RegisterSession, order: Order, timeZone: string) {
  const key = { customerId: order.customer_id, orderId: order.order_id };
  const lines = await readOrderLines(session, key);
  const products = await readProductKinds(
    session,
    lines.map(({ product_id: id }) => id),
  );
  const [customer] = await session.read(
    session.query
      .selectFrom('register.customer')
      .select(['customer_id', 'kind'])
      .where('customer_id', '=', key.customerId),
  );
  const bought = {
    kind: customer?.kind ?? 'company',
    productKinds: lines.map((line) => products.get(line.product_id)?.kind ?? 'goods'),
    deliveries: await readDeliveries(session, key),
  };
  return withdrawalOfOrder(order, bought, timeZone);
}

async function isInvoiced(session: RegisterSession, key: OrderKey): Promise<boolean> {
  const rows = await session.read(
    session.query
      .selectFrom('register.invoice')
      .select(['customer_id', 'invoice_id'])
      .where('customer_id', '=', key.customerId)
      .where('order_id', '=', key.orderId)
      .limit(1),
  );
  return rows.length > 0;
}
