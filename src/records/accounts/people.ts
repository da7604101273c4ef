/**
 * Who an address or an account stands for: staff in force today, a customer, a contact person of one. The register is
 * asked every time, so that who leaves is out at once.
 */
import type { AccountSession, AccountTables } from './tables.ts';

export interface People {
  readonly staff: Staff | null;
  /** Customer or contact person. */
  readonly dataSubject: { readonly id: string; readonly email: string; readonly kind: 'customer' | 'contact' } | null;
}

type Staff = Pick<AccountTables['kept.staff'], 'staff_id' | 'name' | 'email' | 'roles'>;

/** @param today A date, `YYYY-MM-DD`, where the controller is. */
export async function peopleWithAddress(session: AccountSession, address: string, today: string): Promise<People> {
  const lower = address.toLowerCase();
  const staff = await session.read(session.query.selectFrom('kept.staff').select(STAFF).where('email', '=', lower));
  const customers = await session.read(
    session.query.selectFrom('register.customer').select(['customer_id', 'email']).where('email', '=', lower),
  );
  // One who is a contact person of several companies has one account, that of the first.
  const contacts = await session.read(
    session.query
      .selectFrom('register.contact_person')
      .select(['contact_person_id', 'email'])
      .where('email', '=', lower)
      .orderBy('contact_person_id')
      .limit(1),
  );
  return together(staff, customers, contacts, today);
}

const STAFF = ['staff_id', 'name', 'email', 'roles', 'access_until', 'left_at'] as const;

function together(
  staff: readonly (Staff & Pick<AccountTables['kept.staff'], 'access_until' | 'left_at'>)[],
  customers: readonly Pick<AccountTables['register.customer'], 'customer_id' | 'email'>[],
  contacts: readonly Pick<AccountTables['register.contact_person'], 'contact_person_id' | 'email'>[],
  today: string,
): People {
  const [customer] = customers;
  const [contact] = contacts;
  const inForce = staff.find((one) => one.left_at === null && (one.access_until === null || one.access_until >= today));
  return {
    staff: inForce ?? null,
    dataSubject:
      customer !== undefined
        ? { id: customer.customer_id, email: customer.email, kind: 'customer' }
        : contact !== undefined
          ? { id: contact.contact_person_id, email: contact.email ?? '', kind: 'contact' }
          : null,
  };
}

/**
 * The key of the account that an address opens; null when it is nobody's. Staff come first: their account is made by
 * their own address alone, so that no customer who writes that address into the register comes near it.
 */
export const accountOf = ({ staff, dataSubject }: People): string | null => staff?.staff_id ?? dataSubject?.id ?? null;

/**
 * Whoever has shown that a member of staff's mailbox is theirs also opens the customer that is registered under its
 * address, from now on with this one account; others get back what is their own. A customer or contact person has shown
 * that the address in the register is theirs: the database takes that for true only where a link was mailed to it.
 */
export async function claim(session: AccountSession, accountId: string, at: Date): Promise<void> {
  const [staff] = await session.write(
    session.query
      .updateTable('kept.staff')
      .set({ account_id: accountId })
      .where('staff_id', '=', accountId)
      .returning(['staff_id', 'email']),
  );
  await session.write(
    session.query
      .updateTable('register.customer')
      .set({ account_id: accountId, ...(staff === undefined ? { email_verified_at: at } : {}) })
      .where((of) => (staff === undefined ? of('customer_id', '=', accountId) : of('email', '=', staff.email))),
  );
  if (staff !== undefined) return;
  await session.write(
    session.query
      .updateTable('register.contact_person')
      .set({ email_verified_at: at })
      .where('contact_person_id', '=', accountId),
  );
}
