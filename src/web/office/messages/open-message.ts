/** A message opened under a purpose: the customer it is from, the conversation around it, and where an answer goes. */
import { type Claim, type Message, readClaimsOf, readConversation, readMessage } from '../../../register/index.ts';
import type { Sessions } from '../../web-parts.ts';

const CLAIMS = 'claims';

export interface OpenedMessage {
  readonly message: Message;
  readonly conversation: readonly Message[];
  readonly customer: {
    readonly customer_id: string;
    readonly legal_name: string;
    readonly preferred_language: 'nb' | 'en';
  };
  /** Null where the contact person who wrote has none. */
  readonly answerTo: string | null;
  /** Under the purpose that handles claims: those of the customer, to one of which the message is put. */
  readonly claims: readonly Claim[] | null;
}

/** Null when the purpose sees no such message, or it belongs to another purpose. */
export async function openMessage(
  { register }: Pick<Sessions, 'register'>,
  purpose: string,
  customerId: string,
  messageId: string,
): Promise<OpenedMessage | null> {
  const message = await readMessage(register, customerId, messageId);
  if (message === null || message.purpose !== purpose) return null;
  const [customer] = await register.read(
    register.query
      .selectFrom('register.customer')
      .select(['customer_id', 'legal_name', 'email', 'preferred_language'])
      .where('customer_id', '=', customerId),
  );
  if (customer === undefined) return null;
  const contact =
    message.with_contact === null ? null : await emailOfContact(register, customerId, message.with_contact);
  return {
    ...{ message, customer, conversation: await readConversation(register, customerId, { purpose }) },
    answerTo: message.with_contact === null ? customer.email : contact,
    claims: purpose === CLAIMS ? await readClaimsOf(register, customerId) : null,
  };
}

async function emailOfContact(register: Sessions['register'], customerId: string, contactId: string) {
  const [row] = await register.read(
    register.query
      .selectFrom('register.contact_person')
      .select(['customer_id', 'contact_person_id', 'email'])
      .where('customer_id', '=', customerId)
      .where('contact_person_id', '=', contactId),
  );
  return row?.email ?? null;
}
