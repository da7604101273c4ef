/**
 * A value of the database as a person reads it, in their language and locale. Pure. What it does not know by name it
 * knows by its form, so that a table described later shows no raw date, key or `true` either.
 */
import {
  countryInWords,
  dateInWords,
  listInWords,
  organisationNumberInWords,
  phoneInWords,
} from '../../notice/index.ts';
import type { Column, Language, Policy } from '../../policy/index.ts';
import { dayOf } from '../../records/index.ts';
import { amountInWords } from '../texts/index.ts';
import { valueTextsIn, wordOfValue } from '../texts/values.ts';

/** What words may need beside the value. */
export interface Wording {
  readonly policy: Policy;
  readonly language: Language;
  /** By product id, in the language. */
  readonly products: ReadonlyMap<string, string>;
  /** Order numbers by order id. */
  readonly orders: ReadonlyMap<string, number>;
}

/** @param table Qualified. Null, empty text and empty lists give null: there is nothing to say. */
export function valueInWords(wording: Wording, table: string, column: Column, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  const { kinds } = valueTextsIn(wording.language);
  if (column.protect !== 'none') return kinds[column.protect];
  const place = `${table}.${column.name}`;
  if (typeof value === 'boolean') return value ? kinds.yes : kinds.no;
  if (value instanceof Date) return timeInWords(value, wording);
  if (typeof value === 'number') return numberInWords(wording, column.name, value);
  if (Array.isArray(value)) return listOf(wording, place, value);
  if (typeof value === 'string') return textInWords(wording, place, column, value);
  return JSON.stringify(value);
}

/** A label in the middle of a sentence; an abbreviation keeps its capitals. */
export const inSentence = (label: string): string =>
  /^\p{Lu}(\p{Ll}|[\s-])/u.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;

const localeOf = (language: Language): string => (language === 'nb' ? 'nb-NO' : 'en-GB');

/** `3. oktober 2026 kl. 12:00`, where the controller is. */
export function timeInWords(at: Date, { policy, language }: Pick<Wording, 'policy' | 'language'>): string {
  const { timeZone } = policy.controller;
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at);
}

export const dayInWords = (at: Date, { policy, language }: Pick<Wording, 'policy' | 'language'>): string =>
  dateInWords(dayOf(at, policy), language);

function numberInWords({ language }: Wording, name: string, value: number): string {
  if (name.endsWith('_ore')) return amountInWords(value, language);
  if (name.endsWith('_rate')) return `${value} %`;
  // Numbers that name something are read as they stand.
  return Number.isInteger(value) ? String(value) : new Intl.NumberFormat(localeOf(language)).format(value);
}

function listOf(wording: Wording, place: string, values: readonly unknown[]): string | null {
  const { policy, language } = wording;
  const parts = values.flatMap((one) => {
    if (typeof one !== 'string') return [String(one)];
    if (place === 'kept.staff.roles') return [policy.roles[one]?.label[language] ?? one];
    return [isKey(one) ? valueTextsIn(language).kinds.yourself : one];
  });
  return parts.length === 0 ? null : listInWords(parts, language);
}

function textInWords(wording: Wording, place: string, column: Column, value: string): string {
  const { policy, language, products } = wording;
  const { kinds } = valueTextsIn(language);
  const word = wordOfValue(place, value, language);
  if (word !== undefined) return word;
  if (column.name === 'purpose') return policy.purposes[value]?.label[language] ?? value;
  if (column.name === 'product_id') return products.get(value) ?? kinds.key;
  if (column.name === 'account_id') return kinds.account;
  if (column.name === 'country') return countryInWords(value, language);
  if (column.name.endsWith('_html')) return value.replaceAll(/<[^>]*>/g, ' ').trim();
  if (column.category === 'organisation-number') return organisationNumberInWords(value);
  return byForm(wording, value);
}

const isKey = (value: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);

function byForm(wording: Wording, value: string): string {
  const { kinds } = valueTextsIn(wording.language);
  if (isKey(value)) return kinds.key;
  if (/^[0-9a-f]{64}$/.test(value)) return kinds.digest(value.slice(0, 8));
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dateInWords(value, wording.language);
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(value)) {
    return timeInWords(new Date(value), wording);
  }
  return /^\+\d{5,15}$/.test(value) ? phoneInWords(value) : value;
}
