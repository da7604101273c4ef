/** What a customer has bought and can claim about: each line with when it was taken over. */
import { dayAt } from '../../enforcement/index.ts';
import type { RegisterSession } from '../tables.ts';

export interface BoughtProduct {
  readonly orderId: string;
  readonly orderNumber: number;
  readonly placedAt: Date;
  readonly lineNumber: number;
  readonly quantity: number;
  readonly name: { readonly nb: string; readonly en: string };
  readonly durability: 'normal' | 'long';
  /** The day on which the last of it arrived, `YYYY-MM-DD`; null while none has. */
  readonly takenOverOn: string | null;
}

/** Orders that are offered at most, the newest. */
const MOST_ORDERS = 100;

/** The newest order first. Orders that were cancelled are not among them. */
export async function readBought(
  session: RegisterSession,
  customerId: string,
  timeZone: string,
): Promise<readonly BoughtProduct[]> {
  const { query } = session;
  const orders = await session.read(
    query
      .selectFrom('register.sales_order')
      .select(['customer_id', 'order_id', 'order_number', 'placed_at', 'status'])
      .where('customer_id', '=', customerId)
      .where('status', '<>', 'cancelled')
      .orderBy('placed_at', 'desc')
      .limit(MOST_ORDERS),
  );
  if (orders.length === 0) return [];
  const ids = orders.map(({ order_id }) => order_id);
  const lines = await session.read(
    query
      .selectFrom('register.order_line')
      .select(['customer_id', 'order_id', 'line_number', 'product_id', 'quantity'])
      .where('customer_id', '=', customerId)
      .where('order_id', 'in', ids)
      .orderBy('line_number'),
  );
  const arrived = await readArrivals(session, customerId, ids);
  const products = await readProducts(session, [...new Set(lines.map(({ product_id }) => product_id))]);
  return orders.flatMap((order) =>
    lines
      .filter(({ order_id }) => order_id === order.order_id)
      .flatMap((line) => {
        const product = products.get(line.product_id);
        if (product === undefined) return [];
        const at = arrived(order.order_id, line.line_number);
        const bought = { orderId: order.order_id, orderNumber: order.order_number, placedAt: order.placed_at };
        const what = { name: { nb: product.name_nb, en: product.name_en }, durability: product.durability };
        const takenOverOn = at === null ? null : dayAt(at, timeZone);
        return [{ ...bought, ...what, lineNumber: line.line_number, quantity: line.quantity, takenOverOn }];
      }),
  );
}

/** When the last delivery with a line was completed. A delivery that names no lines is the whole order. */
async function readArrivals(session: RegisterSession, customerId: string, orderIds: readonly string[]) {
  const deliveries = await session.read(
    session.query
      .selectFrom('register.delivery')
      .select(['customer_id', 'delivery_id', 'order_id', 'completed_at'])
      .where('customer_id', '=', customerId)
      .where('order_id', 'in', [...orderIds]),
  );
  const delivered = deliveries.map(({ delivery_id }) => delivery_id);
  const named =
    delivered.length === 0
      ? []
      : await session.read(
          session.query
            .selectFrom('register.delivery_line')
            .select(['customer_id', 'delivery_id', 'line_number'])
            .where('customer_id', '=', customerId)
            .where('delivery_id', 'in', delivered),
        );
  return (orderId: string, lineNumber: number): Date | null => {
    const times = deliveries
      .filter(({ order_id, delivery_id }) => {
        const lines = named.filter((one) => one.delivery_id === delivery_id);
        return order_id === orderId && (lines.length === 0 || lines.some((one) => one.line_number === lineNumber));
      })
      .flatMap(({ completed_at }) => (completed_at === null ? [] : [completed_at.getTime()]));
    return times.length === 0 ? null : new Date(Math.max(...times));
  };
}

async function readProducts(session: RegisterSession, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await session.read(
    session.query
      .selectFrom('register.product')
      .select(['product_id', 'name_nb', 'name_en', 'durability'])
      .where('product_id', 'in', [...ids]),
  );
  return new Map(rows.map((row) => [row.product_id, row]));
}
