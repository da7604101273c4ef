/**
 * The pieces that several files of a policy share. A form that text must have has a name, so that the words of the
 * diagnostic come from the message files and not from here.
 */
import { z } from 'zod';

/** A form that a text must have, told by name: the messages know the words. */
export function formed(form: string, holds: (text: string) => boolean) {
  return z.string().refine(holds, { params: { form } });
}

const forms = new Map<string, string>();

/** As `formed`, by a pattern, which the JSON Schema then has too. */
export function pattern(form: string, expression: RegExp) {
  forms.set(String(expression), form);
  return z.string().regex(expression);
}

/** The name of the form that a pattern of these schemas stands for. */
export const formOfPattern = (expression: string): string => forms.get(expression) ?? 'text';

/** Text that is not only spaces. */
export const words = z.string().min(1);

/** What a key is for: editors show it while one types, and the reference page is made of it. */
export const said = <T extends z.ZodType>(schema: T, description: string): T => schema.meta({ description });

/** How something is called, on pages and in the notice. */
export const labels = {
  nb: said(words, 'What people read, in bokmål.'),
  en: said(words, 'What people read, in English.'),
};

export const localized = z
  .strictObject({ nb: words, en: words })
  .meta({ id: 'LocalizedText', description: 'The same text in Norwegian bokmål and English.' });

/** `contact-details`: lower-case words joined by hyphens. */
export const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
export const name = pattern('name', NAME);
/** A Postgres identifier that needs no quotes. */
export const identifier = pattern('identifier', /^[a-z_][a-z0-9_]{0,62}$/);
/** `table`, or `schema.table`. */
export const tableName = pattern('table', /^[a-z_][a-z0-9_]{0,62}(\.[a-z_][a-z0-9_]{0,62})?$/);
/** `table.column`, or `schema.table.column`. */
export const columnName = pattern('column', /^[a-z_][a-z0-9_]{0,62}(\.[a-z_][a-z0-9_]{0,62}){1,2}$/);

const DURATION = /^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/;
/** ISO 8601-1, years to days. */
export const duration = pattern('duration', DURATION).meta({ description: 'An ISO 8601 duration, as P3Y6M or P90D.' });
export const isDuration = (text: string): boolean => DURATION.test(text);
/** Hours and minutes, for what is kept in a browser for less than a day. */
export const isShortDuration = (text: string): boolean => /^PT(?=\d)(\d+H)?(\d+M)?$/.test(text);

/** A date of the calendar, `2026-11-23`. */
export const date = formed('date', isDate).meta({ description: 'An ISO 8601 date, as 2026-11-23.' });

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** Month and day, as a financial year ends. */
export const monthDay = formed('month-day', (text) => isDate(`2027-${text}`));
export const email = formed('email', (text) => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text) && text.length <= 254);
export const phone = pattern('phone', /^\+[1-9][0-9]{4,14}$/);
export const httpsUrl = formed('https-url', (text) => URL.canParse(text) && /^https?:\/\//.test(text));
/** The name of a machine: no scheme, no port, no path. */
export const host = pattern('host', /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/);
export const country = pattern('country', /^[A-Z]{2}$/);

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];

/** Nine digits with the check digit of modulus 11 (Brønnøysundregistrene, "The organization number"). */
export function isOrganisationNumber(text: string): boolean {
  if (!/^[0-9]{9}$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(text[place]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(text[8]);
}

export const organisationNumber = formed('organisation-number', isOrganisationNumber);

const ACCOUNT_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** Eleven digits with the check digit of modulus 11, as banks in Norway number their accounts; 10 is no check digit. */
export function isAccountNumber(text: string): boolean {
  if (!/^[0-9]{11}$/.test(text)) return false;
  const sum = ACCOUNT_WEIGHTS.reduce((total, weight, place) => total + weight * Number(text[place]), 0);
  return (11 - (sum % 11)) % 11 === Number(text[10]);
}

export const accountNumber = formed('account-number', isAccountNumber);

export const law = z
  .union([
    words,
    z.strictObject({
      cite: said(words, 'As it is cited, bokføringsloven § 13.'),
      url: said(httpsUrl.optional(), 'Where it can be read.'),
    }),
  ])
  .meta({ description: 'An act and section as it is cited, with an address where it can be read.' });

/** A map with names as its keys. */
export const named = <T extends z.ZodType>(value: T) => z.record(name, value);
