/**
 * A mail that came in, put where it belongs: with the customer whose address it is from, in the conversation that it
 * answers; or among what nobody has sorted. A sender can be forged, so a mail is never put to a customer by what it says
 * it answers, only by its address; and nothing of anybody is sent back by itself.
 */
import { EnforcementError } from '../../enforcement/index.ts';
import type { RegisterSession } from '../tables.ts';

export interface IncomingMail {
  /** RFC 5322 Message-ID. */
  readonly externalId: string;
  /** In lower case. */
  readonly from: string;
  readonly fromName: string;
  readonly subjectLine: string;
  readonly body: string;
  /** Message-IDs, the nearest first. */
  readonly answers: readonly string[];
  /** Names of files that were not stored. */
  readonly attachments: readonly string[];
  /** Written by a program: it needs no answer, and of nobody known it is not kept. */
  readonly automatic: boolean;
  readonly at: Date;
}

/** `known`: it was stored before. `left`: nobody's and of no use. */
export type Intake = 'stored' | 'unsorted' | 'known' | 'left';

/** Stores a mail once, however often it is handed over. */
export async function takeIn(session: RegisterSession, mail: IncomingMail, newId: () => string): Promise<Intake> {
  try {
    return await session.transaction(async (inner) => {
      const sender = await senderOf(inner, mail.from);
      if (await isKnown(inner, mail, sender)) return 'known';
      if (sender !== null) return await storeMessage(inner, mail, sender, newId());
      return mail.automatic ? 'left' : await storeUnsorted(inner, mail, newId());
    });
  } catch (error) {
    // Stored between the look and the write.
    const constraint = error instanceof EnforcementError ? error.fault?.constraint : undefined;
    const twice = constraint === 'message_external_id' || constraint === 'unsorted_message_external_id';
    if (twice) return 'known';
    throw error;
  }
}

/**
 * A Message-ID is the sender's word: anybody can write that of another's mail, and a list sends one mail to many. So it
 * says only together with the sender that two mails are one, or, where somebody has put the mail to a customer by hand,
 * together with the words.
 */
async function isKnown(session: RegisterSession, mail: IncomingMail, sender: Sender | null): Promise<boolean> {
  const { externalId } = mail;
  const stored = session.query
    .selectFrom('register.message')
    .select(['customer_id', 'with_contact', 'message_id'])
    .where('external_id', '=', externalId)
    .where('direction', '=', 'in');
  const messages = await session.read(
    sender === null
      ? stored.where('subject_line', '=', mail.subjectLine).where('body', '=', mail.body)
      : stored.where('customer_id', '=', sender.customerId),
  );
  if (messages.length > 0) return true;
  const unsorted = await session.read(
    session.query
      .selectFrom('register.unsorted_message')
      .select(['person_id', 'unsorted_message_id'])
      .where('from_address', '=', mail.from)
      .where('external_id', '=', externalId),
  );
  return unsorted.length > 0;
}

interface Sender {
  readonly customerId: string;
  /** Of a company: the contact person who wrote. */
  readonly contactId: string | null;
}

/** Null for nobody known, and for an address that several contact persons share. */
async function senderOf(session: RegisterSession, email: string): Promise<Sender | null> {
  const [customer] = await session.read(
    session.query.selectFrom('register.customer').select('customer_id').where('email', '=', email),
  );
  if (customer !== undefined) return { customerId: customer.customer_id, contactId: null };
  const contacts = await session.read(
    session.query
      .selectFrom('register.contact_person')
      .select(['customer_id', 'contact_person_id'])
      .where('email', '=', email)
      .limit(2),
  );
  const [contact] = contacts;
  if (contact === undefined || contacts.length > 1) return null;
  return { customerId: contact.customer_id, contactId: contact.contact_person_id };
}

async function storeMessage(
  session: RegisterSession,
  mail: IncomingMail,
  { customerId, contactId }: Sender,
  messageId: string,
): Promise<Intake> {
  const answered = await answeredBy(session, mail, customerId);
  await session.write(
    session.query.insertInto('register.message').values({
      ...{ customer_id: customerId, message_id: messageId, direction: 'in', channel: 'mail', at: mail.at },
      ...{ extends_relationship: false, subject_line: mail.subjectLine, body: mail.body, with_contact: contactId },
      ...{ attachments: namesOf(mail), external_id: mail.externalId, in_reply_to: answered?.message_id ?? null },
      purpose: answered?.purpose ?? 'customer-communication',
      answered_at: mail.automatic ? mail.at : null,
    }),
  );
  return 'stored';
}

/** The message of the same customer that the mail answers, the nearest one. */
async function answeredBy(session: RegisterSession, { answers }: IncomingMail, customerId: string) {
  if (answers.length === 0) return null;
  const rows = await session.read(
    session.query
      .selectFrom('register.message')
      .select(['customer_id', 'with_contact', 'message_id', 'external_id', 'purpose'])
      .where('customer_id', '=', customerId)
      .where('external_id', 'in', [...answers]),
  );
  const place = (id: string | null): number => answers.indexOf(id ?? '');
  return rows.sort((one, other) => place(one.external_id) - place(other.external_id))[0] ?? null;
}

async function storeUnsorted(session: RegisterSession, mail: IncomingMail, id: string): Promise<Intake> {
  await session.write(
    session.query.insertInto('register.unsorted_message').values({
      ...{ unsorted_message_id: id, person_id: null, received_at: mail.at, external_id: mail.externalId },
      ...{ from_address: mail.from, from_name: mail.fromName || null, subject_line: mail.subjectLine },
      ...{ body: mail.body, attachments: namesOf(mail) },
    }),
  );
  return 'unsorted';
}

/** One a line; null for none. */
const namesOf = ({ attachments }: IncomingMail): string | null =>
  attachments.length === 0 ? null : attachments.join('\n').slice(0, 2_200);
