/**
 * A whole file before it is read in: which rows are refused, and the others in units that are each written as a whole.
 * The same file gives the same units, so that a reading that stopped can go on with the next one.
 */
import type { SheetRow } from '../spreadsheets/sheet.ts';
import type { ColumnMapping, ImportKind } from './fields.ts';
import { type ContactRow, type CustomerRow, type OrderRow, type RowFault, type RowOf, readRow } from './row-rules.ts';

export interface Refusal extends RowFault {
  readonly rowNumber: number;
  /** Another row that it is about. */
  readonly otherRow: number | null;
}

export interface Numbered<Values> {
  readonly rowNumber: number;
  readonly values: Values;
}

/** An order with its lines, from rows that call it the same. */
export interface OrderGroup {
  readonly rowNumber: number;
  readonly lines: readonly Numbered<OrderRow>[];
}

export interface ItemOf {
  readonly customers: Numbered<CustomerRow>;
  readonly contacts: Numbered<ContactRow>;
  readonly orders: OrderGroup;
}

export interface Unit<K extends ImportKind> {
  readonly items: readonly ItemOf[K][];
  readonly refusals: readonly Refusal[];
}

/** Rows of a unit, or orders. */
const SIZE: Readonly<Record<ImportKind, number>> = { customers: 1_000, contacts: 1_000, orders: 250 };

/** The database's limit of lines of an order. */
const MOST_LINES = 200;

/** What a row comes to: something to write, or why not. */
type Outcome<Item> = { readonly item: Item } | { readonly refusals: readonly Refusal[] };

/** Hands the thread back now and then, so that pages are served while a large file is looked through. */
export type Breath = () => Promise<void>;

const ROWS_A_BREATH = 2_000;

export async function unitsOf<K extends ImportKind>(
  kind: K,
  rows: readonly SheetRow[],
  mapping: ColumnMapping,
  today: string,
  breath: Breath,
): Promise<readonly Unit<K>[]> {
  const readers: { [Kind in ImportKind]: () => Promise<readonly Outcome<ItemOf[Kind]>[]> } = {
    customers: () => outcomesOf('customers', rows, mapping, today, breath, emailOf),
    contacts: () => outcomesOf('contacts', rows, mapping, today, breath, contactOf),
    orders: () => orderOutcomes(rows, mapping, today, breath),
  };
  const outcomes = await readers[kind]();
  const size = SIZE[kind];
  return Array.from({ length: Math.ceil(outcomes.length / size) }, (_, at) => {
    const some = outcomes.slice(at * size, (at + 1) * size);
    return {
      items: some.flatMap((one) => ('item' in one ? [one.item] : [])),
      refusals: some.flatMap((one) => ('item' in one ? [] : one.refusals)),
    };
  });
}

const emailOf = ({ person }: CustomerRow): string => person.email;
const contactOf = ({ company, fullName, email }: ContactRow): string => `${company} ${email ?? fullName.toLowerCase()}`;

async function outcomesOf<K extends 'customers' | 'contacts'>(
  kind: K,
  rows: readonly SheetRow[],
  mapping: ColumnMapping,
  today: string,
  breath: Breath,
  sameAs: (values: RowOf[K]) => string,
): Promise<readonly Outcome<Numbered<RowOf[K]>>[]> {
  const first = new Map<string, number>();
  const outcomes: Outcome<Numbered<RowOf[K]>>[] = [];
  for (const [index, { rowNumber, cells }] of rows.entries()) {
    if (index % ROWS_A_BREATH === 0) await breath();
    const read = readRow(kind, cells, mapping, today);
    if (!read.ok) {
      outcomes.push({ refusals: read.faults.map((fault) => ({ ...fault, rowNumber, otherRow: null })) });
      continue;
    }
    const same = sameAs(read.values);
    const otherRow = first.get(same);
    if (otherRow === undefined) {
      first.set(same, rowNumber);
      outcomes.push({ item: { rowNumber, values: read.values } });
    } else {
      const code = kind === 'customers' ? 'email-repeated' : 'contact-repeated';
      outcomes.push({ refusals: [{ code, field: 'email', column: mapping.email ?? null, rowNumber, otherRow }] });
    }
  }
  return outcomes;
}

interface OrderRows {
  readonly good: Numbered<OrderRow>[];
  readonly refusals: Refusal[];
  readonly rowNumbers: number[];
}

/** All rows of an order are written, or none. A row whose order cannot be told stands for itself. */
async function orderOutcomes(
  rows: readonly SheetRow[],
  mapping: ColumnMapping,
  today: string,
  breath: Breath,
): Promise<readonly Outcome<OrderGroup>[]> {
  const orders = new Map<string, OrderRows>();
  for (const [index, { rowNumber, cells }] of rows.entries()) {
    if (index % ROWS_A_BREATH === 0) await breath();
    const named = (mapping.order === undefined ? undefined : cells[mapping.order])?.trim() ?? '';
    const key = named === '' ? `row ${rowNumber}` : `order ${named}`;
    const order = orders.get(key) ?? { good: [], refusals: [], rowNumbers: [] };
    orders.set(key, order);
    order.rowNumbers.push(rowNumber);
    const read = readRow('orders', cells, mapping, today);
    if (read.ok) order.good.push({ rowNumber, values: read.values });
    else order.refusals.push(...read.faults.map((fault) => ({ ...fault, rowNumber, otherRow: null })));
  }
  return [...orders.values()].map((order) => orderOutcome(order, mapping));
}

function orderOutcome({ good, refusals, rowNumbers }: OrderRows, mapping: ColumnMapping): Outcome<OrderGroup> {
  const [first] = good;
  const refuse = (field: string, code: RowFault['code'], rowNumber: number, otherRow: number | null): Refusal => ({
    ...{ code, field, column: mapping[field] ?? null, rowNumber, otherRow },
  });
  const own = [...refusals];
  if (first !== undefined) {
    for (const { rowNumber, values } of good) {
      if (values.customer === first.values.customer && values.placedOn === first.values.placedOn) continue;
      own.push(refuse('order', 'order-mixed', rowNumber, first.rowNumber));
    }
    if (rowNumbers.length > MOST_LINES) own.push(refuse('order', 'order-too-long', first.rowNumber, null));
  }
  const [fault] = own;
  if (fault === undefined && first !== undefined) return { item: { rowNumber: first.rowNumber, lines: good } };
  const refused = new Set(own.map(({ rowNumber }) => rowNumber));
  const others = rowNumbers.filter((rowNumber) => !refused.has(rowNumber));
  return {
    refusals: [...own, ...others.map((row) => refuse('order', 'order-refused', row, fault?.rowNumber ?? null))],
  };
}
