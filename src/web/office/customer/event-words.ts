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
import { ADD_ON_PURPOSES } from '../add-ons/list.tsx';
import type { Desk } from '../desk.tsx';
import { addressBelow } from '../messages/at-customer.ts';
import { orderAddress } from '../orders/order-links.tsx';

export interface EventWords {
  readonly table: string;
  readonly title: (row: Row, texts: OfficeTexts) => string;
  /** Null where this row has no page for this purpose. */
  readonly href?: (row: Row, desk: Desk) => string | null;
}

/** Empty where the purpose does not read it. */
const named = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** A mail that was stopped as it was to be sent never reached anybody. */
const mailTitle = (row: Row, texts: OfficeTexts): string =>
  row.stopped_at === null || row.stopped_at === undefined ? texts.events.mailSent : texts.events.mailStopped;

const EVENT_WORDS: readonly EventWords[] = [
  {
    table: 'register.sales_order',
    title: (row, texts) => texts.events.order(named(row.order_number)),
    href: ({ customer_id, order_id }, desk) =>
      desk.purpose?.name === 'ordering'
        ? orderAddress(desk, 'officeOrders', { customer_id: named(customer_id), order_id: named(order_id) })
        : null,
  },
  {
    table: 'register.invoice',
    title: (row, texts) => texts.events.invoice(named(row.invoice_number)),
  },
  {
    table: 'register.contact_person',
    title: (row, texts) => texts.events.contactPerson(named(row.full_name)),
  },
  {
    table: 'register.message',
    title: (row, texts) => (row.direction === 'out' ? texts.events.messageOut : texts.events.messageIn),
  },
  { table: 'register.delivery', title: (row, texts) => texts.events.delivery(named(row.delivery_number)) },
  { table: 'register.payment', title: (_, texts) => texts.events.payment },
  { table: 'register.payout', title: (_, texts) => texts.events.payout },
  { table: 'register.reminder', title: (_, texts) => texts.events.reminder },
  { table: 'register.credit_check', title: (_, texts) => texts.events.creditCheck },
  { table: 'register.claim', title: (row, texts) => texts.events.claim(named(row.claim_number)) },
  { table: 'register.dispute', title: (_, texts) => texts.events.dispute },
  { table: 'register.note', title: (_, texts) => texts.events.note },
  {
    table: 'register.add_on',
    title: (_, texts) => texts.events.addOn,
    href: ({ customer_id, add_on_id }, desk) =>
      ADD_ON_PURPOSES.includes(desk.purpose?.name ?? '')
        ? addressBelow(desk, 'officeAddOns', named(customer_id), named(add_on_id))
        : null,
  },
  { table: 'register.supplement', title: (row, texts) => texts.events.supplement(named(row.source_name)) },
  { table: 'register.preference', title: (_, texts) => texts.events.preference },
  { table: 'register.purchase_pattern', title: (_, texts) => texts.events.pattern },
  { table: 'register.campaign_recipient', title: (_, texts) => texts.events.campaign },
  { table: 'register.survey_invitation', title: (_, texts) => texts.events.survey },
  { table: 'kept.look_reason', title: (_, texts) => texts.events.lookReason },
  { table: 'kept.notice_shown', title: (row, texts) => texts.events.noticeShown(named(row.version_number)) },
  { table: 'kept.outbox', title: mailTitle },
];

export const eventWords = (table: string): EventWords | null =>
  EVENT_WORDS.find((words) => words.table === table) ?? null;
