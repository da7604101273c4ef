/** A person's rows of one table, a page at a time, each with the dates until which it is kept. */
import { type RawBuilder, sql } from 'kysely';
import type { Column } from '../../policy/index.ts';
import { EnforcementError } from '../sessions/enforcement-error.ts';
import type { HeldTable } from './held-table.ts';
import type { HoldingSession } from './holding-session.ts';
import { datesOf, type KeptUntil, keptUntilOf, keyAsTexts } from './kept-until.ts';

/** Rows of a table that one page holds at most. */
export const MOST_ROWS = 50;

export interface HeldValue {
  readonly column: Column;
  /**
   * As the driver hands it over: text, number, boolean, Date, `YYYY-MM-DD` for a date, an array; null when there is none.
   * Of a column that is kept hashed or encrypted just `true`: nobody could read it, so it stays where it is.
   */
  readonly value: unknown;
}

export interface HeldRow {
  readonly values: readonly HeldValue[];
  /** Columns of no category by name: keys of other rows. */
  readonly links: Readonly<Record<string, unknown>>;
  /** In the order of the table's rules. */
  readonly keptUntil: readonly KeptUntil[];
}

export interface HeldPage {
  readonly rows: readonly HeldRow[];
  /** Where the next page begins; null when this is the last. */
  readonly next: string | null;
}

export interface HeldPageWanted {
  /** Rows at most, up to `MOST_ROWS`. */
  readonly limit: number;
  /** `next` of the page before; absent: from the first on. */
  readonly after?: string | undefined;
}

/**
 * The rows of whoever the session is for, latest keys first (keys that grow with time put the newest first). A column
 * that lists everybody a row is about is not read: its value is the person.
 * @throws EnforcementError `statement-failed` when `after` is no place in this table.
 */
export async function readHeldRows(
  session: HoldingSession,
  held: HeldTable,
  { limit, after }: HeldPageWanted,
): Promise<HeldPage> {
  const { table, columns, links, rules } = held;
  const most = Math.min(Math.max(1, limit), MOST_ROWS);
  const list = table.belongsTo.kind === 'listed' ? table.belongsTo.column : null;
  const open = columns.filter(({ protect }) => protect === 'none').map(({ name }) => name);
  const names = [...open, ...links].filter((name) => name !== list);
  const closed = columns.filter(({ protect }) => protect !== 'none');
  const place = keyAsTexts(table.key, 'held');
  const dates = datesOf(table, rules, 'held');
  let statement = session.query
    .selectFrom(`${table.name} as held`)
    .select(names.map((name) => `held.${name}`))
    .select(closed.map(({ name }) => thatThereIsOne(name).as(name)))
    .select([place.as('kept_place'), dates.as('kept_dates')])
    .limit(most + 1);
  for (const column of table.key) statement = statement.orderBy(`held.${column}`, 'desc');
  if (after !== undefined) statement = statement.where(beyond(table.key, placeOf(after, table.key.length)));
  const rows: Readonly<Record<string, unknown>>[] = await session.read(statement);
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => heldRow(row, held, list, session.principal.id)),
    next: rows.length > most && last !== undefined ? cursorOf(last.kept_place) : null,
  };
}

const thatThereIsOne = (column: string): RawBuilder<true | null> =>
  sql<true | null>`case when ${sql.ref(`held.${column}`)} is not null then true end`;

function beyond(key: readonly string[], place: readonly string[]): RawBuilder<boolean> {
  const columns = sql.join(key.map((column) => sql.ref(`held.${column}`)));
  return sql<boolean>`(${columns}) < (${sql.join([...place])})`;
}

function heldRow(row: Readonly<Record<string, unknown>>, held: HeldTable, list: string | null, me: string): HeldRow {
  return {
    values: held.columns.map((column) => ({ column, value: column.name === list ? [me] : (row[column.name] ?? null) })),
    links: Object.fromEntries(held.links.map((name) => [name, row[name] ?? null])),
    keptUntil: keptUntilOf(held.rules, row.kept_dates),
  };
}

/** Keys travel in an address; they are the person's own, and Postgres shows no others whatever stands there. */
const cursorOf = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function placeOf(cursor: string, length: number): readonly string[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const texts = Array.isArray(place) ? place.filter((part) => typeof part === 'string') : [];
    if (texts.length === length) return texts;
  } catch {
    // Falls through: it is no place at all.
  }
  throw new EnforcementError('statement-failed', 'the address names no place in the list; begin at its first page');
}
