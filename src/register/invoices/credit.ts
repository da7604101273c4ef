/**
 * Crediting: a document of its own with the next number of the series. It can take back a whole invoice or some of its
 * lines, never more than is left of them, and says whether what it takes back is to be invoiced anew.
 */
import { dayAt } from '../../enforcement/index.ts';
import type { RegisterSession } from '../tables.ts';
import { totalsOf } from './documents/document.ts';
import { type InvoiceKey, type InvoiceLine, type OpenedInvoice, openInvoice, readInvoiceLines } from './reading.ts';
import { takeInvoiceNumber } from './series.ts';

export interface CreditedLine {
  readonly lineNumber: number;
  readonly quantity: number;
}

export interface ToCredit extends InvoiceKey {
  readonly creditNoteId: string;
  /** `whole`: all that is left. */
  readonly lines: 'whole' | readonly CreditedLine[];
  readonly billAgain: boolean;
  readonly at: Date;
  readonly timeZone: string;
}

export interface IssuedCreditNote {
  readonly creditNoteId: string;
  readonly invoiceNumber: number;
  readonly totalOre: number;
  readonly credited: OpenedInvoice;
}

/** There is nothing to credit so, or the purpose does not see the invoice: everything is taken back. */
export class NothingToCredit extends Error {
  override readonly name = 'NothingToCredit';
}

/** What is left of each line when what was credited before is taken off. */
export function creditableLines(
  lines: readonly InvoiceLine[],
  creditedBefore: readonly Pick<InvoiceLine, 'line_number' | 'quantity'>[],
): readonly (InvoiceLine & { readonly left: number })[] {
  return lines.map((line) => {
    const taken = creditedBefore
      .filter((one) => one.line_number === line.line_number)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    return { ...line, left: line.quantity - taken };
  });
}

/** Reads what is left of an invoice's lines. */
export async function readCreditable(session: RegisterSession, opened: OpenedInvoice) {
  const { invoice, lines, credits } = opened;
  const ids = credits.map(({ invoice_id: id }) => id);
  return creditableLines(lines, await readInvoiceLines(session, invoice.customer_id, ids));
}

/**
 * @param session In a transaction of its own: it holds the series until it ends.
 * @throws NothingToCredit, so that the transaction, and with it the number, is taken back.
 */
export async function creditInvoice(session: RegisterSession, given: ToCredit): Promise<IssuedCreditNote> {
  const { customerId, invoiceId, creditNoteId, billAgain, at, timeZone } = given;
  const invoiceNumber = await takeInvoiceNumber(session);
  const credited = await openInvoice(session, { customerId, invoiceId });
  if (credited === null || credited.invoice.kind !== 'invoice') throw new NothingToCredit('there is no such invoice');
  const lines = chosenLines(await readCreditable(session, credited), given.lines);
  const totals = totalsOf(
    lines.map((line) => ({
      ...{ lineNumber: line.line_number, description: line.description, quantity: line.quantity },
      ...{ unitPriceOre: Number(line.unit_price_ore), vatRate: line.vat_rate },
    })),
  );
  const { invoice } = credited;
  const issuedOn = dayAt(at, timeZone);
  await session.write(
    session.query.insertInto('register.invoice').values({
      ...{ customer_id: customerId, invoice_id: creditNoteId, order_id: invoice.order_id, kind: 'credit-note' },
      ...{ invoice_number: invoiceNumber, credited_invoice_id: invoiceId, issued_on: issuedOn, due_on: issuedOn },
      ...{ buyer_name: invoice.buyer_name, buyer_address: invoice.buyer_address, bill_again: billAgain },
      ...{ buyer_organisation_number: invoice.buyer_organisation_number, buyer_reference: invoice.buyer_reference },
      ...{ delivered_on: invoice.delivered_on, delivery_place: invoice.delivery_place, currency: invoice.currency },
      ...{ payment_reference: invoice.payment_reference, net_ore: totals.netOre, vat_ore: totals.vatOre },
    }),
  );
  await session.write(
    session.query.insertInto('register.invoice_line').values(
      lines.map(({ left: _, ...line }) => ({
        ...line,
        invoice_id: creditNoteId,
        net_ore: line.quantity * Number(line.unit_price_ore),
      })),
    ),
  );
  return { creditNoteId, invoiceNumber, totalOre: totals.totalOre, credited };
}

type Creditable = InvoiceLine & { readonly left: number };

function chosenLines(lines: readonly Creditable[], chosen: ToCredit['lines']): readonly Creditable[] {
  const wanted =
    chosen === 'whole' ? lines.map((line) => ({ lineNumber: line.line_number, quantity: line.left })) : chosen;
  const found = wanted
    .filter(({ quantity }) => quantity > 0)
    .map(({ lineNumber, quantity }) => {
      const line = lines.find((one) => one.line_number === lineNumber);
      if (line === undefined || quantity > line.left)
        throw new NothingToCredit('more is credited than is left of a line');
      return { ...line, quantity };
    });
  if (found.length === 0) throw new NothingToCredit('nothing is left to credit');
  return found;
}
