/**
 * A customer as one purpose sees them: the customer's row, and the rows of every table that the purpose reads, newest
 * first, each that stands by itself with the dates until which it is kept. Each read is logged by the session as it is. What the row policies hide is not here, and nobody is told.
 */
import { sql } from 'kysely';
import { datesOf, type KeptUntil, keptUntilOf, type PurposeSession, rulesOf } from '../../enforcement/index.ts';
import type { Policy } from '../../policy/index.ts';
import type { RegisterSession } from '../tables.ts';
import { columnsToRead, type PurposeView, purposeView, type SeenTable, timeColumn } from './purpose-view.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface SeenRows {
  readonly seen: SeenTable;
  /** Newest first. */
  readonly rows: readonly Row[];
  /** Whether there are more rows than are here. */
  readonly more: boolean;
}

export interface Dossier {
  readonly view: PurposeView;
  readonly customer: Row;
  readonly tables: readonly SeenRows[];
  /** Names of the products in the rows, by id, in each language. */
  readonly products: ReadonlyMap<string, { readonly nb: string; readonly en: string }>;
}

/** Rows of a table that lies under others (the lines of the orders shown) at most. */
const MOST_BELOW = 1_000;

/**
 * @param limit Rows of a table that stands by itself at most.
 * @returns Null when the purpose sees no such customer; why is not told, not even to the caller.
 */
export async function openDossier(
  session: RegisterSession,
  policy: Policy,
  customerId: string,
  limit: number,
): Promise<Dossier | null> {
  const view = purposeView(policy, session.purpose);
  if (view.customer === null) return null;
  const open = anyTable(session);
  const [customer] = await read(open, policy, view.customer, [[view.customer.owner, [customerId]]], 1);
  if (customer === undefined) return null;
  const tables: SeenRows[] = [];
  for (const seen of view.rows) tables.push(await rowsOf(open, policy, seen, customerId, tables, limit));
  return { view, customer, tables, products: await productNames(session, policy, tables) };
}

async function rowsOf(
  session: AnySession,
  policy: Policy,
  seen: SeenTable,
  customerId: string,
  before: readonly SeenRows[],
  limit: number,
): Promise<SeenRows> {
  const above = before.find((one) => one.seen.table.name === seen.parent);
  const most = above === undefined ? limit : MOST_BELOW;
  const last = above?.seen.table.key.at(-1);
  const below: Among[] = above === undefined || last === undefined ? [] : [[last, above.rows.map((row) => row[last])]];
  const people = peopleIn(seen, customerId, before);
  const rows = await read(session, policy, seen, [[seen.owner, people], ...below], most + 1);
  return { seen, rows: rows.slice(0, most), more: rows.length > most };
}

/** The customer, and for what contact persons have too (consents, notices shown) those who are among the rows. */
function peopleIn({ table, owner }: SeenTable, customerId: string, before: readonly SeenRows[]): readonly string[] {
  if (table.belongsTo.kind !== 'shared') return [customerId];
  const contacts = before.flatMap(({ seen, rows }) =>
    seen.table.belongsTo.kind === 'self' && seen.owner !== owner
      ? rows.map((row) => row[seen.table.key.at(-1) ?? ''])
      : [],
  );
  return [customerId, ...contacts.filter((id) => typeof id === 'string')];
}

type Among = readonly [column: string, values: readonly unknown[]];

async function read(
  session: AnySession,
  policy: Policy,
  seen: SeenTable,
  where: readonly Among[],
  limit: number,
): Promise<Row[]> {
  const columns = columnsToRead(seen, seen.parent === null ? undefined : policy.tables[seen.parent]);
  const time = timeColumn(seen);
  let query = session.query.selectFrom(`${seen.table.name} as seen`).select(columns.map((column) => `seen.${column}`));
  // What lies under another row stands in it, and is deleted no earlier than it is told of.
  if (seen.parent === null) {
    query = query.select(datesOf(seen.table, rulesOf(policy, seen.table.name), 'seen').as('kept_dates'));
  }
  // An array is one parameter, so that the text, and its plan, is the same for any number of keys.
  for (const [column, values] of where)
    query = query.where(sql<boolean>`${sql.ref(`seen.${column}`)} = any(${[...values]})`);
  if (time !== null) query = query.orderBy(`seen.${time}`, 'desc');
  for (const key of seen.table.key) if (key !== time) query = query.orderBy(`seen.${key}`);
  return await session.read<Row>(query.limit(limit));
}

async function productNames(
  session: RegisterSession,
  policy: Policy,
  tables: readonly SeenRows[],
): Promise<Dossier['products']> {
  const ids = tables
    .filter(({ seen }) => seen.columns.some(({ name }) => name === 'product_id'))
    .flatMap(({ rows }) => rows.map((row) => row.product_id))
    .filter((id) => typeof id === 'string');
  if (ids.length === 0 || !seesProducts(policy, session.purpose)) return new Map();
  const rows = await session.read(
    session.query
      .selectFrom('register.product')
      .select(['product_id', 'name_nb', 'name_en'])
      .where('product_id', 'in', [...new Set(ids)]),
  );
  return new Map(rows.map(({ product_id, name_nb: nb, name_en: en }) => [product_id, { nb, en }]));
}

const seesProducts = (policy: Policy, purpose: string): boolean => {
  const tables = policy.purposes[purpose]?.tables ?? [];
  return tables.length === 0 || tables.includes('register.product');
};

/** Until when a row of the dossier that stands by itself is kept, rule by rule. */
export const keptUntil = (policy: Policy, { table }: SeenTable, row: Row): readonly KeptUntil[] =>
  keptUntilOf(rulesOf(policy, table.name), row.kept_dates);

type AnySession = PurposeSession<Record<string, Record<string, unknown>>>;

/**
 * The same session with tables named at run time. Which of them a role reaches is up to Postgres; the builder's type is
 * invariant, so the compiler cannot see that the one is the other with looser names.
 */
export function anyTable(session: RegisterSession): AnySession {
  return session as unknown as AnySession;
}
