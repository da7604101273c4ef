/** The catalogue of the pages' words by language, and how amounts are written in each. */
import type { Language } from '../../policy/index.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';

export type Texts = typeof nb;
export const textsIn = (language: Language): Texts => (language === 'nb' ? nb : en);

/** Øre as kroner in the reader's locale. */
export function amountInWords(ore: number, language: Language): string {
  const locale = language === 'nb' ? 'nb-NO' : 'en-GB';
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'NOK' }).format(ore / 100);
}
