/**
 * Pages of a list by keyset: a page begins behind a row, not after a number of rows, so that the thousandth page costs
 * what the first does and nothing is shown twice when rows come in between. The place is the row's key and nothing else
 * (its sort value is looked up), so that it can stand in an address: no name, no date of anybody's.
 *
 * Use: build the select with what the list shows and what narrows it, put it through `onPage`, read it, and give the rows
 * to `pageFrom`:
 *
 *     const order = { table: 'register.sales_order', key: ['customer_id', 'order_id'], sort: 'placed_at', descending: true };
 *     const window = { place: readPlace(typed.place, order), limit: 50 };
 *     const rows = await session.read(onPage(session.query.selectFrom('register.sales_order').select([…]), order, window));
 *     const page = pageFrom(rows, order, window);
 *
 * The key's columns must be selected. A sort column may not be null; give `whenNull` for one that can be. For speed there
 * should be an index on the sort column.
 */
import { type Expression, expressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { RegisterSession, RegisterTables } from './tables.ts';

export interface ListOrder {
  /** The table whose rows are listed, as the statement names it (its alias where it has one). */
  readonly table: string;
  /** The table's own name where `table` is an alias. */
  readonly of?: string;
  /** The primary key, each column a UUID (`…_id`) or a whole number. */
  readonly key: readonly string[];
  readonly sort: string;
  readonly descending?: boolean;
  /** What a row without a sort value is sorted as, as `infinity` for a date. */
  readonly whenNull?: string;
}

/** Where a page begins: behind a row or before it. */
export interface Place {
  readonly direction: 'after' | 'before';
  /** Values of the key's columns, in their order. */
  readonly row: readonly string[];
}

export interface Window {
  /** Null for the first page. */
  readonly place: Place | null;
  /** Rows a page. */
  readonly limit: number;
}

export interface ListPage<Row> {
  readonly rows: readonly Row[];
  /** The place of the page before, as `readPlace` takes it; null on the first. */
  readonly previous: string | null;
  readonly next: string | null;
}

/** What a column of a key can hold: `…_id` is a UUID, another a number. */
const fits = (column: string, part: string): boolean =>
  (column.endsWith('_id') ? /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ : /^\d{1,9}$/).test(part);

/** A place as an address has it; null for the first page, and for whatever is no place. */
export function readPlace(text: string | undefined, order: ListOrder): Place | null {
  const [direction, ...row] = (text ?? '').split('~');
  if (direction !== 'after' && direction !== 'before') return null;
  const { key } = order;
  return row.length === key.length && key.every((column, at) => fits(column, row[at] ?? ''))
    ? { direction, row }
    : null;
}

const placeOf = (direction: Place['direction'], row: object, { key }: ListOrder): string =>
  [direction, ...key.map((column) => String(Reflect.get(row, column)))].join('~');

/** Narrows, orders and limits a select to one page, with a row more than the page has to see whether there is another. */
export function onPage<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  order: ListOrder,
  { place, limit }: Window,
): SelectQueryBuilder<DB, TB, Row> {
  const backwards = place?.direction === 'before';
  const descending = (order.descending === true) !== backwards;
  const direction = descending ? 'desc' : 'asc';
  let page = place === null ? query : query.where(behind(order, place, descending ? '<' : '>'));
  page = page.orderBy(sortOf(order, order.table), direction);
  for (const column of order.key) page = page.orderBy(ref(order.table, column), direction);
  return page.limit(limit + 1);
}

const ref = (table: string, column: string): Expression<unknown> => sql.ref(`${table}.${column}`);

function sortOf({ sort, whenNull }: ListOrder, table: string): Expression<unknown> {
  const column = ref(table, sort);
  return whenNull === undefined ? column : sql`coalesce(${column}, ${sql.lit(whenNull)})`;
}

/**
 * Behind the row of the place in the order of the list; where that row is no longer seen, nothing is. A comparison of
 * rows, whose first part an index on the sort column answers.
 */
function behind(order: ListOrder, { row }: Place, comparison: '<' | '>'): Expression<SqlBool> {
  const { table, key } = order;
  let placed = expressionBuilder<Record<string, Record<string, unknown>>, never>()
    .selectFrom(`${order.of ?? table} as place`)
    .select(() => sql<unknown>`${sortOf(order, 'place')}`.as('sorted'));
  for (const [at, column] of key.entries()) placed = placed.where(sql.ref(`place.${column}`), '=', row[at]);
  const own = [sortOf(order, table), ...key.map((column) => ref(table, column))];
  const other = [placed, ...row.map((part) => sql`${part}`)];
  return sql<SqlBool>`(${sql.join(own)}) ${sql.raw(comparison)} (${sql.join(other)})`;
}

/** The page that a statement of `onPage` gave, in the order of the list, and where the pages beside it begin. */
export function pageFrom<Row extends object>(
  found: readonly Row[],
  order: ListOrder,
  { place, limit }: Window,
): ListPage<Row> {
  const more = found.length > limit;
  const backwards = place?.direction === 'before';
  const rows = backwards ? found.slice(0, limit).reverse() : found.slice(0, limit);
  const first = rows[0];
  const last = rows.at(-1);
  const hasPrevious = backwards ? more : place !== null;
  const hasNext = backwards || more;
  return {
    rows,
    previous: hasPrevious && first !== undefined ? placeOf('before', first, order) : null,
    next: hasNext && last !== undefined ? placeOf('after', last, order) : null,
  };
}

/** A count goes no further, so that it costs little however much there is; pages write `99+` for it. */
export const MOST_COUNTED = 100;

/**
 * How many rows a select has, up to `MOST_COUNTED`. Logged as a count, which names nobody.
 * @param rows A select of a key's column, with its conditions, as the list has them.
 */
export async function countUpTo(
  session: RegisterSession,
  rows: { limit(most: number): Expression<unknown> },
): Promise<number> {
  const [counted] = await session.count(
    session.query
      .selectFrom((rows.limit(MOST_COUNTED) as SelectQueryBuilder<RegisterTables, never, object>).as('counted'))
      .select((of) => of.fn.countAll<string>().as('rows')),
  );
  return Number(counted?.rows ?? 0);
}
