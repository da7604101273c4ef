/** An order and its lines, written together. */
import type { Product } from '../products/catalogue.ts';
import type { RegisterSession } from '../tables.ts';
import { amountsOf } from './amounts.ts';

export interface NewOrder {
  readonly customerId: string;
  readonly orderId: string;
  readonly placedAt: Date;
  readonly through: 'web' | 'phone' | 'store' | 'import';
  readonly noticeVersion: string;
  readonly deliverTo: {
    readonly name: string;
    readonly street: string | null;
    readonly postalCode: string | null;
    readonly city: string | null;
  };
  /** At least one. */
  readonly lines: readonly { readonly product: Product; readonly quantity: number }[];
}

/**
 * Writes the order with today's prices of the catalogue.
 * @returns The number by which people speak of it.
 */
export async function placeOrder(session: RegisterSession, order: NewOrder): Promise<{ orderNumber: number }> {
  const lines = order.lines.map(({ product, quantity }, index) => ({
    customer_id: order.customerId,
    order_id: order.orderId,
    line_number: index + 1,
    product_id: product.product_id,
    quantity,
    unit_price_ore: product.price_ore,
    vat_rate: product.vat_rate,
  }));
  const { netOre, vatOre } = amountsOf(
    lines.map((line) => ({ quantity: line.quantity, unitPriceOre: line.unit_price_ore, vatRate: line.vat_rate })),
  );
  return await session.transaction(async (inner) => {
    const rows = await inner.write(
      inner.query
        .insertInto('register.sales_order')
        .values({
          customer_id: order.customerId,
          order_id: order.orderId,
          placed_at: order.placedAt,
          placed_through: order.through,
          notice_version: order.noticeVersion,
          status: 'placed',
          deliver_to_name: order.deliverTo.name,
          deliver_to_street: order.deliverTo.street,
          deliver_to_postal_code: order.deliverTo.postalCode,
          deliver_to_city: order.deliverTo.city,
          net_ore: netOre,
          vat_ore: vatOre,
        })
        .returning(['customer_id', 'order_number']),
    );
    await inner.write(inner.query.insertInto('register.order_line').values(lines));
    const orderNumber = rows[0]?.order_number;
    if (orderNumber === undefined) throw new Error('the database wrote an order and gave no number back');
    return { orderNumber };
  });
}
