/**
 * Mail on its way out. A row is locked while it is tried and marked in the same transaction, so that two senders never
 * send one mail. A crash between the server's yes and the commit is the one case in which it goes out again, under the
 * same Message-ID.
 */
import type { RecordSession } from '../tables.ts';
import type { MailServer } from './mail-server.ts';

/** After so many tries a mail stays where it is, with what went wrong. */
export const MOST_TRIES = 12;
/** Seconds before the second try; doubled for each one after. */
const FIRST_PAUSE = 30;

export interface Sending {
  readonly server: MailServer;
  readonly from: string;
  /** What follows the @ of Message-IDs. */
  readonly host: string;
  readonly now: () => Date;
}

/**
 * Tries each mail that is due, one after the other.
 * @returns How many were sent and how many were not.
 */
export async function sendWaitingMail(
  session: RecordSession,
  sending: Sending,
): Promise<{ readonly sent: number; readonly failed: number }> {
  const tried: string[] = [];
  let sent = 0;
  for (;;) {
    const outcome = await session.transaction((inner) => sendOne(inner, sending, tried));
    if (outcome === null) return { sent, failed: tried.length - sent };
    tried.push(outcome.mailId);
    if (outcome.sent) sent += 1;
  }
}

async function sendOne(session: RecordSession, { server, from, host, now }: Sending, tried: readonly string[]) {
  const [mail] = await session.read(
    session.query
      .selectFrom('kept.outbox')
      .select(['mail_id', 'person_id', 'addressee', 'subject_line', 'body_text', 'attempts', 'created_at'])
      .where('sent_at', 'is', null)
      .where('attempts', '<', MOST_TRIES)
      .where('mail_id', 'not in', tried.length === 0 ? ['00000000-0000-0000-0000-000000000000'] : [...tried])
      .orderBy('attempts')
      .orderBy('created_at')
      .limit(1)
      .forUpdate()
      .skipLocked(),
  );
  if (mail === undefined) return null;
  const { mail_id: mailId, attempts } = mail;
  if (now() < dueAt(mail.created_at, attempts)) return { mailId, sent: false };
  const fault = await server
    .send({
      ...{ from, to: mail.addressee, subject: mail.subject_line, text: mail.body_text },
      messageId: `<${mailId}@${host}>`,
    })
    .then(() => null, faultOf);
  await session.write(
    session.query
      .updateTable('kept.outbox')
      .set({ attempts: attempts + 1, last_error: fault, ...(fault === null ? { sent_at: now() } : {}) })
      .where('mail_id', '=', mailId),
  );
  return { mailId, sent: fault === null };
}

/** Counted from when it was written: 30 seconds, a minute, two, … after it. */
const dueAt = (createdAt: Date, attempts: number): Date =>
  new Date(createdAt.getTime() + (attempts === 0 ? 0 : FIRST_PAUSE * 2 ** (attempts - 1) * 1000));

/** Codes only: what a mail server says in words quotes the address. */
function faultOf(thrown: unknown): string {
  const from: Record<string, unknown> = typeof thrown === 'object' && thrown !== null ? { ...thrown } : {};
  return [from.code, from.responseCode].filter((part) => part !== undefined).join(' ') || 'failed';
}
