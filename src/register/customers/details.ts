/** Who a customer is and where their goods go, as an order needs it. */
import type { RegisterSession } from '../tables.ts';

export interface CustomerDetails {
  readonly customerId: string;
  readonly legalName: string;
  readonly email: string;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
}

/** The customer with an id; null when there is none that the purpose may see. */
export async function readCustomerDetails(
  session: RegisterSession,
  customerId: string,
): Promise<CustomerDetails | null> {
  const [row] = await session.read(
    session.query
      .selectFrom('register.customer')
      .select(['customer_id', 'legal_name', 'email', 'street_address', 'postal_code', 'city'])
      .where('customer_id', '=', customerId),
  );
  if (row === undefined) return null;
  const { customer_id, legal_name: legalName, email, street_address: street, postal_code: postalCode, city } = row;
  return { customerId: customer_id, legalName, email, street, postalCode, city };
}
