/**
 * What a purpose sees of a customer, from the policy alone: which tables, which of their columns, and which rows lie
 * under which. Generic, so that a table which the policy gains is shown without a line of code here.
 */
import {
  accessOfPurpose,
  type Column,
  keyColumns,
  type Ownership,
  type Policy,
  type Table,
} from '../../policy/index.ts';

/** The table whose rows are the customers. */
export const CUSTOMER_TABLE = 'register.customer';

export interface SeenTable {
  readonly table: Table;
  /** Columns that say something of a person and that the purpose reads, in the order of the policy. */
  readonly columns: readonly Column[];
  /** The column that leads to the customer or, for what contact persons have too, to the person. */
  readonly owner: string;
  /** The seen table whose rows these lie under (lines under their order); null for what stands by itself. */
  readonly parent: string | null;
}

export interface PurposeView {
  /** What is seen of the customer's own row; null where the purpose looks up no customers at all. */
  readonly customer: SeenTable | null;
  /** Everything else, in the order in which it is read and shown. */
  readonly rows: readonly SeenTable[];
  /** Categories that are held of customers and that the purpose leaves out. */
  readonly leftOut: readonly string[];
}

/** @param purpose A name that the policy has; nothing is seen for another. */
export function purposeView(policy: Policy, purpose: string): PurposeView {
  const reads = new Map(accessOfPurpose(policy, purpose).map(({ table, read }) => [table, read]));
  const ofCustomers = Object.values(policy.tables).flatMap((table) => {
    const owner = columnToCustomer(policy, table);
    return owner === null ? [] : [{ table, owner }];
  });
  const seen = ofCustomers.flatMap(({ table, owner }) => {
    const read = reads.get(table.name) ?? [];
    const columns = Object.values(table.columns).filter(
      ({ name, category }) => category !== null && read.includes(name),
    );
    return read.length === 0 ? [] : [{ table, owner, columns }];
  });
  const rows = seen
    .filter(({ table }) => table.name !== CUSTOMER_TABLE)
    .map((one) => ({ ...one, parent: parentOf(one.table, seen) }));
  const customer = seen.find(({ table }) => table.name === CUSTOMER_TABLE);
  return {
    customer: customer === undefined ? null : { ...customer, parent: null },
    rows: parentsFirst(rows),
    leftOut: categoriesIn(ofCustomers.map(({ table }) => table)).filter((name) => !usedIn(seen, name)),
  };
}

const usedIn = (seen: readonly { readonly columns: readonly Column[] }[], category: string): boolean =>
  seen.some(({ columns }) => columns.some((column) => column.category === category));

function categoriesIn(tables: readonly Table[]): readonly string[] {
  const all = tables.flatMap((table) => Object.values(table.columns).map(({ category }) => category));
  return [...new Set(all)].filter((category) => category !== null);
}

/** The column through which a table's rows are found for a customer; null for tables about others. */
function columnToCustomer(policy: Policy, table: Table): string | null {
  const key = policy.tables[CUSTOMER_TABLE]?.key[0];
  if (key === undefined) return null;
  const owner = ownerAmong(table.belongsTo, table.name);
  // A contact person is a person of their own, and still found under the company.
  return owner ?? (table.key.includes(key) && table.belongsTo.kind !== 'nobody' ? key : null);
}

function ownerAmong(ownership: Ownership, table: string): string | null {
  if (ownership.kind === 'self') return table === CUSTOMER_TABLE ? ownership.column : null;
  if (ownership.kind === 'direct') return ownership.to === CUSTOMER_TABLE ? ownership.column : null;
  if (ownership.kind !== 'shared') return null;
  return ownership.among.map((one) => ownerAmong(one, table)).find((one) => one !== null) ?? null;
}

/** The table with the longest key that is more than the customer's own and stands whole among this table's columns. */
function parentOf(table: Table, seen: readonly { readonly table: Table }[]): string | null {
  const [nearest] = seen
    .map((one) => one.table)
    .filter(({ name, key }) => name !== table.name && key.length > 1 && key.every((column) => column in table.columns))
    .filter(({ key }) => !table.key.every((column) => key.includes(column)))
    .sort((one, other) => other.key.length - one.key.length);
  return nearest?.name ?? null;
}

/** Parents before what lies under them, and first those with much under them: the orders. */
function parentsFirst(rows: readonly SeenTable[]): readonly SeenTable[] {
  const depth = (one: SeenTable): number => {
    const parent = rows.find(({ table }) => table.name === one.parent);
    return parent === undefined ? 0 : 1 + depth(parent);
  };
  const below = ({ table }: SeenTable): number => rows.filter(({ parent }) => parent === table.name).length;
  return [...rows].sort((one, other) => depth(one) - depth(other) || below(other) - below(one));
}

/** All columns that a read needs: what is shown, the key, and what says whose the row is. */
export function columnsToRead({ table, columns, owner }: SeenTable, parent: Table | undefined): readonly string[] {
  return [...new Set([...keyColumns(table), owner, ...(parent?.key ?? []), ...columns.map(({ name }) => name)])];
}

/** Columns that say when a row came to be, the most telling first; of those that a table has, this one is never empty. */
const TIMES = [
  ...[
    'placed_at',
    'issued_on',
    'requested_at',
    'received_at',
    'opened_at',
    'paid_on',
    'dispatched_at',
    'at',
    'given_at',
  ],
  ...['made_at', 'since', 'shown_at', 'written_at', 'accepted_at', 'sent_on', 'added_at', 'sent_at', 'retrieved_at'],
  ...['computed_at', 'set_at'],
];
const MADE = ['created_at', 'registered_at'];

/** The column that tells new rows from old, among those that the purpose sees; null where it sees none. */
export const timeColumn = ({ columns }: SeenTable): string | null =>
  [...TIMES, ...MADE].find((time) => columns.some(({ name }) => name === time)) ?? null;
