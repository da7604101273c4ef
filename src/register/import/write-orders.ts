/** Orders of an import with their lines, many in a statement; each order is written as a whole or refused as a whole. */
import { amountsOf } from '../orders/amounts.ts';
import { pieces } from '../payments/invoices.ts';
import type { RegisterSession } from '../tables.ts';
import { knownOrders, refusedAsKnown } from './known-orders.ts';
import type { ItemOf, OrderGroup, Refusal } from './units.ts';
import { type ImportStamp, refusal, type WrittenUnit } from './write-customers.ts';

interface Orderer {
  readonly customerId: string;
  readonly name: string;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
}

interface Sold {
  readonly productId: string;
  readonly priceOre: number;
  readonly vatRate: number;
}

export async function writeOrders(
  session: RegisterSession,
  items: readonly ItemOf['orders'][],
  stamp: ImportStamp,
): Promise<WrittenUnit> {
  if (items.length === 0) return { rows: 0, people: [], refusals: [] };
  const orderers = await orderersOf(session, items);
  const products = await productsOf(session, items);
  const known = await knownOrders(session, items);
  const refusals: Refusal[] = [];
  const ready = items.flatMap((order) => {
    const faults = known.has(order) ? refusedAsKnown(order, stamp.mapping) : faultsOf(order, orderers, products, stamp);
    refusals.push(...faults);
    return faults.length > 0 ? [] : [{ ...rowsOf(order, orderers, products, stamp), of: order }];
  });
  const there = await insertOrders(
    session,
    ready.map(({ order }) => order),
  );
  const written = ready.filter(({ order }) => there.has(order.order_id));
  refusals.push(
    ...ready.filter(({ order }) => !there.has(order.order_id)).flatMap(({ of }) => refusedAsKnown(of, stamp.mapping)),
  );
  const lines = written.flatMap((one) => one.lines);
  for (const piece of pieces(lines)) await session.write(session.query.insertInto('register.order_line').values(piece));
  return { rows: lines.length, people: [], refusals };
}

/** @returns The ids of those that were written: of two who read the same order in at once, one does. */
async function insertOrders(
  session: RegisterSession,
  orders: readonly ReturnType<typeof rowsOf>['order'][],
): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  for (const piece of pieces(orders)) {
    const rows = await session.write(
      session.query
        .insertInto('register.sales_order')
        .values(piece)
        .onConflict((conflict) => conflict.doNothing())
        .returning(['customer_id', 'order_id']),
    );
    for (const { order_id } of rows) there.add(order_id);
  }
  return there;
}

function faultsOf(
  { lines }: OrderGroup,
  orderers: ReadonlyMap<string, Orderer>,
  products: ReadonlyMap<string, Sold>,
  stamp: ImportStamp,
): readonly Refusal[] {
  const own = lines.flatMap(({ rowNumber, values }): Refusal[] => {
    if (!orderers.has(values.customer)) return [refusal('customer-unknown', 'customer', rowNumber, stamp)];
    return products.has(values.sku) ? [] : [refusal('product-unknown', 'sku', rowNumber, stamp)];
  });
  if (own.length === 0) return [];
  const refused = new Set(own.map(({ rowNumber }) => rowNumber));
  const others = lines.filter(({ rowNumber }) => !refused.has(rowNumber));
  const otherRow = own[0]?.rowNumber ?? null;
  return [
    ...own,
    ...others.map(({ rowNumber }) => ({ ...refusal('order-refused', 'order', rowNumber, stamp), otherRow })),
  ];
}

function rowsOf(
  { lines }: OrderGroup,
  orderers: ReadonlyMap<string, Orderer>,
  products: ReadonlyMap<string, Sold>,
  stamp: ImportStamp,
) {
  const first = lines[0]?.values;
  const orderer = first === undefined ? undefined : orderers.get(first.customer);
  if (first === undefined || orderer === undefined)
    throw new Error('an order without lines or customer was let through');
  const order_id = stamp.newId();
  const rows = lines.map(({ values }, index) => {
    const sold = products.get(values.sku);
    if (sold === undefined) throw new Error('an order line without a product was let through');
    return {
      ...{ customer_id: orderer.customerId, order_id, line_number: index + 1, product_id: sold.productId },
      ...{ quantity: values.quantity, unit_price_ore: values.priceOre ?? sold.priceOre, vat_rate: sold.vatRate },
    };
  });
  const { netOre, vatOre } = amountsOf(
    rows.map((row) => ({ quantity: row.quantity, unitPriceOre: row.unit_price_ore, vatRate: row.vat_rate })),
  );
  const order = {
    // The day is known and no time of it: noon is on that day also where the company is.
    ...{ customer_id: orderer.customerId, order_id, placed_at: new Date(`${first.placedOn}T11:00:00Z`) },
    ...{ placed_through: 'import' as const, notice_version: stamp.noticeVersion, status: 'placed' as const },
    ...{ deliver_to_name: orderer.name, deliver_to_street: orderer.street },
    ...{ deliver_to_postal_code: orderer.postalCode, deliver_to_city: orderer.city },
    ...{ net_ore: netOre, vat_ore: vatOre, imported_reference: first.order },
  };
  return { order, lines: rows };
}

async function orderersOf(
  session: RegisterSession,
  items: readonly OrderGroup[],
): Promise<ReadonlyMap<string, Orderer>> {
  const called = [...new Set(items.flatMap(({ lines }) => lines.map(({ values }) => values.customer)))];
  const emails = called.filter((one) => one.includes('@'));
  const numbers = called.filter((one) => !one.includes('@')).map(Number);
  const rows = await session.read(
    session.query
      .selectFrom('register.customer')
      .select(['customer_id', 'customer_number', 'email', 'legal_name', 'street_address', 'postal_code', 'city'])
      .where((of) =>
        of.or([
          ...(emails.length === 0 ? [] : [of('email', 'in', emails)]),
          ...(numbers.length === 0 ? [] : [of('customer_number', 'in', numbers)]),
        ]),
      ),
  );
  return new Map(
    rows.flatMap((row): [string, Orderer][] => {
      const orderer = {
        ...{ customerId: row.customer_id, name: row.legal_name, street: row.street_address },
        ...{ postalCode: row.postal_code, city: row.city },
      };
      return [
        [row.email.toLowerCase(), orderer],
        [String(row.customer_number), orderer],
      ];
    }),
  );
}

/** Also what is no longer in the catalogue: it was sold once. */
async function productsOf(session: RegisterSession, items: readonly OrderGroup[]): Promise<ReadonlyMap<string, Sold>> {
  const skus = [...new Set(items.flatMap(({ lines }) => lines.map(({ values }) => values.sku)))];
  const rows = await session.read(
    session.query
      .selectFrom('register.product')
      .select(['product_id', 'sku', 'price_ore', 'vat_rate'])
      .where('sku', 'in', skus),
  );
  return new Map(
    rows.map((row) => [
      row.sku,
      { productId: row.product_id, priceOre: Number(row.price_ore), vatRate: Number(row.vat_rate) },
    ]),
  );
}
