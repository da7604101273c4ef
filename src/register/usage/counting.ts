/** How products are used, in months: person-days by product, with groups too small to tell of left out. */
import { sql } from 'kysely';
import { type Cell, type ShownTable, withoutSmallGroups } from '../../enforcement/index.ts';
import type { RegisterSession } from '../tables.ts';
import type { UsageKind } from './recording.ts';

export interface NamedProduct {
  readonly productId: string;
  readonly nb: string;
  readonly en: string;
}

/** Products by name, as rows of a table of figures. */
export async function readProductRows(session: RegisterSession): Promise<readonly NamedProduct[]> {
  const rows = await session.read(
    session.query.selectFrom('register.product').select(['product_id', 'name_nb', 'name_en']).orderBy('sku').limit(100),
  );
  return rows.map((row) => ({ productId: row.product_id, nb: row.name_nb, en: row.name_en }));
}

/** The first days of the newest months, oldest first. */
export function monthsUntil(today: string, count: number): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, at) => {
    const index = year * 12 + month - 1 - (count - 1 - at);
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  });
}

/** Person-days of a kind of use: how many codes there were on each day. The same person has another code each day. */
export async function countUsage(
  session: RegisterSession,
  kind: UsageKind,
  products: readonly NamedProduct[],
  months: readonly string[],
  smallest: number,
): Promise<ShownTable> {
  const month = sql<string>`date_trunc('month', day)::date::text`;
  const rows = await session.read(
    session.query
      .selectFrom('register.usage_event')
      .select(['product_id', month.as('month')])
      .select(({ fn }) => fn.count<number>('pseudonym').distinct().as('people'))
      .where('kind', '=', kind)
      .where('product_id', 'is not', null)
      .where('day', '>=', months[0] ?? '')
      .groupBy(['product_id', sql`2`]),
  );
  const cells: Cell[] = rows.map(({ product_id: product, month: column, people }) => {
    const count = Number(people);
    return { row: product ?? '', column, people: count, amount: count };
  });
  return withoutSmallGroups(
    products.map(({ productId }) => productId),
    months,
    cells,
    smallest,
  );
}
