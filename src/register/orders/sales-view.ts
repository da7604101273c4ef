/** One order as sales work with it: everything that was agreed, who ordered, how far it has come, what it waits for. */

import { readSuppliersOf } from '../add-ons/suppliers.ts';
import type { LineProgress } from '../deliveries/parts.ts';
import { type DeliveryWithLines, deliveryProgress, readDeliveries } from '../deliveries/reading.ts';
import { type Product, readProductKinds } from '../products/catalogue.ts';
import type { RegisterSession } from '../tables.ts';
import { waitsFor } from './order-state.ts';
import { type Order, type OrderKey, type OrderLine, readInvoiceAllowed, readOrder, readOrderLines } from './reading.ts';

export interface OrderAddOn {
  readonly productId: string;
  readonly supplier: string | null;
  readonly sharedFields: string;
}

export interface SalesOrder {
  readonly order: Order;
  readonly customer: {
    readonly kind: 'private' | 'company';
    readonly name: string;
    readonly email: string;
    readonly language: 'nb' | 'en';
  };
  /** The contact person who ordered; null where there is none, or the purpose does not see them. */
  readonly orderedBy: string | null;
  readonly lines: readonly OrderLine[];
  /** By id. */
  readonly products: ReadonlyMap<string, Pick<Product, 'sku' | 'kind' | 'name_nb' | 'name_en'>>;
  readonly progress: readonly LineProgress[];
  readonly deliveries: readonly DeliveryWithLines[];
  readonly addOns: readonly OrderAddOn[];
  readonly waiting: ReturnType<typeof waitsFor>;
}

/** @returns Null when there is no such order that the purpose may see. */
export async function openSalesOrder(session: RegisterSession, key: OrderKey): Promise<SalesOrder | null> {
  const order = await readOrder(session, key);
  const customer = order === null ? null : await customerOf(session, key.customerId);
  if (order === null || customer === null) return null;
  const lines = await readOrderLines(session, key);
  const deliveries = await readDeliveries(session, key);
  const ordered = lines.map(({ line_number: lineNumber, quantity }) => ({ lineNumber, quantity }));
  const allowedAt = await readInvoiceAllowed(session, key);
  return {
    ...{ order, customer, lines, deliveries, progress: deliveryProgress(ordered, deliveries) },
    products: await readProductKinds(
      session,
      lines.map(({ product_id: id }) => id),
    ),
    orderedBy: order.ordered_by === null ? null : await contactName(session, key.customerId, order.ordered_by),
    addOns: await addOnsOf(session, key),
    waiting: waitsFor({ kind: customer.kind, paymentTerms: order.payment_terms, allowedAt }),
  };
}

async function customerOf(session: RegisterSession, customerId: string): Promise<SalesOrder['customer'] | null> {
  const [row] = await session.read(
    session.query
      .selectFrom('register.customer')
      .select(['customer_id', 'kind', 'legal_name', 'email', 'preferred_language'])
      .where('customer_id', '=', customerId),
  );
  if (row === undefined) return null;
  return { kind: row.kind, name: row.legal_name, email: row.email, language: row.preferred_language };
}

async function contactName(session: RegisterSession, customerId: string, id: string): Promise<string | null> {
  const [row] = await session.read(
    session.query
      .selectFrom('register.contact_person')
      .select(['customer_id', 'contact_person_id', 'full_name'])
      .where('customer_id', '=', customerId)
      .where('contact_person_id', '=', id),
  );
  return row?.full_name ?? null;
}

async function addOnsOf(session: RegisterSession, key: OrderKey): Promise<readonly OrderAddOn[]> {
  const rows = await session.read(
    session.query
      .selectFrom('register.add_on')
      .select(['customer_id', 'product_id', 'supplier_id', 'shared_fields'])
      .where('customer_id', '=', key.customerId)
      .where('order_id', '=', key.orderId),
  );
  const suppliers = await readSuppliersOf(session, rows);
  return rows.map(({ product_id: productId, supplier_id: id, shared_fields: sharedFields }) => ({
    ...{ productId, supplier: suppliers.get(id) ?? null, sharedFields },
  }));
}
