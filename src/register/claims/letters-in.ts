/**
 * How a letter comes to its claim: a mail that answers one of the claim's letters, and a message that somebody says is
 * about it. Under the purpose that handles claims, since no other reaches their letters.
 */
import { EnforcementError } from '../../enforcement/index.ts';
import type { IncomingMail } from '../messages/intake.ts';
import { readMessage } from '../messages/reading.ts';
import type { RegisterSession } from '../tables.ts';
import type { ClaimKey } from './deciding.ts';
import { writeClaimLetter } from './letters.ts';

/**
 * Stores a mail with the claim that it answers, once however often it is handed over.
 * @returns False for a mail that answers no letter of a claim, or not of whoever sent it: that one is for others.
 */
export async function takeInForClaim(
  session: RegisterSession,
  mail: IncomingMail,
  newId: () => string,
): Promise<boolean> {
  try {
    return await session.transaction(async (inner) => {
      const thread = await lettersIn(inner, mail);
      if (thread.some((letter) => isSame(letter, mail))) return true;
      const answered = await theirs(inner, mail, thread);
      if (answered === null) return false;
      const { customerId, claimId, contactId } = answered;
      await writeClaimLetter(inner, {
        ...{ customerId, claimId, entryId: newId(), at: mail.at, direction: 'in', channel: 'mail' },
        ...{ subjectLine: mail.subjectLine, body: mail.body, externalId: mail.externalId },
        ...{ contactId, answeredAt: mail.automatic ? mail.at : null },
        attachments: mail.attachments.length === 0 ? null : mail.attachments.join('\n').slice(0, 2_200),
      });
      return true;
    });
  } catch (error) {
    // Stored between the look and the write.
    if (error instanceof EnforcementError && error.fault?.constraint === 'claim_entry_external_id') return true;
    throw error;
  }
}

/** Letters that have the mail's own Message-ID or one that it answers, the nearest first. */
async function lettersIn(session: RegisterSession, { externalId, answers }: IncomingMail) {
  const thread = [externalId, ...answers];
  const letters = await session.read(
    session.query
      .selectFrom('register.claim_entry')
      .select([
        'customer_id',
        'with_contact',
        'claim_id',
        'entry_id',
        'external_id',
        'direction',
        'subject_line',
        'body',
      ])
      .where('external_id', 'in', thread),
  );
  return letters
    .map((letter) => ({ ...letter, place: thread.indexOf(letter.external_id ?? '') }))
    .sort((one, other) => one.place - other.place);
}

type Letter = Awaited<ReturnType<typeof lettersIn>>[number];

/** The same mail, also where somebody has put it to the claim by hand: a Message-ID alone does not say so. */
const isSame = (letter: Letter, mail: IncomingMail): boolean =>
  letter.place === 0 &&
  letter.direction === 'in' &&
  letter.subject_line === mail.subjectLine &&
  letter.body === mail.body;

/** The claim of whoever sent the mail whose letter it answers; null when a message lies nearer in its thread. */
async function theirs(session: RegisterSession, mail: IncomingMail, thread: readonly Letter[]) {
  for (const { customer_id: customerId, claim_id: claimId, place } of thread) {
    const sender = await senderAt(session, customerId, mail.from);
    if (sender === null) continue;
    const nearer = mail.answers.slice(0, Math.max(0, place - 1));
    return (await answersMessage(session, customerId, nearer)) ? null : { customerId, claimId, ...sender };
  }
  return null;
}

async function answersMessage(session: RegisterSession, customerId: string, externalIds: readonly string[]) {
  if (externalIds.length === 0) return false;
  const messages = await session.read(
    session.query
      .selectFrom('register.message')
      .select(['customer_id', 'with_contact', 'message_id'])
      .where('customer_id', '=', customerId)
      .where('external_id', 'in', [...externalIds])
      .limit(1),
  );
  return messages.length > 0;
}

/** Whether the customer, or a contact person of theirs, has this address; null otherwise: a Message-ID is no proof. */
async function senderAt(session: RegisterSession, customerId: string, email: string) {
  const customers = await session.read(
    session.query
      .selectFrom('register.customer')
      .select('customer_id')
      .where('customer_id', '=', customerId)
      .where('email', '=', email),
  );
  if (customers.length > 0) return { contactId: null };
  const contacts = await session.read(
    session.query
      .selectFrom('register.contact_person')
      .select(['customer_id', 'contact_person_id'])
      .where('customer_id', '=', customerId)
      .where('email', '=', email)
      .limit(2),
  );
  return contacts.length === 1 ? { contactId: contacts[0]?.contact_person_id ?? null } : null;
}

/**
 * Makes a message a letter of a claim. Where it shows that the relationship stands, that somebody got in touch and the
 * reason stay where they count, without the words.
 * @returns False when either is gone.
 */
export async function moveToClaim(session: RegisterSession, messageId: string, to: ClaimKey): Promise<boolean> {
  return await session.transaction(async (inner) => {
    const message = await readMessage(inner, to.customerId, messageId);
    if (message === null || !(await emptied(inner, message))) return false;
    await writeClaimLetter(inner, {
      ...{ ...to, entryId: messageId, at: message.at, direction: message.direction, channel: message.channel },
      ...{ subjectLine: message.subject_line, body: message.body, attachments: message.attachments },
      ...{ externalId: message.external_id, contactId: message.with_contact, answeredAt: message.answered_at },
      handledBy: message.handled_by,
    });
    return true;
  });
}

type Movable = NonNullable<Awaited<ReturnType<typeof readMessage>>>;

/** @returns False when somebody else was faster. */
async function emptied(session: RegisterSession, message: Movable): Promise<boolean> {
  const { customer_id, message_id } = message;
  const rows = message.extends_relationship
    ? await session.write(
        session.query
          .updateTable('register.message')
          .set({ subject_line: '', body: '', attachments: null, external_id: null })
          .set({ purpose: 'customer-communication', answered_at: message.answered_at ?? message.at })
          .where('customer_id', '=', customer_id)
          .where('message_id', '=', message_id)
          .where('purpose', '=', message.purpose)
          .returning(['customer_id', 'message_id']),
      )
    : await session.write(
        session.query
          .deleteFrom('register.message')
          .where('customer_id', '=', customer_id)
          .where('message_id', '=', message_id)
          .returning(['customer_id', 'message_id']),
      );
  return rows.length > 0;
}
