/**
 * By what somebody has at hand (a name, an address, a number) a purpose can search: only by columns that it reads. What
 * a typed text can be is told from its form, so that a number is never looked for among names.
 */
import { maySearch, type Policy, searchedColumns } from '../../policy/index.ts';
import { CUSTOMER_TABLE, purposeView, type SeenTable } from './purpose-view.ts';

/** What a piece of text can be compared with. */
export type SearchKind = 'name' | 'email' | 'phone' | 'number' | 'organisation-number' | 'reference';

export interface Searched {
  readonly table: string;
  readonly column: string;
  readonly kind: SearchKind;
}

/** Found by the whole value, or for addresses by their beginning; names are what the policy lets be searched by words. */
const BY_VALUE: readonly Searched[] = [
  { table: CUSTOMER_TABLE, column: 'customer_number', kind: 'number' },
  { table: CUSTOMER_TABLE, column: 'organisation_number', kind: 'organisation-number' },
  { table: CUSTOMER_TABLE, column: 'email', kind: 'email' },
  { table: CUSTOMER_TABLE, column: 'phone', kind: 'phone' },
  { table: 'register.contact_person', column: 'email', kind: 'email' },
  { table: 'register.contact_person', column: 'phone', kind: 'phone' },
  { table: 'register.sales_order', column: 'order_number', kind: 'number' },
  { table: 'register.invoice', column: 'invoice_number', kind: 'number' },
  { table: 'register.invoice', column: 'payment_reference', kind: 'reference' },
];

/** Characters that a search has at least and at most. */
export const SHORTEST_SEARCH = 2;
export const LONGEST_SEARCH = 100;

/** The columns that a purpose can search, in the order in which they are told and found by. */
export function searchable(policy: Policy, purpose: string): readonly Searched[] {
  const view = purposeView(policy, purpose);
  if (view.customer === null) return [];
  const key = view.customer.owner;
  const names = searchedColumns(policy)
    .filter((one) => one.key === key && maySearch(policy, purpose, one))
    .map(({ table, column }): Searched => ({ table: table.name, column, kind: 'name' }));
  const seen = [view.customer, ...view.rows];
  return [...names, ...BY_VALUE.filter(({ table, column }) => sees(seen, table, column))];
}

export const sees = (seen: readonly SeenTable[], table: string, column: string): boolean =>
  seen.some((one) => one.table.name === table && one.columns.some(({ name }) => name === column));

/** For each kind that the text can be: what it is compared with. */
export type Patterns = { readonly [K in SearchKind]?: string };

export function patternsOf(typed: string): Patterns {
  const text = typed.trim().normalize('NFC').toLowerCase();
  const digits = text.replaceAll(/[\s().+-]/g, '');
  if (/^\d+$/.test(digits)) return patternsOfDigits(digits, text.startsWith('+'));
  // What has an @ is an address: names are left alone, and the log says so.
  if (text.includes('@')) return { email: text };
  return { name: text, ...(/\s/.test(text) ? {} : { email: text }) };
}

/** Digits of a telephone number in Norway, and of an organisation number. */
const NATIONAL_DIGITS = 8;
const ORGANISATION_DIGITS = 9;

function patternsOfDigits(digits: string, international: boolean): Patterns {
  const whole = international ? digits : digits.startsWith('00') ? digits.slice(2) : null;
  const phone = whole === null && digits.length === NATIONAL_DIGITS ? `47${digits}` : whole;
  return {
    // The largest number of the database has nineteen digits; JavaScript is exact to fifteen.
    ...(digits.length <= 15 ? { number: digits } : {}),
    ...(phone === null ? {} : { phone: `+${phone}` }),
    ...(digits.length === ORGANISATION_DIGITS ? { 'organisation-number': digits } : {}),
    reference: digits,
  };
}

/** Letters from which on names are suggested, and digits for numbers: fewer would show people whom nobody meant. */
const LETTERS_TO_SUGGEST = 3;
const DIGITS_TO_SUGGEST = 5;

/** Whether a text that is still being typed says enough to show people for it. */
export function tellsEnough(typed: string): boolean {
  const { name, email, number } = patternsOf(typed);
  if (name !== undefined) return name.replaceAll(/[^\p{L}\p{N}]/gu, '').length >= LETTERS_TO_SUGGEST;
  if (email !== undefined) return email.indexOf('@') >= LETTERS_TO_SUGGEST;
  return number === undefined || number.length >= DIGITS_TO_SUGGEST;
}
