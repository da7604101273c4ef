/** The deliveries of an order, with what of each line went with them. */
import type { Delivery, OrderKey } from '../orders/reading.ts';
import type { RegisterSession } from '../tables.ts';
import { type LineProgress, type OrderedLine, progressOf, type SentLine } from './parts.ts';

export interface DeliveryWithLines {
  readonly delivery: Delivery;
  readonly lines: readonly SentLine[];
}

/** Oldest first. */
export async function readDeliveries(session: RegisterSession, key: OrderKey): Promise<readonly DeliveryWithLines[]> {
  const deliveries = await session.read(
    session.query
      .selectFrom('register.delivery')
      .select(['customer_id', 'delivery_id', 'order_id', 'delivery_number', 'dispatched_at'])
      .select(['completed_at', 'completed_through', 'carrier', 'tracking_reference'])
      .where('customer_id', '=', key.customerId)
      .where('order_id', '=', key.orderId)
      .orderBy('dispatched_at')
      .orderBy('delivery_id'),
  );
  if (deliveries.length === 0) return [];
  const ids = deliveries.map(({ delivery_id: id }) => id);
  const lines = await session.read(
    session.query
      .selectFrom('register.delivery_line')
      .select(['customer_id', 'delivery_id', 'line_number', 'quantity'])
      .where('customer_id', '=', key.customerId)
      .where('delivery_id', 'in', ids)
      .orderBy('line_number'),
  );
  return deliveries.map((delivery) => ({
    delivery,
    lines: lines
      .filter(({ delivery_id: id }) => id === delivery.delivery_id)
      .map(({ line_number: lineNumber, quantity }) => ({ lineNumber, quantity })),
  }));
}

/** A delivery without lines is from before there were parts and was the whole order. */
export function sentIn(deliveries: readonly DeliveryWithLines[], ordered: readonly OrderedLine[]): readonly SentLine[] {
  const whole = deliveries.some(({ lines }) => lines.length === 0);
  return whole ? ordered : deliveries.flatMap(({ lines }) => lines);
}

export const deliveryProgress = (
  ordered: readonly OrderedLine[],
  deliveries: readonly DeliveryWithLines[],
): readonly LineProgress[] => progressOf(ordered, sentIn(deliveries, ordered));

/** When the last delivery counted as completed; null while one does not. */
export function lastCompleted(deliveries: readonly DeliveryWithLines[]): Date | null {
  const times = deliveries.map(({ delivery }) => delivery.completed_at);
  if (times.length === 0 || times.includes(null)) return null;
  return new Date(Math.max(...times.map((at) => at?.getTime() ?? 0)));
}
