/**
 * What is out of the ordinary in a day of looking at people. Pure. It compares a member of staff with themself and with
 * the limits of the policy, and says what was counted; why somebody looked is for a human being to find out.
 */
import type { UnusualLooks } from '../../../policy/index.ts';

export type FindingKind = 'many-people' | 'odd-hours' | 'same-surname';

export interface DayOfLooks {
  readonly people: number;
  readonly looksOutside: number;
  /** People opened one by one who have the member of staff's own surname, where few customers have it. */
  readonly sameSurname: number;
}

/** Of the days before on which they looked at anybody. */
export interface UsualLooks {
  readonly days: number;
  readonly people: number;
  readonly looksOutside: number;
}

export interface Finding {
  readonly kind: FindingKind;
  readonly figure: number;
  /** A day, on the average; null while there are too few days to say. */
  readonly usual: number | null;
  readonly threshold: number;
}

/** Days that it takes to say what is usual. */
export const DAYS_FOR_USUAL = 5;

export function judgeDay(day: DayOfLooks, usual: UsualLooks, limits: UnusualLooks): readonly Finding[] {
  const known = usual.days >= DAYS_FOR_USUAL;
  const findings: Finding[] = [];
  const compare = (kind: FindingKind, figure: number, ordinary: number, threshold: number): void => {
    if (figure < threshold || (known && figure < limits.timesUsual * ordinary)) return;
    findings.push({ kind, figure, usual: known ? ordinary : null, threshold });
  };
  compare('many-people', day.people, usual.people, limits.peopleADay);
  compare('odd-hours', day.looksOutside, usual.looksOutside, limits.looksOutside);
  if (day.sameSurname > 0) {
    findings.push({ kind: 'same-surname', figure: day.sameSurname, usual: null, threshold: limits.surnameSharedBy });
  }
  return findings;
}
