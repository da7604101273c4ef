/** What the other rooms see of invoices. */

export { billableLines, lastDelivery } from './billable.ts';
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
export { DAYS_OF_WARNING, dayAt, daysBetween, dueOn, isOverdue } from './due-date.ts';
export { type EhfFault, ehfFault, ehfOf } from './ehf/ehf.ts';
export { type IssuedInvoice, issueInvoice, NothingToInvoice, type ToIssue } from './issue.ts';
export { checkDigitOf, isKidBy, type KidCheck, kidOf } from './kid.ts';
export { type Invoicee, type OrderToInvoice, readOrdersToInvoice } from './read-order.ts';
