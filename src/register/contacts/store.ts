/** The contact people of a company that is a customer: added, changed, and taken away when they are no longer it. */
import type { RegisterSession } from '../tables.ts';

export interface ContactDetails {
  readonly fullName: string;
  readonly position: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface Contact extends ContactDetails {
  readonly contactId: string;
}

export async function readContacts(session: RegisterSession, customerId: string): Promise<readonly Contact[]> {
  const rows = await session.read(
    session.query
      .selectFrom('register.contact_person')
      .select(['customer_id', 'contact_person_id', 'full_name', 'position', 'email', 'phone'])
      .where('customer_id', '=', customerId)
      .orderBy('full_name')
      .limit(200),
  );
  return rows.map(({ contact_person_id, full_name, position, email, phone }) => ({
    ...{ contactId: contact_person_id, fullName: full_name, position, email, phone },
  }));
}

export interface NewContact extends ContactDetails {
  readonly customerId: string;
  readonly contactId: string;
  readonly registeredAt: Date;
  readonly noticeVersion: string;
}

export async function addContact(session: RegisterSession, contact: NewContact): Promise<void> {
  await session.write(
    session.query.insertInto('register.contact_person').values({
      customer_id: contact.customerId,
      contact_person_id: contact.contactId,
      full_name: contact.fullName,
      position: contact.position,
      email: contact.email,
      phone: contact.phone,
      registered_at: contact.registeredAt,
      registered_through: 'phone',
      notice_version: contact.noticeVersion,
    }),
  );
}

/** @returns False where the company has no such contact person. */
export async function changeContact(
  session: RegisterSession,
  customerId: string,
  contactId: string,
  { fullName, position, email, phone }: ContactDetails,
): Promise<boolean> {
  const rows = await session.write(
    session.query
      .updateTable('register.contact_person')
      .set({ full_name: fullName, position, email, phone })
      .where('customer_id', '=', customerId)
      .where('contact_person_id', '=', contactId)
      .returning(['customer_id', 'contact_person_id']),
  );
  return rows.length > 0;
}

/**
 * Whoever is no longer the contact person is of no use to the relationship: what is held of them goes at once. Their
 * account and its sessions go in the same transaction (the database sees to it), and the ledger says that it was done.
 * @param by A staff_id.
 */
export function removeContact(
  session: RegisterSession,
  { customerId, contactId, by }: { readonly customerId: string; readonly contactId: string; readonly by: string },
): Promise<boolean> {
  return session.transaction(async (inner) => {
    const gone = await inner.write(
      inner.query
        .deleteFrom('register.contact_person')
        .where('customer_id', '=', customerId)
        .where('contact_person_id', '=', contactId)
        .returning(['customer_id', 'contact_person_id']),
    );
    if (gone.length === 0) return false;
    const body = { table: 'register.contact_person', cause: 'no-longer-contact', by };
    await inner.append({ kind: 'erasure', personId: contactId, body });
    return true;
  });
}

export interface OwnCompany {
  readonly customerId: string;
  readonly contactId: string;
}

/** For whom somebody is the contact person; null for whoever is none. */
export async function readContactOf(session: RegisterSession, personId: string): Promise<OwnCompany | null> {
  const [row] = await session.read(
    session.query
      .selectFrom('register.contact_person')
      .select(['customer_id', 'contact_person_id'])
      .where('contact_person_id', '=', personId),
  );
  return row === undefined ? null : { customerId: row.customer_id, contactId: row.contact_person_id };
}
