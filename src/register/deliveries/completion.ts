/**
 * When a delivery counts as completed, which the end of the customer relationship is counted from: the receipt that was
 * confirmed, else what the carrier says, else fourteen days after dispatch. Pure.
 */

const DAY_MS = 86_400_000;

/** Days after dispatch when a delivery counts as completed though nobody has said anything. */
export const DAYS_UNTIL_TAKEN_AS_RECEIVED = 14;

/** How it is known: the customer or whoever handed it over, the carrier, or that nobody has said anything. */
export type CompletedBy = 'receipt' | 'carrier' | 'time';

/** The moment from which a delivery counts as completed though nobody has said anything. */
export const takenAsReceivedAt = (dispatchedAt: Date): Date =>
  new Date(dispatchedAt.getTime() + DAYS_UNTIL_TAKEN_AS_RECEIVED * DAY_MS);

export interface Said {
  readonly dispatchedAt: Date;
  readonly receiptAt: Date | null;
  readonly carrierDeliveredAt: Date | null;
}

/** @returns Null while nothing is known and the days have not passed. */
export function completionOf(
  { dispatchedAt, receiptAt, carrierDeliveredAt }: Said,
  now: Date,
): { readonly at: Date; readonly by: CompletedBy } | null {
  if (receiptAt !== null) return { at: receiptAt, by: 'receipt' };
  if (carrierDeliveredAt !== null) return { at: carrierDeliveredAt, by: 'carrier' };
  const at = takenAsReceivedAt(dispatchedAt);
  return at <= now ? { at, by: 'time' } : null;
}
