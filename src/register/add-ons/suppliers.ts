/** Who provides the add-on services of the catalogue. Suppliers are companies, so their names are nobody's data. */
import type { Product } from '../products/catalogue.ts';
import type { RegisterSession } from '../tables.ts';

/** What the supplier of an add-on can be told, as the catalogue has it. */
export const SHARED_FIELDS = ['name', 'email', 'phone', 'postal-address', 'order-number'] as const;
export type SharedField = (typeof SHARED_FIELDS)[number];

export const isSharedField = (text: string): text is SharedField => SHARED_FIELDS.some((field) => field === text);

/** Names by the supplier's id. */
export async function readSuppliersOf(
  session: RegisterSession,
  products: readonly Pick<Product, 'supplier_id'>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = products.flatMap(({ supplier_id: id }) => (id === null ? [] : [id]));
  if (ids.length === 0) return new Map();
  const rows = await session.read(
    session.query
      .selectFrom('register.supplier')
      .select(['supplier_id', 'name'])
      .where('supplier_id', 'in', [...new Set(ids)]),
  );
  return new Map(rows.map(({ supplier_id: id, name }) => [id, name]));
}
