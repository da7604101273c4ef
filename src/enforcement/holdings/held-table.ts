/**
 * What of a person a purpose can show: the tables whose rows are about people, the columns that say something, and the
 * rules that say for how long. Pure: it follows from the policy, so a table that is described later appears by itself.
 */
import {
  accessOfPurpose,
  type Column,
  type Ownership,
  type Policy,
  type RetentionRule,
  type Table,
} from '../../policy/index.ts';
import { rulesOf } from '../retention/due-date.ts';

export interface HeldTable {
  readonly table: Table;
  /** Columns of a category that the purpose reads, in the order of the policy. */
  readonly columns: readonly Column[];
  /** Columns of no category, which lead to other rows and say nothing about the person. */
  readonly links: readonly string[];
  readonly rules: readonly RetentionRule[];
}

export function heldTables(policy: Policy, purpose: string): readonly HeldTable[] {
  return accessOfPurpose(policy, purpose).flatMap(({ table: name, read }) => {
    const table = policy.tables[name];
    if (table === undefined || !saysWhose(table.belongsTo)) return [];
    const readable = Object.values(table.columns).filter((column) => read.includes(column.name));
    const columns = readable.filter(({ category }) => category !== null);
    const links = readable.filter(({ category }) => category === null).map((column) => column.name);
    return columns.length === 0 ? [] : [{ table, columns, links, rules: rulesOf(policy, name) }];
  });
}

/**
 * Whether the row itself says whose it is. Where only other tables do, no row policy shows the person their rows; the
 * control `personal-data-visible-to-person` is broken then, and what can be shown still is.
 */
function saysWhose(ownership: Ownership): boolean {
  if (ownership.kind === 'shared') return ownership.among.every(saysWhose);
  return ownership.kind !== 'nobody' && ownership.kind !== 'path';
}

/** The categories that columns of the table belong to, in the order in which they first stand there. */
export const categoriesOfTable = ({ columns }: Pick<HeldTable, 'columns'>): readonly string[] => [
  ...new Set(columns.flatMap(({ category }) => (category === null ? [] : [category]))),
];

/** Whether the rule keeps the column: the whole row, or that column of it. */
export const keepsColumn = ({ keep }: RetentionRule, table: string, column: string): boolean =>
  keep.some((kept) => kept.table === table && (kept.columns.length === 0 || kept.columns.includes(column)));
