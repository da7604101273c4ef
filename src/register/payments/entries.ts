/** Amounts that fitted no invoice by themselves, and what a person makes of them. */
import type { ListPage, Window } from '../listing.ts';
import { onPage, pageFrom } from '../listing.ts';
import type { RegisterSession } from '../tables.ts';
import type { BankEntry } from './bank-file.ts';
import { paymentRow } from './files.ts';
import { holdInvoices, type InvoiceToPay, invoiceOfNumber } from './invoices.ts';
import type { WhyUnmatched } from './match.ts';

export interface WaitingEntry extends BankEntry {
  readonly payment_file_id: string;
  readonly entry_number: number;
  readonly state: 'read' | 'matched' | 'unmatched' | 'assigned' | 'returned';
  readonly why: WhyUnmatched | null;
}

export const WAITING_ORDER = {
  table: 'register.payment_entry',
  key: ['payment_file_id', 'entry_number'],
  sort: 'booked_on',
} as const;

/** The oldest first. */
export async function readWaitingEntries(session: RegisterSession, window: Window): Promise<ListPage<WaitingEntry>> {
  const statement = entries(session).where('state', '=', 'unmatched');
  const rows = await session.read(onPage(statement, WAITING_ORDER, window));
  return pageFrom(rows.map(waitingEntry), WAITING_ORDER, window);
}

export async function readEntry(
  session: RegisterSession,
  fileId: string,
  entryNumber: number,
): Promise<WaitingEntry | null> {
  const statement = entries(session).where('payment_file_id', '=', fileId).where('entry_number', '=', entryNumber);
  const [row] = await session.read(statement);
  return row === undefined ? null : waitingEntry(row);
}

function entries({ query }: RegisterSession) {
  return query
    .selectFrom('register.payment_entry')
    .select(['payment_file_id', 'entry_number', 'booked_on', 'amount_ore', 'payment_reference', 'bank_reference'])
    .select(['state', 'why']);
}

type EntryRow = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number];

const waitingEntry = (row: EntryRow): WaitingEntry => ({
  ...{ payment_file_id: row.payment_file_id, entry_number: row.entry_number, entryNumber: row.entry_number },
  ...{ reference: row.payment_reference, amountOre: Number(row.amount_ore), paidOn: row.booked_on },
  ...{ bankReference: row.bank_reference ?? '', state: row.state, why: row.why },
});

interface Handling {
  readonly fileId: string;
  readonly entryNumber: number;
  readonly staffId: string;
  readonly now: Date;
}

export type Assigned =
  | {
      readonly outcome: 'assigned';
      readonly invoice: InvoiceToPay;
      /** By which more than the invoice is paid now; 0 when it is not. */
      readonly overpaidOre: number;
    }
  | { readonly outcome: 'no-invoice' | 'not-waiting' | 'taken-back' };

/** Registers the amount as a payment of the invoice, also where it is more or less than what is outstanding. */
export async function assignEntry(
  session: RegisterSession,
  given: Handling & { readonly invoiceNumber: number; readonly paymentId: string },
): Promise<Assigned> {
  return await session.transaction(async (inner): Promise<Assigned> => {
    await holdInvoices(inner, 'invoice_number', [given.invoiceNumber]);
    const invoice = await invoiceOfNumber(inner, given.invoiceNumber);
    if (invoice === null) return { outcome: 'no-invoice' };
    const entry = await readEntry(inner, given.fileId, given.entryNumber);
    if (entry === null || entry.state !== 'unmatched') return { outcome: 'not-waiting' };
    if (entry.amountOre <= 0) return { outcome: 'taken-back' };
    if (!(await handle(inner, given, 'assigned'))) return { outcome: 'not-waiting' };
    const row = paymentRow(given.fileId, entry, invoice, given.now, given.paymentId);
    await inner.write(inner.query.insertInto('register.payment').values(row));
    return { outcome: 'assigned', invoice, overpaidOre: Math.max(0, entry.amountOre - invoice.outstandingOre) };
  });
}

/** It is nothing of ours to book: paid back, or taken back by the bank. @returns False when it no longer waits. */
export const setEntryAside = (session: RegisterSession, given: Handling): Promise<boolean> =>
  handle(session, given, 'returned');

/** Of two who handle the same amount, one finds it handled. */
async function handle(session: RegisterSession, given: Handling, state: 'assigned' | 'returned'): Promise<boolean> {
  const rows = await session.write(
    session.query
      .updateTable('register.payment_entry')
      .set({ state, handled_at: given.now, handled_by: given.staffId })
      .where('payment_file_id', '=', given.fileId)
      .where('entry_number', '=', given.entryNumber)
      .where('state', '=', 'unmatched')
      .returning('payment_file_id'),
  );
  return rows.length > 0;
}
