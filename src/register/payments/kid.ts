/**
 * The check digit of a payment reference (KID): modulus 10 or modulus 11, as the agreement with the bank says. Modulus
 * 11 writes its remainder 10 as a dash.
 */

const LONGEST = 25;

export function isKid(reference: string): boolean {
  if (!/^[0-9]+[0-9-]$/.test(reference) || reference.length > LONGEST) return false;
  const payload = reference.slice(0, -1);
  const last = reference.slice(-1);
  return last === mod10Digit(payload) || last === mod11Digit(payload);
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
