/**
 * Reminders of what is overdue. The first is a friendly one; the second is the written warning that must come before
 * debt collection, with at least fourteen days to pay (inkassoloven § 9). The fee is whatever whoever sends it says.
 */
import { Temporal } from 'temporal-polyfill';
import { dayAt } from '../../enforcement/index.ts';
import { holdInvoices } from '../payments/invoices.ts';
import type { RegisterSession } from '../tables.ts';
import type { ReminderDocument, Seller } from './documents/document.ts';
import { DAYS_OF_WARNING, dueOn } from './due-date.ts';
import { type InvoiceKey, type OpenedInvoice, openInvoice, stateOf } from './reading.ts';

export type ReminderLevel = 1 | 2;

/** The next reminder that may be sent today; null while the invoice is not overdue, or the last one's time still runs. */
export function nextReminder({ invoice, reminders }: OpenedInvoice, today: string): ReminderLevel | null {
  if (stateOf(invoice, today) !== 'overdue') return null;
  const last = reminders.at(-1);
  if (last === undefined) return 1;
  return last.level === 1 && last.due_on < today ? 2 : null;
}

export interface ToRemind extends InvoiceKey {
  readonly reminderId: string;
  readonly feeOre: number;
  readonly at: Date;
  readonly timeZone: string;
}

export interface SentReminder {
  readonly level: ReminderLevel;
  readonly dueOn: string;
  readonly feeOre: number;
  readonly opened: OpenedInvoice;
}

/**
 * @param session In a transaction.
 * @returns Null when no reminder may be sent today, or the purpose does not see the invoice.
 */
export async function remind(session: RegisterSession, given: ToRemind): Promise<SentReminder | null> {
  const { customerId, invoiceId, reminderId, feeOre, at, timeZone } = given;
  // Whoever pays or reminds at this moment has done so, or waits.
  await holdInvoices(session, 'invoice_id', [invoiceId]);
  const opened = await openInvoice(session, { customerId, invoiceId });
  const today = dayAt(at, timeZone);
  const level = opened === null ? null : nextReminder(opened, today);
  if (opened === null || level === null) return null;
  const due = dueOn(today, DAYS_OF_WARNING);
  await session.write(
    session.query.insertInto('register.reminder').values({
      ...{ customer_id: customerId, reminder_id: reminderId, invoice_id: invoiceId, level },
      ...{ sent_on: today, due_on: due, fee_ore: feeOre },
    }),
  );
  return { level, dueOn: due, feeOre, opened };
}

/** A reminder as the customer got it. */
export function reminderDocument(opened: OpenedInvoice, level: number, seller: Seller): ReminderDocument | null {
  const reminder = opened.reminders.find((one) => one.level === level);
  if (reminder === undefined) return null;
  const { invoice, payments, credits, customerNumber } = opened;
  const paid = payments.filter(({ paid_on: on }) => on <= reminder.sent_on);
  const before = credits.filter(({ issued_on: on }) => on <= reminder.sent_on);
  return {
    ...{ level: level === 1 ? 1 : 2, sentOn: reminder.sent_on, dueOn: reminder.due_on, seller },
    buyer: {
      ...{ name: invoice.buyer_name, customerNumber, organisationNumber: invoice.buyer_organisation_number },
      ...{ address: invoice.buyer_address, reference: invoice.buyer_reference },
    },
    invoice: { number: Number(invoice.invoice_number), issuedOn: invoice.issued_on, dueOn: invoice.due_on },
    ...{ paymentReference: invoice.payment_reference, feeOre: Number(reminder.fee_ore) },
    totalOre: Number(invoice.net_ore) + Number(invoice.vat_ore),
    settledOre:
      paid.reduce((sum, one) => sum + Number(one.amount_ore), 0) +
      before.reduce((sum, one) => sum + Number(one.net_ore) + Number(one.vat_ore), 0),
  };
}

/** The first day on which an invoice may be handed to collection: after the warning's time, and never without one. */
export function collectionFrom({ reminders }: Pick<OpenedInvoice, 'reminders'>): string | null {
  const warning = reminders.find(({ level }) => level === 2);
  return warning === undefined ? null : Temporal.PlainDate.from(warning.due_on).add({ days: 1 }).toString();
}
