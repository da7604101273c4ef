/** Sales in months: pieces by product, told only where enough customers are behind them. */
import { sql } from 'kysely';
import { type Cell, type ShownTable, withoutSmallGroups } from '../../enforcement/index.ts';
import type { RegisterSession } from '../tables.ts';
import type { NamedProduct } from '../usage/counting.ts';

/** Under the purpose `statistics`: figures come out, and no customer. */
export async function countSales(
  session: RegisterSession,
  products: readonly NamedProduct[],
  months: readonly string[],
  { timeZone, smallest }: { readonly timeZone: string; readonly smallest: number },
): Promise<ShownTable> {
  const month = sql<string>`date_trunc('month', placed.placed_at at time zone ${timeZone})::date::text`;
  const rows = await session.count(
    session.query
      .selectFrom('register.order_line as line')
      .innerJoin('register.sales_order as placed', (join) =>
        join.onRef('placed.customer_id', '=', 'line.customer_id').onRef('placed.order_id', '=', 'line.order_id'),
      )
      .select(['line.product_id', month.as('month')])
      .select(({ fn }) => [
        fn.count<number>('placed.customer_id').distinct().as('people'),
        fn.sum<number>('line.quantity').as('amount'),
      ])
      .where('placed.status', '<>', 'cancelled')
      .where(sql<boolean>`placed.placed_at >= ${months[0] ?? ''}::date::timestamp at time zone ${timeZone}`)
      .groupBy(['line.product_id', sql`2`]),
  );
  const cells: Cell[] = rows.map((row) => ({
    ...{ row: row.product_id, column: row.month },
    ...{ people: Number(row.people), amount: Number(row.amount) },
  }));
  return withoutSmallGroups(
    products.map(({ productId }) => productId),
    months,
    cells,
    smallest,
  );
}
