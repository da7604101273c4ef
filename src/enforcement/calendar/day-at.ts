/** The day that a moment falls on. Days of the law are days where the company is, not days of the server. Pure. */
import { Temporal } from 'temporal-polyfill';

/** @returns `YYYY-MM-DD`. */
export const dayAt = (moment: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
