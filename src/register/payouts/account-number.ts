/**
 * Account numbers as customers write them: eleven digits with spaces or dots, or an IBAN. An IBAN of Norway holds the
 * national number, whose own check digit is checked too: modulus 97 alone lets wrong ones through. Pure.
 */
import { isAccountNumber } from '../../policy/index.ts';

/** @returns Eleven digits; null when it is no account number of Norway. */
export function readAccountNumber(typed: string): string | null {
  const text = typed.replaceAll(/[\s.\u00a0-]/g, '').toUpperCase();
  const national = text.startsWith('NO') && isIban(text) ? text.slice(4) : text;
  return isAccountNumber(national) ? national : null;
}

/** ISO 13616: the first four characters to the end, letters as numbers from 10, modulus 97 gives 1. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  if (text.startsWith('NO') && !(text.length === 15 && isAccountNumber(text.slice(4)))) return false;
  return rest97(text.slice(4) + text.slice(0, 4)) === 1;
}

export const ibanOf = (accountNumber: string): string => {
  const check = 98 - rest97(`${accountNumber}NO00`);
  return `NO${String(check).padStart(2, '0')}${accountNumber}`;
};

/** As banks write them: `8601 11 17947`. */
export const accountNumberInWords = (number: string): string =>
  number.replace(/^(\d{4})(\d{2})(\d{5})$/, '$1\u00a0$2\u00a0$3');

function rest97(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (value < 10 ? rest * 10 + value : rest * 100 + value) % 97;
  }
  return rest;
}
