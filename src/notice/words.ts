/** How periods, dates, bases and numbers read in a notice, in each language. */
import { BASES, type Language, type LawfulBasis } from '../policy/index.ts';

const BASIS: Readonly<Record<Language, Readonly<Record<LawfulBasis, string>>>> = {
  nb: {
    consent: 'samtykket ditt (GDPR artikkel 6 nr. 1 bokstav a)',
    contract: 'avtalen med deg (GDPR artikkel 6 nr. 1 bokstav b)',
    'pre-contract': 'det du har bedt om før en avtale (GDPR artikkel 6 nr. 1 bokstav b)',
    'legal-obligation': 'en plikt vi har etter loven (GDPR artikkel 6 nr. 1 bokstav c)',
    'vital-interests': 'hensynet til liv og helse (GDPR artikkel 6 nr. 1 bokstav d)',
    'public-task': 'en oppgave i allmennhetens interesse (GDPR artikkel 6 nr. 1 bokstav e)',
    'legitimate-interest': 'en berettiget interesse, avveid mot din (GDPR artikkel 6 nr. 1 bokstav f)',
  },
  en: {
    consent: 'your consent (GDPR Article 6(1)(a))',
    contract: 'the agreement with you (GDPR Article 6(1)(b))',
    'pre-contract': 'what you asked for before an agreement (GDPR Article 6(1)(b))',
    'legal-obligation': 'a duty that the law gives us (GDPR Article 6(1)(c))',
    'vital-interests': 'the protection of life and health (GDPR Article 6(1)(d))',
    'public-task': 'a task in the public interest (GDPR Article 6(1)(e))',
    'legitimate-interest': 'a legitimate interest, weighed against yours (GDPR Article 6(1)(f))',
  },
};

/** A lawful basis with its article. */
export function basisInWords(basis: string, language: Language): string {
  const known = BASES.find((one) => one === basis);
  return known === undefined ? basis : BASIS[language][known];
}

const UNITS = {
  nb: { Y: ['år', 'år'], M: ['måned', 'måneder'], W: ['uke', 'uker'], D: ['dag', 'dager'] },
  en: { Y: ['year', 'years'], M: ['month', 'months'], W: ['week', 'weeks'], D: ['day', 'days'] },
  hours: { nb: ['time', 'timer'], en: ['hour', 'hours'] },
  minutes: { nb: ['minutt', 'minutter'], en: ['minute', 'minutes'] },
} as const;

/** `P3Y6M` is "3 years and 6 months"; what is no ISO 8601 duration stays as it is. */
export function durationInWords(duration: string, language: Language): string {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration);
  if (match === null) return duration;
  const { Y, M, W, D } = UNITS[language];
  const units = [Y, M, W, D, UNITS.hours[language], UNITS.minutes[language]];
  const parts = units.flatMap(([one, many], index) => {
    const count = Number(match[index + 1] ?? 0);
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return parts.length === 0 ? duration : listInWords(parts, language);
}

export function listInWords(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
}

/** A date, `2026-11-23`, as people write it. */
export function dateInWords(date: string, language: Language): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  const locale = language === 'nb' ? 'nb-NO' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

export function countryInWords(code: string, language: Language): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code) : code;
}

/** Norwegian numbers as they are read aloud, without the country code; others as they are dialled. */
export function phoneInWords(phone: string): string {
  const norwegian = /^\+47(\d{8})$/.exec(phone)?.[1];
  if (norwegian === undefined) return phone;
  // Mobile numbers are read three and two and three, fixed ones two by two.
  const groups = /^[49]/.test(norwegian) ? /(\d{3})(\d{2})(\d{3})/ : /(\d{2})(\d{2})(\d{2})(\d{2})/;
  return (groups.exec(norwegian)?.slice(1) ?? [norwegian]).join(' ');
}

/** `123 456 785` */
export const organisationNumberInWords = (number: string): string => number.replace(/(\d{3})(?=\d)/g, '$1 ');
