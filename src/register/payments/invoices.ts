/** What is still to be paid on invoices, as far as matching and assigning need it. */
import type { RegisterSession } from '../tables.ts';
import type { PayableInvoice } from './match.ts';

/** Values of one statement at most. */
const AT_ONCE = 1_000;

/** An invoice with whom it is to. */
export interface InvoiceToPay extends PayableInvoice {
  readonly buyerName: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly totalOre: number;
}

/** The invoices of these references; credit notes are no invoices. */
export async function invoicesOfReferences(
  session: RegisterSession,
  references: readonly string[],
): Promise<readonly InvoiceToPay[]> {
  return await inPieces([...new Set(references)], (piece) =>
    outstanding(session, invoices(session).where('payment_reference', 'in', piece)),
  );
}

/** The invoice with a number; null when there is none that the purpose sees. */
export async function invoiceOfNumber(session: RegisterSession, invoiceNumber: number): Promise<InvoiceToPay | null> {
  const [found] = await outstanding(session, invoices(session).where('invoice_number', '=', invoiceNumber));
  return found ?? null;
}

/** Invoices that are to the amount and not settled: what a payment without a reference may be for. */
export async function invoicesOfAmount(
  session: RegisterSession,
  ore: number,
  most: number,
): Promise<readonly InvoiceToPay[]> {
  const statement = invoices(session)
    .where((of) => of(of('net_ore', '+', of.ref('vat_ore')), '=', ore))
    .orderBy('issued_on', 'desc')
    .limit(most * 4);
  return (await outstanding(session, statement)).filter(({ outstandingOre }) => outstandingOre === ore).slice(0, most);
}

/**
 * Holds invoices until the transaction ends, so that what is read of them after this is what stands when it commits: a
 * payment, a credit note or a reminder of anybody else comes before, or waits. Always in the same order, so that two who
 * hold many never wait for each other.
 */
export async function holdInvoices(
  session: RegisterSession,
  column: 'invoice_id' | 'invoice_number' | 'payment_reference',
  values: readonly (string | number)[],
): Promise<void> {
  for (const piece of pieces([...new Set(values)].sort())) {
    await session.read(
      session.query
        .selectFrom('register.invoice')
        .select(['customer_id', 'invoice_id'])
        .where(column, 'in', piece)
        .where('kind', '=', 'invoice')
        .orderBy(column)
        .orderBy('invoice_id')
        .forNoKeyUpdate(),
    );
  }
}

function invoices({ query }: RegisterSession) {
  return query
    .selectFrom('register.invoice')
    .select(['customer_id', 'invoice_id', 'invoice_number', 'payment_reference', 'buyer_name', 'issued_on', 'due_on'])
    .select(['net_ore', 'vat_ore'])
    .where('kind', '=', 'invoice');
}

/** Less what is paid, and what is credited. */
async function outstanding(
  session: RegisterSession,
  statement: ReturnType<typeof invoices>,
): Promise<readonly InvoiceToPay[]> {
  const rows = await session.read(statement);
  const less = new Map<string, number>();
  const take = (invoiceId: string | null, ore: number): void => {
    if (invoiceId !== null) less.set(invoiceId, (less.get(invoiceId) ?? 0) + Number(ore));
  };
  const ids = rows.map(({ invoice_id }) => invoice_id);
  for (const piece of pieces(ids)) {
    const payments = session.query
      .selectFrom('register.payment')
      .select(['customer_id', 'invoice_id', 'amount_ore'])
      .where('invoice_id', 'in', piece);
    for (const { invoice_id, amount_ore } of await session.read(payments)) take(invoice_id, amount_ore);
    const credits = session.query
      .selectFrom('register.invoice')
      .select(['customer_id', 'credited_invoice_id', 'net_ore', 'vat_ore'])
      .where('credited_invoice_id', 'in', piece);
    for (const { credited_invoice_id, net_ore, vat_ore } of await session.read(credits)) {
      take(credited_invoice_id, Math.abs(Number(net_ore) + Number(vat_ore)));
    }
  }
  return rows.map((row) => {
    const totalOre = Number(row.net_ore) + Number(row.vat_ore);
    return {
      ...{ customerId: row.customer_id, invoiceId: row.invoice_id, invoiceNumber: Number(row.invoice_number) },
      ...{ reference: row.payment_reference, buyerName: row.buyer_name, issuedOn: row.issued_on, dueOn: row.due_on },
      ...{ totalOre, outstandingOre: totalOre - (less.get(row.invoice_id) ?? 0) },
    };
  });
}

export const pieces = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, at) => items.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

async function inPieces<Item, Found>(
  items: readonly Item[],
  work: (piece: Item[]) => Promise<readonly Found[]>,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const piece of pieces(items)) found.push(...(await work(piece)));
  return found;
}
