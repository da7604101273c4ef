/** The words for values, sources and recipients, by language. */
import type { Language } from '../../policy/index.ts';
import { kindsOfValueEn, recipientKindsEn, sourcesEn, valuesEn } from './en/values.ts';
import { kindsOfValueNb, recipientKindsNb, sourcesNb, valuesNb } from './nb/values.ts';

const nb = { values: valuesNb, kinds: kindsOfValueNb, sources: sourcesNb, recipients: recipientKindsNb };
const en: typeof nb = { values: valuesEn, kinds: kindsOfValueEn, sources: sourcesEn, recipients: recipientKindsEn };

export const valueTextsIn = (language: Language): typeof nb => (language === 'nb' ? nb : en);

/** What a value of a column's fixed set is called; undefined for a column that has none, or a value outside it. */
export function wordOfValue(column: string, value: string, language: Language): string | undefined {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = valueTextsIn(language).values;
  const ofColumn = Object.hasOwn(words, column) ? words[column] : undefined;
  return ofColumn !== undefined && Object.hasOwn(ofColumn, value) ? ofColumn[value] : undefined;
}
