/**
 * The customer that somebody on My page is, or for whom they write: a contact person's messages lie with the company, and
 * what is about the contact person is all that they see of it.
 */

import { readContactOf } from '../../../register/index.ts';
import type { Sessions } from '../../web-parts.ts';
import type { MyFrame } from '../my-frame.tsx';

export interface OwnCustomer {
  readonly customerId: string;
  readonly kind: 'private' | 'company';
  readonly email: string;
}

export async function readOwnCustomer(
  { register }: Pick<Sessions, 'register'>,
  { me }: MyFrame,
): Promise<OwnCustomer | null> {
  const [row] = await register.read(
    register.query
      .selectFrom('register.customer')
      .select(['customer_id', 'kind', 'email'])
      .where('customer_id', '=', me.id),
  );
  return row === undefined ? null : { customerId: row.customer_id, kind: row.kind, email: row.email };
}

export interface Writer {
  readonly customerId: string;
  /** Null where the customer writes. */
  readonly contactId: string | null;
}

/** Null for staff, who have no messages of their own here. */
export async function readWriter(sessions: Pick<Sessions, 'register'>, frame: MyFrame): Promise<Writer | null> {
  const customer = await readOwnCustomer(sessions, frame);
  if (customer !== null) return { customerId: customer.customerId, contactId: null };
  return await readContactOf(sessions.register, frame.me.id);
}

/** Whoever has ordered is answered as a customer, whoever has not as somebody who asks before buying. */
export async function purposeOfMessages(
  { register }: Pick<Sessions, 'register'>,
  { me, policy }: MyFrame,
  { contactId }: Writer,
): Promise<string> {
  if (policy.purposes.enquiries === undefined || policy.tables['register.sales_order'] === undefined) {
    return 'customer-communication';
  }
  if (contactId !== null) return 'customer-communication';
  const orders = await register.read(
    register.query
      .selectFrom('register.sales_order')
      .select(['customer_id', 'order_id'])
      .where('customer_id', '=', me.id)
      .limit(1),
  );
  return orders.length === 0 ? 'enquiries' : 'customer-communication';
}
