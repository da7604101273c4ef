/** An order as invoicing needs it: who buys, what was delivered, what has been invoiced. */
import { dayAt } from '../../enforcement/index.ts';
import type { Language } from '../../policy/index.ts';
import type { RegisterSession } from '../tables.ts';
import type { OrderFacts } from './billable.ts';
import { addressLines } from './documents/document.ts';

export interface OrderToInvoice {
  readonly customerId: string;
  readonly orderId: string;
  readonly orderNumber: number;
  readonly buyerReference: string | null;
  /** Lines of text. */
  readonly deliveryPlace: string | null;
  readonly customer: Invoicee;
  readonly facts: OrderFacts;
}

/** Who an invoice goes to. */
export interface Invoicee {
  readonly customerNumber: number;
  readonly legalName: string;
  readonly organisationNumber: string | null;
  readonly email: string;
  readonly language: Language;
  /** Lines of text; null where it is not to be shown. */
  readonly address: string | null;
}

/**
 * Reads orders with all that invoicing looks at. Those that the purpose does not see are left out.
 * @param timeZone In which days are counted.
 */
export async function readOrdersToInvoice(
  session: RegisterSession,
  keys: readonly { readonly customerId: string; readonly orderId: string }[],
  timeZone: string,
): Promise<readonly OrderToInvoice[]> {
  if (keys.length === 0) return [];
  const ids = [...new Set(keys.map(({ orderId }) => orderId))];
  const customers = [...new Set(keys.map(({ customerId }) => customerId))];
  const [orders, invoicees, facts] = [
    await readOrders(session, customers, ids),
    await readInvoicees(session, customers),
    await readFacts(session, customers, ids, timeZone),
  ];
  return orders.flatMap((order) => {
    const customer = invoicees.get(order.customer_id);
    if (customer === undefined) return [];
    const place = { street: order.deliver_to_street, postalCode: order.deliver_to_postal_code };
    return [
      {
        ...{ customerId: order.customer_id, orderId: order.order_id, orderNumber: order.order_number },
        ...{ buyerReference: order.buyer_reference, customer, facts: facts(order.order_id, customer.language) },
        deliveryPlace: addressLines({ ...place, city: order.deliver_to_city, country: 'NO' }),
      },
    ];
  });
}

const readOrders = (session: RegisterSession, customers: readonly string[], ids: readonly string[]) =>
  session.read(
    session.query
      .selectFrom('register.sales_order')
      .select(['customer_id', 'order_id', 'order_number', 'buyer_reference', 'to_invoice_since', 'status'])
      .select(['deliver_to_street', 'deliver_to_postal_code', 'deliver_to_city'])
      .where('customer_id', 'in', [...customers])
      .where('order_id', 'in', [...ids])
      .where('status', '<>', 'cancelled')
      .orderBy('order_number'),
  );

async function readInvoicees(
  session: RegisterSession,
  customers: readonly string[],
): Promise<ReadonlyMap<string, Invoicee>> {
  if (customers.length === 0) return new Map();
  const rows = await session.read(
    session.query
      .selectFrom('register.customer')
      .select(['customer_id', 'customer_number', 'legal_name', 'organisation_number', 'email', 'preferred_language'])
      .select(['street_address', 'postal_code', 'city', 'country', 'protected_address'])
      .where('customer_id', 'in', [...customers]),
  );
  return new Map(
    rows.map((row) => {
      const { street_address: street, postal_code: postalCode, city, country } = row;
      const invoicee: Invoicee = {
        ...{ customerNumber: row.customer_number, legalName: row.legal_name, email: row.email },
        ...{ organisationNumber: row.organisation_number, language: row.preferred_language },
        // A protected address stands on no document that goes through other hands.
        address: row.protected_address ? null : addressLines({ street, postalCode, city, country }),
      };
      return [row.customer_id, invoicee];
    }),
  );
}

/** @returns The facts of one of the orders, with lines described in a language. */
async function readFacts(
  session: RegisterSession,
  customers: readonly string[],
  ids: readonly string[],
  timeZone: string,
): Promise<(orderId: string, language: Language) => OrderFacts> {
  const lines = await session.read(
    session.query
      .selectFrom('register.order_line as line')
      .innerJoin('register.product as product', 'product.product_id', 'line.product_id')
      .select(['line.customer_id', 'line.order_id', 'line.line_number', 'line.product_id', 'line.quantity'])
      .select(['line.unit_price_ore', 'line.vat_rate', 'product.name_nb', 'product.name_en'])
      .where('line.customer_id', 'in', [...customers])
      .where('line.order_id', 'in', [...ids])
      .orderBy('line.line_number'),
  );
  const deliveries = await session.read(
    session.query
      .selectFrom('register.delivery')
      .select(['customer_id', 'delivery_id', 'order_id', 'dispatched_at', 'completed_at'])
      .where('customer_id', 'in', [...customers])
      .where('order_id', 'in', [...ids]),
  );
  const sent = await readSent(session, customers, deliveries);
  const billed = await readBilled(session, customers, ids);
  return (orderId, language) => ({
    lines: lines
      .filter((line) => line.order_id === orderId)
      .map((line) => ({
        ...{ lineNumber: line.line_number, productId: line.product_id, quantity: line.quantity },
        ...{ unitPriceOre: line.unit_price_ore, vatRate: line.vat_rate },
        description: language === 'nb' ? line.name_nb : line.name_en,
      })),
    deliveries: deliveries
      .filter((one) => one.order_id === orderId)
      .map((one) => ({ deliveryId: one.delivery_id, on: dayAt(one.completed_at ?? one.dispatched_at, timeZone) })),
    sent,
    billed: billed.filter((one) => one.order_id === orderId),
  });
}

async function readSent(
  session: RegisterSession,
  customers: readonly string[],
  deliveries: readonly { readonly delivery_id: string }[],
): Promise<OrderFacts['sent']> {
  if (deliveries.length === 0) return [];
  const rows = await session.read(
    session.query
      .selectFrom('register.delivery_line')
      .select(['customer_id', 'delivery_id', 'line_number', 'quantity'])
      .where('customer_id', 'in', [...customers])
      .where(
        'delivery_id',
        'in',
        deliveries.map((one) => one.delivery_id),
      ),
  );
  return rows.map((row) => ({ deliveryId: row.delivery_id, lineNumber: row.line_number, quantity: row.quantity ?? 0 }));
}

async function readBilled(session: RegisterSession, customers: readonly string[], ids: readonly string[]) {
  const rows = await session.read(
    session.query
      .selectFrom('register.invoice as issued')
      .leftJoin('register.invoice_line as line', (join) =>
        join.onRef('line.customer_id', '=', 'issued.customer_id').onRef('line.invoice_id', '=', 'issued.invoice_id'),
      )
      .select(['issued.customer_id', 'issued.order_id', 'issued.kind', 'issued.bill_again'])
      .select(['line.about_order_line', 'line.quantity'])
      .where('issued.customer_id', 'in', [...customers])
      .where('issued.order_id', 'in', [...ids]),
  );
  return rows.map((row) => ({
    ...{ order_id: row.order_id, kind: row.kind, billAgain: row.bill_again },
    ...{ lineNumber: row.about_order_line, quantity: row.quantity ?? 0 },
  }));
}
