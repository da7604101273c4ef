/** The name of a customer whom the purpose sees, and the language they read; null for another. */
import type { Sessions } from '../../web-parts.ts';

export interface NamedCustomer {
  readonly customer_id: string;
  readonly legal_name: string;
}

export async function nameOfCustomer(
  { register }: Pick<Sessions, 'register'>,
  customerId: string,
): Promise<NamedCustomer | null> {
  const [row] = await register.read(
    register.query
      .selectFrom('register.customer')
      .select(['customer_id', 'legal_name'])
      .where('customer_id', '=', customerId),
  );
  return row ?? null;
}
