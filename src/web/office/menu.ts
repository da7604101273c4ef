/**
 * The menu of the office. A page gets its place here with one line in its group: the page's name in `addresses.ts`, and
 * what a purpose must have for the page to be of use to it:
 *
 *     { page: 'officeOrders', reads: ['register.sales_order'] },
 *
 * Its words are those of the page's name in `texts/{nb,en}/office*.ts`. What a policy has not (a company that does not
 * deliver) is not offered: purposes and tables it does not know have no entries.
 */
import type { Policy, Purpose } from '../../policy/index.ts';
import { accessOfPurpose } from '../../policy/index.ts';
import { MESSAGE_PURPOSES } from '../../register/index.ts';
import type { PageName } from '../addresses.ts';
import type { OfficeTexts } from '../texts/office.ts';

/** Names of pages that have words. */
export type OfficePage = {
  [Name in PageName & keyof OfficeTexts]: OfficeTexts[Name] extends string ? Name : never;
}[PageName & keyof OfficeTexts];

export interface MenuEntry {
  readonly page: OfficePage;
  /** Only for these purposes; absent: for all that have what follows. */
  readonly purposes?: readonly string[];
  /** Tables that the purpose must read, each of them. */
  readonly reads?: readonly string[];
  /** Tables that the purpose must write, each of them. */
  readonly writes?: readonly string[];
  /**
   * `acting`: the purpose acted for must have all that. `own`: one of the purposes that the member of staff has, which
   * the page then finds itself. By default `acting`.
   */
  readonly for?: 'acting' | 'own';
}

export interface MenuGroup {
  readonly name: 'people' | 'trade' | 'money' | 'service' | 'outreach' | 'insight' | 'house';
  readonly entries: readonly MenuEntry[];
}

export const MENU: readonly MenuGroup[] = [
  {
    name: 'people',
    entries: [
      { page: 'officeCustomers', reads: ['register.customer'] },
      { page: 'officeImports', writes: ['register.import_run'] },
      { page: 'officeExports', writes: ['register.list_export'] },
      { page: 'officeSuppliers', for: 'own', purposes: ['supplier-administration'] },
    ],
  },
  {
    name: 'trade',
    entries: [
      { page: 'officeOrders', purposes: ['ordering'], reads: ['register.sales_order'] },
      { page: 'officeCatalogue', purposes: ['customer-administration'], writes: ['register.product'] },
      { page: 'officeAddOns', reads: ['register.add_on'], purposes: ['add-on-services', 'customer-administration'] },
      { page: 'officeDeliveries', purposes: ['delivery'], reads: ['register.delivery'] },
    ],
  },
  {
    name: 'money',
    entries: [
      { page: 'officeToInvoice', purposes: ['invoicing'], reads: ['register.sales_order', 'register.invoice'] },
      { page: 'officeInvoices', purposes: ['invoicing'], reads: ['register.invoice'] },
      { page: 'officePayouts', purposes: ['invoicing'], reads: ['register.payout'] },
      { page: 'officeCredit', for: 'own', purposes: ['credit-check'] },
      { page: 'officeBankFiles', purposes: ['invoicing'], writes: ['register.payment_file'] },
    ],
  },
  {
    name: 'service',
    entries: [
      { page: 'officeMessages', reads: ['register.message'], purposes: MESSAGE_PURPOSES },
      { page: 'officeUnsorted', writes: ['register.unsorted_message'] },
      { page: 'officeClaims', writes: ['register.claim'], purposes: ['claims'] },
      { page: 'officeDisputes', writes: ['register.dispute'] },
    ],
  },
  {
    name: 'outreach',
    entries: [
      { page: 'officeLeads', for: 'own', purposes: ['leads'] },
      { page: 'officeOffers', purposes: ['marketing'], writes: ['register.offer'] },
      { page: 'officeCampaigns', purposes: ['marketing'], writes: ['register.campaign'] },
    ],
  },
  {
    name: 'insight',
    entries: [
      { page: 'officeStatistics', for: 'own', purposes: ['statistics'], reads: ['register.order_line'] },
      { page: 'officeUsage', for: 'own', purposes: ['product-improvement'], reads: ['register.usage_event'] },
      { page: 'officeSurveys', for: 'own', purposes: ['satisfaction-surveys'], writes: ['register.survey'] },
    ],
  },
  {
    name: 'house',
    entries: [
      { page: 'officeAccessLog', for: 'own', reads: ['kept.access_log'], writes: ['kept.look_finding'] },
      { page: 'officeUnusualLooks', for: 'own', reads: ['kept.look_finding'], writes: ['kept.look_finding'] },
      { page: 'officeStaff', for: 'own', writes: ['kept.staff'], purposes: ['staff-administration'] },
      { page: 'officeTemplates', for: 'own', writes: ['kept.outbox'] },
      { page: 'officePolicy', for: 'own' },
      { page: 'officeEvidence', for: 'own', reads: ['kept.control_result'] },
      { page: 'officeMeasures', for: 'own', writes: ['kept.measure_check'] },
      { page: 'officeUnusedFields', for: 'own', writes: ['kept.field_decision'] },
    ],
  },
];

/** The groups with what is offered now; groups with nothing are left out. */
export function offeredMenu(
  policy: Policy,
  own: readonly Purpose[],
  acting: Purpose | null,
  menu: readonly MenuGroup[] = MENU,
): readonly MenuGroup[] {
  return menu
    .map(({ name, entries }) => ({
      name,
      entries: entries.filter((entry) => {
        const purposes = entry.for === 'own' ? own : acting === null ? [] : [acting];
        const unconditional = entry.for === 'own' && entry.purposes === undefined && !entry.reads && !entry.writes;
        return unconditional || purposes.some((purpose) => hasUseFor(policy, purpose, entry));
      }),
    }))
    .filter(({ entries }) => entries.length > 0);
}

/** Whether a purpose has what an entry asks for. */
function hasUseFor(policy: Policy, { name }: Purpose, { purposes, reads = [], writes = [] }: MenuEntry): boolean {
  if (purposes !== undefined && !purposes.includes(name)) return false;
  const access = new Map(accessOfPurpose(policy, name).map((one) => [one.table, one]));
  return (
    reads.every((table) => (access.get(table)?.read.length ?? 0) > 0) &&
    writes.every((table) => (access.get(table)?.insert.length ?? 0) + (access.get(table)?.update.length ?? 0) > 0)
  );
}
