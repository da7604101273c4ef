/** Which passwords are taken: long, and not among those that everybody tries first (NIST SP 800-63B, 3.1.1.2). */
import { dictionary } from '@zxcvbn-ts/language-common';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

const COMMON = new Set(dictionary['passwords-common']);

/** @returns What is wrong, or null for a password that is taken. */
export function faultOfPassword(password: string): 'short' | 'long' | 'common' | null {
  if ([...password].length < SHORTEST_PASSWORD) return 'short';
  if (password.length > LONGEST_PASSWORD) return 'long';
  const lower = password.toLowerCase();
  // `password2026!` is `password` with something at the end, and is tried as such.
  const kernel = lower.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const repeated = /^(.{1,6}?)\1+$/u.test(lower);
  return COMMON.has(lower) || COMMON.has(kernel) || kernel === '' || repeated ? 'common' : null;
}
