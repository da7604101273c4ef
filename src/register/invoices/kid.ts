/** The payment reference (KID) that an invoice gets: a number with a check digit, by which a payment finds it. Pure. */
import { checkDigitOf, type KidCheck, LONGEST_KID } from '../payments/kid.ts';

const CUSTOMER_DIGITS = 7;
const INVOICE_DIGITS = 8;

/**
 * The reference of an invoice: the customer's number, then the invoice's, then the check digit, by the one modulus that
 * the company has agreed with its bank. Where modulus 11 gives no digit, a digit between the two parts is raised until it
 * does, so that a reference is always digits alone.
 */
export function kidOf(customerNumber: number, invoiceNumber: number, check: KidCheck): string {
  const customer = String(customerNumber).padStart(CUSTOMER_DIGITS, '0');
  const invoice = String(invoiceNumber).padStart(INVOICE_DIGITS, '0');
  for (let between = 0; between < 10; between += 1) {
    const digits = `${customer}${between}${invoice}`;
    const digit = checkDigitOf(digits, check);
    if (digit !== '-' && digits.length < LONGEST_KID) return digits + digit;
  }
  throw new Error(`no payment reference can be made of numbers with ${customer.length} and ${invoice.length} digits`);
}
