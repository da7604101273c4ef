/**
 * When who has access must be gone through again: the policy's measure `access-review` says how often; it counts from the
 * last time somebody signed, or from when the policy says it was last done.
 */
import { Temporal } from 'temporal-polyfill';
import type { Policy } from '../../policy/index.ts';

const MEASURE = 'access-review';

/**
 * @param lastSigned The day of the newest signature, `YYYY-MM-DD`; null when there is none.
 * @returns The last day on which a signature is in time; null when the policy has no such measure.
 */
export function accessReviewDue({ security }: Policy, lastSigned: string | null): string | null {
  const measure = security.measures.find(({ name }) => name === MEASURE);
  if (measure === undefined) return null;
  const last = lastSigned !== null && lastSigned > measure.checkedOn ? lastSigned : measure.checkedOn;
  return Temporal.PlainDate.from(last).add(measure.checkAgain).toString();
}
