/** Rules of retention.yaml: what is kept and what is counted from exist, and nothing about people is kept for ever. */
import type { RetentionEvent } from '../model.ts';
import type { Path } from '../source-file.ts';
import { type Report, type Rule, type RuleInput, writtenTable } from './rule.ts';

const FILE = 'retention.yaml';

export const keptThingsAreDescribed: Rule = ({ policy }, report) => {
  for (const rule of policy.retention) {
    const at: Path = ['rules', rule.name, 'keep'];
    for (const { table: name, columns } of rule.keep) {
      const table = policy.tables[name];
      if (table === undefined) {
        report.unknown('KEPT-203', FILE, at, name, Object.keys(policy.tables));
        continue;
      }
      for (const column of columns) {
        if (table.columns[column] === undefined) {
          report.unknown('KEPT-204', FILE, at, `${name}.${column}`, Object.keys(table.columns));
        }
      }
    }
  }
};

export const eventsAreColumns: Rule = (input, report) => {
  for (const rule of input.policy.retention) {
    for (const event of columnsOf(rule.after)) eventIsColumn(input, rule.name, event, report);
  }
};

/** Each level multiplies the SQL that the event becomes; who reads it has lost count long before. */
const DEEPEST_EVENT = 4;
const MOST_COLUMNS = 60;

export const eventsAreShort: Rule = ({ policy }, report) => {
  for (const { name, after } of policy.retention) {
    const at: Path = ['rules', name, 'after'];
    if (depthOf(after) > DEEPEST_EVENT) report.fault('KEPT-108', FILE, at, { limit: String(DEEPEST_EVENT) });
    else if (columnsOf(after).length > MOST_COLUMNS)
      report.fault('KEPT-108', FILE, at, { limit: String(MOST_COLUMNS) });
  }
};

function depthOf(event: RetentionEvent): number {
  if (event.kind === 'column') return 1;
  return 1 + (event.kind === 'latest' ? Math.max(...event.of.map(depthOf)) : depthOf(event.of));
}

type ColumnEvent = Extract<RetentionEvent, { kind: 'column' }>;

/** The columns that an event is read from. */
export function columnsOf(event: RetentionEvent): readonly ColumnEvent[] {
  if (event.kind === 'column') return [event];
  return event.kind === 'latest' ? event.of.flatMap(columnsOf) : columnsOf(event.of);
}

function eventIsColumn({ policy }: RuleInput, rule: string, event: ColumnEvent, report: Report): void {
  const at: Path = ['rules', rule, 'after'];
  const table = policy.tables[event.table];
  if (table === undefined) {
    report.unknown('KEPT-203', FILE, at, event.table, Object.keys(policy.tables));
    return;
  }
  const column = table.columns[event.column];
  if (column === undefined) {
    report.unknown('KEPT-204', FILE, at, event.column, Object.keys(table.columns));
  } else if (column.protect !== 'none') report.fault('KEPT-221', FILE, at, { column: event.column });
}

export const reasonsAreKnown: Rule = ({ policy }, report) => {
  const known = Object.keys(policy.purposes);
  for (const { name, because } of policy.retention) {
    if (because.kind === 'purpose' && !known.includes(because.purpose)) {
      report.unknown('KEPT-206', FILE, ['rules', name, 'because'], because.purpose, known);
    }
  }
};

/** Art. 5(1)(e): a table of people that no rule covers would be kept for ever. */
export const nothingIsKeptForEver: Rule = ({ policy, text }, report) => {
  const covered = new Set(policy.retention.flatMap(({ keep }) => keep.map(({ table }) => table)));
  for (const table of Object.values(policy.tables)) {
    if (table.belongsTo.kind === 'nobody' || table.unused || covered.has(table.name)) continue;
    report.fault('KEPT-209', 'data.yaml', ['tables', writtenTable(text, table.name)], { table: table.name });
  }
};
