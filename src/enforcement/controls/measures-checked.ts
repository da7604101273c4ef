/**
 * When each security measure was last looked at. The policy says when that was as it was written; what was recorded in the
 * back office since, and a review of access that was signed, count as well: the later day stands. Pure.
 */
import { Temporal } from 'temporal-polyfill';
import type { Policy } from '../../policy/index.ts';

export const ACCESS_REVIEW = 'access-review';

export interface RecordedCheck {
  /** As the policy names it. */
  readonly measure: string;
  /** `YYYY-MM-DD`. */
  readonly checkedOn: string;
}

export interface MeasureStanding {
  readonly measure: Policy['security']['measures'][number];
  readonly checkedOn: string;
  /** The last day on which the next check is in time. */
  readonly due: string;
}

/** @param lastSigned The day of the newest review of access, `YYYY-MM-DD`; null when there is none. */
export function measuresStanding(
  { security }: Policy,
  recorded: readonly RecordedCheck[],
  lastSigned: string | null,
): readonly MeasureStanding[] {
  return security.measures.map((measure) => {
    const days = recorded.filter((check) => check.measure === measure.name).map((check) => check.checkedOn);
    if (measure.name === ACCESS_REVIEW && lastSigned !== null) days.push(lastSigned);
    const checkedOn = [measure.checkedOn, ...days].sort().at(-1) ?? measure.checkedOn;
    return { measure, checkedOn, due: Temporal.PlainDate.from(checkedOn).add(measure.checkAgain).toString() };
  });
}
