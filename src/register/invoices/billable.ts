/**
 * What of an order is to be invoiced: what was delivered and is not invoiced yet. Pure. A delivery that says nothing of
 * its lines counts as the whole order. What a credit note credited is invoiced again only where it says so.
 */
import type { InvoicedLine } from './documents/document.ts';

export interface LineOfOrder {
  readonly lineNumber: number;
  readonly productId: string;
  readonly description: string;
  readonly quantity: number;
  readonly unitPriceOre: number;
  readonly vatRate: number;
}

export interface DeliveryOfOrder {
  readonly deliveryId: string;
  /** `YYYY-MM-DD`: when it arrived, or else when it went. */
  readonly on: string;
}

export interface BilledLine {
  readonly kind: 'invoice' | 'credit-note';
  readonly billAgain: boolean;
  /** Null where the invoice does not say which line of the order it is for: then it counts as the whole order. */
  readonly lineNumber: number | null;
  readonly quantity: number;
}

export interface OrderFacts {
  readonly lines: readonly LineOfOrder[];
  readonly deliveries: readonly DeliveryOfOrder[];
  readonly sent: readonly { readonly deliveryId: string; readonly lineNumber: number; readonly quantity: number }[];
  readonly billed: readonly BilledLine[];
}

export interface BillableLine extends InvoicedLine {
  readonly productId: string;
  /** The line of the order. */
  readonly orderLine: number;
}

/** In the order of the order, numbered anew from 1. */
export function billableLines(facts: OrderFacts): readonly BillableLine[] {
  const open = facts.lines.flatMap((line) => {
    const quantity = Math.min(line.quantity, deliveredOf(facts, line)) - billedOf(facts, line.lineNumber);
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
  return open.map(({ lineNumber: orderLine, ...line }, at) => ({ ...line, orderLine, lineNumber: at + 1 }));
}

function deliveredOf({ deliveries, sent }: OrderFacts, { lineNumber, quantity }: LineOfOrder): number {
  return deliveries.reduce((sum, { deliveryId }) => {
    const own = sent.filter((one) => one.deliveryId === deliveryId);
    if (own.length === 0) return sum + quantity;
    return sum + own.filter((one) => one.lineNumber === lineNumber).reduce((part, one) => part + one.quantity, 0);
  }, 0);
}

function billedOf({ billed }: OrderFacts, lineNumber: number): number {
  const whole = billed.some((one) => one.kind === 'invoice' && one.lineNumber === null);
  if (whole) return Number.MAX_SAFE_INTEGER;
  return billed
    .filter((one) => one.lineNumber === lineNumber)
    .reduce((sum, { kind, billAgain, quantity }) => {
      if (kind === 'invoice') return sum + quantity;
      return billAgain ? sum - quantity : sum;
    }, 0);
}

/** The day of the last delivery, `YYYY-MM-DD`; null before the first. */
export function lastDelivery({ deliveries }: OrderFacts): string | null {
  return deliveries.reduce<string | null>((last, { on }) => (last === null || on > last ? on : last), null);
}
