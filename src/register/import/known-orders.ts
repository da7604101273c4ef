/**
 * Orders of a file that were read in before, from the same file or another: the customer has one that is called the same.
 * Only what is found is read, so that looking a file over looks at nobody else.
 */
import { pieces } from '../payments/invoices.ts';
import type { RegisterSession } from '../tables.ts';
import type { ColumnMapping, ImportKind } from './fields.ts';
import type { OrderGroup, Refusal, Unit } from './units.ts';

/** The rows that a file would be refused for what is in the register already, as far as that is looked at before it is read in. */
export async function readInBefore(
  session: RegisterSession,
  kind: ImportKind,
  units: readonly Unit<ImportKind>[],
  mapping: ColumnMapping,
): Promise<readonly Refusal[]> {
  if (kind !== 'orders') return [];
  // The units are of the kind that they were asked for, which the compiler cannot follow.
  const orders = units.flatMap(({ items }) => items as readonly OrderGroup[]);
  const known = await knownOrders(session, orders);
  return orders.filter((order) => known.has(order)).flatMap((order) => refusedAsKnown(order, mapping));
}

export const refusedAsKnown = ({ lines }: OrderGroup, mapping: ColumnMapping): readonly Refusal[] =>
  lines.map(({ rowNumber }) => ({
    ...{ code: 'order-imported', field: 'order', rowNumber, otherRow: null },
    column: mapping.order ?? null,
  }));

export async function knownOrders(
  session: RegisterSession,
  orders: readonly OrderGroup[],
): Promise<ReadonlySet<OrderGroup>> {
  const called = new Set<string>();
  for (const piece of pieces([...new Set(orders.map(referenceOf))])) {
    const rows = await session.read(
      session.query
        .selectFrom('register.sales_order as placed')
        .innerJoin('register.customer as buyer', 'buyer.customer_id', 'placed.customer_id')
        .select(['placed.customer_id', 'placed.imported_reference', 'buyer.customer_number', 'buyer.email'])
        .where('placed.imported_reference', 'in', piece),
    );
    for (const { imported_reference, customer_number, email } of rows) {
      called.add(`${customer_number} ${imported_reference}`).add(`${email.toLowerCase()} ${imported_reference}`);
    }
  }
  return new Set(orders.filter((order) => called.has(`${order.lines[0]?.values.customer} ${referenceOf(order)}`)));
}

/** All lines of an order call it the same. */
export const referenceOf = ({ lines }: OrderGroup): string => lines[0]?.values.order ?? '';
