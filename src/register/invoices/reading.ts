/** Invoices as they are listed and opened: by staff under invoicing, by a person their own under self-service. */
import type { Selectable } from 'kysely';
import type { Language } from '../../policy/index.ts';
import { type ListOrder, type ListPage, onPage, pageFrom, type Window } from '../listing.ts';
import type { InvoiceLineTable, ReminderTable } from '../tables/sales.ts';
import type { InvoiceTable, PaymentTable, RegisterSession } from '../tables.ts';
import { INVOICE_COLUMNS, INVOICE_LINE_COLUMNS, PAYMENT_COLUMNS, REMINDER_COLUMNS } from './columns.ts';
import type { InvoiceDocument, Seller } from './documents/document.ts';
import { isOverdue } from './due-date.ts';

export type Invoice = Selectable<InvoiceTable>;
export type InvoiceLine = Selectable<InvoiceLineTable>;

export interface InvoiceKey {
  readonly customerId: string;
  readonly invoiceId: string;
}

/** `owed`: more was paid than was to be paid. A credit note is none of the others. */
export type InvoiceState = 'open' | 'overdue' | 'paid' | 'owed' | 'credit-note';
export const INVOICE_STATES = [
  'open',
  'overdue',
  'paid',
  'owed',
  'credit-note',
] as const satisfies readonly InvoiceState[];

export function stateOf(invoice: Pick<Invoice, 'kind' | 'outstanding_ore' | 'due_on'>, today: string): InvoiceState {
  if (invoice.kind === 'credit-note') return 'credit-note';
  const outstanding = Number(invoice.outstanding_ore);
  if (outstanding < 0) return 'owed';
  if (outstanding === 0) return 'paid';
  return isOverdue(invoice.due_on, today) ? 'overdue' : 'open';
}

const KEY = ['customer_id', 'invoice_id'];
export const INVOICE_ORDERS = {
  number: { table: 'register.invoice', key: KEY, sort: 'invoice_number', descending: true },
  due: { table: 'register.invoice', key: KEY, sort: 'due_on' },
} as const satisfies Readonly<Record<string, ListOrder>>;

/** @param state Null for all. */
export async function listInvoices(
  session: RegisterSession,
  state: InvoiceState | null,
  today: string,
  order: ListOrder,
  window: Window,
): Promise<ListPage<Invoice>> {
  let query = session.query.selectFrom('register.invoice').select(INVOICE_COLUMNS);
  if (state === 'credit-note') query = query.where('kind', '=', 'credit-note');
  else if (state !== null) query = query.where('kind', '=', 'invoice');
  if (state === 'open') query = query.where('outstanding_ore', '>', 0).where('due_on', '>=', today);
  if (state === 'overdue') query = query.where('outstanding_ore', '>', 0).where('due_on', '<', today);
  if (state === 'paid') query = query.where('outstanding_ore', '=', 0);
  if (state === 'owed') query = query.where('outstanding_ore', '<', 0);
  return pageFrom(await session.read(onPage(query, order, window)), order, window);
}

/** Of one customer, the newest first. */
export const invoicesOf = (session: RegisterSession, customerId: string, most: number): Promise<Invoice[]> =>
  session.read(
    session.query
      .selectFrom('register.invoice')
      .select(INVOICE_COLUMNS)
      .where('customer_id', '=', customerId)
      .orderBy('invoice_number', 'desc')
      .limit(most),
  );

export interface OpenedInvoice {
  readonly invoice: Invoice;
  readonly lines: readonly InvoiceLine[];
  readonly payments: readonly Pick<Selectable<PaymentTable>, (typeof PAYMENT_COLUMNS)[number]>[];
  readonly reminders: readonly Selectable<ReminderTable>[];
  /** Credit notes that credit it. */
  readonly credits: readonly Invoice[];
  /** Of a credit note: what it credits. */
  readonly credited: Invoice | null;
  readonly orderNumber: number | null;
  readonly customerNumber: number;
  readonly language: Language;
  readonly email: string;
}

/** @returns Null for what the purpose does not see. */
export async function openInvoice(session: RegisterSession, key: InvoiceKey): Promise<OpenedInvoice | null> {
  const { customerId, invoiceId } = key;
  const all = session.query
    .selectFrom('register.invoice')
    .select(INVOICE_COLUMNS)
    .where('customer_id', '=', customerId);
  const [invoice] = await session.read(all.where('invoice_id', '=', invoiceId));
  if (invoice === undefined) return null;
  const [customer] = await session.read(
    session.query
      .selectFrom('register.customer')
      .select(['customer_id', 'customer_number', 'preferred_language', 'email'])
      .where('customer_id', '=', customerId),
  );
  if (customer === undefined) return null;
  const [order] = await session.read(
    session.query
      .selectFrom('register.sales_order')
      .select(['customer_id', 'order_number'])
      .where('customer_id', '=', customerId)
      .where('order_id', '=', invoice.order_id),
  );
  const creditedId = invoice.credited_invoice_id;
  const [credited] = creditedId === null ? [] : await session.read(all.where('invoice_id', '=', creditedId));
  return {
    ...{ invoice, credited: credited ?? null, lines: await readInvoiceLines(session, customerId, [invoiceId]) },
    ...(await readAfter(session, key)),
    ...{ orderNumber: order?.order_number ?? null, customerNumber: customer.customer_number },
    ...{ language: customer.preferred_language, email: customer.email },
  };
}

/** What came after it was issued. */
async function readAfter(session: RegisterSession, { customerId, invoiceId }: InvoiceKey) {
  const payments = await session.read(
    session.query
      .selectFrom('register.payment')
      .select(PAYMENT_COLUMNS)
      .where('customer_id', '=', customerId)
      .where('invoice_id', '=', invoiceId)
      .orderBy('paid_on'),
  );
  const reminders = await session.read(
    session.query
      .selectFrom('register.reminder')
      .select(REMINDER_COLUMNS)
      .where('customer_id', '=', customerId)
      .where('invoice_id', '=', invoiceId)
      .orderBy('level'),
  );
  const credits = await session.read(
    session.query
      .selectFrom('register.invoice')
      .select(INVOICE_COLUMNS)
      .where('customer_id', '=', customerId)
      .where('credited_invoice_id', '=', invoiceId)
      .orderBy('invoice_number'),
  );
  return { payments, reminders, credits };
}

export const readInvoiceLines = (
  session: RegisterSession,
  customerId: string,
  invoiceIds: readonly string[],
): Promise<InvoiceLine[]> =>
  invoiceIds.length === 0
    ? Promise.resolve([])
    : session.read(
        session.query
          .selectFrom('register.invoice_line')
          .select(INVOICE_LINE_COLUMNS)
          .where('customer_id', '=', customerId)
          .where('invoice_id', 'in', [...invoiceIds])
          .orderBy('line_number'),
      );

/** The document as it was issued. */
export function documentOf(opened: OpenedInvoice, seller: Seller): InvoiceDocument {
  const { invoice, lines, credited, orderNumber, customerNumber } = opened;
  return {
    ...{ kind: invoice.kind, number: Number(invoice.invoice_number), seller, currency: invoice.currency, orderNumber },
    ...{ issuedOn: invoice.issued_on, dueOn: invoice.due_on },
    credits: credited === null ? null : { number: Number(credited.invoice_number), issuedOn: credited.issued_on },
    buyer: {
      ...{ name: invoice.buyer_name, customerNumber, organisationNumber: invoice.buyer_organisation_number },
      ...{ address: invoice.buyer_address, reference: invoice.buyer_reference },
    },
    delivery: { on: invoice.delivered_on, place: invoice.delivery_place },
    paymentReference: invoice.kind === 'invoice' ? invoice.payment_reference : null,
    lines: lines.map((line) => ({
      ...{ lineNumber: line.line_number, description: line.description, quantity: line.quantity },
      ...{ unitPriceOre: Number(line.unit_price_ore), vatRate: line.vat_rate },
    })),
  };
}
