/**
 * What must hold of each row before anything of it is written: the rules of the registration form, and those that only a
 * file can break. Pure; a fault names the field, the report adds the row and the column.
 */
import {
  isMailAddress,
  isPhoneNumber,
  type PersonDetails,
  type PersonFault,
  personDetails,
  personFaults,
  phoneNumber,
} from '../customers/person-rules.ts';
import type { ColumnMapping, ImportKind } from './fields.ts';
import { forbiddenIn } from './forbidden-cells.ts';

export type RowFaultCode =
  | PersonFault
  | 'card-number'
  | 'identity-number'
  | 'kind-unknown'
  | 'language-unknown'
  | 'email-repeated'
  | 'email-registered'
  | 'field-missing'
  | 'company-unknown'
  | 'contact-repeated'
  | 'customer-unknown'
  | 'product-unknown'
  | 'quantity-wrong'
  | 'date-wrong'
  | 'date-in-future'
  | 'price-wrong'
  | 'order-mixed'
  | 'order-too-long'
  | 'order-refused'
  | 'order-imported';

export interface RowFault {
  readonly code: RowFaultCode;
  /** The field of the import; null where a column is named that is no field. */
  readonly field: string | null;
  /** The place of the column, from 0; null where the field has none. */
  readonly column: number | null;
}

export type RowRead<Values> =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly faults: readonly RowFault[] };

export interface CustomerRow {
  readonly person: PersonDetails;
  readonly language: 'nb' | 'en';
}

export interface ContactRow {
  /** Customer number or organisation number, digits only. */
  readonly company: string;
  readonly fullName: string;
  readonly position: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface OrderRow {
  /** Customer number or e-mail address. */
  readonly customer: string;
  /** What the file calls the order: rows with the same are its lines. */
  readonly order: string;
  readonly sku: string;
  readonly quantity: number;
  /** ISO 8601. */
  readonly placedOn: string;
  /** Null: the price of the catalogue. */
  readonly priceOre: number | null;
}

export interface RowOf {
  readonly customers: CustomerRow;
  readonly contacts: ContactRow;
  readonly orders: OrderRow;
}

/** Numbers that must not lie in a customer system, in whichever column: also in one that is not imported. */
function forbiddenCells(cells: readonly string[]): readonly RowFault[] {
  return cells.flatMap((cell, column): RowFault[] => {
    const code = forbiddenIn(cell);
    return code === null ? [] : [{ code, field: null, column }];
  });
}

/** @param today ISO 8601. */
export function readRow<K extends ImportKind>(
  kind: K,
  cells: readonly string[],
  mapping: ColumnMapping,
  today: string,
): RowRead<RowOf[K]> {
  const forbidden = forbiddenCells(cells);
  if (forbidden.length > 0) return { ok: false, faults: forbidden };
  const row = new Row(cells, mapping);
  const readers: { [Kind in ImportKind]: () => RowOf[Kind] } = {
    customers: () => customerRow(row),
    contacts: () => contactRow(row),
    orders: () => orderRow(row, today),
  };
  const values = readers[kind]();
  return row.faults.length > 0 ? { ok: false, faults: row.faults } : { ok: true, values };
}

/** One row while it is read: its cells by field, and what is wrong with them. */
class Row {
  readonly faults: RowFault[] = [];
  readonly #cells: readonly string[];
  readonly #mapping: ColumnMapping;

  constructor(cells: readonly string[], mapping: ColumnMapping) {
    this.#cells = cells;
    this.#mapping = mapping;
  }

  get(field: string): string {
    const column = this.#mapping[field];
    return column === undefined ? '' : (this.#cells[column] ?? '').trim();
  }

  refuse(field: string, code: RowFaultCode): void {
    this.faults.push({ code, field, column: this.#mapping[field] ?? null });
  }

  required(field: string, longest: number): string {
    const text = this.get(field);
    if (text === '') this.refuse(field, 'field-missing');
    else if (text.length > longest) this.refuse(field, 'too-long');
    return text;
  }
}

const KINDS: Readonly<Record<string, 'private' | 'company'>> = {
  ...{ privat: 'private', privatperson: 'private', person: 'private', private: 'private', p: 'private' },
  ...{ bedrift: 'company', firma: 'company', company: 'company', business: 'company', b: 'company' },
};

const LANGUAGES: Readonly<Record<string, 'nb' | 'en'>> = {
  ...{ nb: 'nb', no: 'nb', nn: 'nb', norsk: 'nb', bokmål: 'nb', norwegian: 'nb' },
  ...{ en: 'en', engelsk: 'en', english: 'en' },
};

function customerRow(row: Row): CustomerRow {
  const said = row.get('kind').toLowerCase();
  const kind = said === '' ? (row.get('organisationNumber') === '' ? 'private' : 'company') : KINDS[said];
  if (kind === undefined) row.refuse('kind', 'kind-unknown');
  const spoken = row.get('language').toLowerCase();
  const language = spoken === '' ? 'nb' : LANGUAGES[spoken];
  if (language === undefined) row.refuse('language', 'language-unknown');
  const person = personDetails(kind ?? 'private', {
    legalName: row.get('legalName'),
    organisationNumber: row.get('organisationNumber'),
    email: row.get('email'),
    phone: row.get('phone'),
    street: row.get('street'),
    // Spreadsheets take 0150 for a number and show 150.
    postalCode: row.get('postalCode').replace(/^[0-9]{3}$/, '0$&'),
    city: row.get('city'),
  });
  for (const [field, fault] of Object.entries(personFaults(person))) row.refuse(field, fault);
  return { person, language: language ?? 'nb' };
}

function contactRow(row: Row): ContactRow {
  const company = row.required('company', 40).replaceAll(/\s/g, '');
  if (company !== '' && !/^[0-9]{5,12}$/.test(company)) row.refuse('company', 'company-unknown');
  const fullName = row.required('fullName', 200);
  const position = row.get('position') || null;
  if ((position?.length ?? 0) > 100) row.refuse('position', 'too-long');
  const email = row.get('email').toLowerCase() || null;
  if (email !== null && (!isMailAddress(email) || email.length > 254)) row.refuse('email', 'email-wrong');
  const phone = phoneNumber(row.get('phone'));
  if (phone !== null && !isPhoneNumber(phone)) row.refuse('phone', 'phone-wrong');
  return { company, fullName, position, email, phone };
}

/** Of an order that was placed before there were computers, nobody has a file. */
const EARLIEST_ORDER = '1990-01-01';

const MOST_OF_A_LINE = 10_000;

function orderRow(row: Row, today: string): OrderRow {
  const customer = row.required('customer', 254).toLowerCase().replaceAll(/\s/g, '');
  if (customer !== '' && !/^[0-9]{5,12}$/.test(customer) && !isMailAddress(customer)) {
    row.refuse('customer', 'customer-unknown');
  }
  const order = row.required('order', 60);
  const sku = row.required('sku', 100);
  const quantity = Number(row.required('quantity', 10));
  if (row.get('quantity') !== '' && !(Number.isInteger(quantity) && quantity >= 1 && quantity <= MOST_OF_A_LINE)) {
    row.refuse('quantity', 'quantity-wrong');
  }
  const placedOn = dayOf(row.required('placedOn', 40));
  if (row.get('placedOn') !== '' && (placedOn === null || placedOn < EARLIEST_ORDER))
    row.refuse('placedOn', 'date-wrong');
  else if (placedOn !== null && placedOn > today) row.refuse('placedOn', 'date-in-future');
  const price = row.get('price');
  const priceOre = price === '' ? null : oreOf(price);
  if (priceOre === undefined) row.refuse('price', 'price-wrong');
  return { customer, order, sku, quantity, placedOn: placedOn ?? '', priceOre: priceOre ?? null };
}

/** 2026-11-25 or 25.11.2026, with or without a time after it. */
export function dayOf(text: string): string | null {
  const [, y1, m1, d1] = /^(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$/.exec(text) ?? [];
  const [, d2, m2, y2] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: .*)?$/.exec(text) ?? [];
  const parts = y1 === undefined ? [y2, m2, d2] : [y1, m1, d1];
  const [year, month, day] = parts.map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (Number.isNaN(date.getTime()) || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** Kroner with at most two decimals, in either country's way; undefined where it is no price. */
function oreOf(text: string): number | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f]|kr\.?|NOK/gi, '');
  const [, kroner = '', decimals = ''] = /^([0-9]{1,9})(?:[.,]([0-9]{1,2}))?$/.exec(plain) ?? [];
  if (kroner === '') return undefined;
  return Number(kroner) * 100 + Number(decimals.padEnd(2, '0'));
}
