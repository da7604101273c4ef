/** Numbers that no text of a form may hold: a payment card's and a person's national identity number. */
import { forbiddenNumberIn } from '../../enforcement/index.ts';
import type { Language } from '../../policy/index.ts';
import { textsIn } from '../texts/index.ts';

/** What to say of a text that holds one; null when it holds none. */
export function forbiddenNumberFault(text: string, language: Language): string | null {
  const found = forbiddenNumberIn(text);
  if (found === null) return null;
  const { ordering } = textsIn(language);
  return found === 'card-number' ? ordering.faultCardNumber : ordering.faultIdentityNumber;
}
