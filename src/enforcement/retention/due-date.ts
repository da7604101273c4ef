/**
 * The day on which a row's time is over, as SQL over the row. The row may be used through that day; from the day after it
 * is gone. Dates are those of the controller's time zone.
 */
import type { Policy, RetentionEvent, RetentionRule, Table } from '../../policy/index.ts';
import { ownersOfRow } from '../compile/row-owner.ts';
import { ident, literal, tableIdent } from '../compile/sql.ts';

/** The rules that say how long rows of the table, or some of their columns, are kept. */
export function rulesOf(policy: Policy, table: string): readonly RetentionRule[] {
  return policy.retention.filter(({ keep }) => keep.some((kept) => kept.table === table));
}

/**
 * When the rule lets go of a row: a date, or null while its event has not happened.
 * @param row The alias of the row in the statement around it.
 */
export function dueDateOf(policy: Policy, rule: RetentionRule, table: Table, row: string): string {
  return `((${eventDate(policy, rule.after, table, row)}) + interval ${literal(rule.period)})::date`;
}

/** The last date of all rules for the table; null (the SQL word) where no rule covers it. */
export function lastDueDate(policy: Policy, table: Table, row: string): string {
  const dates = rulesOf(policy, table.name).map((rule) => dueDateOf(policy, rule, table, row));
  return dates.length === 0 ? 'null::date' : `greatest(${dates.join(', ')})`;
}

/** Today where the controller is, as SQL. */
export const todaySql = (policy: Policy): string =>
  `(statement_timestamp() at time zone ${literal(policy.controller.timeZone)})::date`;

function eventDate(policy: Policy, event: RetentionEvent, table: Table, row: string): string {
  switch (event.kind) {
    case 'column':
      return columnDate(policy, event, table, row);
    case 'latest':
      return `greatest(${event.of.map((one) => eventDate(policy, one, table, row)).join(', ')})`;
    case 'end-of-year':
      return endOfYear(eventDate(policy, event.of, table, row), policy.controller.financialYearEnds);
    default:
      return event satisfies never;
  }
}

type ColumnEvent = Extract<RetentionEvent, { kind: 'column' }>;

/** The row's own column, or the latest of the same person's rows in another table. */
function columnDate(policy: Policy, event: ColumnEvent, table: Table, row: string): string {
  const zone = literal(policy.controller.timeZone);
  const dated = (alias: string): string => asDate(`${alias}.${ident(event.column)}`, zone);
  if (event.table === table.name) {
    const own = dated(row);
    return event.where === null ? own : `case when ${event.where} then ${own} end`;
  }
  const other = policy.tables[event.table];
  const [theirs] = other === undefined ? [] : ownersOfRow(other.belongsTo, 'event');
  const [ours] = ownersOfRow(table.belongsTo, row);
  if (theirs === undefined || ours === undefined) return 'null::date';
  const condition = event.where === null ? '' : ` and (${event.where})`;
  return `(select max(${dated('event')}) from ${tableIdent(event.table)} as event where ${theirs} = ${ours}${condition})`;
}

/** A date stays one; a timestamp becomes the day it fell on where the controller is. */
function asDate(value: string, zone: string): string {
  return `case when pg_typeof(${value}) = 'date'::regtype then (${value})::date else ((${value})::timestamptz at time zone ${zone})::date end`;
}

/** The last day of the financial year in which a date falls, as `12-31` or a deviating `06-30`. */
function endOfYear(date: string, monthDay: string): string {
  const [month, day] = monthDay.split('-').map(Number) as [number, number];
  const last = (year: string): string =>
    month === 2 && day >= 28 ? `(make_date(${year}, 3, 1) - 1)` : `make_date(${year}, ${month}, ${day})`;
  const year = `extract(year from ${date})::integer`;
  return `case when ${date} <= ${last(year)} then ${last(year)} else ${last(`${year} + 1`)} end`;
}
