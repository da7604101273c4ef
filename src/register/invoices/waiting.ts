/** Orders of which something was delivered and is not invoiced, the longest waiting first. */
import { type ListOrder, type ListPage, onPage, pageFrom, type Window } from '../listing.ts';
import type { RegisterSession } from '../tables.ts';
import { billableLines } from './billable.ts';
import { totalsOf } from './documents/document.ts';
import { type OrderToInvoice, readOrdersToInvoice } from './read-order.ts';

export const ORDERS_TO_INVOICE: ListOrder = {
  table: 'register.sales_order',
  key: ['customer_id', 'order_id'],
  sort: 'to_invoice_since',
};

/** An order with what would be invoiced of it now. */
export interface WaitingOrder {
  readonly customer_id: string;
  readonly order_id: string;
  readonly since: Date;
  readonly order: OrderToInvoice;
  readonly lineCount: number;
  readonly totalOre: number;
}

export async function listWaiting(
  session: RegisterSession,
  window: Window,
  timeZone: string,
): Promise<ListPage<WaitingOrder>> {
  const rows = await session.read(
    onPage(
      session.query
        .selectFrom('register.sales_order')
        .select(['customer_id', 'order_id', 'to_invoice_since'])
        .where('to_invoice_since', 'is not', null)
        // What the customer withdrew from is settled in its case.
        .where('withdrawn_at', 'is', null)
        .where('status', '<>', 'cancelled'),
      ORDERS_TO_INVOICE,
      window,
    ),
  );
  const page = pageFrom(rows, ORDERS_TO_INVOICE, window);
  const keys = page.rows.map((row) => ({ customerId: row.customer_id, orderId: row.order_id }));
  const orders = new Map(
    (await readOrdersToInvoice(session, keys, timeZone)).map((order) => [order.orderId, order] as const),
  );
  return {
    ...page,
    rows: page.rows.flatMap(({ customer_id, order_id, to_invoice_since: since }) => {
      const order = orders.get(order_id);
      if (order === undefined || since === null) return [];
      return [{ customer_id, order_id, since, order, ...whatIsBilled(order) }];
    }),
  };
}

/** What an invoice of the order would come to now. */
export function whatIsBilled({ facts }: OrderToInvoice): Pick<WaitingOrder, 'lineCount' | 'totalOre'> {
  const lines = billableLines(facts);
  return { lineCount: lines.length, totalOre: totalsOf(lines).totalOre };
}
