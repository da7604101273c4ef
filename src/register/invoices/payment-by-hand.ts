/** A payment that somebody registers: it came in another way than with a file of the bank. */
import { holdInvoices } from '../payments/invoices.ts';
import type { RegisterSession } from '../tables.ts';
import type { InvoiceKey } from './reading.ts';

export const PAYMENT_METHODS = ['bank', 'card', 'vipps', 'cash'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export interface PaymentByHand extends InvoiceKey {
  /** Given out with the form, so that one sent twice registers once. */
  readonly paymentId: string;
  /** `YYYY-MM-DD`. */
  readonly paidOn: string;
  readonly amountOre: number;
  readonly method: PaymentMethod;
  readonly bankReference: string | null;
  readonly at: Date;
}

/**
 * Registers a payment, also one that is more than was to be paid: the money came. What is too much stands on the invoice
 * as owed to whoever paid.
 * @returns Øre by which more than the invoice is paid now; 0 when it is not.
 */
export async function registerPayment(session: RegisterSession, payment: PaymentByHand): Promise<number> {
  const { customerId, invoiceId, paymentId, paidOn, amountOre, method, bankReference, at } = payment;
  return await session.transaction(async (inner) => {
    await holdInvoices(inner, 'invoice_id', [invoiceId]);
    await inner.write(
      inner.query
        .insertInto('register.payment')
        .values({
          ...{ customer_id: customerId, payment_id: paymentId, invoice_id: invoiceId, paid_on: paidOn },
          ...{ amount_ore: amountOre, method, bank_reference: bankReference, registered_at: at },
        })
        .onConflict((conflict) => conflict.columns(['customer_id', 'payment_id']).doNothing()),
    );
    const [invoice] = await inner.read(
      inner.query
        .selectFrom('register.invoice')
        .select(['customer_id', 'outstanding_ore'])
        .where('customer_id', '=', customerId)
        .where('invoice_id', '=', invoiceId),
    );
    return Math.max(0, -Number(invoice?.outstanding_ore ?? 0));
  });
}
