/** A consent taken back: as easy as giving it (Art. 7(3)); what it gated is out of sight in the same commit. */
import type { RecordSession } from '../tables.ts';

export interface Withdrawal {
  readonly personId: string;
  readonly purpose: string;
  readonly withdrawnAt: Date;
  readonly method: 'web-form' | 'my-page' | 'phone' | 'mail-link';
}

/**
 * Withdraws every consent of the person to the purpose that is in force, each with its ledger entry.
 * @returns How many there were.
 */
export function withdrawConsent(session: RecordSession, withdrawal: Withdrawal): Promise<number> {
  const { personId, purpose, withdrawnAt, method } = withdrawal;
  return session.transaction(async (inner) => {
    const rows = await inner.write(
      inner.query
        .updateTable('kept.consent_record')
        .set({ withdrawn_at: withdrawnAt, withdrawn_method: method })
        .where('person_id', '=', personId)
        .where('purpose', '=', purpose)
        .where('withdrawn_at', 'is', null)
        .returning(['person_id', 'consent_id']),
    );
    for (const { consent_id } of rows) {
      await inner.append({ kind: 'consent-withdrawn', personId, body: { purpose, consent_id } });
    }
    return rows.length;
  });
}
