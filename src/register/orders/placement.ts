/** An order, its lines and the add-on services accepted with it, written together. */
import { EnforcementError } from '../../enforcement/index.ts';
import type { Product } from '../products/catalogue.ts';
import type { RegisterSession } from '../tables.ts';
import { amountsOf } from './amounts.ts';

export interface NewOrder {
  readonly customerId: string;
  readonly orderId: string;
  readonly placedAt: Date;
  readonly through: 'web' | 'phone' | 'store' | 'import';
  readonly noticeVersion: string;
  readonly paymentTerms: 'prepaid' | 'invoice';
  /** EN 16931 BT-10; null where there is none. */
  readonly buyerReference: string | null;
  /** The contact person of the company who orders; null where there is none. */
  readonly orderedBy: string | null;
  readonly deliverTo: {
    readonly name: string;
    readonly street: string | null;
    readonly postalCode: string | null;
    readonly city: string | null;
  };
  /** At least one. */
  readonly lines: readonly { readonly product: Product; readonly quantity: number }[];
  /** One for each line that is an add-on service. */
  readonly addOns: readonly AcceptedAddOn[];
}

/** That somebody accepted an add-on service, and what is shared with its supplier. */
export interface AcceptedAddOn {
  readonly addOnId: string;
  readonly productId: string;
  readonly supplierId: string;
  /** As the product has them. */
  readonly sharedFields: readonly string[];
  /** SHA-256 of the words that were accepted, in hexadecimal. */
  readonly wordsHash: string;
}

/**
 * Writes the order with today's prices of the catalogue.
 * @returns The number by which people speak of it; null when an order with this id is there already.
 * @throws Error for an add-on service that was ordered and not accepted, or the other way round.
 */
export async function placeOrder(session: RegisterSession, order: NewOrder): Promise<number | null> {
  const addOns = order.lines
    .filter(({ product }) => product.kind === 'add-on')
    .map(({ product }) => product.product_id);
  const accepted = order.addOns.map(({ productId }) => productId);
  if (addOns.length !== accepted.length || !addOns.every((id) => accepted.includes(id))) {
    throw new Error('an add-on service is ordered by accepting it, and accepted by ordering it');
  }
  try {
    return await session.transaction((inner) => write(inner, order));
  } catch (error) {
    if (error instanceof EnforcementError && error.fault?.constraint === 'sales_order_pkey') return null;
    throw error;
  }
}

async function write(session: RegisterSession, order: NewOrder): Promise<number> {
  const lines = linesOf(order);
  const rows = await session.write(
    session.query
      .insertInto('register.sales_order')
      .values(rowOf(order, lines))
      .returning(['customer_id', 'order_number']),
  );
  await session.write(session.query.insertInto('register.order_line').values([...lines]));
  const key = { customer_id: order.customerId, order_id: order.orderId };
  if (order.addOns.length > 0) {
    await session.write(
      session.query.insertInto('register.add_on').values(
        order.addOns.map((addOn) => ({
          ...{ ...key, add_on_id: addOn.addOnId, product_id: addOn.productId, supplier_id: addOn.supplierId },
          ...{ shared_fields: addOn.sharedFields.join(', '), accepted_at: order.placedAt },
          accepted_words_hash: addOn.wordsHash,
        })),
      ),
    );
  }
  const orderNumber = rows[0]?.order_number;
  if (orderNumber === undefined) throw new Error('the database wrote an order and gave no number back');
  return Number(orderNumber);
}

const linesOf = ({ customerId, orderId, lines }: NewOrder) =>
  lines.map(({ product, quantity }, index) => ({
    ...{ customer_id: customerId, order_id: orderId, line_number: index + 1, product_id: product.product_id, quantity },
    ...{ unit_price_ore: product.price_ore, vat_rate: product.vat_rate },
  }));

function rowOf(order: NewOrder, lines: ReturnType<typeof linesOf>) {
  const { netOre, vatOre } = amountsOf(
    lines.map((line) => ({ quantity: line.quantity, unitPriceOre: line.unit_price_ore, vatRate: line.vat_rate })),
  );
  const { deliverTo } = order;
  return {
    ...{ customer_id: order.customerId, order_id: order.orderId, placed_at: order.placedAt, status: 'placed' as const },
    ...{ placed_through: order.through, notice_version: order.noticeVersion, payment_terms: order.paymentTerms },
    ...{ buyer_reference: order.buyerReference, ordered_by: order.orderedBy, deliver_to_name: deliverTo.name },
    ...{ deliver_to_street: deliverTo.street, deliver_to_postal_code: deliverTo.postalCode },
    ...{ deliver_to_city: deliverTo.city, net_ore: netOre, vat_ore: vatOre },
  };
}
