/** Free text as it is typed: whether it is there, fits, and holds no number that must not be kept. Nothing typed is lost. */
import { forbiddenNumberIn, SPECIAL_CATEGORIES, specialCategoriesIn } from '../../../enforcement/index.ts';
import type { Language } from '../../../policy/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Done } from '../flash/done.ts';

export interface ReadText {
  readonly text: string;
  /** What is wrong with it in the reader's language; null when it can be kept. */
  readonly fault: string | null;
}

/** @param empty What is wrong with no text; null where it may be empty. */
export function readText(
  typed: string | undefined,
  longest: number,
  language: Language,
  empty: string | null = officeTextsIn(language).messages.faultText,
): ReadText {
  const { messages } = officeTextsIn(language);
  const text = (typed ?? '').replaceAll('\r\n', '\n').trim();
  if (text === '') return { text, fault: empty };
  if (text.length > longest) return { text, fault: messages.faultTooLong(longest) };
  const number = forbiddenNumberIn(text);
  if (number === null) return { text, fault: null };
  return { text, fault: number === 'card-number' ? messages.faultCard : messages.faultIdentity };
}

/** What was done, with a warning where the text seems to tell of something that a customer system should not know. */
export function doneWith(says: Done['says'], language: Language, ...texts: readonly string[]): Done {
  const found = [...new Set(texts.flatMap(specialCategoriesIn))];
  if (found.length === 0) return { says };
  const what = found.map((category) => SPECIAL_CATEGORIES[category][language]).join(', ');
  return { says: (words) => `${says(words)} ${words.messages.special(what)}`, tone: 'warning' };
}
