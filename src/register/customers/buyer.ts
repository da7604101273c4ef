/** Who buys when somebody is signed in: a customer themself, or the company whose contact person they are. */
import type { RegisterSession } from '../tables.ts';

export interface SignedInBuyer {
  readonly customerId: string;
  readonly legalName: string;
  readonly email: string;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly kind: 'private' | 'company';
  /** The contact person who is signed in; null where it is the customer. */
  readonly contactPersonId: string | null;
}

/** @param personId A customer's id, or a contact person's. @returns Null when the purpose sees no such person. */
export async function readBuyer(session: RegisterSession, personId: string): Promise<SignedInBuyer | null> {
  const own = await readCustomer(session, personId, null);
  if (own !== null) return own;
  const [contact] = await session.read(
    session.query
      .selectFrom('register.contact_person')
      .select(['customer_id', 'contact_person_id'])
      .where('contact_person_id', '=', personId),
  );
  return contact === undefined ? null : await readCustomer(session, contact.customer_id, contact.contact_person_id);
}

async function readCustomer(
  session: RegisterSession,
  customerId: string,
  contactPersonId: string | null,
): Promise<SignedInBuyer | null> {
  const [row] = await session.read(
    session.query
      .selectFrom('register.customer')
      .select(['customer_id', 'kind', 'legal_name', 'email', 'street_address', 'postal_code', 'city'])
      .where('customer_id', '=', customerId),
  );
  if (row === undefined) return null;
  return {
    ...{ customerId: row.customer_id, kind: row.kind, legalName: row.legal_name, email: row.email },
    ...{ street: row.street_address, postalCode: row.postal_code, city: row.city, contactPersonId },
  };
}

export interface NewContactPerson {
  readonly customerId: string;
  readonly contactPersonId: string;
  readonly fullName: string;
  readonly registeredAt: Date;
  readonly through: 'web' | 'phone' | 'store' | 'import';
  readonly noticeVersion: string;
}

/** A contact person of whom only the name is known. */
export async function addContactPerson(session: RegisterSession, contact: NewContactPerson): Promise<void> {
  await session.write(
    session.query.insertInto('register.contact_person').values({
      ...{ customer_id: contact.customerId, contact_person_id: contact.contactPersonId, full_name: contact.fullName },
      ...{ registered_at: contact.registeredAt, registered_through: contact.through },
      notice_version: contact.noticeVersion,
    }),
  );
}

/** The contact person of a company with this name; null when there is none. */
export async function findContactPerson(
  session: RegisterSession,
  customerId: string,
  name: string,
): Promise<string | null> {
  const rows = await session.read(
    session.query
      .selectFrom('register.contact_person')
      .select(['customer_id', 'contact_person_id'])
      .where('customer_id', '=', customerId)
      .where(({ fn, eb }) => eb(fn<string>('lower', ['full_name']), '=', name.toLowerCase()))
      .limit(1),
  );
  return rows[0]?.contact_person_id ?? null;
}
