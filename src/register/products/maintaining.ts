/** Keeping the catalogue: what is for sale, at which price and VAT rate, and for an add-on who provides it. */
import { EnforcementError } from '../../enforcement/index.ts';
import type { RegisterSession } from '../tables.ts';
import type { Product } from './catalogue.ts';

/** Products that a page shows. */
const MOST = 500;

const COLUMNS = [
  ...(['product_id', 'sku', 'kind', 'name_nb', 'name_en', 'description_nb', 'description_en', 'price_ore'] as const),
  ...(['vat_rate', 'durability', 'in_catalogue', 'supplier_id', 'shared_fields'] as const),
] as const;

/** Also those that are no longer for sale, by article number. */
export function readAllProducts(session: RegisterSession): Promise<Product[]> {
  return session.read(session.query.selectFrom('register.product').select(COLUMNS).orderBy('sku').limit(MOST));
}

export interface SupplierChoice {
  readonly supplierId: string;
  readonly name: string;
}

/** Those with whom the co-operation goes on. */
export async function readProviders(session: RegisterSession): Promise<readonly SupplierChoice[]> {
  const rows = await session.read(
    session.query
      .selectFrom('register.supplier')
      .select(['supplier_id', 'name'])
      .where('ended_on', 'is', null)
      .orderBy('name')
      .limit(MOST),
  );
  return rows.map(({ supplier_id: supplierId, name }) => ({ supplierId, name }));
}

/**
 * Adds a product, or changes the one with its id. Orders keep the prices they were placed at.
 * @returns False when another product has the article number.
 */
export async function saveProduct(session: RegisterSession, product: Product): Promise<boolean> {
  const { product_id: productId, ...rest } = product;
  try {
    await session.transaction(async (inner) => {
      const changed = await inner.write(
        inner.query
          .updateTable('register.product')
          .set(rest)
          .where('product_id', '=', productId)
          .returning('product_id'),
      );
      if (changed.length === 0) await inner.write(inner.query.insertInto('register.product').values(product));
    });
    return true;
  } catch (error) {
    if (error instanceof EnforcementError && error.fault?.constraint === 'product_sku_key') return false;
    throw error;
  }
}
