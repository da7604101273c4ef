/** How old a result is: one from before yesterday's hour says little of today. */
import type { PromiseReport } from '../../../enforcement/index.ts';

const DAY = 86_400_000;

/** Whole days since a check; 0 within the first. */
export const ageInDays = (at: Date, now: Date): number => Math.max(0, Math.floor((now.getTime() - at.getTime()) / DAY));

/** When the newest result is from; null when no control ever ran. */
export function lastRun(promises: readonly PromiseReport[]): Date | null {
  const times = promises.flatMap(({ controls }) => controls.flatMap(({ checkedAt }) => checkedAt?.getTime() ?? []));
  return times.length === 0 ? null : new Date(Math.max(...times));
}
