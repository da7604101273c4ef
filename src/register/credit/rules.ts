/**
 * When credit may be checked: for one order that somebody asked to pay for later, with its amount, a reason and somebody
 * who asks; one at a time. What the bureau says decides nothing: a human being does.
 */

export const CREDIT_REASONS = ['first-order', 'large-amount', 'late-payments', 'long-since-last'] as const;
export type CreditReason = (typeof CREDIT_REASONS)[number];

export const isCreditReason = (text: string): text is CreditReason => CREDIT_REASONS.some((one) => one === text);

/** Days that a report is kept at most when nobody decides. */
export const REPORT_DAYS = 14;
/** Checks that one member of staff may ask for within the window: more would be a batch. */
export const MOST_CHECKS = 5;
export const CHECK_WINDOW_MINUTES = 10;

export type CreditRefusal =
  | 'not-on-invoice'
  | 'no-amount'
  /** The order has gone on, or was cancelled. */
  | 'order-moved-on'
  | 'already-open'
  | 'already-decided'
  | 'too-many';

export interface CreditOrder {
  readonly status: string;
  readonly paymentTerms: 'prepaid' | 'invoice';
  readonly amountOre: number;
}

/** @param earlier Checks of the same order, by whether they were decided. @param recent Of the same member of staff, within the window. */
export function creditRefusal(
  order: CreditOrder,
  earlier: readonly { readonly decided: boolean }[],
  recent: number,
): CreditRefusal | null {
  if (order.paymentTerms !== 'invoice') return 'not-on-invoice';
  if (order.amountOre <= 0) return 'no-amount';
  if (order.status !== 'placed') return 'order-moved-on';
  if (earlier.some(({ decided }) => decided)) return 'already-decided';
  if (earlier.length > 0) return 'already-open';
  return recent >= MOST_CHECKS ? 'too-many' : null;
}
