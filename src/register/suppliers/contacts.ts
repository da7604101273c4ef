/** The people one talks with at a supplier or partner. */
import type { RegisterSession } from '../tables.ts';
import type { SupplierKind } from './store.ts';

export interface SupplierContactDetails {
  readonly fullName: string;
  readonly position: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface SupplierContact extends SupplierContactDetails {
  readonly contactId: string;
  readonly endedOn: string | null;
}

export async function readSupplierContacts(
  session: RegisterSession,
  supplierId: string,
): Promise<readonly SupplierContact[]> {
  const rows = await session.read(
    session.query
      .selectFrom('register.supplier_contact')
      .select(['supplier_contact_id', 'full_name', 'position', 'email', 'phone', 'ended_on'])
      .where('supplier_id', '=', supplierId)
      .orderBy('ended_on', (order) => order.desc().nullsFirst())
      .orderBy('full_name')
      .limit(200),
  );
  return rows.map(({ supplier_contact_id, full_name, position, email, phone, ended_on }) => ({
    ...{ contactId: supplier_contact_id, fullName: full_name, position, email, phone, endedOn: ended_on },
  }));
}

export interface NewSupplierContact extends SupplierContactDetails {
  readonly supplierId: string;
  readonly contactId: string;
  readonly kind: SupplierKind;
  readonly registeredAt: Date;
  readonly noticeVersion: string;
}

export async function addSupplierContact(session: RegisterSession, contact: NewSupplierContact): Promise<void> {
  await session.write(
    session.query.insertInto('register.supplier_contact').values({
      supplier_id: contact.supplierId,
      supplier_contact_id: contact.contactId,
      kind: contact.kind,
      full_name: contact.fullName,
      position: contact.position,
      email: contact.email,
      phone: contact.phone,
      registered_at: contact.registeredAt,
      registered_through: 'phone',
      notice_version: contact.noticeVersion,
      ended_on: null,
    }),
  );
}

/** @returns False where there is no such person to change. */
export async function changeSupplierContact(
  session: RegisterSession,
  contactId: string,
  { fullName, position, email, phone }: SupplierContactDetails,
): Promise<boolean> {
  const rows = await session.write(
    session.query
      .updateTable('register.supplier_contact')
      .set({ full_name: fullName, position, email, phone })
      .where('supplier_contact_id', '=', contactId)
      .where('ended_on', 'is', null)
      .returning('supplier_contact_id'),
  );
  return rows.length > 0;
}

/** The person is no longer one's contact there; null takes that back. */
export async function endSupplierContact(
  session: RegisterSession,
  contactId: string,
  on: string | null,
): Promise<void> {
  await session.write(
    session.query
      .updateTable('register.supplier_contact')
      .set({ ended_on: on })
      .where('supplier_contact_id', '=', contactId),
  );
}
