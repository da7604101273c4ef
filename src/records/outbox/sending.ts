/**
 * Mail on its way out. A row is locked while it is tried and marked in the same transaction, so that two senders never
 * send one mail. A crash between the server's yes and the commit is the one case in which it goes out again, under the
 * same Message-ID. Only what is due is read: a mail that waits is looked at by nobody.
 *
 *   waiting  --try counted-->  let through  --the server's yes-->  sent
 *                                           --its no, or none-->  waiting, later each time, at last given up
 *                              stopped, for good: the consent was withdrawn, or an objection made, since it was written
 */
import type { RecordSession } from '../tables.ts';
import type { MailServer } from './mail-server.ts';

/** After so many tries a mail stays where it is, with what went wrong. */
export const MOST_TRIES = 12;
/** Seconds between the first try and the second; doubled for each one after. */
const FIRST_PAUSE = 30;

export interface Sending {
  readonly server: MailServer;
  readonly from: string;
  /** What follows the @ of Message-IDs. */
  readonly host: string;
  readonly now: () => Date;
}

export interface Sent {
  readonly sent: number;
  readonly failed: number;
  readonly stopped: number;
}

/**
 * Tries each mail that is due, one after the other.
 * @returns How many were sent, failed, and were stopped.
 */
export async function sendWaitingMail(session: RecordSession, sending: Sending): Promise<Sent> {
  const counts = { sent: 0, failed: 0, stopped: 0 };
  // One moment for the whole round, so that what fails in it is not due in it again.
  const at = sending.now();
  for (;;) {
    const outcome = await session.transaction((inner) => sendOne(inner, sending, at));
    if (outcome === 'nothing-due') return counts;
    counts[outcome] += 1;
  }
}

async function sendOne(session: RecordSession, { server, from, host, now }: Sending, at: Date) {
  const mail = await nextDue(session, at);
  if (mail === undefined) return 'nothing-due';
  const { mail_id: mailId, attempts } = mail;
  if ((await countTry(session, mailId, attempts + 1, now())) !== null) return 'stopped';
  const fault = await server
    .send({
      ...{ from, to: mail.addressee, subject: mail.subject_line, text: mail.body_text },
      messageId: `<${mailId}@${host}>`,
      ...(mail.in_reply_to === null ? {} : { inReplyTo: mail.in_reply_to }),
    })
    .then(() => null, faultOf);
  const nextTry = new Date(now().getTime() + FIRST_PAUSE * 2 ** attempts * 1000);
  await session.write(
    session.query
      .updateTable('kept.outbox')
      .set({
        last_error: fault,
        ...(fault === null ? { sent_at: now(), next_try_at: null } : { next_try_at: nextTry }),
      })
      .where('mail_id', '=', mailId),
  );
  return fault === null ? 'sent' : 'failed';
}

/** @returns Why the mail may not go; null where it may. */
async function countTry(session: RecordSession, mailId: string, attempts: number, at: Date) {
  const [tried] = await session.write(
    session.query
      .updateTable('kept.outbox')
      .set({ attempts, tried_at: at })
      .where('mail_id', '=', mailId)
      .returning(['mail_id', 'person_id', 'stopped_because']),
  );
  if (tried === undefined) throw new Error('a mail that is locked was not there to be tried');
  return tried.stopped_because;
}

async function nextDue(session: RecordSession, at: Date) {
  const [mail] = await session.read(
    session.query
      .selectFrom('kept.outbox')
      .select(['mail_id', 'person_id', 'addressee', 'subject_line', 'body_text', 'attempts', 'in_reply_to'])
      .where('sent_at', 'is', null)
      .where('stopped_at', 'is', null)
      .where('attempts', '<', MOST_TRIES)
      .where((where) => where.or([where('next_try_at', 'is', null), where('next_try_at', '<=', at)]))
      .orderBy('attempts')
      .orderBy('created_at')
      .limit(1)
      .forUpdate()
      .skipLocked(),
  );
  return mail;
}

/** Codes only: what a mail server says in words quotes the address. */
function faultOf(thrown: unknown): string {
  const from: Record<string, unknown> = typeof thrown === 'object' && thrown !== null ? { ...thrown } : {};
  return [from.code, from.responseCode].filter((part) => part !== undefined).join(' ') || 'failed';
}
