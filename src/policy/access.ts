/**
 * What a purpose may do with each table, column by column. The one place where categories become columns: grants,
 * views, sessions and the tests of all three read it from here.
 */
import type { Ownership, Policy, Purpose, Table } from './model.ts';

export interface TableAccess {
  /** Qualified. */
  readonly table: string;
  readonly read: readonly string[];
  readonly insert: readonly string[];
  readonly update: readonly string[];
  readonly delete: boolean;
}

/**
 * Tables where the purpose may do something, in the order of the policy; columns in the order of the table.
 *
 * Reading: columns of the categories it uses, and where there is one, the key and columns of no category too. Tables
 * of nobody that hold no category are open to all (a catalogue), unless the purpose is limited to other tables.
 * Writing: columns of the categories it records; inserting also the key and columns of no category; a key is never
 * updated. What says whose a row is counts as key. A table that is not in use is nobody's to reach.
 */
export function accessOfPurpose(policy: Policy, purposeName: string): readonly TableAccess[] {
  const purpose = policy.purposes[purposeName];
  if (purpose === undefined) return [];
  return Object.values(policy.tables)
    .filter((table) => purpose.tables.length === 0 || purpose.tables.includes(table.name))
    .filter((table) => !table.unused && concerns(policy, purpose, table))
    .map((table) => accessToTable(purpose, table))
    .filter((access) => access.read.length + access.insert.length + access.update.length > 0 || access.delete);
}

function accessToTable(purpose: Purpose, table: Table): TableAccess {
  const columns = Object.values(table.columns);
  const keys = keyColumns(table);
  const categorised = columns.filter(({ category }) => category !== null);
  const used = (category: string | null): boolean => category !== null && purpose.uses.includes(category);
  const recorded = (category: string | null): boolean => category !== null && purpose.records.includes(category);
  const maintained = purpose.maintains.includes(table.name);
  const named = purpose.tables.includes(table.name);
  const open = categorised.length === 0 && (maintained || named || isReference(purpose, table));
  const reads = open || maintained || categorised.some(({ category }) => used(category));
  const writes = maintained || categorised.some(({ category }) => recorded(category));
  const isKey = (column: string): boolean => keys.has(column);
  const own = columns.filter((it) => it.category === null || maintained);
  const names = (keep: (column: (typeof columns)[number]) => boolean): string[] =>
    columns.filter(keep).map(({ name }) => name);
  return {
    table: table.name,
    read: reads ? names((it) => isKey(it.name) || own.includes(it) || used(it.category)) : [],
    insert: writes ? names((it) => isKey(it.name) || own.includes(it) || recorded(it.category)) : [],
    update: writes ? names((it) => !isKey(it.name) && (own.includes(it) || recorded(it.category))) : [],
    delete: purpose.removesFrom.includes(table.name),
  };
}

/** The primary key and whatever says whose the row is. */
export function keyColumns(table: Table): ReadonlySet<string> {
  return new Set([...table.key, ...ownerColumns(table.belongsTo)]);
}

/** The row's own columns that lead to the person; empty for nobody's. */
export function ownerColumns(ownership: Ownership): readonly string[] {
  switch (ownership.kind) {
    case 'self':
    case 'direct':
    case 'listed':
      return [ownership.column];
    case 'path':
      return ownership.steps.slice(0, 1).map(({ column }) => column);
    case 'shared':
      return ownership.among.flatMap(ownerColumns);
    case 'nobody':
      return [];
    default:
      return ownership satisfies never;
  }
}

/** A table of the register that is nobody's is a catalogue; those of Kept and of libraries are reached by name only. */
function isReference(purpose: Purpose, table: Table): boolean {
  return table.belongsTo.kind === 'nobody' && table.schema === 'register' && purpose.tables.length === 0;
}

/** Whether rows of the table can be about a kind of person that the purpose is about. */
function concerns(policy: Policy, purpose: Purpose, table: Table): boolean {
  const homes = homesOf(table.belongsTo, table.name);
  if (homes === null || homes.length === 0) return true;
  const kinds = Object.values(policy.dataSubjects).filter((kind) => kind.table !== null && homes.includes(kind.table));
  return kinds.length === 0 || kinds.some((kind) => purpose.about.includes(kind.name));
}

/** The tables whose rows are the people; null where any person may be meant, empty for nobody. */
function homesOf(ownership: Ownership, table: string): readonly string[] | null {
  switch (ownership.kind) {
    case 'self':
      return [table];
    case 'direct':
      return [ownership.to];
    case 'path':
      return ownership.steps.slice(-1).map(({ toTable }) => toTable);
    case 'listed':
      return null;
    case 'shared': {
      const homes = ownership.among.map((one) => homesOf(one, table));
      return homes.includes(null) ? null : homes.flatMap((one) => one ?? []);
    }
    case 'nobody':
      return [];
    default:
      return ownership satisfies never;
  }
}
