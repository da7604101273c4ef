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
      .select(['price_ore', 'vat_rate', 'durability', 'in_catalogue'])
      .where('in_catalogue', '=', true)
      .orderBy('sku'),
  );
}
