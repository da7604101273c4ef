/** The customer that somebody on My page is; null for contact persons and staff, who have no messages of their own here. */

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

/** Whoever has ordered is answered as a customer, whoever has not as somebody who asks before buying. */
export async function purposeOfMessages(
  { register }: Pick<Sessions, 'register'>,
  { me, policy }: MyFrame,
): Promise<string> {
  if (policy.purposes.enquiries === undefined || policy.tables['register.sales_order'] === undefined) {
    return 'customer-communication';
  }
  const orders = await register.read(
    register.query
      .selectFrom('register.sales_order')
      .select(['customer_id', 'order_id'])
      .where('customer_id', '=', me.id)
      .limit(1),
  );
  return orders.length === 0 ? 'enquiries' : 'customer-communication';
}
