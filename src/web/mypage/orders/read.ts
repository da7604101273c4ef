/** The orders of whoever is signed in, each with its lines, what of them has gone, and until when one may withdraw. */
import {
  type DeliveryWithLines,
  deliveryProgress,
  type LineProgress,
  lastCompleted,
  mayStep,
  type Order,
  type OrderLine,
  type Product,
  readDeliveries,
  readOrder,
  readOrderLines,
  readOrdersOf,
  readProductKinds,
  withdrawalOf,
} from '../../../register/index.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import { doAsMe, type MyFrame } from '../my-frame.tsx';

/** Orders that the list shows. */
const MOST = 100;

export interface MyOrder {
  readonly order: Order;
  readonly lines: readonly (OrderLine & { readonly product: Pick<Product, 'name_nb' | 'name_en'> | undefined })[];
  readonly progress: readonly LineProgress[];
  readonly deliveries: readonly DeliveryWithLines[];
  /** As `withdrawalOf` has it. */
  readonly withdrawal: ReturnType<typeof withdrawalOf>;
  readonly mayCancel: boolean;
}

export const readMyOrders = (parts: WebParts, frame: MyFrame): Promise<Order[]> =>
  doAsMe(parts, frame, ({ register }) => readOrdersOf(register, frame.me.id, MOST));

/** Null when it is not one's own, or there is none. */
export const readMyOrder = (parts: WebParts, frame: MyFrame, orderId: string): Promise<MyOrder | null> =>
  doAsMe(parts, frame, async (sessions) => {
    const order = await readOrder(sessions.register, { customerId: frame.me.id, orderId });
    return order === null ? null : await wholeOrder(sessions, order, parts.policy.controller.timeZone);
  });

async function wholeOrder({ register }: Sessions, order: Order, timeZone: string): Promise<MyOrder> {
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
  const received = ['delivered', 'completed'].includes(order.status) ? lastCompleted(deliveries) : null;
  return {
    ...{ order, progress, deliveries },
    lines: lines.map((line) => ({ ...line, product: products.get(line.product_id) })),
    withdrawal: withdrawalOf(
      {
        ...{ kind: customer?.kind ?? 'private', confirmedAt: order.confirmed_at, receivedAt: received },
        productKinds: lines.map((line) => products.get(line.product_id)?.kind ?? 'goods'),
      },
      timeZone,
    ),
    mayCancel: mayStep(order.status, 'cancel', 'customer'),
  };
}
