/** The forms that answers must have: each makes a value of what was typed, or says what is wrong. */
import { isOrganisationNumber, LANGUAGES, type Language, type LocalizedText } from '../../policy/index.ts';

/** A value, or why there is none. */
export type Read<T> = { readonly value: T } | { readonly fault: LocalizedText };

export type Form<T> = (typed: string) => Read<T>;

const fault = (nb: string, en: string): { readonly fault: LocalizedText } => ({ fault: { nb, en } });

export const words: Form<string> = (typed) =>
  typed === '' || typed.length > 200 || /\p{Cc}/u.test(typed)
    ? fault('Skriv 1 til 200 tegn.', 'Write 1 to 200 characters.')
    : { value: typed };

export const organisationNumber: Form<string> = (typed) => {
  const digits = typed.replaceAll(/[\s.]/g, '');
  if (!/^\d{9}$/.test(digits)) {
    return fault('Et organisasjonsnummer har ni sifre.', 'An organisation number has nine digits.');
  }
  return isOrganisationNumber(digits)
    ? { value: digits }
    : fault(
        'Kontrollsifferet stemmer ikke. Se etter en skrivefeil.',
        'The check digit is wrong. Look for a typing mistake.',
      );
};

export const postalCode: Form<string> = (typed) =>
  /^\d{4}$/.test(typed) ? { value: typed } : fault('Et postnummer har fire sifre.', 'A postal code has four digits.');

export const email: Form<string> = (typed) =>
  /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(typed) && typed.length <= 254
    ? { value: typed }
    : fault('Skriv en e-postadresse, som post@example.no.', 'Write an e-mail address, as post@example.no.');

/** Eight digits are Norwegian; `00` is how some write `+`. */
export const phone: Form<string> = (typed) => {
  const digits = typed.replaceAll(/[\s().-]/g, '').replace(/^00/, '+');
  const number = /^\d{8}$/.test(digits) ? `+47${digits}` : digits;
  return /^\+[1-9]\d{4,14}$/.test(number)
    ? { value: number }
    : fault(
        'Skriv åtte sifre, eller + og landkoden først.',
        'Write eight digits, or + and the country code before the number.',
      );
};

export const website: Form<string> = (typed) => {
  const address = /^[a-z]+:/i.test(typed) ? typed : `https://${typed}`;
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.')
    ? { value: address.replace(/\/$/, '') }
    : fault('Skriv en nettadresse, som https://example.no.', 'Write a web address, as https://example.no.');
};

export const monthDay: Form<string> = (typed) => {
  const [, month = '', day = ''] = /^(\d{2})-(\d{2})$/.exec(typed) ?? [];
  const last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= last
    ? { value: typed }
    : fault('Skriv måned og dag, som 12-31.', 'Write month and day, as 12-31.');
};

export const date: Form<string> = (typed) => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? Date.parse(`${typed}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(typed)
    ? { value: typed }
    : fault('Skriv en dato, som 2026-11-23.', 'Write a date, as 2026-11-23.');
};

export const countries: Form<readonly string[]> = (typed) => {
  const codes = listed(typed).map((code) => code.toUpperCase());
  const known = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const right = codes.length > 0 && codes.every((code) => /^[A-Z]{2}$/.test(code) && known.of(code) !== undefined);
  return right
    ? { value: codes }
    : fault('Skriv landkoder med to bokstaver, som NO,SE.', 'Write country codes of two letters, as NO,SE.');
};

export const languages: Form<readonly Language[]> = (typed) => {
  const found = listed(typed);
  const chosen = LANGUAGES.filter((language) => found.includes(language));
  return chosen.length > 0 && chosen.length === new Set(found).size
    ? { value: chosen }
    : fault('Skriv nb, en eller begge.', 'Write nb, en or both.');
};

/** Names of a list, or `none`. */
export function namesOf(known: readonly string[]): Form<readonly string[]> {
  return (typed) => {
    const found = typed === 'none' || typed === 'ingen' ? [] : listed(typed);
    const unknown = found.find((name) => !known.includes(name));
    if (unknown === undefined) return { value: known.filter((name) => found.includes(name)) };
    return fault(
      `«${unknown}» er ikke på listen: ${known.join(', ')}.`,
      `"${unknown}" is not on the list: ${known.join(', ')}.`,
    );
  };
}

/** An empty answer is none. */
export function optional<T>(form: Form<T>): Form<T | null> {
  return (typed) => (typed === '' || typed === '-' ? { value: null } : form(typed));
}

const listed = (typed: string): string[] => typed.split(/[\s,;]+/).filter(Boolean);
