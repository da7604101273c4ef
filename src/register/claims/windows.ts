/**
 * Until when a claim can be made about something bought, and when it is time-barred. Pure. A consumer has two years from
 * taking over the goods, or five for goods meant to last considerably longer (forbrukerkjøpsloven § 27), and is never too
 * late within two months of discovering what is wrong; a company has two years (kjøpsloven § 32). A claim is time-barred
 * three years after delivery (foreldelsesloven §§ 2 and 3), or one year after it became known, if that is later, and at
 * most ten years beyond the three (§ 10).
 */
import { Temporal } from 'temporal-polyfill';

export interface Claimed {
  readonly buyer: 'private' | 'company';
  readonly durability: 'normal' | 'long';
  /** When the buyer took it over, `YYYY-MM-DD`; null while it has not arrived. */
  readonly takenOverOn: string | null;
  /** `YYYY-MM-DD`. */
  readonly discoveredOn: string;
}

export interface ClaimWindow {
  /** Years from taking over. */
  readonly years: 2 | 5;
  readonly law: 'forbrukerkjøpsloven § 27' | 'kjøpsloven § 32';
  /** The last day on which a claim about it can be made; null while it has not arrived. */
  readonly endsOn: string | null;
  /** A consumer's notice is in time at least until this day (§ 27, first paragraph); null for a company. */
  readonly inTimeUntil: string | null;
}

/** Months from discovery within which a consumer's notice is never late. */
const NEVER_LATE_MONTHS = 2;

export function claimWindow({ buyer, durability, takenOverOn, discoveredOn }: Claimed): ClaimWindow {
  const years = buyer === 'private' && durability === 'long' ? 5 : 2;
  return {
    years,
    law: buyer === 'private' ? 'forbrukerkjøpsloven § 27' : 'kjøpsloven § 32',
    endsOn: takenOverOn === null ? null : yearsAfter(takenOverOn, years),
    inTimeUntil:
      buyer === 'private' ? Temporal.PlainDate.from(discoveredOn).add({ months: NEVER_LATE_MONTHS }).toString() : null,
  };
}

/** How a claim stands that is received on a day. */
export type Timeliness = 'in-time' | 'window-over' | 'perhaps-late';

/**
 * `window-over`: after the absolute limit; `perhaps-late`: within it, but later than the law always accepts, so that a
 * person has to weigh whether it came within reasonable time. Neither refuses anything by itself.
 * @param receivedOn `YYYY-MM-DD`.
 */
export function timelinessOf({ endsOn, inTimeUntil }: ClaimWindow, receivedOn: string): Timeliness {
  if (endsOn !== null && receivedOn > endsOn) return 'window-over';
  return inTimeUntil !== null && receivedOn <= inTimeUntil ? 'in-time' : 'perhaps-late';
}

/** The day on which the claim is time-barred, unless it is acknowledged or a court is asked before (§§ 14 to 19). */
export function limitationOn({ takenOverOn, discoveredOn }: Pick<Claimed, 'takenOverOn' | 'discoveredOn'>): string {
  const begins = takenOverOn ?? discoveredOn;
  const general = yearsAfter(begins, 3);
  const known = yearsAfter(discoveredOn, 1);
  const longest = yearsAfter(begins, 13);
  const later = known > general ? known : general;
  return later < longest ? later : longest;
}

/** Days within which whoever claims gets an answer: our own promise, shorter than what the law calls reasonable. */
export const ANSWER_DAYS = 14;

/** @param receivedOn `YYYY-MM-DD`. */
export const answerDueOn = (receivedOn: string): string =>
  Temporal.PlainDate.from(receivedOn).add({ days: ANSWER_DAYS }).toString();

/** The same date years later. From 29 February it is 1 March in other years: the longer of the two protects the buyer. */
function yearsAfter(date: string, years: number): string {
  const from = Temporal.PlainDate.from(date);
  const later = from.add({ years });
  return (later.day === from.day ? later : later.add({ days: 1 })).toString();
}
