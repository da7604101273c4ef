/**
 * The words by which an add-on service is accepted. What is kept of them is their digest, so the words that were accepted
 * are found again by making them anew: where the digests are the same, these are the ones.
 */
import { createHash } from 'node:crypto';
import { LANGUAGES, type Language, type Policy } from '../policy/index.ts';
import { type AddOn, isSharedField } from '../register/index.ts';
import { textsIn } from './texts/index.ts';

/** Fields as the reader calls them, in a row. */
export function sharedInWords(fields: readonly string[], language: Language): string {
  const { shared } = textsIn(language).ordering;
  const words = fields.map((field) => (isSharedField(field) ? shared[field] : field));
  return new Intl.ListFormat(language === 'nb' ? 'nb-NO' : 'en-GB').format(words);
}

export const fieldsOf = ({ shared_fields: fields }: Pick<AddOn, 'shared_fields'>): readonly string[] =>
  fields.split(', ').filter((field) => field !== '');

export function addOnWords(
  { controller }: Policy,
  language: Language,
  {
    supplier,
    product,
    fields,
  }: { readonly supplier: string; readonly product: string; readonly fields: readonly string[] },
): string {
  const known = sharedInWords(fields.filter(isSharedField), language);
  return textsIn(language).ordering.addOnAccept(controller.name, supplier, product, known);
}

export const digestOfWords = (words: string): string => createHash('sha256').update(words).digest('hex');

/** The words that the customer accepted, in the language in which they did; null where names have changed since. */
export function wordsAccepted(
  policy: Policy,
  addOn: AddOn,
): { readonly language: Language; readonly words: string } | null {
  for (const language of LANGUAGES) {
    const said = { supplier: addOn.supplier, product: addOn[`name_${language}`], fields: fieldsOf(addOn) };
    const words = addOnWords(policy, language, said);
    if (digestOfWords(words) === addOn.accepted_words_hash) return { language, words };
  }
  return null;
}
