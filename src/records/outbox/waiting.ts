/** What waits in the outbox, for whoever has no mail server or wants to see why a mail is still there. */
import type { Language } from '../../policy/index.ts';
import type { RecordSession } from '../tables.ts';
import { MOST_TRIES } from './sending.ts';

export interface WaitingMail {
  readonly mailId: string;
  readonly createdAt: Date;
  readonly template: string;
  readonly language: Language;
  readonly addressee: string;
  readonly subjectLine: string;
  readonly bodyText: string;
  readonly attempts: number;
  /** The codes of the last try; null before it. */
  readonly lastError: string | null;
  /** Null: as soon as there is a mail server, or never, when it is given up. */
  readonly nextTryAt: Date | null;
  /** It was tried as often as a mail is tried. */
  readonly givenUp: boolean;
}

/**
 * The oldest first, as they go out.
 * @param limit Mails at most.
 */
export async function readWaitingMail(session: RecordSession, limit: number): Promise<readonly WaitingMail[]> {
  const rows = await session.read(
    session.query
      .selectFrom('kept.outbox')
      .select(['mail_id', 'person_id', 'created_at', 'template', 'language', 'addressee', 'subject_line', 'body_text'])
      .select(['attempts', 'last_error', 'next_try_at'])
      .where('sent_at', 'is', null)
      .where('stopped_at', 'is', null)
      .orderBy('created_at')
      .limit(limit),
  );
  return rows.map((row) => {
    const givenUp = row.attempts >= MOST_TRIES;
    return {
      ...{ mailId: row.mail_id, createdAt: row.created_at, template: row.template, language: row.language },
      ...{ addressee: row.addressee, subjectLine: row.subject_line, bodyText: row.body_text },
      ...{ attempts: row.attempts, lastError: row.last_error, givenUp, nextTryAt: givenUp ? null : row.next_try_at },
    };
  });
}

/** How many wait, without a look at whose they are. */
export async function countWaitingMail(session: RecordSession): Promise<number> {
  const [row] = await session.count(
    session.query
      .selectFrom('kept.outbox')
      .select((select) => select.fn.countAll<number>().as('waiting'))
      .where('sent_at', 'is', null)
      .where('stopped_at', 'is', null),
  );
  return Number(row?.waiting ?? 0);
}

/** How many were stopped because the purpose could no longer write to their addressee when they were to be sent. */
export async function countStoppedMail(session: RecordSession): Promise<number> {
  const [row] = await session.count(
    session.query
      .selectFrom('kept.outbox')
      .select((select) => select.fn.countAll<number>().as('stopped'))
      .where('stopped_at', 'is not', null),
  );
  return Number(row?.stopped ?? 0);
}
