/**
 * Until when a consumer may withdraw from a purchase (angrerettloven § 21): fourteen days from the day after everything
 * was received, or after a service was agreed. A last day that is no working day moves to the next one. Pure.
 */
import { Temporal } from 'temporal-polyfill';
import { dayAt, isPublicHoliday } from '../../enforcement/index.ts';

export const WITHDRAWAL_DAYS = 14;

/**
 * @param begins The moment at which the last of the goods was received; for services alone, at which they were agreed.
 * @returns The last day, `YYYY-MM-DD`.
 */
export function withdrawalEndsOn(begins: Date, timeZone: string): string {
  const day = Temporal.PlainDate.from(dayAt(begins, timeZone));
  return nextWorkingDay(day.add({ days: WITHDRAWAL_DAYS })).toString();
}

/** The day itself, or the first after it that is neither at a weekend nor a public holiday of Norway. */
export function nextWorkingDay(day: Temporal.PlainDate): Temporal.PlainDate {
  let at = day;
  while (at.dayOfWeek > 5 || isPublicHoliday(at.toString(), 'NO')) at = at.add({ days: 1 });
  return at;
}

interface Bought {
  readonly kind: 'private' | 'company';
  readonly confirmedAt: Date | null;
  /** Of the products in it. */
  readonly productKinds: readonly string[];
  /** When the last delivery counted as completed; null until everything has arrived. */
  readonly receivedAt: Date | null;
}

/** The last day; `not-begun` until it is known; null for a company, which has no such right by law. */
export function withdrawalOf(order: Bought, timeZone: string): string | 'not-begun' | null {
  if (order.kind === 'company') return null;
  const goods = order.productKinds.includes('goods');
  const begins = goods ? order.receivedAt : order.confirmedAt;
  return begins === null ? 'not-begun' : withdrawalEndsOn(begins, timeZone);
}
