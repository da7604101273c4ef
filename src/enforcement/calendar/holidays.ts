/** Days on which nobody in Norway is expected at work, but for Sundays. Pure. */
import { Temporal } from 'temporal-polyfill';

/** Month and day of those that stand still. */
const FIXED = ['01-01', '05-01', '05-17', '12-25', '12-26'];
/** Days from Easter Sunday: Maundy Thursday, Good Friday, both days of Easter, Ascension, both days of Whitsun. */
const FROM_EASTER = [-3, -2, 0, 1, 39, 49, 50];

/** @param day `YYYY-MM-DD`. @param country ISO 3166-1 alpha-2: days off of other countries than Norway are not known. */
export function isPublicHoliday(day: string, country: string): boolean {
  if (country !== 'NO') return false;
  const date = Temporal.PlainDate.from(day);
  if (FIXED.includes(day.slice(5))) return true;
  return FROM_EASTER.includes(easterSunday(date.year).until(date).total('days'));
}

/** The anonymous Gregorian algorithm, as Meeus has it. */
function easterSunday(year: number): Temporal.PlainDate {
  const moon = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const leap = Math.floor((century + 8) / 25);
  const moonShift = Math.floor((century - leap + 1) / 3);
  const age = (19 * moon + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - age - (inCentury % 4)) % 7;
  const late = Math.floor((moon + 11 * age + 22 * weekday) / 451);
  const days = age + weekday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}
