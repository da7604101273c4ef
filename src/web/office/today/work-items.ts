/**
 * What is mine to do today. Each noun says in its own folder what work it has, and puts it into `WORK` below:
 *
 *     export const ORDER_WORK: readonly WorkItem[] = [{
 *       name: 'orders-to-confirm',
 *       purpose: 'ordering',
 *       label: (texts) => texts.ordersToConfirm,
 *       urgency: 'now',
 *       count: ({ register }) => countUpTo(register, register.query.selectFrom('register.sales_order')
 *         .where('status', '=', 'placed').select('order_id')),
 *       page: 'officeOrders', query: { status: 'placed' },
 *     }];
 *
 * It is counted under the purpose that does it, by whoever has that purpose, and one click leads to the list under that
 * purpose. Counting names nobody (`session.count`) and must be quick: a condition that an index answers, and no further
 * than `MOST_COUNTED`. A policy without the purpose or the tables has no such work.
 */
import { accessOfPurpose, type Policy } from '../../../policy/index.ts';
import type { PageName } from '../../addresses.ts';
import type { OfficeTexts } from '../../texts/office.ts';
import type { Sessions } from '../../web-parts.ts';
import { BANK_FILE_WORK } from '../bank-files/work.ts';
import { CLAIM_WORK } from '../claims/work.ts';
import { CREDIT_WORK } from '../credit/work.ts';
import { DISPUTE_WORK } from '../disputes/work.ts';
import { INVOICING_WORK } from '../invoices/work.ts';
import { LOOK_WORK } from '../looks/work.ts';
import { MENU } from '../menu.ts';
import { MESSAGE_WORK } from '../messages/work.ts';
import { ORDER_WORK } from '../orders/work.ts';

/** `late`: a date has passed. `soon`: one is near. `now`: waits for somebody. `calm`: worth a look. */
export type Urgency = 'late' | 'soon' | 'now' | 'calm';

export interface WorkItem {
  /** Kebab-case, unique. */
  readonly name: string;
  readonly purpose: string;
  /** Of several, as "Orders to confirm". */
  readonly label: (texts: OfficeTexts) => string;
  readonly urgency: Urgency;
  /** Tables that the purpose must read for there to be such work. */
  readonly reads: readonly string[];
  /** @param today `YYYY-MM-DD` where the company is, as its lists have it. */
  readonly count: (sessions: Sessions, today: string) => Promise<number>;
  /** The list where the work is done. */
  readonly page: PageName;
  /** What the list is narrowed by. */
  readonly query?: Readonly<Record<string, string>>;
}

export const WORK: readonly WorkItem[] = [
  ...ORDER_WORK,
  ...INVOICING_WORK,
  ...CLAIM_WORK,
  ...CREDIT_WORK,
  ...BANK_FILE_WORK,
  ...LOOK_WORK,
  ...MESSAGE_WORK,
  ...DISPUTE_WORK,
];

/** The work that a purpose has under a policy. What has no page in the menu waits for nobody yet. */
export const workOf = (policy: Policy, purpose: string, work: readonly WorkItem[] = WORK): readonly WorkItem[] => {
  const readable = accessOfPurpose(policy, purpose).flatMap(({ table, read }) => (read.length > 0 ? [table] : []));
  const pages = new Set<PageName>(MENU.flatMap(({ entries }) => entries.map(({ page }) => page)));
  return work
    .filter((item) => item.purpose === purpose && pages.has(item.page))
    .filter((item) => item.reads.every((table) => readable.includes(table)));
};
