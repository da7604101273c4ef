/** A payment that somebody registers: it came in another way than with a file of the bank. */
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

export async function registerPayment(session: RegisterSession, payment: PaymentByHand): Promise<void> {
  const { customerId, invoiceId, paymentId, paidOn, amountOre, method, bankReference, at } = payment;
  await session.write(
    session.query
      .insertInto('register.payment')
      .values({
        ...{ customer_id: customerId, payment_id: paymentId, invoice_id: invoiceId, paid_on: paidOn },
        ...{ amount_ore: amountOre, method, bank_reference: bankReference, registered_at: at },
      })
      .onConflict((conflict) => conflict.columns(['customer_id', 'payment_id']).doNothing()),
  );
}
