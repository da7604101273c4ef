/** A consent, with the words it was given to (Art. 7(1): the controller must be able to show it). */
import { consentTextHash } from '../../enforcement/index.ts';
import type { Language, Policy } from '../../policy/index.ts';
import type { RecordSession } from '../tables.ts';

export interface NewConsent {
  readonly personId: string;
  readonly consentId: string;
  /** A purpose whose basis is consent. */
  readonly purpose: string;
  readonly language: Language;
  readonly noticeVersion: string;
  readonly method: 'web-form' | 'my-page' | 'phone' | 'import';
  readonly givenAt: Date;
}

/**
 * Records a consent and its ledger entry in one commit.
 * @throws Error when the policy has no such purpose with words to consent to.
 */
export async function giveConsent(session: RecordSession, policy: Policy, consent: NewConsent): Promise<void> {
  const words = policy.purposes[consent.purpose]?.consentText;
  if (!words) throw new Error(`the purpose ${consent.purpose} has no consent text in the policy`);
  const { personId, purpose } = consent;
  await session.transaction(async (inner) => {
    await inner.write(
      inner.query.insertInto('kept.consent_record').values({
        person_id: personId,
        consent_id: consent.consentId,
        purpose,
        text_hash: consentTextHash(words, consent.language),
        notice_version: consent.noticeVersion,
        language: consent.language,
        method: consent.method,
        given_at: consent.givenAt,
      }),
    );
    await inner.append({ kind: 'consent-given', personId, body: { purpose, consent_id: consent.consentId } });
  });
}
