/** Codes for the day the telephone is lost: written on paper, so none has letters that look alike. */
import { randomInt } from 'node:crypto';

/** Without i, l, o, 0 and 1. Ten of them hold 49 random bits, and five wrong ones end the try. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODES = 10;
const HALF = 5;

const half = (): string => Array.from({ length: HALF }, () => LETTERS[randomInt(LETTERS.length)]).join('');

export const newRecoveryCodes = (): string[] => Array.from({ length: CODES }, () => `${half()}-${half()}`);

/** A code as it was made, from how somebody typed it: capitals, blanks and a missing hyphen do not matter. */
export function recoveryCodeFrom(typed: string): string {
  const letters = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return `${letters.slice(0, HALF)}-${letters.slice(HALF)}`;
}
