/** Mail from an address that is nobody's: read, put to a customer, or deleted. */
import { type ListPage, onPage, pageFrom, type Window } from '../listing.ts';
import type { RegisterSession } from '../tables.ts';

export interface Unsorted {
  readonly person_id: string | null;
  readonly unsorted_message_id: string;
  readonly received_at: Date;
  readonly external_id: string | null;
  readonly from_address: string;
  readonly from_name: string | null;
  readonly subject_line: string;
  readonly body: string;
  readonly attachments: string | null;
}

export const UNSORTED_ORDER = {
  table: 'register.unsorted_message',
  key: ['unsorted_message_id'],
  sort: 'received_at',
} as const;

const COLUMNS = [
  ...(['person_id', 'unsorted_message_id', 'received_at', 'external_id', 'from_address', 'from_name'] as const),
  ...(['subject_line', 'body', 'attachments'] as const),
] as const;

export async function readUnsortedPage(session: RegisterSession, window: Window): Promise<ListPage<Unsorted>> {
  const query = session.query.selectFrom('register.unsorted_message').select([...COLUMNS]);
  return pageFrom(await session.read(onPage(query, UNSORTED_ORDER, window)), UNSORTED_ORDER, window);
}

export async function readUnsorted(session: RegisterSession, id: string): Promise<Unsorted | null> {
  const [row] = await session.read(
    session.query
      .selectFrom('register.unsorted_message')
      .select([...COLUMNS])
      .where('unsorted_message_id', '=', id),
  );
  return row ?? null;
}

export const unsortedOnes = ({ query }: RegisterSession) =>
  query.selectFrom('register.unsorted_message').select('unsorted_message_id');

/** Puts a mail to a customer, as a message that waits for an answer. Two who do it at once do it once. */
export async function assignUnsorted(
  session: RegisterSession,
  id: string,
  to: { readonly customerId: string; readonly messageId: string; readonly purpose: string },
): Promise<boolean> {
  return await session.transaction(async (inner) => {
    const mail = await readUnsorted(inner, id);
    if (mail === null || !(await deleteUnsorted(inner, id))) return false;
    const taken = await hasMessage(inner, to.customerId, mail.external_id);
    await inner.write(
      inner.query.insertInto('register.message').values({
        ...{ customer_id: to.customerId, message_id: to.messageId, purpose: to.purpose, direction: 'in' },
        ...{ channel: 'mail', at: mail.received_at, extends_relationship: false, subject_line: mail.subject_line },
        ...{
          body: mail.body,
          attachments: mail.attachments,
          external_id: taken ? null : mail.external_id,
          with_contact: null,
        },
      }),
    );
    return true;
  });
}

/** A Message-ID stands once with a customer; another mail that claims the same is kept without. */
async function hasMessage(session: RegisterSession, customerId: string, externalId: string | null): Promise<boolean> {
  if (externalId === null) return false;
  const rows = await session.read(
    session.query
      .selectFrom('register.message')
      .select(['customer_id', 'with_contact', 'message_id'])
      .where('customer_id', '=', customerId)
      .where('external_id', '=', externalId),
  );
  return rows.length > 0;
}

/** @returns False when somebody else was faster. */
export async function deleteUnsorted(session: RegisterSession, id: string): Promise<boolean> {
  const rows = await session.write(
    session.query
      .deleteFrom('register.unsorted_message')
      .where('unsorted_message_id', '=', id)
      .returning(['person_id', 'unsorted_message_id']),
  );
  return rows.length > 0;
}
