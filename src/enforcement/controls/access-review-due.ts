/**
 * When who has access must be gone through again: the policy's measure `access-review` says how often; it counts from the
 * last time somebody signed, or from when the policy says it was last done.
 */
import type { Policy } from '../../policy/index.ts';
import { ACCESS_REVIEW, measuresStanding } from './measures-checked.ts';

/**
 * @param lastSigned The day of the newest signature, `YYYY-MM-DD`; null when there is none.
 * @returns The last day on which a signature is in time; null when the policy has no such measure.
 */
export function accessReviewDue(policy: Policy, lastSigned: string | null): string | null {
  const standing = measuresStanding(policy, [], lastSigned).find(({ measure }) => measure.name === ACCESS_REVIEW);
  return standing?.due ?? null;
}
