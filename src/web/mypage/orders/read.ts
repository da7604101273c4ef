/**
 * The orders of whoever is signed in, each with its lines, what of them has gone, and until when one may withdraw. A
 * contact person of a company sees those that they placed themself, under the purpose under which they did.
 */
import { dayOf } from '../../../records/index.ts';
import {
  type DeliveryWithLines,
  deliveryProgress,
  type LineProgress,
  mayStep,
  mayWithdraw,
  type Order,
  type OrderLine,
  type Product,
  readContactOf,
  readDeliveries,
  readOrder,
  readOrderLines,
  readOrdersOf,
  readProductKinds,
  type withdrawalOf,
  withdrawalOfOrder,
} from '../../../register/index.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import { doAsMe, type MyFrame } from '../my-frame.tsx';

/** Orders that the list shows. */
const MOST = 100;
/** The purpose under which contact people order, and see what they ordered. */
export const ORDERING = 'ordering';

export interface MyOrder {
  readonly order: Order;
  readonly lines: readonly (OrderLine & { readonly product: Pick<Product, 'name_nb' | 'name_en'> | undefined })[];
  readonly progress: readonly LineProgress[];
  readonly deliveries: readonly DeliveryWithLines[];
  /** As `withdrawalOf` has it. */
  readonly withdrawal: ReturnType<typeof withdrawalOf>;
  readonly mayWithdraw: boolean;
  readonly mayCancel: boolean;
}

/** Whose orders they are, and the way to them. */
interface OrderDoor {
  readonly customerId: string;
  /** Only those that this contact person placed; null for a customer, who sees them all. */
  readonly orderedBy: string | null;
  open<T>(work: (sessions: Sessions) => Promise<T>): Promise<T>;
}

export async function orderDoor(parts: WebParts, frame: MyFrame): Promise<OrderDoor> {
  const contact =
    frame.viewer.isContact === false ||
    frame.hat === 'staff' ||
    parts.policy.tables['register.contact_person'] === undefined
      ? null
      : await doAsMe(parts, frame, ({ register }) => readContactOf(register, frame.me.id));
  if (contact === null) {
    return { customerId: frame.me.id, orderedBy: null, open: (work) => doAsMe(parts, frame, work) };
  }
  const { customerId, contactId } = contact;
  return { customerId, orderedBy: contactId, open: (work) => parts.asPrincipal(frame.me, ORDERING, work) };
}

export async function readMyOrders(parts: WebParts, frame: MyFrame): Promise<Order[]> {
  const { customerId, orderedBy, open } = await orderDoor(parts, frame);
  return await open(({ register }) => readOrdersOf(register, customerId, MOST, orderedBy));
}

/** Null when it is not one's own, or there is none. */
export async function readMyOrder(parts: WebParts, frame: MyFrame, orderId: string): Promise<MyOrder | null> {
  const { customerId, orderedBy, open } = await orderDoor(parts, frame);
  return await open(async (sessions) => {
    const order = await readOrder(sessions.register, { customerId, orderId });
    if (order === null || (orderedBy !== null && order.ordered_by !== orderedBy)) return null;
    return await wholeOrder(sessions, order, parts);
  });
}

async function wholeOrder({ register }: Sessions, order: Order, { policy, now }: WebParts): Promise<MyOrder> {
  const key = { customerId: order.customer_id, orderId: order.order_id };
  const lines = await readOrderLines(register, key);
  const products = await readProductKinds(
    register,
    lines.map(({ product_id: id }) => id),
  );
  const deliveries = await readDeliveries(register, key);
  const ordered = lines.map(({ line_number: lineNumber, quantity }) => ({ lineNumber, quantity }));
  const progress = deliveryProgress(ordered, deliveries);
  const [customer] = await register.read(
    register.query
      .selectFrom('register.customer')
      .select(['customer_id', 'kind'])
      .where('customer_id', '=', key.customerId),
  );
  const productKinds = lines.map((line) => products.get(line.product_id)?.kind ?? 'goods');
  const bought = { kind: customer?.kind ?? 'private', productKinds, deliveries };
  const withdrawal = withdrawalOfOrder(order, bought, policy.controller.timeZone);
  return {
    ...{ order, progress, deliveries, withdrawal },
    lines: lines.map((line) => ({ ...line, product: products.get(line.product_id) })),
    // Without claims there is no case in which goods and money go back: the customer writes or calls.
    mayWithdraw: policy.tables['register.claim'] !== undefined && mayWithdraw(order, withdrawal, dayOf(now(), policy)),
    mayCancel: mayStep(order.status, 'cancel', 'customer'),
  };
}
