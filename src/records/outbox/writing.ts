/** Mail that waits to be sent: written in the transaction of what it tells about, so that neither is without the other. */
import type { Language } from '../../policy/index.ts';
import type { RecordSession } from '../tables.ts';
import { assertCovered } from '../templates/registry.ts';

export interface NewMail {
  readonly mailId: string;
  /** Null when it goes to an address that is nobody's in the register. */
  readonly personId: string | null;
  readonly addressee: string;
  readonly language: Language;
  /** The name of a template, as `order-received`. */
  readonly template: string;
  readonly subjectLine: string;
  readonly bodyText: string;
  /** The Message-ID that it answers, with its angle brackets. */
  readonly inReplyTo?: string | null;
  readonly createdAt: Date;
}

/** @throws TemplateRefused where the session's purpose does not cover the template. */
export async function writeMail(session: RecordSession, mail: NewMail): Promise<void> {
  assertCovered(mail.template, session.purpose);
  await session.write(
    session.query.insertInto('kept.outbox').values({
      mail_id: mail.mailId,
      purpose: session.purpose,
      person_id: mail.personId,
      addressee: mail.addressee,
      language: mail.language,
      template: mail.template,
      subject_line: mail.subjectLine,
      body_text: mail.bodyText,
      in_reply_to: mail.inReplyTo ?? null,
      created_at: mail.createdAt,
    }),
  );
}
