/**
 * Until when a consumer may withdraw from a purchase (angrerettloven § 21): fourteen days from the day after everything
 * was received, or after a service was agreed. A last day that is no working day moves to the next one. Pure.
 */
import { Temporal } from 'temporal-polyfill';

export const WITHDRAWAL_DAYS = 14;

/**
 * @param begins The moment at which the last of the goods was received; for services alone, at which they were agreed.
 * @returns The last day, `YYYY-MM-DD`.
 */
export function withdrawalEndsOn(begins: Date, timeZone: string): string {
  const day = Temporal.Instant.fromEpochMilliseconds(begins.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  return nextWorkingDay(day.add({ days: WITHDRAWAL_DAYS })).toString();
}

function nextWorkingDay(day: Temporal.PlainDate): Temporal.PlainDate {
  let at = day;
  while (at.dayOfWeek > 5 || isHoliday(at)) at = at.add({ days: 1 });
  return at;
}

/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter, Easter Monday, Ascension, Whit Sunday and Monday. */
const FROM_EASTER = [-3, -2, 0, 1, 39, 49, 50];
const FIXED = ['01-01', '05-01', '05-17', '12-25', '12-26'];

/** The public holidays of Norway. */
export function isHoliday(day: Temporal.PlainDate): boolean {
  const easter = easterSunday(day.year);
  const moving = FROM_EASTER.some((days) => easter.add({ days }).equals(day));
  return moving || FIXED.includes(day.toString().slice(5));
}

/** By the anonymous Gregorian algorithm (Meeus, Jones and Butcher). */
function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((century + 8) / 25);
  const epact =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((century - correction + 1) / 3) + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
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
