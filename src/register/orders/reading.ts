/** Orders as those who work with them read them: a list by status, and one order with its lines and deliveries. */
import type { Selectable } from 'kysely';
import { type ListOrder, type ListPage, onPage, pageFrom, type Window } from '../listing.ts';
import type { DeliveryTable, OrderLineTable, RegisterSession, SalesOrderTable } from '../tables.ts';
import type { OrderStatus } from './order-state.ts';

export interface OrderKey {
  readonly customerId: string;
  readonly orderId: string;
}

/** What warehouse sees of an order; sales see more. */
export type PackedOrder = Pick<
  Selectable<SalesOrderTable>,
  | ('customer_id' | 'order_id' | 'order_number' | 'placed_at' | 'status')
  | ('deliver_to_name' | 'deliver_to_street' | 'deliver_to_postal_code' | 'deliver_to_city')
>;

export type Order = Omit<Selectable<SalesOrderTable>, 'notice_version' | 'to_invoice_since'>;
export type OrderLine = Selectable<OrderLineTable>;
export type Delivery = Selectable<DeliveryTable>;

const PACKED = [
  ...(['customer_id', 'order_id', 'order_number', 'placed_at', 'status'] as const),
  ...(['deliver_to_name', 'deliver_to_street', 'deliver_to_postal_code', 'deliver_to_city'] as const),
] as const;

const WHOLE = [
  ...PACKED,
  ...(['placed_through', 'net_ore', 'vat_ore', 'payment_terms', 'buyer_reference', 'imported_reference'] as const),
  ...(['ordered_by', 'confirmed_at', 'cancelled_at', 'withdrawn_at', 'cancel_reason'] as const),
] as const;

/** For a list, with the newest first or, for work done in the order in which it came, the oldest. */
export const orderListOrder = (oldestFirst: boolean): ListOrder => ({
  ...{ table: 'register.sales_order', key: ['customer_id', 'order_id'], sort: 'placed_at', descending: !oldestFirst },
});

/** With what it comes to, for sales. */
export type ListedOrder = PackedOrder & Pick<Selectable<SalesOrderTable>, 'net_ore' | 'vat_ore'>;

/** A page of the orders in some statuses. */
export async function listOrders(
  session: RegisterSession,
  statuses: readonly OrderStatus[],
  order: ListOrder,
  window: Window,
): Promise<ListPage<ListedOrder>> {
  const query = session.query
    .selectFrom('register.sales_order')
    .select([...PACKED, 'net_ore', 'vat_ore'])
    .where('status', 'in', [...statuses]);
  return pageFrom(await session.read(onPage(query, order, window)), order, window);
}

/** The same without what it comes to, which warehouse has no use for, and without what the customer withdrew from. */
export async function listOrdersToPack(
  session: RegisterSession,
  statuses: readonly OrderStatus[],
  order: ListOrder,
  window: Window,
): Promise<ListPage<PackedOrder>> {
  const query = session.query
    .selectFrom('register.sales_order')
    .select(PACKED)
    .where('withdrawn_at', 'is', null)
    .where('status', 'in', [...statuses]);
  return pageFrom(await session.read(onPage(query, order, window)), order, window);
}

/** How many orders there are in each status; those with none are left out. */
export async function countOrders(session: RegisterSession): Promise<ReadonlyMap<OrderStatus, number>> {
  const rows = await session.count(
    session.query
      .selectFrom('register.sales_order')
      .select(({ fn }) => ['status', fn.countAll<string>().as('orders')])
      .groupBy('status'),
  );
  return new Map(rows.map(({ status, orders }) => [status, Number(orders)]));
}

/** The whole order; null when there is none that the purpose may see. */
export async function readOrder(session: RegisterSession, key: OrderKey): Promise<Order | null> {
  const rows = await session.read(
    session.query
      .selectFrom('register.sales_order')
      .select(WHOLE)
      .where('customer_id', '=', key.customerId)
      .where('order_id', '=', key.orderId),
  );
  return rows[0] ?? null;
}

export async function readOrderToPack(session: RegisterSession, key: OrderKey): Promise<PackedOrder | null> {
  const rows = await session.read(
    session.query
      .selectFrom('register.sales_order')
      .select(PACKED)
      .where('customer_id', '=', key.customerId)
      .where('order_id', '=', key.orderId),
  );
  return rows[0] ?? null;
}

/**
 * Orders of one customer, newest first.
 * @param orderedBy Only those that this contact person placed.
 */
export async function readOrdersOf(
  session: RegisterSession,
  customerId: string,
  limit: number,
  orderedBy: string | null = null,
): Promise<Order[]> {
  const orders = session.query.selectFrom('register.sales_order').select(WHOLE).where('customer_id', '=', customerId);
  const wanted = orderedBy === null ? orders : orders.where('ordered_by', '=', orderedBy);
  return await session.read(wanted.orderBy('placed_at', 'desc').limit(limit));
}

export async function readOrderLines(session: RegisterSession, key: OrderKey): Promise<OrderLine[]> {
  return await session.read(
    session.query
      .selectFrom('register.order_line')
      .select(['customer_id', 'order_id', 'line_number', 'product_id', 'quantity', 'unit_price_ore', 'vat_rate'])
      .where('customer_id', '=', key.customerId)
      .where('order_id', '=', key.orderId)
      .orderBy('line_number'),
  );
}

/** When a human being decided that the order may be paid afterwards; null while nobody has. */
export async function readInvoiceAllowed(session: RegisterSession, key: OrderKey): Promise<Date | null> {
  const rows = await session.read(
    session.query
      .selectFrom('register.credit_check')
      .select(['customer_id', 'decided_at'])
      .where('customer_id', '=', key.customerId)
      .where('order_id', '=', key.orderId)
      .where('outcome', '=', 'invoice')
      .orderBy('decided_at', 'desc')
      .limit(1),
  );
  return rows[0]?.decided_at ?? null;
}
