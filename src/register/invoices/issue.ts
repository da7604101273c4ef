/** Issuing: number, invoice and lines in one transaction, for what was delivered of an order and is not yet invoiced. */
import { dayAt } from '../../enforcement/index.ts';
import type { Billing } from '../../policy/index.ts';
import type { RegisterSession } from '../tables.ts';
import { billableLines, lastDelivery } from './billable.ts';
import { netOf, totalsOf } from './documents/document.ts';
import { dueOn } from './due-date.ts';
import { kidOf } from './kid.ts';
import { type OrderToInvoice, readOrdersToInvoice } from './read-order.ts';
import { takeInvoiceNumber } from './series.ts';

export interface ToIssue {
  readonly customerId: string;
  readonly orderId: string;
  readonly invoiceId: string;
  readonly at: Date;
  readonly timeZone: string;
  readonly billing: Billing;
}

export interface IssuedInvoice {
  readonly invoiceId: string;
  readonly invoiceNumber: number;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly paymentReference: string;
  readonly totalOre: number;
  readonly order: OrderToInvoice;
}

/** Nothing of the order is to be invoiced any more, or the purpose does not see it: everything is taken back. */
export class NothingToInvoice extends Error {
  override readonly name = 'NothingToInvoice';
}

/**
 * @param session In a transaction of its own: it holds the series until it ends.
 * @throws NothingToInvoice, so that the transaction, and with it the number, is taken back.
 */
export async function issueInvoice(session: RegisterSession, given: ToIssue): Promise<IssuedInvoice> {
  const { customerId, orderId, invoiceId, at, timeZone, billing } = given;
  // First the number: whoever holds the series sees all that was issued before.
  const invoiceNumber = await takeInvoiceNumber(session);
  const [order] = await readOrdersToInvoice(session, [{ customerId, orderId }], timeZone);
  const lines = order === undefined ? [] : billableLines(order.facts);
  if (order === undefined || lines.length === 0) throw new NothingToInvoice('nothing of the order is to be invoiced');
  const { netOre, vatOre, totalOre } = totalsOf(lines);
  const { customer } = order;
  const issuedOn = dayAt(at, timeZone);
  const due = dueOn(issuedOn, billing.paymentDays);
  const paymentReference = kidOf(customer.customerNumber, invoiceNumber, billing.kid);
  await session.write(
    session.query.insertInto('register.invoice').values({
      ...{ customer_id: customerId, invoice_id: invoiceId, order_id: orderId, invoice_number: invoiceNumber },
      ...{ kind: 'invoice', issued_on: issuedOn, due_on: due, delivered_on: lastDelivery(order.facts) },
      ...{ buyer_name: customer.legalName, buyer_address: customer.address, delivery_place: order.deliveryPlace },
      ...{ buyer_organisation_number: customer.organisationNumber, buyer_reference: order.buyerReference },
      ...{ payment_reference: paymentReference, net_ore: netOre, vat_ore: vatOre },
    }),
  );
  await session.write(
    session.query.insertInto('register.invoice_line').values(
      lines.map((line) => ({
        ...{ customer_id: customerId, invoice_id: invoiceId, line_number: line.lineNumber },
        ...{ product_id: line.productId, description: line.description, quantity: line.quantity },
        ...{ unit_price_ore: line.unitPriceOre, vat_rate: line.vatRate, net_ore: netOf(line) },
        about_order_line: line.orderLine,
      })),
    ),
  );
  return { invoiceId, invoiceNumber, issuedOn, dueOn: due, paymentReference, totalOre, order };
}
