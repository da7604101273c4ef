/** Data that does not come from the person, used as it must not be, and the control that must notice it. */
import type { Breach } from './breach.ts';
import { COMPANY, PRIVATE, ROW, STAFF, STRAY } from './easy-step.ts';

const LIST = '00000000-0000-7000-8000-000000000071';
const LEAD = '00000000-0000-7000-8000-000000000072';

const ON_INVOICE = `update register.sales_order set payment_terms = 'invoice' where order_id = '${ROW}'`;
const NO_CHECKS = `delete from register.credit_check;
  update register.sales_order set payment_terms = 'prepaid' where order_id = '${ROW}'`;

const creditCheck = (columns: Readonly<Record<string, string>>): string => {
  const all = {
    ...{ customer_id: `'${PRIVATE}'`, credit_check_id: `'${ROW}'`, order_id: `'${ROW}'`, amount_ore: '1250' },
    ...{ reason: `'first-order'`, requested_by: `'${STAFF}'`, requested_at: `'2026-11-20T10:00:00Z'`, ...columns },
  };
  return `insert into register.credit_check (${Object.keys(all).join(', ')}) values (${Object.values(all).join(', ')})`;
};

const credit = (
  when: string,
  place: string,
  columns: Readonly<Record<string, string>>,
  terms = ON_INVOICE,
): Breach => ({
  ...{ control: 'credit-check-grounds', when, undo: NO_CHECKS },
  plant: `${terms}; ${creditCheck(columns)}`,
  place: `register.credit_check ${PRIVATE} ${ROW}: ${place}`,
});

const lead = (control: string, when: string, place: string, columns: Readonly<Record<string, string>>): Breach => {
  const all = {
    ...{ lead_id: `'${LEAD}'`, lead_list_id: `'${LIST}'`, full_name: `'Mulig Kunde'`, phone: `'+4740000009'` },
    ...{ received_on: `'2026-11-10'`, notice_due_on: `'2026-12-10'`, registered_at: `'2026-11-10T10:00:00Z'` },
    ...{ registered_through: `'import'`, notice_version: `'2026-1'`, state: `'new'`, delete_on: `'2027-11-10'` },
    ...columns,
  };
  return {
    ...{ control, when, undo: `delete from register.lead_list where lead_list_id = '${LIST}'` },
    plant: `insert into register.lead_list (lead_list_id, vendor, agreement_reference, received_on, row_count,
        imported_at, imported_by) values ('${LIST}', 'Eksempel Lister AS', 'A-1', '2026-11-10', 1,
        '2026-11-10T10:00:00Z', '${STAFF}');
      insert into register.lead (${Object.keys(all).join(', ')}) values (${Object.values(all).join(', ')})`,
    place: `register.lead ${LEAD}: ${place}`,
  };
};

const contacted = (washed: string, on: string): Readonly<Record<string, string>> => ({
  ...{ state: `'contacted'`, washed_on: washed, notice_channel: `'phone'` },
  ...{ notice_sent_on: `'${on}'`, first_contact_on: `'${on}'` },
});

const supplement = (when: string, place: string, about: string, url: string, takenOver = 'null'): Breach => ({
  ...{ control: 'allowed-sources-only', when, undo: 'delete from register.supplement' },
  plant: `insert into register.supplement (customer_id, supplement_id, field, found_value, source_name, source_url,
      retrieved_at, taken_over_at)
    values ('${about}', '${ROW}', 'form', 'AS', 'Enhetsregisteret', '${url}', '2026-11-20T10:00:00Z', ${takenOver})`,
  place: `register.supplement ${about} ${ROW}: ${place}`,
});

const OPEN_REGISTER = 'https://data.brreg.no/enhetsregisteret/api/enheter/123456785';

export const BREACHES_IN_OUTSIDE_DATA: readonly Breach[] = [
  credit('credit is checked for an order that is paid in advance', 'the order is not on invoice', {}, 'select 1'),
  credit('credit is checked for more than the order is worth', 'not the amount of the order', { amount_ore: '99000' }),
  credit('nobody who works here has asked', 'asked or decided by nobody', { requested_by: `'${STRAY}'` }),
  credit('the report is kept after the decision', 'the report is still there', {
    ...{ report_sealed: `'sealed'`, report_delete_on: `'2026-12-04'`, outcome: `'invoice'` },
    ...{ decided_by: `'${STAFF}'`, decided_at: `'2026-11-21T10:00:00Z'` },
  }),
  credit('the report is kept past its date', 'the report is still there', {
    ...{ report_sealed: `'sealed'`, report_delete_on: `'2026-11-20'` },
  }),
  {
    control: 'credit-check-grounds',
    when: 'the sixth is checked within ten minutes',
    plant: `insert into register.sales_order (customer_id, order_id, placed_at, placed_through, notice_version, status,
        deliver_to_name, net_ore, vat_ore, payment_terms)
      select '${PRIVATE}', ('00000000-0000-7000-8000-00000000018' || number)::uuid, '2026-11-20', 'web', '2026-1',
             'placed', 'Prøve Person', 1000, 250, 'invoice' from generate_series(1, 6) as number;
      insert into register.credit_check (customer_id, credit_check_id, order_id, amount_ore, reason, requested_by,
          requested_at)
      select customer_id, order_id, order_id, 1250, 'first-order', '${STAFF}',
             '2026-11-20T10:00:00Z'::timestamptz + right(order_id::text, 1)::int * interval '1 minute'
        from register.sales_order where order_id::text like '%00000000018_'`,
    undo: `delete from register.sales_order where order_id::text like '%00000000018_'`,
    place: `register.credit_check ${PRIVATE} 00000000-0000-7000-8000-000000000186: one of many at once`,
  },
  lead('art14-notice-clock', 'a month has passed and nobody told them', 'not told in time', {
    ...{ received_on: `'2026-10-20'`, notice_due_on: `'2026-11-20'`, delete_on: `'2027-10-20'` },
  }),
  lead('art14-notice-clock', 'more than a month is given', 'more than a month was given', {
    notice_due_on: `'2027-01-10'`,
  }),
  {
    ...credit('', '', { answer: `'no-data'` }),
    ...{ control: 'art14-notice-clock', when: 'credit was checked and no copy went out' },
    place: `register.credit_check ${PRIVATE} ${ROW}: no copy to the person`,
  },
  lead(
    'lead-lists-checked',
    'somebody is called in another month than the list was washed in',
    'contacted without a check in that month',
    contacted(`'2026-10-30'`, '2026-11-12'),
  ),
  lead(
    'lead-lists-checked',
    'somebody is called before the list is washed',
    'contacted without a check in that month',
    contacted(`'2026-11-13'`, '2026-11-12'),
  ),
  lead('lead-lists-checked', 'somebody who is reserved is kept', 'said no and is still there', { reserved: 'true' }),
  lead('lead-lists-checked', 'a lead is kept past its date', 'past its date', {
    ...{ received_on: `'2025-11-10'`, notice_due_on: `'2025-12-10'`, delete_on: `'2026-11-10'` },
    ...{ notice_sent_on: `'2025-11-20'`, notice_channel: `'post'` },
  }),
  supplement(
    'something is taken from a site that nobody listed',
    'from a source that is not listed',
    COMPANY,
    'https://social.example.net/prove',
  ),
  supplement('a private person is looked up', 'about somebody who may not be looked up', PRIVATE, OPEN_REGISTER),
  supplement(
    'something is taken over before it was found',
    'taken over before it was found',
    COMPANY,
    OPEN_REGISTER,
    `'2026-11-19T10:00:00Z'`,
  ),
];
