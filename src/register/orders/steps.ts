/**
 * The steps that an order takes in the office and on My page. Each locks the order first, so that of two who act at the
 * same time the second sees what the first did, and the rules of `order-state` decide on what stands then.
 */
import type { RegisterSession } from '../tables.ts';
import { mayStep, type OrderActor, type OrderStatus, type OrderStep, statusAfter, waitsFor } from './order-state.ts';
import { type OrderKey, readInvoiceAllowed } from './reading.ts';

/**
 * `not-now`: its status does not allow the step; `waits`: a credit decision is missing; `unseen`: there is no such order
 * that the purpose may see.
 */
export type StepOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'not-now' | 'waits'; readonly status: OrderStatus }
  | { readonly kind: 'unseen' };

const DONE: StepOutcome = { kind: 'done' };
/** `send` and `receive` look at deliveries; these steps do not. */
const NO_PROGRESS = { allSent: false, allReceived: false };

export interface LockedOrder {
  readonly status: OrderStatus;
  readonly payment_terms: 'prepaid' | 'invoice';
}

/** The order as it stands, held until the transaction ends; null when there is none that the purpose may see. */
export async function lockOrder(session: RegisterSession, key: OrderKey): Promise<LockedOrder | null> {
  const rows = await session.write(
    session.query
      .updateTable('register.sales_order')
      .set(({ ref }) => ({ status: ref('status') }))
      .where('customer_id', '=', key.customerId)
      .where('order_id', '=', key.orderId)
      .returning(['customer_id', 'status', 'payment_terms']),
  );
  return rows[0] ?? null;
}

interface Change {
  readonly status?: OrderStatus;
  readonly withdrawn_at?: Date;
  readonly confirmed_at?: Date | null;
  readonly cancelled_at?: Date;
  readonly cancel_reason?: string | null;
}

/** What a step changes, on an order that is held. */
export async function writeStep(session: RegisterSession, key: OrderKey, change: Change): Promise<void> {
  await session.write(
    session.query
      .updateTable('register.sales_order')
      .set(change)
      .where('customer_id', '=', key.customerId)
      .where('order_id', '=', key.orderId),
  );
}

function step(
  session: RegisterSession,
  key: OrderKey,
  asked: { readonly step: OrderStep; readonly actor: OrderActor },
  work: (inner: RegisterSession, order: LockedOrder, next: OrderStatus) => Promise<StepOutcome>,
): Promise<StepOutcome> {
  return session.transaction(async (inner) => {
    const order = await lockOrder(inner, key);
    if (order === null) return { kind: 'unseen' };
    const { status } = order;
    if (!mayStep(status, asked.step, asked.actor)) return { kind: 'not-now', status };
    return await work(inner, order, statusAfter(status, asked.step, NO_PROGRESS));
  });
}

/** Sales say that we deliver. */
export function confirmOrder(session: RegisterSession, key: OrderKey, at: Date): Promise<StepOutcome> {
  return step(session, key, { step: 'confirm', actor: 'sales' }, async (inner, order, status) => {
    const [customer] = await inner.read(
      inner.query
        .selectFrom('register.customer')
        .select(['customer_id', 'kind'])
        .where('customer_id', '=', key.customerId),
    );
    if (customer === undefined) return { kind: 'unseen' };
    const allowedAt = await readInvoiceAllowed(inner, key);
    const waiting = waitsFor({ kind: customer.kind, paymentTerms: order.payment_terms, allowedAt });
    if (waiting !== null) return { kind: 'waits', status: order.status };
    await writeStep(inner, key, { status, confirmed_at: at });
    return DONE;
  });
}

/** A confirmation made by mistake: nothing has been sent. */
export function takeBackConfirmation(session: RegisterSession, key: OrderKey): Promise<StepOutcome> {
  return step(session, key, { step: 'take-back', actor: 'sales' }, async (inner, _, status) => {
    await writeStep(inner, key, { status, confirmed_at: null });
    return DONE;
  });
}

/** @param reason Why, in words that the customer reads; null where the customer does it themself. */
export function cancelOrder(
  session: RegisterSession,
  key: OrderKey,
  by: { readonly actor: 'customer' | 'sales'; readonly reason: string | null; readonly at: Date },
): Promise<StepOutcome> {
  return step(session, key, { step: 'cancel', actor: by.actor }, async (inner, _, status) => {
    await writeStep(inner, key, { status, cancelled_at: by.at, cancel_reason: by.reason });
    return DONE;
  });
}
