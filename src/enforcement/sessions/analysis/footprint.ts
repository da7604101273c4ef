/**
 * What a statement touches, gathered while its tree is walked: tables, columns, and which columns are known to be equal,
 * so that one column of the result can say whose all rows in it are.
 */
import type { Policy, Table } from '../../../policy/index.ts';
import type { Field } from '../../fields/read-fields.ts';

/** A column of one use of a table; a table joined twice is two uses. */
export interface ColumnOfUse {
  readonly use: number;
  readonly column: string;
}

/** One use of a table in the statement. */
export interface TableUse {
  readonly id: number;
  readonly table: Table;
  /** Its rows can come out of the statement; false in a condition, where they only filter. */
  readonly visible: boolean;
  /** The left join it came in by, whose columns can be null: it may speak only for uses of the same join. */
  readonly optional: number | null;
}

/** A column of a result. Several origins: the branches of a union. */
export interface OutputColumn {
  readonly name: string;
  readonly origins: readonly ColumnOfUse[];
}

export interface Footprint {
  readonly policy: Policy;
  /** The columns of a table that the purpose may read: what `*` stands for. */
  readonly readable: (table: string) => readonly string[];
  readonly uses: TableUse[];
  /** Qualified table names and, per table, the columns touched. */
  readonly touched: Map<string, Set<string>>;
  readonly equal: [ColumnOfUse, ColumnOfUse][];
}

export function emptyFootprint(policy: Policy, readable: (table: string) => readonly string[]): Footprint {
  return { policy, readable, uses: [], touched: new Map(), equal: [] };
}

export function addUse(print: Footprint, table: Table, visible: boolean, optional: number | null): TableUse {
  const use = { id: print.uses.length, table, visible, optional };
  print.uses.push(use);
  if (!print.touched.has(table.name)) print.touched.set(table.name, new Set());
  return use;
}

export function touch(print: Footprint, { use, column }: ColumnOfUse): void {
  const table = print.uses[use]?.table;
  if (table !== undefined) print.touched.get(table.name)?.add(column);
}

/** The categories of all columns touched, sorted. */
export function categoriesOf(print: Footprint): readonly string[] {
  const found = new Set<string>();
  for (const [name, columns] of print.touched) {
    for (const column of columns) {
      const category = print.policy.tables[name]?.columns[column]?.category;
      if (category !== undefined && category !== null) found.add(category);
    }
  }
  return [...found].sort();
}

/** The columns that say something about people. */
export const fieldsOf = (print: Footprint): readonly Field[] =>
  [...print.touched].flatMap(([table, columns]) =>
    print.policy.tables[table]?.belongsTo.kind === 'nobody'
      ? []
      : [...columns]
          .filter((column) => (print.policy.tables[table]?.columns[column]?.category ?? null) !== null)
          .map((column) => ({ table, column })),
  );

/** The tables of people that were touched, sorted. */
export function peopleTablesOf(print: Footprint): readonly string[] {
  return [...print.touched.keys()].filter((name) => print.policy.tables[name]?.belongsTo.kind !== 'nobody').sort();
}
