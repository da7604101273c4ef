/**
 * Suppliers and partners, and the people one talks with there. An organisation is nobody's; its contact people are data
 * subjects of their own, who are told and have rights like everybody else.
 */
import type { RegisterSession } from '../tables.ts';

export type SupplierKind = 'supplier' | 'partner';

export interface SupplierDetails {
  readonly kind: SupplierKind;
  readonly name: string;
  readonly organisationNumber: string | null;
  readonly delivers: string | null;
  readonly agreementReference: string | null;
  /** ISO 8601: when the agreement is looked at again. */
  readonly reviewBy: string | null;
}

export interface Supplier extends SupplierDetails {
  readonly supplierId: string;
  /** ISO 8601; null while one works together. */
  readonly endedOn: string | null;
}

/** Organisations that a page lists at most. */
export const MOST_SUPPLIERS = 500;

const COLUMNS = [
  'supplier_id',
  'kind',
  'name',
  'organisation_number',
  'delivers',
  'agreement_reference',
  'review_by',
  'ended_on',
] as const;

/** By name; those that have ended last. */
export async function readSuppliers(session: RegisterSession): Promise<readonly Supplier[]> {
  const rows = await session.read(
    session.query
      .selectFrom('register.supplier')
      .select(COLUMNS)
      .orderBy('ended_on', (order) => order.desc().nullsFirst())
      .orderBy('name')
      .orderBy('supplier_id')
      .limit(MOST_SUPPLIERS),
  );
  return rows.map(supplierOf);
}

export async function readSupplier(session: RegisterSession, supplierId: string): Promise<Supplier | null> {
  const [row] = await session.read(
    session.query.selectFrom('register.supplier').select(COLUMNS).where('supplier_id', '=', supplierId),
  );
  return row === undefined ? null : supplierOf(row);
}

interface SupplierRow {
  readonly supplier_id: string;
  readonly kind: SupplierKind;
  readonly name: string;
  readonly organisation_number: string | null;
  readonly delivers: string | null;
  readonly agreement_reference: string | null;
  readonly review_by: string | null;
  readonly ended_on: string | null;
}

const supplierOf = (row: SupplierRow): Supplier => ({
  supplierId: row.supplier_id,
  kind: row.kind,
  name: row.name,
  organisationNumber: row.organisation_number,
  delivers: row.delivers,
  agreementReference: row.agreement_reference,
  reviewBy: row.review_by,
  endedOn: row.ended_on,
});

const valuesOf = (details: SupplierDetails) => ({
  kind: details.kind,
  name: details.name,
  organisation_number: details.organisationNumber,
  delivers: details.delivers,
  agreement_reference: details.agreementReference,
  review_by: details.reviewBy,
});

export async function addSupplier(
  session: RegisterSession,
  details: SupplierDetails & { readonly supplierId: string; readonly registeredAt: Date },
): Promise<void> {
  const row = { supplier_id: details.supplierId, registered_at: details.registeredAt, ended_on: null };
  await session.write(session.query.insertInto('register.supplier').values({ ...valuesOf(details), ...row }));
}

/** Its contact people are of the kind that the organisation is. */
export async function changeSupplier(
  session: RegisterSession,
  supplierId: string,
  details: SupplierDetails,
): Promise<void> {
  await session.transaction(async (inner) => {
    await inner.write(
      inner.query.updateTable('register.supplier').set(valuesOf(details)).where('supplier_id', '=', supplierId),
    );
    await inner.write(
      inner.query
        .updateTable('register.supplier_contact')
        .set({ kind: details.kind })
        .where('supplier_id', '=', supplierId)
        .where('kind', '<>', details.kind),
    );
  });
}

/** The co-operation ends, and with it the contact with each person there: from this day their data has an end. */
export async function endSupplier(session: RegisterSession, supplierId: string, on: string): Promise<void> {
  await session.transaction(async (inner) => {
    await inner.write(
      inner.query.updateTable('register.supplier').set({ ended_on: on }).where('supplier_id', '=', supplierId),
    );
    await inner.write(
      inner.query
        .updateTable('register.supplier_contact')
        .set({ ended_on: on })
        .where('supplier_id', '=', supplierId)
        .where('ended_on', 'is', null),
    );
  });
}
