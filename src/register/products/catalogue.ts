/** What is for sale. The catalogue is about goods, not about people. */
import type { Selectable } from 'kysely';
import type { ProductTable, RegisterSession } from '../tables.ts';

export type Product = Selectable<ProductTable>;

/** The products that can be ordered, by their article number. */
export function readCatalogue(session: RegisterSession): Promise<Product[]> {
  return session.read(
    session.query
      .selectFrom('register.product')
      .select(['product_id', 'sku', 'kind', 'name_nb', 'name_en', 'description_nb', 'description_en'])
      .select(['price_ore', 'vat_rate', 'durability', 'in_catalogue', 'supplier_id', 'shared_fields'])
      .where('in_catalogue', '=', true)
      .orderBy('sku'),
  );
}

/** What products are called, by their id; also those that are no longer for sale. */
export async function readProductNames(
  session: RegisterSession,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<Product, 'name_nb' | 'name_en'>>> {
  if (ids.length === 0) return new Map();
  const rows = await session.read(
    session.query
      .selectFrom('register.product')
      .select(['product_id', 'name_nb', 'name_en'])
      .where('product_id', 'in', [...ids]),
  );
  return new Map(rows.map((row) => [row.product_id, row]));
}

/** What products are called and what they are, by their id. */
export async function readProductKinds(
  session: RegisterSession,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<Product, 'sku' | 'kind' | 'name_nb' | 'name_en'>>> {
  if (ids.length === 0) return new Map();
  const rows = await session.read(
    session.query
      .selectFrom('register.product')
      .select(['product_id', 'sku', 'kind', 'name_nb', 'name_en'])
      .where('product_id', 'in', [...new Set(ids)]),
  );
  return new Map(rows.map((row) => [row.product_id, row]));
}

/** Products by their article numbers; also those that are no longer for sale. */
export async function readProductsBySku(
  session: RegisterSession,
  skus: readonly string[],
): Promise<readonly Pick<Product, 'product_id' | 'sku' | 'name_nb' | 'name_en'>[]> {
  if (skus.length === 0) return [];
  return await session.read(
    session.query
      .selectFrom('register.product')
      .select(['product_id', 'sku', 'name_nb', 'name_en'])
      .where('sku', 'in', [...skus]),
  );
}
