/** The numbers by which people speak of orders, for lists that hold only the key. */
import type { RegisterSession } from '../tables.ts';

/** Numbers by the order's id, of the orders that the session's purpose may see. */
export async function readOrderNumbers(
  session: RegisterSession,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await session.read(
    session.query
      .selectFrom('register.sales_order')
      .select(['customer_id', 'order_id', 'order_number'])
      .where('order_id', 'in', [...ids]),
  );
  return new Map(rows.map((row) => [row.order_id, row.order_number]));
}
