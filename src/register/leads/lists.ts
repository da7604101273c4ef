/** Bought lists: from whom, on which agreement, when they came, and when they were last washed. */
import type { RegisterSession } from '../tables.ts';
import { digestsOf, type Reachable } from './keys.ts';
import type { ListedPerson } from './list-file.ts';
import { leadDeleteOn, noticeDueOn } from './rules.ts';
import { readSuppressed } from './suppressions.ts';

export interface LeadList {
  readonly listId: string;
  readonly vendor: string;
  readonly agreementReference: string;
  readonly receivedOn: string;
  readonly rowCount: number;
  readonly refusedCount: number;
  readonly reservedCount: number;
  readonly washedOn: string | null;
}

const select = (session: RegisterSession) =>
  session.query
    .selectFrom('register.lead_list')
    .select(['lead_list_id', 'vendor', 'agreement_reference', 'received_on'])
    .select(['row_count', 'refused_count', 'reserved_count', 'washed_on']);

type ListRow = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const listOf = (row: ListRow): LeadList => ({
  ...{ listId: row.lead_list_id, vendor: row.vendor, agreementReference: row.agreement_reference },
  ...{ receivedOn: row.received_on, rowCount: row.row_count, refusedCount: row.refused_count },
  ...{ reservedCount: row.reserved_count, washedOn: row.washed_on },
});

/** Newest first. */
export async function readLeadLists(session: RegisterSession): Promise<readonly LeadList[]> {
  const rows = await session.read(select(session).orderBy('imported_at', 'desc').limit(100));
  return rows.map(listOf);
}

export async function readLeadList(session: RegisterSession, listId: string): Promise<LeadList | null> {
  const [row] = await session.read(select(session).where('lead_list_id', '=', listId));
  return row === undefined ? null : listOf(row);
}

export interface NewLeadList {
  readonly listId: string;
  readonly vendor: string;
  readonly agreementReference: string;
  readonly receivedOn: string;
  readonly importedAt: Date;
  readonly importedBy: string;
  readonly noticeVersion: string;
  readonly people: readonly ListedPerson[];
  readonly refused: number;
  readonly newId: () => string;
  readonly digest: (text: string) => string;
}

/** Rows written in one statement. */
const CHUNK = 500;

/**
 * Takes a list in. Whoever has said no to us is not taken in at all, and nobody twice.
 * @returns How many were taken in, and how many left out because they had said no.
 */
export function importLeadList(
  session: RegisterSession,
  list: NewLeadList,
): Promise<{ readonly taken: number; readonly suppressed: number }> {
  return session.transaction(async (inner) => {
    const listed = list.people.map((person) => ({ person, digests: digestsOf(reachableOf(person), list.digest) }));
    const noes = await readSuppressed(
      inner,
      listed.flatMap(({ digests }) => digests),
    );
    const welcome = listed.filter(({ digests }) => !digests.some((one) => noes.has(one)));
    const seen = new Set<string>();
    const taken = welcome.filter(({ digests }) => {
      const twice = digests.some((one) => seen.has(one));
      for (const one of digests) seen.add(one);
      return !twice;
    });
    const suppressed = listed.length - welcome.length;
    await inner.write(
      inner.query.insertInto('register.lead_list').values({
        ...{ lead_list_id: list.listId, vendor: list.vendor, agreement_reference: list.agreementReference },
        ...{ received_on: list.receivedOn, row_count: taken.length, refused_count: list.refused },
        ...{ reserved_count: suppressed, washed_on: null, imported_at: list.importedAt, imported_by: list.importedBy },
      }),
    );
    for (let at = 0; at < taken.length; at += CHUNK) {
      const rows = taken.slice(at, at + CHUNK).map(({ person }) => rowOf(list, person));
      await inner.write(inner.query.insertInto('register.lead').values(rows));
    }
    return { taken: taken.length, suppressed };
  });
}

export const reachableOf = ({ fullName, ...person }: Omit<Reachable, 'name'> & { fullName: string }): Reachable => ({
  ...{ name: fullName, email: person.email, phone: person.phone },
  ...{ street: person.street, postalCode: person.postalCode },
});

const rowOf = (list: NewLeadList, person: ListedPerson) => ({
  ...{ lead_id: list.newId(), lead_list_id: list.listId, full_name: person.fullName, email: person.email },
  ...{ phone: person.phone, street_address: person.street, postal_code: person.postalCode, city: person.city },
  ...{ received_on: list.receivedOn, notice_due_on: noticeDueOn(list.receivedOn), notice_sent_on: null },
  ...{ notice_channel: null, first_contact_on: null, washed_on: null, registered_at: list.importedAt },
  ...{ registered_through: 'import' as const, notice_version: list.noticeVersion, state: 'new' as const },
  delete_on: leadDeleteOn(list.receivedOn),
});
