/** What was supplemented from an open register, with its source, its address there and the moment, as kept and as taken over. */
import type { RegisterSession } from '../tables.ts';
import {
  isOwnField,
  type SupplementedCustomer,
  type SupplementField,
  type SupplementRefusal,
  supplementRefusal,
} from './fields.ts';

export interface Supplement {
  readonly field: string;
  readonly value: string;
  readonly sourceName: string;
  readonly sourceUrl: string;
  readonly retrievedAt: Date;
}

/** Null when the purpose sees no such customer. */
export async function readSupplemented(
  session: RegisterSession,
  customerId: string,
): Promise<SupplementedCustomer | null> {
  const [row] = await session.read(
    session.query
      .selectFrom('register.customer')
      .select(['customer_id', 'kind', 'organisation_number', 'protected_address'])
      .select(['legal_name', 'street_address', 'postal_code', 'city'])
      .where('customer_id', '=', customerId),
  );
  if (row === undefined) return null;
  const { legal_name, street_address, postal_code, city } = row;
  return {
    ...{ customerId, kind: row.kind, organisationNumber: row.organisation_number },
    ...{ protectedAddress: row.protected_address, own: { legal_name, street_address, postal_code, city } },
  };
}

/** The newest of each field. */
export async function readSupplements(session: RegisterSession, customerId: string): Promise<readonly Supplement[]> {
  const rows = await session.read(
    session.query
      .selectFrom('register.supplement')
      .select(['customer_id', 'field', 'found_value', 'source_name', 'source_url', 'retrieved_at'])
      .where('customer_id', '=', customerId)
      .orderBy('retrieved_at', 'desc')
      .limit(200),
  );
  const newest = new Map(rows.toReversed().map((row) => [row.field, row]));
  return [...newest.values()].map(({ field, found_value, source_name, source_url, retrieved_at }) => ({
    ...{ field, value: found_value, sourceName: source_name, sourceUrl: source_url, retrievedAt: retrieved_at },
  }));
}

export interface TakenOver {
  readonly customerId: string;
  readonly values: ReadonlyMap<SupplementField, string>;
  readonly sourceName: string;
  readonly sourceUrl: string;
  readonly retrievedAt: Date;
  readonly at: Date;
  readonly newId: () => string;
}

/**
 * Takes values over: what replaces the customer's own goes into their row, and all is marked with where it is from.
 * @returns Why not, looked at in the same transaction; null when it is done.
 */
export function takeOver(session: RegisterSession, taken: TakenOver): Promise<SupplementRefusal | 'gone' | null> {
  return session.transaction(async (inner) => {
    const customer = await readSupplemented(inner, taken.customerId);
    if (customer === null) return 'gone';
    const refusal = supplementRefusal(customer);
    if (refusal !== null) return refusal;
    const { customerId, sourceName, sourceUrl, retrievedAt, at, newId } = taken;
    for (const [field, value] of taken.values) {
      await inner.write(
        inner.query.insertInto('register.supplement').values({
          ...{ customer_id: customerId, supplement_id: newId(), field, found_value: value, source_name: sourceName },
          ...{ source_url: sourceUrl, retrieved_at: retrievedAt, taken_over_at: at },
        }),
      );
    }
    const own = [...taken.values].filter(([field]) => isOwnField(field));
    if (own.length > 0) {
      await inner.write(
        inner.query
          .updateTable('register.customer')
          .set(Object.fromEntries(own))
          .where('customer_id', '=', customerId)
          .where('kind', '=', 'company')
          .where('protected_address', '=', false),
      );
    }
    return null;
  });
}
