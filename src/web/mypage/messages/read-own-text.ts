/** What a customer writes: there, of a length that fits, and without numbers that we never need. Nothing typed is lost. */
import { forbiddenNumberIn } from '../../../enforcement/index.ts';
import type { Language } from '../../../policy/index.ts';
import { textsIn } from '../../texts/index.ts';

/** @param empty What is said when there is nothing. */
export function readOwnText(typed: string | undefined, longest: number, language: Language, empty: string) {
  const { myMail } = textsIn(language);
  const text = (typed ?? '').replaceAll('\r\n', '\n').trim();
  const number = forbiddenNumberIn(text);
  const fault =
    text === ''
      ? empty
      : text.length > longest
        ? myMail.faultTooLong(longest)
        : number === null
          ? null
          : number === 'card-number'
            ? myMail.faultCard
            : myMail.faultIdentity;
  return { text, fault };
}
