/** What customers are called, for lists that hold only their keys. */
import { sql } from 'kysely';
import type { RegisterSession } from '../tables.ts';

/** Names by the customer's id, of those that the purpose sees. */
export async function readCustomerNames(
  session: RegisterSession,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await session.read(
    session.query
      .selectFrom('register.customer')
      .select(['customer_id', 'legal_name'])
      .where(sql<boolean>`customer_id = any(${[...new Set(ids)]})`),
  );
  return new Map(rows.map(({ customer_id: id, legal_name: name }) => [id, name]));
}

export interface NumberedCustomer {
  readonly customerId: string;
  readonly kind: 'private' | 'company';
  readonly email: string;
  readonly language: 'nb' | 'en';
}

/** The customer with a number; null when there is none that the purpose sees. */
export async function customerByNumber(session: RegisterSession, number: number): Promise<NumberedCustomer | null> {
  const [row] = await session.read(
    session.query
      .selectFrom('register.customer')
      .select(['customer_id', 'kind', 'email', 'preferred_language'])
      .where('customer_number', '=', number),
  );
  if (row === undefined) return null;
  return { customerId: row.customer_id, kind: row.kind, email: row.email, language: row.preferred_language };
}
