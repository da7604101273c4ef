/**
 * The payment reference (KID) that an invoice gets: a number with a check digit, by which a payment finds it. The check
 * digit is counted by the one modulus that the company has agreed with its bank. Pure.
 */
import { mod10Digit, mod11Digit } from '../payments/kid.ts';

export type KidCheck = 'mod10' | 'mod11';

const SHORTEST = 2;
const LONGEST = 25;

/** @returns One character; `-` where modulus 11 gives 10. */
export function checkDigitOf(digits: string, check: KidCheck): string {
  return check === 'mod10' ? mod10Digit(digits) : mod11Digit(digits);
}

/** Whether the text is a reference of that kind. Spaces are not taken: whoever reads typed text removes them first. */
export function isKidBy(text: string, check: KidCheck): boolean {
  if (text.length < SHORTEST || text.length > LONGEST || !/^[0-9]+[0-9-]$/.test(text)) return false;
  return checkDigitOf(text.slice(0, -1), check) === text.slice(-1);
}

const CUSTOMER_DIGITS = 7;
const INVOICE_DIGITS = 8;

/**
 * The reference of an invoice: the customer's number, then the invoice's, then the check digit. Where modulus 11 gives
 * no digit, a digit between the two parts is raised until it does, so that a reference is always digits alone.
 */
export function kidOf(customerNumber: number, invoiceNumber: number, check: KidCheck): string {
  const customer = String(customerNumber).padStart(CUSTOMER_DIGITS, '0');
  const invoice = String(invoiceNumber).padStart(INVOICE_DIGITS, '0');
  for (let between = 0; between < 10; between += 1) {
    const digits = `${customer}${between}${invoice}`;
    const digit = checkDigitOf(digits, check);
    if (digit !== '-' && digits.length < LONGEST) return digits + digit;
  }
  throw new Error(`no payment reference can be made of numbers with ${customer.length} and ${invoice.length} digits`);
}
