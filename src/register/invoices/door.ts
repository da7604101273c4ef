/** What the other rooms see of invoices. */

export { billableLines, lastDelivery } from './billable.ts';
export {
  type CreditedLine,
  creditableLines,
  creditInvoice,
  type IssuedCreditNote,
  NothingToCredit,
  readCreditable,
  type ToCredit,
} from './credit.ts';
export {
  addressLines,
  addressParts,
  type Buyer,
  fileNameOf,
  type InvoiceDocument,
  type InvoicedLine,
  netOf,
  type ReminderDocument,
  type Seller,
  sellerOf,
  type Totals,
  totalsOf,
} from './documents/document.ts';
export { invoicePdf } from './documents/invoice-pdf.ts';
export { reminderPdf, stillToPay } from './documents/reminder-pdf.ts';
export { DAYS_OF_WARNING, daysBetween, dueOn, isOverdue } from './due-date.ts';
export { type EhfFault, ehfFault, ehfOf } from './ehf/ehf.ts';
export { type IssuedInvoice, issueInvoice, NothingToInvoice, type ToIssue } from './issue.ts';
export { kidOf } from './kid.ts';
export { PAYMENT_METHODS, type PaymentByHand, type PaymentMethod, registerPayment } from './payment-by-hand.ts';
export { type Invoicee, type OrderToInvoice, readOrdersToInvoice } from './read-order.ts';
export {
  documentOf,
  INVOICE_ORDERS,
  INVOICE_STATES,
  type Invoice,
  type InvoiceKey,
  type InvoiceLine,
  type InvoiceState,
  invoicesOf,
  listInvoices,
  type OpenedInvoice,
  openInvoice,
  stateOf,
} from './reading.ts';
export {
  collectionFrom,
  nextReminder,
  type ReminderLevel,
  remind,
  reminderDocument,
  type SentReminder,
  type ToRemind,
} from './remind.ts';
export { listWaiting, ORDERS_TO_INVOICE, type WaitingOrder, whatIsBilled } from './waiting.ts';
