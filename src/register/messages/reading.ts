/** Messages read: what waits for an answer, and a conversation with one customer. */
import { type ListPage, onPage, pageFrom, type Window } from '../listing.ts';
import type { RegisterSession } from '../tables.ts';
import type { Channel } from './model.ts';

export interface Message {
  readonly customer_id: string;
  readonly message_id: string;
  readonly direction: 'in' | 'out';
  readonly channel: Channel;
  readonly at: Date;
  readonly subject_line: string;
  readonly body: string;
  readonly attachments: string | null;
  readonly purpose: string;
  readonly in_reply_to: string | null;
  readonly external_id: string | null;
  readonly with_contact: string | null;
  readonly answered_at: Date | null;
  readonly handled_by: string | null;
  readonly extends_relationship: boolean;
  readonly extension_reason: string | null;
}

const COLUMNS = [
  ...(['customer_id', 'message_id', 'direction', 'channel', 'at', 'subject_line', 'body', 'attachments'] as const),
  ...(['purpose', 'in_reply_to', 'external_id', 'with_contact', 'answered_at', 'handled_by'] as const),
  ...(['extends_relationship', 'extension_reason'] as const),
] as const;

/** Messages of one conversation at most, the newest. */
const MOST_MESSAGES = 200;

/**
 * The conversation with a customer, oldest first.
 * @param about Only what was exchanged for a purpose, or with one contact person; all of it unless given.
 */
export async function readConversation(
  session: RegisterSession,
  customerId: string,
  about: { readonly purpose?: string; readonly contactId?: string } = {},
): Promise<readonly Message[]> {
  let query = session.query
    .selectFrom('register.message')
    .select([...COLUMNS])
    .where('customer_id', '=', customerId);
  if (about.purpose !== undefined) query = query.where('purpose', '=', about.purpose);
  if (about.contactId !== undefined) query = query.where('with_contact', '=', about.contactId);
  const rows = await session.read(query.orderBy('at', 'desc').orderBy('message_id', 'desc').limit(MOST_MESSAGES));
  return rows.reverse();
}

/** One message; null when there is none that the purpose sees. */
export async function readMessage(
  session: RegisterSession,
  customerId: string,
  messageId: string,
): Promise<Message | null> {
  const [row] = await session.read(
    session.query
      .selectFrom('register.message')
      .select([...COLUMNS])
      .where('customer_id', '=', customerId)
      .where('message_id', '=', messageId),
  );
  return row ?? null;
}

export interface InboxRow {
  readonly customer_id: string;
  readonly message_id: string;
  readonly channel: Channel;
  readonly at: Date;
  readonly subject_line: string;
  readonly answered_at: Date | null;
  readonly legal_name: string;
}

export const INBOX_ORDER = {
  table: 'register.message',
  key: ['customer_id', 'message_id'],
  sort: 'at',
} as const;

/**
 * What customers wrote for a purpose, the oldest first: whoever has waited longest is answered first.
 * @param waiting Only what is not answered yet.
 */
export async function readInbox(
  session: RegisterSession,
  purpose: string,
  waiting: boolean,
  window: Window,
): Promise<ListPage<InboxRow>> {
  const order = { ...INBOX_ORDER, descending: !waiting };
  let query = session.query
    .selectFrom('register.message')
    .innerJoin('register.customer', 'register.customer.customer_id', 'register.message.customer_id')
    .select(['register.message.customer_id', 'register.message.message_id', 'channel', 'at', 'subject_line'])
    .select(['answered_at', 'with_contact', 'legal_name'])
    .where('direction', '=', 'in')
    .where('purpose', '=', purpose);
  if (waiting) query = query.where('answered_at', 'is', null);
  return pageFrom(await session.read(onPage(query, order, window)), order, window);
}

/** A select of what waits, to be counted. */
export const waitingFor = ({ query }: RegisterSession, purpose: string) =>
  query
    .selectFrom('register.message')
    .where('direction', '=', 'in')
    .where('answered_at', 'is', null)
    .where('purpose', '=', purpose)
    .select('message_id');
