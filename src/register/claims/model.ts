/**
 * A claim from its coming in to its end. Pure.
 *
 *   received  -->  under-review (somebody has taken it)  -->  closed (decided, with our answer)
 *   received  -->  closed
 *   closed    -->  under-review (taken up again: the outcome is taken back)
 */
export const CLAIM_STATUSES = ['received', 'under-review', 'closed'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** Something is wrong with what was bought, or a consumer withdraws from the purchase (angrerettloven § 20). */
export const CLAIM_KINDS = ['fault', 'withdrawal'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export const CLAIM_OUTCOMES = ['repaired', 'replaced', 'price-reduced', 'refunded', 'refused', 'withdrawn'] as const;
export type ClaimOutcome = (typeof CLAIM_OUTCOMES)[number];

/** What can be asked for: forbrukerkjøpsloven § 26. */
export const CLAIM_WANTS = ['repair', 'replacement', 'price-reduction', 'refund', 'other'] as const;
export type ClaimWants = (typeof CLAIM_WANTS)[number];

export const LONGEST_CLAIM = 4_000;

/** Days before an answer is due from which it is pressing. */
export const PRESSING_DAYS = 3;

export type ClaimStep = 'take' | 'close' | 'reopen';

export function mayStepClaim(status: ClaimStatus, step: ClaimStep): boolean {
  switch (step) {
    case 'take':
      return status === 'received';
    case 'close':
      return status !== 'closed';
    case 'reopen':
      return status === 'closed';
    default:
      return step satisfies never;
  }
}
