/**
 * Correcting what is registered of a customer. Whoever saves has seen what they change: where somebody else has saved in
 * between, nothing is written.
 */
import { createHash } from 'node:crypto';
import { EnforcementError } from '../../enforcement/index.ts';
import type { RegisterSession } from '../tables.ts';
import type { PersonDetails } from './person-rules.ts';

export interface EditableCustomer extends PersonDetails {
  readonly language: 'nb' | 'en';
  /** The address is then empty here: it lies where those who deliver alone see it. */
  readonly protectedAddress: boolean;
}

export interface SeenCustomer {
  readonly details: EditableCustomer;
  /** Tells whether the row is still as it was seen. */
  readonly seen: string;
}

const COLUMNS = [
  ...(['customer_id', 'kind', 'legal_name', 'organisation_number', 'email', 'phone'] as const),
  ...(['street_address', 'postal_code', 'city', 'preferred_language'] as const),
  'protected_address',
] as const;

/** Null when the purpose sees no such customer. */
export async function readEditable(session: RegisterSession, customerId: string): Promise<SeenCustomer | null> {
  const [row] = await session.read(
    session.query.selectFrom('register.customer').select(COLUMNS).where('customer_id', '=', customerId),
  );
  if (row === undefined) return null;
  const details: EditableCustomer = {
    kind: row.kind,
    legalName: row.legal_name,
    organisationNumber: row.organisation_number,
    email: row.email,
    phone: row.phone,
    street: row.street_address,
    postalCode: row.postal_code,
    city: row.city,
    language: row.preferred_language,
    protectedAddress: row.protected_address,
  };
  return { details, seen: digestOf(details) };
}

/** Of what stands in the row; it goes to and fro with the form and tells nothing by itself. */
const digestOf = (details: EditableCustomer): string =>
  createHash('sha256').update(JSON.stringify(details)).digest('base64url').slice(0, 22);

export type Saved = 'saved' | 'not-seen' | 'changed-since' | 'email-taken';

/** Writes all of `details` or nothing. The kind stays: a person does not become a company. */
export async function changeCustomer(
  session: RegisterSession,
  customerId: string,
  details: EditableCustomer,
  seen: string,
): Promise<Saved> {
  try {
    return await session.transaction(async (inner) => {
      const now = await readEditable(inner, customerId);
      if (now === null) return 'not-seen';
      if (now.seen !== seen) return 'changed-since';
      await inner.write(
        inner.query
          .updateTable('register.customer')
          .set({
            legal_name: details.legalName,
            organisation_number: details.organisationNumber,
            email: details.email.toLowerCase(),
            phone: details.phone,
            street_address: details.street,
            postal_code: details.postalCode,
            city: details.city,
            preferred_language: details.language,
            protected_address: details.protectedAddress,
          })
          .where('customer_id', '=', customerId),
      );
      return 'saved';
    });
  } catch (error) {
    if (error instanceof EnforcementError && error.fault?.constraint === 'customer_email') return 'email-taken';
    throw error;
  }
}
