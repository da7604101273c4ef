/** Customers and contact persons of an import, many in a statement. */
import type { RegisterSession } from '../tables.ts';
import type { ColumnMapping } from './fields.ts';
import type { ItemOf, Refusal } from './units.ts';

/** What every row of an import is written with. */
export interface ImportStamp {
  readonly now: Date;
  readonly newId: () => string;
  readonly noticeVersion: string;
  readonly mapping: ColumnMapping;
}

export interface WrittenUnit {
  /** Rows of the file. */
  readonly rows: number;
  /** Who was registered, to be told of the notice. */
  readonly people: readonly string[];
  readonly refusals: readonly Refusal[];
}

export async function writeCustomers(
  session: RegisterSession,
  items: readonly ItemOf['customers'][],
  stamp: ImportStamp,
): Promise<WrittenUnit> {
  if (items.length === 0) return { rows: 0, people: [], refusals: [] };
  const known = await registered(session, items);
  const fresh = items.filter(({ values }) => !known.has(values.person.email));
  const rows = fresh.map(({ values: { person, language } }) => ({
    ...{ customer_id: stamp.newId(), kind: person.kind, legal_name: person.legalName },
    ...{ organisation_number: person.organisationNumber, email: person.email, phone: person.phone },
    ...{ street_address: person.street, postal_code: person.postalCode, city: person.city },
    ...{ preferred_language: language, registered_at: stamp.now, registered_through: 'import' as const },
    notice_version: stamp.noticeVersion,
  }));
  // Somebody may register the same address at this moment, and some customers are hidden from this purpose.
  const written =
    rows.length === 0
      ? []
      : await session.write(
          session.query
            .insertInto('register.customer')
            .values(rows)
            .onConflict((conflict) => conflict.doNothing())
            .returning(['customer_id', 'email']),
        );
  const there = new Set(written.map(({ email }) => email));
  const refusals = items
    .filter(({ values }) => !there.has(values.person.email))
    .map(({ rowNumber }): Refusal => refusal('email-registered', 'email', rowNumber, stamp));
  return { rows: written.length, people: written.map(({ customer_id }) => customer_id), refusals };
}

async function registered(session: RegisterSession, items: readonly ItemOf['customers'][]): Promise<Set<string>> {
  const emails = items.map(({ values }) => values.person.email);
  const rows = await session.read(
    session.query.selectFrom('register.customer').select(['customer_id', 'email']).where('email', 'in', emails),
  );
  return new Set(rows.map(({ email }) => email.toLowerCase()));
}

export const refusal = (
  code: Refusal['code'],
  field: string,
  rowNumber: number,
  { mapping }: Pick<ImportStamp, 'mapping'>,
): Refusal => ({ ...{ code, field, rowNumber, otherRow: null }, column: mapping[field] ?? null });

export async function writeContacts(
  session: RegisterSession,
  items: readonly ItemOf['contacts'][],
  stamp: ImportStamp,
): Promise<WrittenUnit> {
  if (items.length === 0) return { rows: 0, people: [], refusals: [] };
  const companies = await companiesOf(session, items);
  const known = await contactsOf(session, [...new Set(companies.values())]);
  const refusals: Refusal[] = [];
  const rows = items.flatMap(({ rowNumber, values }) => {
    const customerId = companies.get(values.company);
    if (customerId === undefined) {
      refusals.push(refusal('company-unknown', 'company', rowNumber, stamp));
      return [];
    }
    const names = [values.email, values.fullName.toLowerCase()].filter((one) => one !== null);
    if (names.some((name) => known.has(`${customerId} ${name}`))) {
      refusals.push(refusal('contact-repeated', 'fullName', rowNumber, stamp));
      return [];
    }
    return [
      {
        ...{ customer_id: customerId, contact_person_id: stamp.newId(), full_name: values.fullName },
        ...{ position: values.position, email: values.email, phone: values.phone, registered_at: stamp.now },
        ...{ registered_through: 'import' as const, notice_version: stamp.noticeVersion },
      },
    ];
  });
  if (rows.length > 0) await session.write(session.query.insertInto('register.contact_person').values(rows));
  return { rows: rows.length, people: rows.map(({ contact_person_id }) => contact_person_id), refusals };
}

/** By what the file calls them: nine digits may be an organisation number, others are customer numbers. */
async function companiesOf(
  session: RegisterSession,
  items: readonly ItemOf['contacts'][],
): Promise<ReadonlyMap<string, string>> {
  const called = [...new Set(items.map(({ values }) => values.company))];
  const numbers = called.map(Number).filter((number) => number < 2 ** 53);
  const rows = await session.read(
    session.query
      .selectFrom('register.customer')
      .select(['customer_id', 'customer_number', 'organisation_number'])
      .where('kind', '=', 'company')
      .where((of) => of.or([of('organisation_number', 'in', called), of('customer_number', 'in', numbers)])),
  );
  return new Map(
    rows.flatMap((row): [string, string][] => [
      [String(row.customer_number), row.customer_id],
      ...(row.organisation_number === null ? [] : ([[row.organisation_number, row.customer_id]] as [string, string][])),
    ]),
  );
}

async function contactsOf(session: RegisterSession, customerIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (customerIds.length === 0) return new Set();
  const rows = await session.read(
    session.query
      .selectFrom('register.contact_person')
      .select(['contact_person_id', 'customer_id', 'full_name', 'email'])
      .where('customer_id', 'in', [...customerIds]),
  );
  return new Set(
    rows.flatMap(({ customer_id, full_name, email }) => [
      `${customer_id} ${email === null ? full_name.toLowerCase() : email.toLowerCase()}`,
    ]),
  );
}
