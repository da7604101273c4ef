/** The operations of better-auth on one table, each as one statement of a purpose session. */
import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { PurposeSession } from '../../../enforcement/index.ts';
import type { AccountSession } from '../tables.ts';
import { columnOf, LONGEST, type Model, UnsupportedByAdapter } from './models.ts';

export type Row = Record<string, unknown>;

/** A condition as better-auth hands it over. */
export interface Condition {
  readonly field: string;
  readonly operator: string;
  readonly value: unknown;
  readonly connector: string;
  readonly mode: string;
}

/** Any table by name: which columns it has stands in `models.ts`. */
type AnyTables = Record<string, Row>;
type AnySession = PurposeSession<AnyTables>;

const OPERATORS = {
  eq: '=',
  ne: '<>',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  in: 'in',
  not_in: 'not in',
} as const;

/** The query builder cannot know a table that is named at run time, so its types are widened here and nowhere else. */
const anyTable = (session: AccountSession): AnySession => session as unknown as AnySession;

const columnsOf = (model: Model): string[] => [
  // Whose the row is comes along, also where better-auth has no field for it.
  ...new Set([...Object.values(model.columns), 'account_id']),
];

type Where = (of: ExpressionBuilder<AnyTables, string>) => ExpressionWrapper<AnyTables, string, SqlBool>;

function whereOf(model: Model, conditions: readonly Condition[]): Where {
  return (of) => of.and(conditions.map((condition) => compare(of, model, condition)));
}

function compare(of: ExpressionBuilder<AnyTables, string>, model: Model, condition: Condition) {
  const { field, operator, value, connector, mode } = condition;
  const sign = operator in OPERATORS ? OPERATORS[operator as keyof typeof OPERATORS] : null;
  const column = columnOf(model, field);
  if (sign === null || column === null || connector !== 'AND' || mode !== 'sensitive') {
    throw new UnsupportedByAdapter(
      `${model.table}: a condition ${connector} ${field} ${operator} (${mode}) is not written; add it to statements.ts with a test`,
    );
  }
  if (value === null) return of(column, sign === '=' ? 'is' : 'is not', null);
  // An empty list matches nothing, which SQL has no words for.
  if (Array.isArray(value) && value.length === 0) return of.val(sign === 'not in').$castTo<SqlBool>();
  return of(column, sign, value);
}

/** Fields to columns; texts of free length are cut. */
function columnsFrom(model: Model, data: Row): Row {
  const row: Row = {};
  for (const [field, value] of Object.entries(data)) {
    const column = columnOf(model, field);
    if (column === null || value === undefined) continue;
    const longest = LONGEST[column];
    row[column] = longest !== undefined && typeof value === 'string' ? value.slice(0, longest) : value;
  }
  return row;
}

/** Columns to fields; dropped ones are null. */
export function fieldsFrom(model: Model, row: Row): Row {
  const fields = Object.entries(model.columns).map(([field, column]) => [field, row[column]] as const);
  return Object.fromEntries([...fields, ...model.dropped.map((field) => [field, null] as const)]);
}

export async function insertRow(session: AccountSession, model: Model, data: Row, extra: Row): Promise<Row> {
  const any = anyTable(session);
  const values = { ...columnsFrom(model, data), ...extra };
  const statement = any.query.insertInto(model.table).values(values).returning(columnsOf(model));
  const [row] = await any.write<Row>(statement);
  if (row === undefined) throw new Error(`${model.table}: the database wrote a row and gave none back`);
  return row;
}

export interface Reading {
  readonly limit?: number;
  readonly offset?: number | undefined;
  readonly sortBy?: { readonly field: string; readonly direction: 'asc' | 'desc' } | undefined;
}

export function readRows(
  session: AccountSession,
  model: Model,
  conditions: readonly Condition[],
  { limit, offset, sortBy }: Reading,
): Promise<Row[]> {
  const any = anyTable(session);
  let statement = any.query.selectFrom(model.table).select(columnsOf(model)).where(whereOf(model, conditions));
  const sorted = sortBy === undefined ? null : columnOf(model, sortBy.field);
  if (sortBy !== undefined && sorted !== null) statement = statement.orderBy(sorted, sortBy.direction);
  if (limit !== undefined) statement = statement.limit(limit);
  if (offset !== undefined) statement = statement.offset(offset);
  return any.read<Row>(statement);
}

/** @param increase Columns' fields that grow, beside those that are set. */
export function updateRows(
  session: AccountSession,
  model: Model,
  conditions: readonly Condition[],
  data: Row,
  increase: Readonly<Record<string, number>> = {},
): Promise<Row[]> {
  const any = anyTable(session);
  const set = columnsFrom(model, data);
  const grown = Object.entries(increase).map(([field, by]) => [columnOf(model, field), by] as const);
  const statement = any.query
    .updateTable(model.table)
    .set((of) => ({
      ...set,
      ...Object.fromEntries(grown.flatMap(([column, by]) => (column === null ? [] : [[column, of(column, '+', by)]]))),
    }))
    .where(whereOf(model, conditions))
    .returning(columnsOf(model));
  return any.write<Row>(statement);
}

export function deleteRows(session: AccountSession, model: Model, conditions: readonly Condition[]): Promise<Row[]> {
  const any = anyTable(session);
  return any.write<Row>(
    any.query.deleteFrom(model.table).where(whereOf(model, conditions)).returning(columnsOf(model)),
  );
}

export async function countRows(
  session: AccountSession,
  model: Model,
  conditions: readonly Condition[],
): Promise<number> {
  const any = anyTable(session);
  const statement = any.query
    .selectFrom(model.table)
    .select((of) => of.fn.countAll().as('rows'))
    .where(whereOf(model, conditions));
  const [row] = await any.count<Row>(statement);
  return Number(row?.rows ?? 0);
}
