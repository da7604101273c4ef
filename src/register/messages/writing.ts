/** Messages as they are written down: what a customer wrote or said, what we answered, and what needs no answer. */
import type { MessageTable, RegisterSession } from '../tables.ts';
import type { Channel } from './model.ts';

export interface NewMessage {
  readonly customerId: string;
  readonly messageId: string;
  readonly direction: 'in' | 'out';
  readonly channel: Channel;
  readonly at: Date;
  readonly subjectLine: string;
  readonly body: string;
  /** The purpose that it is exchanged for. */
  readonly purpose: string;
  readonly template?: string;
  readonly contactId?: string | null;
  readonly inReplyTo?: string | null;
  readonly externalId?: string | null;
  /** Of a message to us that needs no further answer, as a call that was answered at once. */
  readonly answeredAt?: Date | null;
  /** A staff_id; null where the customer wrote it. */
  readonly handledBy?: string | null;
}

export async function writeMessage(session: RegisterSession, message: NewMessage): Promise<void> {
  await session.write(
    session.query.insertInto('register.message').values({
      ...{ customer_id: message.customerId, message_id: message.messageId, direction: message.direction },
      ...{ channel: message.channel, at: message.at, extends_relationship: false, purpose: message.purpose },
      ...{ subject_line: message.subjectLine, body: message.body, template: message.template ?? null },
      ...{ with_contact: message.contactId ?? null, in_reply_to: message.inReplyTo ?? null },
      external_id: message.externalId ?? null,
      ...{ answered_at: message.answeredAt ?? null, handled_by: message.handledBy ?? null },
    }),
  );
}

export type MessageKey = Pick<MessageTable, 'customer_id' | 'message_id'>;

/**
 * Marks what a customer wrote as answered, or as waiting again.
 * @returns False when there is no such message to us that the purpose sees.
 */
export async function markAnswered(
  session: RegisterSession,
  key: MessageKey,
  answered: { readonly at: Date; readonly by: string } | null,
): Promise<boolean> {
  const rows = await session.write(
    session.query
      .updateTable('register.message')
      .set({ answered_at: answered?.at ?? null, handled_by: answered?.by ?? null })
      .where('customer_id', '=', key.customer_id)
      .where('message_id', '=', key.message_id)
      .where('direction', '=', 'in')
      .returning(['customer_id', 'message_id']),
  );
  return rows.length > 0;
}

export interface Extension {
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/**
 * Says that what a customer wrote shows that the relationship still stands, and why; or takes that back. Never of a
 * message of ours: the database refuses it.
 */
export async function decideExtension(
  session: RegisterSession,
  key: MessageKey,
  decided: Extension | null,
): Promise<boolean> {
  const rows = await session.write(
    session.query
      .updateTable('register.message')
      .set({
        extends_relationship: decided !== null,
        ...{ extension_reason: decided?.reason ?? null, extension_by: decided?.by ?? null },
        extension_at: decided?.at ?? null,
      })
      .where('customer_id', '=', key.customer_id)
      .where('message_id', '=', key.message_id)
      .where('direction', '=', 'in')
      .returning(['customer_id', 'message_id']),
  );
  return rows.length > 0;
}

/** Moves a message to another purpose, as from general questions to a claim. */
export async function moveMessage(session: RegisterSession, key: MessageKey, purpose: string): Promise<void> {
  await session.write(
    session.query
      .updateTable('register.message')
      .set({ purpose })
      .where('customer_id', '=', key.customer_id)
      .where('message_id', '=', key.message_id),
  );
}
