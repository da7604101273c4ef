/** What a customer is mailed about an invoice, in the customer's language. */
import type { Language } from '../../../policy/index.ts';
import type { NewMail } from '../../../records/index.ts';
import {
  accountNumberInWords,
  type IssuedCreditNote,
  type IssuedInvoice,
  type SentReminder,
  shortDay,
} from '../../../register/index.ts';
import { addressOf } from '../../addresses.ts';
import { mailOf } from '../../mail.ts';
import { amountInWords } from '../../texts/index.ts';
import type { WebParts } from '../../web-parts.ts';

const linkTo = ({ baseUrl }: WebParts, language: Language, invoiceId: string): string =>
  new URL(`${addressOf('myInvoices', language)}/${invoiceId}`, baseUrl).href;

const accountOf = ({ policy }: WebParts): string =>
  accountNumberInWords(policy.controller.billing?.accountNumber ?? '');

export function issuedMail(parts: WebParts, issued: IssuedInvoice): NewMail {
  const { order, invoiceNumber, invoiceId, totalOre, dueOn, paymentReference } = issued;
  const { language, email } = order.customer;
  const data = {
    ...{ number: invoiceNumber, amount: amountInWords(totalOre, language), dueOn: shortDay(dueOn, language) },
    ...{ accountNumber: accountOf(parts), paymentReference, link: linkTo(parts, language, invoiceId) },
  };
  return mailOf(parts, language, 'invoice-issued', data, { personId: order.customerId, addressee: email });
}

export function creditedMail(parts: WebParts, { credited, creditNoteId, invoiceNumber, totalOre }: IssuedCreditNote) {
  const { language, email, invoice } = credited;
  const data = {
    ...{ number: invoiceNumber, credited: Number(invoice.invoice_number), amount: amountInWords(totalOre, language) },
    link: linkTo(parts, language, creditNoteId),
  };
  const to = { personId: invoice.customer_id, addressee: email };
  return mailOf(parts, language, 'credit-note-issued', data, to);
}

export function reminderMail(parts: WebParts, { opened, level, dueOn, feeOre }: SentReminder): NewMail {
  const { language, email, invoice } = opened;
  const data = {
    ...{ level, number: Number(invoice.invoice_number), wasDueOn: shortDay(invoice.due_on, language) },
    amount: amountInWords(Number(invoice.outstanding_ore) + feeOre, language),
    ...{ dueOn: shortDay(dueOn, language), accountNumber: accountOf(parts) },
    ...{ paymentReference: invoice.payment_reference, link: linkTo(parts, language, invoice.invoice_id) },
  };
  return mailOf(parts, language, 'invoice-reminder', data, { personId: invoice.customer_id, addressee: email });
}
