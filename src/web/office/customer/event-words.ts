/**
 * How events of the timeline are called, and where their own page is. A noun adds one entry for its table:
 *
 *     {
 *       table: 'register.sales_order',
 *       title: (row, texts) => `${texts.oneOrder} ${row.order_number}`,
 *       href: (row, desk) => deskAddress(desk, 'officeOrders') …,
 *     },
 *
 * A table without an entry is called by its first column, as the policy names it. `row` holds what the purpose reads.
 */
import type { Row } from '../../../register/index.ts';
import type { OfficeTexts } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';

export interface EventWords {
  readonly table: string;
  readonly title: (row: Row, texts: OfficeTexts) => string;
  /** Null where this row has no page for this purpose. */
  readonly href?: (row: Row, desk: Desk) => string | null;
}

export const EVENT_WORDS: readonly EventWords[] = [
  {
    table: 'register.sales_order',
    title: (row, texts) => texts.events.order(String(row.order_number ?? '')),
  },
  {
    table: 'register.invoice',
    title: (row, texts) => texts.events.invoice(String(row.invoice_number ?? '')),
  },
  {
    table: 'register.contact_person',
    title: (row, texts) => texts.events.contactPerson(String(row.full_name ?? '')),
  },
  {
    table: 'register.message',
    title: (row, texts) => (row.direction === 'out' ? texts.events.messageOut : texts.events.messageIn),
  },
  { table: 'kept.notice_shown', title: (row, texts) => texts.events.noticeShown(String(row.version_number ?? '')) },
  { table: 'kept.outbox', title: (_, texts) => texts.events.mailSent },
];

export const eventWords = (table: string): EventWords | null =>
  EVENT_WORDS.find((words) => words.table === table) ?? null;
