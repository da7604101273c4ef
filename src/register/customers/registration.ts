/** A new customer: the one row with which a relationship begins. */
import { EnforcementError } from '../../enforcement/index.ts';
import type { RegisterSession } from '../tables.ts';

/** What a form, a telephone call or a counter gives about a new customer; empty text is null. */
export interface NewCustomer {
  readonly customerId: string;
  readonly kind: 'private' | 'company';
  readonly legalName: string;
  /** Nine digits; null for private persons. */
  readonly organisationNumber: string | null;
  readonly email: string;
  /** E.164. */
  readonly phone: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly language: 'nb' | 'en';
  readonly registeredAt: Date;
  readonly through: 'web' | 'phone' | 'store' | 'import';
  readonly noticeVersion: string;
  /** Shown to nobody who does not deliver. */
  readonly protectedAddress?: boolean;
}

/**
 * Registers a customer.
 * @returns False when the mail address is registered already; nothing is written then.
 */
export async function registerCustomer(session: RegisterSession, customer: NewCustomer): Promise<boolean> {
  const row = {
    customer_id: customer.customerId,
    kind: customer.kind,
    legal_name: customer.legalName,
    organisation_number: customer.organisationNumber,
    email: customer.email.toLowerCase(),
    phone: customer.phone,
    preferred_language: customer.language,
    registered_at: customer.registeredAt,
    registered_through: customer.through,
    notice_version: customer.noticeVersion,
    protected_address: customer.protectedAddress === true,
  };
  const address = { street_address: customer.street, postal_code: customer.postalCode, city: customer.city };
  try {
    await session.transaction(async (inner) => {
      if (customer.protectedAddress !== true) {
        await inner.write(inner.query.insertInto('register.customer').values({ ...row, ...address }));
        return;
      }
      // The database moves a confidential address out of the row as it is written to one that stands there.
      await inner.write(inner.query.insertInto('register.customer').values(row));
      await inner.write(
        inner.query.updateTable('register.customer').set(address).where('customer_id', '=', customer.customerId),
      );
    });
    return true;
  } catch (error) {
    const constraint = error instanceof EnforcementError ? error.fault?.constraint : undefined;
    // The address is somebody's, or the id is: a lead whom somebody else has made a customer at the same moment.
    if (constraint === 'customer_email' || constraint === 'customer_pkey') return false;
    throw error;
  }
}

/** The id of the customer with a mail address, in whichever case it is given; null when there is none that the purpose may see. */
export async function customerIdByEmail(session: RegisterSession, email: string): Promise<string | null> {
  const rows = await session.read(
    session.query.selectFrom('register.customer').select('customer_id').where('email', '=', email.toLowerCase()),
  );
  return rows[0]?.customer_id ?? null;
}
