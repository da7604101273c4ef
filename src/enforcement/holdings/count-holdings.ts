/** How much is held of a person: entries by table and by category, without reading what stands in them. */
import { categoriesOfTable, type HeldTable } from './held-table.ts';
import type { HoldingSession } from './holding-session.ts';

export interface HeldCount {
  readonly held: HeldTable;
  /** Rows in which a column of the category says something, by category. */
  readonly byCategory: Readonly<Record<string, number>>;
}

export async function countHoldings(session: HoldingSession, tables: readonly HeldTable[]): Promise<HeldCount[]> {
  return await Promise.all(tables.map((held) => countTable(session, held)));
}

async function countTable(session: HoldingSession, held: HeldTable): Promise<HeldCount> {
  const { table, columns } = held;
  const categories = categoriesOfTable(held);
  const list = table.belongsTo.kind === 'listed' ? table.belongsTo.column : null;
  const statement = session.query.selectFrom(`${table.name} as held`).select(({ fn, or, eb }) =>
    categories.map((category, at) => {
      const own = columns.filter((column) => column.category === category && column.name !== list);
      return fn
        .countAll()
        .filterWhere(or(own.map(({ name }) => eb(`held.${name}`, 'is not', null))))
        .as(`in_${at}`);
    }),
  );
  const [row]: Readonly<Record<string, unknown>>[] = await session.count(statement);
  const byCategory = categories.map((category, at) => [category, Number(row?.[`in_${at}`] ?? 0)] as const);
  return { held, byCategory: Object.fromEntries(byCategory) };
}
