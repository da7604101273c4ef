/** Rules of data.yaml: every name leads somewhere, every row leads to its person. */

import type { Table } from '../model.ts';
import { qualified } from '../names.ts';
import type { Path } from '../source-file.ts';
import { type Report, type Rule, type RuleInput, writtenTable } from './rule.ts';

const FILE = 'data.yaml';

export const categoriesOfColumns: Rule = ({ policy, text }, report) => {
  for (const table of Object.values(policy.tables)) {
    const at = ['tables', writtenTable(text, table.name), 'columns'];
    for (const column of Object.values(table.columns)) {
      if (column.category === null) continue;
      if (policy.categories[column.category] === undefined) {
        const path = [...at, column.name, 'category'];
        report.unknown('KEPT-201', FILE, path, column.category, Object.keys(policy.categories));
      }
      if (column.label === null) report.fault('KEPT-217', FILE, [...at, column.name], { column: column.name });
    }
  }
};

export const keysAreColumns: Rule = ({ policy, text }, report) => {
  for (const table of Object.values(policy.tables)) {
    const at: Path = ['tables', writtenTable(text, table.name)];
    const known = Object.keys(table.columns);
    for (const [index, column] of table.key.entries()) {
      if (!known.includes(column)) report.unknown('KEPT-204', FILE, [...at, 'key', index], column, known);
    }
  }
};

export const tablesAreDescribedOnce: Rule = ({ text }, report) => {
  const seen = new Set<string>();
  for (const written of Object.keys(text[FILE].tables)) {
    const table = qualified(written);
    if (seen.has(table)) report.fault('KEPT-208', FILE, ['tables', written], { table });
    seen.add(table);
    const schema = table.split('.')[0] ?? '';
    if (text[FILE].schemas[schema] !== undefined)
      report.fault('KEPT-219', FILE, ['tables', written], { table, schema });
  }
};

export const dataSubjectsHaveHomes: Rule = ({ policy }, report) => {
  for (const kind of Object.values(policy.dataSubjects)) {
    if (kind.table === null) continue;
    const at: Path = ['data_subjects', kind.name];
    const table = policy.tables[kind.table];
    if (table === undefined) {
      report.unknown('KEPT-203', FILE, [...at, 'table'], kind.table, Object.keys(policy.tables));
    } else if (kind.key === null) report.fault('KEPT-218', FILE, at, { name: kind.name });
    else if (table.columns[kind.key] === undefined) {
      report.unknown('KEPT-204', FILE, [...at, 'key'], kind.key, Object.keys(table.columns));
    } else if (table.belongsTo.kind !== 'self' && table.belongsTo.kind !== 'shared') {
      report.fault('KEPT-207', FILE, [...at, 'table'], { table: table.name });
    }
  }
};

export const rowsLeadToPeople: Rule = (input, report) => {
  for (const table of Object.values(input.policy.tables)) {
    const written = writtenTable(input.text, table.name);
    const ownership = table.belongsTo;
    const all = ownership.kind === 'shared' ? ownership.among : [ownership];
    for (const [index, one] of all.entries()) {
      const at: Path = ['tables', written, 'belongs_to', ...(ownership.kind === 'shared' ? ['any_of', index] : [])];
      if (one.kind === 'self') ownColumn(table, one.column, [...at, 'self'], report);
      if (one.kind === 'listed') ownColumn(table, one.column, [...at, 'listed'], report);
      if (one.kind === 'direct') {
        ownColumn(table, one.column, [...at, 'column'], report);
        isHome(input, one.to, [...at, 'of'], report);
      }
      if (one.kind === 'path') pathLeads(input, table, one.steps, [...at, 'path'], report);
    }
  }
};

function ownColumn(table: Table, column: string, path: Path, report: Report): void {
  if (table.columns[column] !== undefined) return;
  report.unknown('KEPT-204', FILE, path, column, Object.keys(table.columns));
}

function isHome({ policy }: RuleInput, table: string, path: Path, report: Report): void {
  const target = policy.tables[table];
  if (target === undefined) report.unknown('KEPT-203', FILE, path, table, Object.keys(policy.tables));
  else if (target.belongsTo.kind !== 'self') report.fault('KEPT-207', FILE, path, { table });
}

function pathLeads(
  input: RuleInput,
  from: Table,
  steps: readonly { readonly column: string; readonly toTable: string; readonly toColumn: string }[],
  path: Path,
  report: Report,
): void {
  let here = from;
  for (const [index, step] of steps.entries()) {
    const at = [...path, index];
    ownColumn(here, step.column, at, report);
    const next = input.policy.tables[step.toTable];
    if (next === undefined) {
      report.unknown('KEPT-203', FILE, at, step.toTable, Object.keys(input.policy.tables));
      return;
    }
    ownColumn(next, step.toColumn, at, report);
    here = next;
  }
  isHome(input, here.name, [...path, steps.length - 1], report);
}

/** Row-level security needs an own column that says whose the row is, and a primary key that begins with it. */
export const gatedRowsHaveOwners: Rule = ({ policy, text }, report) => {
  for (const table of Object.values(policy.tables)) {
    if (table.gate.kind !== 'permits' || table.belongsTo.kind === 'nobody') continue;
    const { kind } = table.belongsTo;
    if (kind === 'listed') {
      report.fault('KEPT-220', FILE, ['tables', writtenTable(text, table.name), 'belongs_to'], { table: table.name });
    }
  }
};
