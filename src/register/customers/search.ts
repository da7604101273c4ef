/**
 * Finding a customer by what somebody has at hand: a name, an address, a number. Only columns that the purpose reads are
 * searched, and what is found is what the row policies let through.
 */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Policy } from '../../policy/index.ts';
import type { RegisterSession } from '../tables.ts';
import { anyTable, type Row } from './dossier.ts';
import { CUSTOMER_TABLE, purposeView, type SeenTable } from './purpose-view.ts';

/** What a piece of text can be compared with. */
export type SearchKind = 'name' | 'email' | 'phone' | 'number' | 'organisation-number' | 'reference';

interface Searched {
  readonly table: string;
  readonly column: string;
  readonly kind: SearchKind;
}

const SEARCHED: readonly Searched[] = [
  { table: CUSTOMER_TABLE, column: 'legal_name', kind: 'name' },
  { table: CUSTOMER_TABLE, column: 'customer_number', kind: 'number' },
  { table: CUSTOMER_TABLE, column: 'organisation_number', kind: 'organisation-number' },
  { table: CUSTOMER_TABLE, column: 'email', kind: 'email' },
  { table: CUSTOMER_TABLE, column: 'phone', kind: 'phone' },
  { table: 'register.contact_person', column: 'full_name', kind: 'name' },
  { table: 'register.contact_person', column: 'email', kind: 'email' },
  { table: 'register.contact_person', column: 'phone', kind: 'phone' },
  { table: 'register.sales_order', column: 'order_number', kind: 'number' },
  { table: 'register.sales_order', column: 'deliver_to_name', kind: 'name' },
  { table: 'register.invoice', column: 'invoice_number', kind: 'number' },
  { table: 'register.invoice', column: 'buyer_name', kind: 'name' },
  { table: 'register.invoice', column: 'payment_reference', kind: 'reference' },
];

/** Characters that a search has at least and at most. */
export const SHORTEST_SEARCH = 2;
export const LONGEST_SEARCH = 100;

export interface Search {
  readonly text: string;
  /** The `customer_id` of the last one of the page before; null for the first page. */
  readonly after: string | null;
  /** Customers a page. */
  readonly limit: number;
}

export interface Found {
  /** Whether the purpose sees anything that the text could be; nothing was asked for where not. */
  readonly searched: boolean;
  /** Rows of the customers' own table, as far as the purpose reads it. */
  readonly customers: readonly Row[];
  /** By customer, whom the newest order goes to: for purposes that see no name but that. */
  readonly deliverTo: ReadonlyMap<string, string>;
  /** Where the next page begins; null when this is the last. */
  readonly next: string | null;
}

const NOT_SEARCHED: Found = { searched: false, customers: [], deliverTo: new Map(), next: null };

/** The columns that a purpose can search, in the order in which they are told. */
export function searchable(policy: Policy, purpose: string): readonly Searched[] {
  const view = purposeView(policy, purpose);
  if (view.customer === null) return [];
  const seen = [view.customer, ...view.rows];
  return SEARCHED.filter(({ table, column }) => sees(seen, table, column));
}

const sees = (seen: readonly SeenTable[], table: string, column: string): boolean =>
  seen.some((one) => one.table.name === table && one.columns.some(({ name }) => name === column));

/**
 * Those who match, by name where the purpose sees names. The caller has seen to it that the text is neither too short
 * nor too long.
 */
export async function findCustomers(session: RegisterSession, policy: Policy, search: Search): Promise<Found> {
  const { text, after, limit } = search;
  const { customer, rows } = purposeView(policy, session.purpose);
  const patterns = patternsOf(text);
  const fits = searchable(policy, session.purpose).filter(({ kind }) => patterns[kind] !== undefined);
  if (customer === null || fits.length === 0) return NOT_SEARCHED;
  const named = sees([customer], CUSTOMER_TABLE, 'legal_name');
  let query = anyTable(session)
    .query.selectFrom(`${CUSTOMER_TABLE} as customer`)
    .select([customer.owner, ...customer.columns.map(({ name }) => name)].map((name) => `customer.${name}`))
    .where((of) => of.or(fits.map((one) => condition(of, one, patterns[one.kind] ?? ''))));
  if (after !== null) query = query.where((of) => comesAfter(of, after, named));
  if (named) query = query.orderBy((of) => of.fn('lower', ['customer.legal_name']));
  const found = await session.read<Row>(query.orderBy('customer.customer_id').limit(limit + 1));
  const customers = found.slice(0, limit);
  const ids = customers.map(({ customer_id: id }) => id).filter((id) => typeof id === 'string');
  const seesAddressee = !named && sees(rows, 'register.sales_order', 'deliver_to_name');
  return {
    searched: true,
    customers,
    deliverTo: seesAddressee && ids.length > 0 ? await addressees(session, ids) : new Map(),
    next: found.length > limit ? (ids.at(-1) ?? null) : null,
  };
}

type Builder = ExpressionBuilder<Record<string, Record<string, unknown>>, string>;

/** A condition on the customer's row; what lies in other tables only filters. */
function condition(of: Builder, { table, column, kind }: Searched, pattern: string): Expression<SqlBool> {
  const own = table === CUSTOMER_TABLE;
  const matches = (name: string): Expression<SqlBool> => comparison(of, name, kind, pattern);
  if (own) return matches(`customer.${column}`);
  return of(
    'customer.customer_id',
    'in',
    of
      .selectFrom(`${table} as other`)
      .select('other.customer_id')
      .where(matches(`other.${column}`)),
  );
}

function comparison(of: Builder, column: string, kind: SearchKind, pattern: string): Expression<SqlBool> {
  if (kind === 'name' || kind === 'email') return of(of.fn('lower', [column]), 'like', pattern);
  if (kind === 'phone') return of(column, 'like', pattern);
  return of(column, '=', pattern);
}

/** Behind a customer in the order of the list; where that customer is no longer seen, nothing comes behind. */
function comesAfter(of: Builder, id: string, named: boolean): Expression<SqlBool> {
  const later = of('customer.customer_id', '>', sql`${id}::uuid`);
  if (!named) return later;
  const own = of.fn('lower', ['customer.legal_name']);
  const last = of
    .selectFrom(`${CUSTOMER_TABLE} as last`)
    .select((inner) => inner.fn<string>('lower', ['last.legal_name']).as('name'))
    .where('last.customer_id', '=', id);
  return of.or([of(own, '>', last), of.and([of(own, '=', last), later])]);
}

/** For each kind that the text can be: what it is compared with. */
function patternsOf(typed: string): { readonly [K in SearchKind]?: string } {
  const text = typed.trim().toLowerCase();
  const digits = text.replaceAll(/[\s().+-]/g, '');
  if (/^\d+$/.test(digits)) return patternsOfDigits(digits);
  const literal = text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  // What has an @ is an address: names are left alone, and the log says so.
  if (text.startsWith('@')) return { email: `%${literal}` };
  if (text.includes('@')) return { email: `${literal}%` };
  return { name: `%${literal}%`, ...(/\s/.test(text) ? {} : { email: `${literal}%` }) };
}

function patternsOfDigits(digits: string): { readonly [K in SearchKind]?: string } {
  return {
    // The largest number of the database has nineteen digits; JavaScript is exact to fifteen.
    ...(digits.length <= 15 ? { number: digits } : {}),
    ...(digits.length >= 5 ? { phone: `%${digits.replace(/^00/, '')}` } : {}),
    ...(digits.length === 9 ? { 'organisation-number': digits } : {}),
    reference: digits,
  };
}

async function addressees(session: RegisterSession, ids: readonly string[]): Promise<Found['deliverTo']> {
  const orders = await session.read(
    session.query
      .selectFrom('register.sales_order')
      .select(['customer_id', 'deliver_to_name'])
      .distinctOn('customer_id')
      .where(sql<boolean>`customer_id = any(${[...ids]})`)
      .orderBy('customer_id')
      .orderBy('placed_at', 'desc'),
  );
  return new Map(orders.map(({ customer_id, deliver_to_name }) => [customer_id, deliver_to_name]));
}
