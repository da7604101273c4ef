/**
 * Finding customers: names by the functions that the policy makes, which answer with keys and nothing else; the rest by
 * comparisons that Postgres may use an index for under row-level security. What is found is then read by its keys, as the
 * purpose, so that the row policies decide and the log tells who was shown.
 */
import { type Expression, type SqlBool, sql } from 'kysely';
import { searchFunction } from '../../enforcement/index.ts';
import { type Policy, type SearchedColumn, searchedColumns } from '../../policy/index.ts';
import type { RegisterSession } from '../tables.ts';
import { anyTable, type Row } from './dossier.ts';
import { CUSTOMER_TABLE, purposeView } from './purpose-view.ts';
import { type Patterns, patternsOf, type Searched, searchable, sees, tellsEnough } from './search.ts';

export interface Search {
  readonly text: string;
  /** The first is 0. */
  readonly page: number;
  /** Customers a page. */
  readonly limit: number;
}

export interface Found {
  /** Whether the purpose sees anything that the text could be; nothing was asked for where not. */
  readonly searched: boolean;
  /** Whether anybody was asked for: not while a text says too little. */
  readonly asked: boolean;
  /** Rows of the customers' own table, as far as the purpose reads it, the likeliest first. */
  readonly customers: readonly Row[];
  /** By customer, the contact persons whose names fit. */
  readonly contacts: ReadonlyMap<string, readonly string[]>;
  /** By customer, whom an order goes to: for purposes that see no name but that. */
  readonly deliverTo: ReadonlyMap<string, string>;
  /** Whether there is a further page. */
  readonly more: boolean;
  /** More fit than are ever listed: only a longer text tells them apart. */
  readonly cut: boolean;
}

const NOTHING: Found = {
  ...{
    searched: false,
    asked: false,
    customers: [],
    contacts: new Map(),
    deliverTo: new Map(),
    more: false,
    cut: false,
  },
};

/** Customers that are listed for one text at most. */
export const MOST_FOUND = 200;

/** Customers that are suggested at most. */
export const MOST_SUGGESTED = 8;

/** What a suggestion says, as far as the purpose reads it: enough to choose, and nothing to learn. */
const SUGGESTED = ['customer_number', 'legal_name'];

/** Those who match. The caller has seen to it that the text is neither too short nor too long. */
export async function findCustomers(session: RegisterSession, policy: Policy, search: Search): Promise<Found> {
  const { customer } = purposeView(policy, session.purpose);
  return await find(session, policy, search, customer?.columns.map(({ name }) => name) ?? [], MOST_FOUND);
}

/** The few likeliest for a text that is still being typed; nobody until it says enough. */
export async function suggestCustomers(session: RegisterSession, policy: Policy, text: string): Promise<Found> {
  if (!tellsEnough(text)) return { ...NOTHING, searched: true };
  const { customer } = purposeView(policy, session.purpose);
  const columns = customer?.columns.map(({ name }) => name).filter((name) => SUGGESTED.includes(name)) ?? [];
  return await find(session, policy, { text, page: 0, limit: MOST_SUGGESTED }, columns, MOST_SUGGESTED);
}

async function find(
  session: RegisterSession,
  policy: Policy,
  { text, page, limit }: Search,
  columns: readonly string[],
  most: number,
): Promise<Found> {
  const { customer, rows } = purposeView(policy, session.purpose);
  const patterns = patternsOf(text);
  const fits = searchable(policy, session.purpose).filter(({ kind }) => patterns[kind] !== undefined);
  if (customer === null || fits.length === 0) return NOTHING;
  const query: Reading = { session, policy, columns: [customer.owner, ...columns], page, limit, most };
  const read = await byName(query, fits, patterns.name);
  if (page === 0 && read.length < limit) read.push(...(await byValue(query, fits, patterns, read)));
  const customers = read.slice(0, limit);
  const ids = customers.map(({ customer_id: id }) => String(id));
  const named = sees([customer], CUSTOMER_TABLE, 'legal_name');
  const byContact = fits.some(({ table, kind }) => kind === 'name' && table === 'register.contact_person');
  const byAddressee = !named && sees(rows, 'register.sales_order', 'deliver_to_name');
  const shown = (page + 1) * limit;
  return {
    ...{ searched: true, asked: true, customers, more: read.length > limit && shown < most },
    cut: read.length > limit && shown >= most,
    contacts: byContact && ids.length > 0 ? await contactsOf(session, ids, text) : new Map(),
    deliverTo: byAddressee && ids.length > 0 ? await addressees(session, ids, patterns.name) : new Map(),
  };
}

/** What all statements of one search have in common. */
interface Reading {
  readonly session: RegisterSession;
  readonly policy: Policy;
  readonly columns: readonly string[];
  readonly page: number;
  readonly limit: number;
  readonly most: number;
}

/**
 * The customer's own name before those of contact persons and addressees; each customer once, where they come first. For
 * a few suggestions the next kind of name is only looked for where the one before leaves room.
 */
async function byName(reading: Reading, fits: readonly Searched[], name: string | undefined): Promise<Row[]> {
  const { policy, limit, most } = reading;
  const columns = searchedColumns(policy).filter(({ table, column }) =>
    fits.some((one) => one.kind === 'name' && one.table === table.name && one.column === column),
  );
  if (name === undefined || columns.length === 0) return [];
  const found: Row[] = [];
  for (const some of most > limit ? [columns] : columns.map((column) => [column])) {
    if (found.length < limit) found.push(...(await byWords(reading, some, name, found)));
  }
  return found;
}

/** Of those that are listed page by page one more is read, so that it can be said that there are more. */
const wanted = ({ limit, most }: Reading): number => (most > limit ? limit + 1 : limit);

async function byWords(
  reading: Reading,
  columns: readonly SearchedColumn[],
  name: string,
  found: readonly Row[],
): Promise<Row[]> {
  const { page, limit, most } = reading;
  const keys = columns.map((column) => sql`${sql.raw(searchFunction(column))}(${name}, ${most + 1})`);
  const { query, ...session } = openFor(reading);
  const best = query
    .selectFrom(sql`unnest(${sql.join(keys, sql` || `)}) with ordinality`.as(sql`found(id, place)`))
    .select([sql`found.id`.as('id'), sql`min(found.place)`.as('place')])
    .groupBy(sql`found.id`)
    .as('best');
  const customers = query
    .selectFrom(`${CUSTOMER_TABLE} as customer`)
    .innerJoin(best, (join) => join.onRef('customer.customer_id', '=', 'best.id'))
    .select(qualified(reading))
    .where(butNot(found))
    .orderBy('best.place')
    .limit(wanted(reading) - found.length)
    .offset(page * limit);
  return await session.read<Row>(customers);
}

const butNot = (found: readonly Row[]): Expression<SqlBool> =>
  sql<SqlBool>`customer.customer_id <> all(${found.map(({ customer_id: id }) => String(id))}::uuid[])`;

/** Numbers are equal, addresses begin so. Each table is looked through by its own index. */
async function byValue(
  reading: Reading,
  fits: readonly Searched[],
  patterns: Patterns,
  found: readonly Row[],
): Promise<Row[]> {
  const { limit } = reading;
  const { query, ...session } = openFor(reading);
  const [first, ...others] = fits
    .filter(({ kind }) => kind !== 'name')
    .map(({ table, column, kind }) => {
      const fitting = query
        .selectFrom(table)
        .select('customer_id')
        .where(compared(column, kind, patterns[kind] ?? ''));
      // Inside a select of its own, so that each branch has its own end.
      return query.selectFrom(fitting.limit(limit + 1).as('fitting')).select('fitting.customer_id');
    });
  if (first === undefined) return [];
  const all = others.reduce((sum, one) => sum.unionAll(one), first);
  const customers = query
    .selectFrom(`${CUSTOMER_TABLE} as customer`)
    .select(qualified(reading))
    .where('customer.customer_id', 'in', all)
    .where(butNot(found))
    .orderBy('customer.customer_id')
    .limit(wanted(reading) - found.length);
  return await session.read<Row>(customers);
}

/** Behind the last sign there is, so that what begins with a text lies between the text and this. */
const LAST_SIGN = '\u{10FFFF}';

function compared(column: string, kind: Searched['kind'], pattern: string): Expression<SqlBool> {
  const value = sql.ref(column);
  if (kind !== 'email') return sql<SqlBool>`${value} = ${pattern}`;
  return sql<SqlBool>`${value} ~>=~ ${pattern} and ${value} ~<~ ${pattern + LAST_SIGN}`;
}

const openFor = ({ session }: Reading) => {
  const open = anyTable(session);
  return { query: open.query, read: open.read.bind(open) as typeof open.read };
};

const qualified = ({ columns }: Reading): string[] => columns.map((name) => `customer.${name}`);

/** Whether a name fits the text, best or worst: tried on the few rows that were found, as the purpose. */
const fitsText = (column: string, text: string): Expression<SqlBool> =>
  sql<SqlBool>`kept.search_vector(${sql.ref(column)}) @@ any(kept.search_queries(${text}))`;

async function contactsOf(session: RegisterSession, ids: readonly string[], text: string): Promise<Found['contacts']> {
  const open = anyTable(session);
  const contacts = await open.read<Row>(
    open.query
      .selectFrom('register.contact_person')
      .select(['customer_id', 'contact_person_id', 'full_name'])
      .where(sql<boolean>`customer_id = any(${[...ids]}::uuid[])`)
      .where(fitsText('full_name', text))
      .orderBy('full_name'),
  );
  const ofOne = Map.groupBy(contacts, ({ customer_id: id }) => String(id));
  return new Map([...ofOne].map(([id, people]) => [id, people.map(({ full_name: name }) => String(name))]));
}

/** Whom the newest order goes to that fits the text; any order, where the customer was found by something else. */
async function addressees(
  session: RegisterSession,
  ids: readonly string[],
  name: string | undefined,
): Promise<Found['deliverTo']> {
  const orders = session.query
    .selectFrom('register.sales_order')
    .select(['customer_id', 'deliver_to_name'])
    .distinctOn('customer_id')
    .where(sql<boolean>`customer_id = any(${[...ids]}::uuid[])`)
    .orderBy('customer_id')
    .orderBy('placed_at', 'desc');
  const fitting = name === undefined ? orders : orders.where(fitsText('deliver_to_name', name));
  const read = await session.read(fitting);
  return new Map(read.map(({ customer_id, deliver_to_name }) => [customer_id, deliver_to_name]));
}
