/**
 * Until when a row is kept, as a column of the statement that reads it: the dates come from the functions that `kept
 * apply` makes, one for each rule of the table.
 */
import { type RawBuilder, sql } from 'kysely';
import type { RetentionRule, Table } from '../../policy/index.ts';
import { dueDatesFunction } from '../compile/compile-due-dates.ts';

export interface KeptUntil {
  readonly rule: RetentionRule;
  /** The last day, `YYYY-MM-DD`; null while what the rule counts from has not happened. */
  readonly date: string | null;
}

/** The row's key as the functions take it. */
export const keyAsTexts = (key: readonly string[], row: string): RawBuilder<string[]> =>
  sql<string[]>`array[${sql.join(key.map((column) => sql`${sql.ref(`${row}.${column}`)}::text`))}]`;

/**
 * An expression for the dates of all rules, to be read with `keptUntilOf`.
 * @param rules As `rulesOf` gives them. @param row The alias of the table in the statement.
 */
export const datesOf = (table: Table, rules: readonly RetentionRule[], row: string): RawBuilder<string[] | null> =>
  rules.length === 0
    ? sql<null>`null`
    : // The name comes from the policy's own table names, quoted part by part.
      sql<string[] | null>`${sql.id(...dueDatesFunction(table).split('.'))}(${keyAsTexts(table.key, row)})::text[]`;

export function keptUntilOf(rules: readonly RetentionRule[], dates: unknown): readonly KeptUntil[] {
  const each = Array.isArray(dates) ? dates : [];
  return rules.map((rule, at) => ({ rule, date: typeof each[at] === 'string' ? each[at] : null }));
}
