/**
 * Lists that can be taken out as a file: of each, the columns that the purpose reads and no others, with whose each row is,
 * so that the access log names everyone on it.
 */
import { accessOfPurpose, type Column, type Policy } from '../../policy/index.ts';
import { anyTable, type Row } from '../customers/dossier.ts';
import type { RegisterSession } from '../tables.ts';

/** Rows of one file at most. */
export const MOST_EXPORTED = 100_000;

export const EXPORT_TABLE = 'register.list_export';

export const EXPORT_NAMES = ['customers', 'orders', 'invoices', 'payments'] as const;
export type ExportName = (typeof EXPORT_NAMES)[number];

interface ListOfTable {
  readonly list: ExportName;
  readonly table: string;
  readonly columns: readonly string[];
  /** By which day it can be narrowed, and is ordered. */
  readonly day: string;
}

const LISTS: readonly ListOfTable[] = [
  {
    list: 'customers',
    table: 'register.customer',
    columns: [
      ...['customer_number', 'kind', 'legal_name', 'organisation_number', 'email', 'phone', 'street_address'],
      ...['postal_code', 'city', 'country', 'preferred_language', 'registered_at'],
    ],
    day: 'registered_at',
  },
  {
    list: 'orders',
    table: 'register.sales_order',
    columns: [
      ...['order_number', 'placed_at', 'placed_through', 'status', 'payment_terms', 'buyer_reference'],
      ...['deliver_to_name', 'deliver_to_street', 'deliver_to_postal_code', 'deliver_to_city', 'net_ore', 'vat_ore'],
    ],
    day: 'placed_at',
  },
  {
    list: 'invoices',
    table: 'register.invoice',
    columns: [
      ...['invoice_number', 'kind', 'issued_on', 'due_on', 'buyer_name', 'buyer_organisation_number'],
      ...['buyer_reference', 'payment_reference', 'net_ore', 'vat_ore', 'currency'],
    ],
    day: 'issued_on',
  },
  {
    list: 'payments',
    table: 'register.payment',
    columns: ['paid_on', 'amount_ore', 'method', 'bank_reference'],
    day: 'paid_on',
  },
];

export interface ExportableList {
  readonly list: ExportName;
  readonly table: string;
  readonly owner: string;
  readonly columns: readonly Column[];
  readonly day: string;
}

/** The lists that a purpose can take out: it reads their columns, and may record that it did. */
export function exportableLists(policy: Policy, purpose: string): readonly ExportableList[] {
  const access = new Map(accessOfPurpose(policy, purpose).map((one) => [one.table, one]));
  if ((access.get(EXPORT_TABLE)?.insert.length ?? 0) === 0) return [];
  return LISTS.flatMap(({ list, table, columns, day }): ExportableList[] => {
    const described = policy.tables[table];
    const readable = access.get(table)?.read ?? [];
    const seen = columns.filter((name) => readable.includes(name)).flatMap((name) => described?.columns[name] ?? []);
    const owner = described?.belongsTo;
    if (owner === undefined || (owner.kind !== 'self' && owner.kind !== 'direct')) return [];
    // Without the day there is no order, and a list of one column says nothing.
    if (!readable.includes(day) || seen.length < 2) return [];
    return [{ list, table, owner: owner.column, columns: seen, day }];
  });
}

/** ISO 8601, both included; null for no bound. */
export interface Period {
  readonly from: string | null;
  readonly until: string | null;
}

/** The newest first; one more than the most tells that there are too many. */
export async function readList(
  session: RegisterSession,
  list: ExportableList,
  period: Period,
): Promise<readonly Row[]> {
  const { table, owner, columns, day } = list;
  let query = anyTable(session)
    .query.selectFrom(table)
    .select([owner, ...columns.map(({ name }) => name)]);
  if (period.from !== null) query = query.where(day, '>=', period.from);
  if (period.until !== null) query = query.where(day, '<', dayAfter(period.until));
  return await session.read<Row>(query.orderBy(day, 'desc').limit(MOST_EXPORTED + 1));
}

const dayAfter = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
};
