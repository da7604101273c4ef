/** One order as warehouse works with it: where it goes, whom to call, what remains of each line, what has gone. */
import { type OrderKey, type PackedOrder, readOrderToPack } from '../orders/reading.ts';
import { type Product, readProductKinds } from '../products/catalogue.ts';
import type { RegisterSession } from '../tables.ts';
import type { LineProgress } from './parts.ts';
import { type DeliveryWithLines, deliveryProgress, readDeliveries } from './reading.ts';

export interface PackedLine extends LineProgress {
  readonly product: Pick<Product, 'sku' | 'kind' | 'name_nb' | 'name_en'> | null;
}

export interface PackingOrder {
  readonly order: PackedOrder;
  readonly phone: string | null;
  readonly lines: readonly PackedLine[];
  readonly deliveries: readonly DeliveryWithLines[];
}

/** @returns Null when there is no such order that the purpose may see. */
export async function openPackingOrder(session: RegisterSession, key: OrderKey): Promise<PackingOrder | null> {
  const order = await readOrderToPack(session, key);
  if (order === null) return null;
  // The prices of the lines are nothing that warehouse needs.
  const lines = await session.read(
    session.query
      .selectFrom('register.order_line')
      .select(['customer_id', 'order_id', 'line_number', 'product_id', 'quantity'])
      .where('customer_id', '=', key.customerId)
      .where('order_id', '=', key.orderId)
      .orderBy('line_number'),
  );
  const products = await readProductKinds(
    session,
    lines.map(({ product_id: id }) => id),
  );
  const deliveries = await readDeliveries(session, key);
  const ordered = lines.map(({ line_number: lineNumber, quantity }) => ({ lineNumber, quantity }));
  const progress = deliveryProgress(ordered, deliveries);
  const [customer] = await session.read(
    session.query
      .selectFrom('register.customer')
      .select(['customer_id', 'phone'])
      .where('customer_id', '=', key.customerId),
  );
  return {
    ...{ order, deliveries, phone: customer?.phone ?? null },
    lines: progress.map((line, at) => ({ ...line, product: products.get(lines[at]?.product_id ?? '') ?? null })),
  };
}
