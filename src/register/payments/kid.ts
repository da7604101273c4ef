/**
 * The check digit of a payment reference (KID): modulus 10 or modulus 11, as the agreement with the bank says. Modulus
 * 11 writes its remainder 10 as a dash. Pure.
 */

export type KidCheck = 'mod10' | 'mod11';

const SHORTEST = 2;
/** Characters of a reference at most, its check digit included. */
export const LONGEST_KID = 25;

/**
 * Whether the text is a reference. Spaces are not taken: whoever reads typed text removes them first.
 * @param check Null where the file may have references of either kind.
 */
export function isKid(text: string, check: KidCheck | null): boolean {
  if (text.length < SHORTEST || text.length > LONGEST_KID || !/^[0-9]+[0-9-]$/.test(text)) return false;
  const checks: readonly KidCheck[] = check === null ? ['mod10', 'mod11'] : [check];
  return checks.some((one) => checkDigitOf(text.slice(0, -1), one) === text.slice(-1));
}

/** @returns One character; `-` where modulus 11 gives 10. */
export function checkDigitOf(digits: string, check: KidCheck): string {
  return check === 'mod10' ? mod10Digit(digits) : mod11Digit(digits);
}

/** Weights 2 and 1 from the right; of products over nine the digits are added. */
export function mod10Digit(payload: string): string {
  const sum = [...payload].reverse().reduce((total, digit, place) => {
    const product = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** Weights 2 to 7 from the right, over and over. */
export function mod11Digit(payload: string): string {
  const sum = [...payload].reverse().reduce((total, digit, place) => total + Number(digit) * ((place % 6) + 2), 0);
  const rest = (11 - (sum % 11)) % 11;
  return rest === 10 ? '-' : String(rest);
}
