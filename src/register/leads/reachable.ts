/** How customers can be reached, for those who have said no: so that the next list is washed for them. */
import type { RegisterSession } from '../tables.ts';
import type { Reachable } from './keys.ts';

/** People read in one statement. */
const CHUNK = 1_000;

export async function readReachable(
  session: RegisterSession,
  customerIds: readonly string[],
): Promise<readonly Reachable[]> {
  const people: Reachable[] = [];
  for (let at = 0; at < customerIds.length; at += CHUNK) {
    const rows = await session.read(
      session.query
        .selectFrom('register.customer')
        .select(['customer_id', 'legal_name', 'email', 'phone', 'street_address', 'postal_code'])
        .where('customer_id', 'in', customerIds.slice(at, at + CHUNK)),
    );
    for (const { legal_name: name, email, phone, street_address: street, postal_code: postalCode } of rows) {
      people.push({ name, email, phone, street, postalCode });
    }
  }
  return people;
}
