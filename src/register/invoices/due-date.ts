/** When an invoice falls due, and what the days after that ask for. Pure; days are those of the company's time zone. */
import { Temporal } from 'temporal-polyfill';
import { nextWorkingDay } from '../orders/withdrawal.ts';

/** inkassoloven § 9: whoever is to be sent to collection is warned in writing, with at least this long to pay. */
export const DAYS_OF_WARNING = 14;

/** @param issuedOn `YYYY-MM-DD`. A due date on a day without banking moves to the next day that has it. */
export function dueOn(issuedOn: string, paymentDays: number): string {
  return nextWorkingDay(Temporal.PlainDate.from(issuedOn).add({ days: paymentDays })).toString();
}

/** Days from one day to another; negative when the other is earlier. */
export const daysBetween = (from: string, until: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until)).days;

export const isOverdue = (due: string, today: string): boolean => due < today;
