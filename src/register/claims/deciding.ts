/** The steps of a claim: taken by somebody, decided, taken up again. Two who do the same at once do it once. */
import type { RegisterSession } from '../tables.ts';
import { CLAIM_STATUSES, type ClaimOutcome, type ClaimStep, mayStepClaim } from './model.ts';

export interface ClaimKey {
  readonly customerId: string;
  readonly claimId: string;
}

export interface Decision {
  readonly outcome: ClaimOutcome;
  /** Our answer, as the customer reads it. */
  readonly text: string;
}

/** @returns False when the claim is not in a state from which the step leads on. */
export const takeClaim = (session: RegisterSession, key: ClaimKey, by: string): Promise<boolean> =>
  step(session, key, 'take', { status: 'under-review', handled_by: by });

export const closeClaim = (
  session: RegisterSession,
  key: ClaimKey,
  decision: Decision & { readonly by: string; readonly at: Date },
): Promise<boolean> =>
  step(session, key, 'close', {
    ...{ status: 'closed', handled_by: decision.by, closed_at: decision.at },
    ...{ outcome: decision.outcome, outcome_text: decision.text },
  });

export const reopenClaim = (session: RegisterSession, key: ClaimKey, by: string): Promise<boolean> =>
  step(session, key, 'reopen', {
    ...{ status: 'under-review', handled_by: by, closed_at: null, outcome: null, outcome_text: null },
  });

interface Change {
  readonly status: 'under-review' | 'closed';
  readonly handled_by: string;
  readonly closed_at?: Date | null;
  readonly outcome?: ClaimOutcome | null;
  readonly outcome_text?: string | null;
}

async function step(session: RegisterSession, key: ClaimKey, name: ClaimStep, change: Change): Promise<boolean> {
  const from = CLAIM_STATUSES.filter((status) => mayStepClaim(status, name));
  const rows = await session.write(
    session.query
      .updateTable('register.claim')
      .set(change)
      .where('customer_id', '=', key.customerId)
      .where('claim_id', '=', key.claimId)
      .where('status', 'in', from)
      .returning(['customer_id', 'claim_id']),
  );
  return rows.length > 0;
}
