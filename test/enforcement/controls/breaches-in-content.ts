/** What somebody writes into rows of people, and the control that must notice it. */
import { type Breach, change, customer } from './breach.ts';
import { COMPANY, PRIVATE, ROW } from './easy-step.ts';

const LIFT = 'alter table register.invoice disable trigger invoice_stays';
const GUARD = 'alter table register.invoice enable trigger invoice_stays';

export const BREACHES_IN_CONTENT: readonly Breach[] = [
  {
    control: 'no-card-numbers',
    when: 'somebody writes a card number in a message',
    ...change('register.message', customer(PRIVATE), `body = 'Kortet er 4111 1111 1111 1111 12/27.'`, `body = 'Hei'`),
    place: `register.message ${PRIVATE} ${ROW} body`,
  },
  {
    control: 'no-national-identity-numbers',
    when: 'somebody writes a national identity number in a subject line',
    // The month has 80 added: a synthetic number, which no person has.
    ...change(
      'register.message',
      customer(PRIVATE),
      `subject_line = 'Jeg er 018190\u00a000049'`,
      `subject_line = 'Hei'`,
    ),
    place: `register.message ${PRIVATE} ${ROW} subject_line`,
  },
  {
    control: 'names-round-trip',
    when: 'a name field refuses what is not ASCII',
    plant: `alter table register.customer add constraint ascii check (legal_name ~ '^[ -~]*$') not valid`,
    undo: 'alter table register.customer drop constraint ascii',
    place: 'register.customer legal_name',
  },
  {
    control: 'addresses-well-formed',
    when: 'a postal code does not exist',
    ...change('register.customer', customer(PRIVATE), `postal_code = '0000'`, `postal_code = '7030'`),
    place: `register.customer ${PRIVATE} postal_code`,
  },
  {
    control: 'phone-numbers-well-formed',
    when: 'a Norwegian telephone number is too short',
    ...change('register.customer', customer(PRIVATE), `phone = '+471234'`, `phone = '+4740000001'`),
    place: `register.customer ${PRIVATE} phone`,
  },
  {
    control: 'organisation-numbers-valid',
    when: 'an organisation number has a wrong check digit',
    ...change(
      'register.customer',
      customer(COMPANY),
      `organisation_number = '123456786'`,
      `organisation_number = '123456785'`,
    ),
    place: `register.customer ${COMPANY} organisation_number`,
  },
  {
    control: 'orders-have-deliveries',
    when: 'a delivered order has no completed delivery',
    ...change('register.delivery', customer(PRIVATE), 'completed_at = null', `completed_at = '2026-10-05T10:00:00Z'`),
    place: `register.sales_order ${PRIVATE} ${ROW}`,
  },
  {
    control: 'invoice-numbers-without-gaps',
    when: 'an invoice in the series is missing',
    plant: `${LIFT}; update register.invoice set invoice_number = 20 where invoice_number = 21; ${GUARD}`,
    undo: `${LIFT}; update register.invoice set invoice_number = 21 where invoice_number = 20; ${GUARD}`,
    place: 'register.invoice: nothing between 20 and 22',
  },
  {
    control: 'invoice-numbers-without-gaps',
    when: 'a number was taken and no invoice has it',
    plant: `update register.invoice_series set next_number = next_number + 1`,
    undo: `alter table register.invoice_series disable trigger series_only_grows;
           update register.invoice_series set next_number = next_number - 1;
           alter table register.invoice_series enable trigger series_only_grows`,
    place: 'register.invoice_series: the next number is 25, and the last invoice has 23',
  },
  {
    control: 'invoice-numbers-without-gaps',
    when: 'what keeps issued invoices from being changed is taken away',
    plant: LIFT,
    undo: GUARD,
    place: 'register.invoice: invoice_stays does not stand guard',
  },
  {
    control: 'invoice-numbers-without-gaps',
    when: 'two invoices may have one number',
    plant: 'alter table register.invoice drop constraint invoice_invoice_number_key',
    undo: 'alter table register.invoice add constraint invoice_invoice_number_key unique (invoice_number)',
    place: 'register.invoice: two may have one number',
  },
  {
    control: 'invoice-numbers-without-gaps',
    when: 'a line is taken out of an issued invoice',
    plant: `insert into register.invoice_line (customer_id, invoice_id, line_number, description, quantity, unit_price_ore, vat_rate, net_ore)
              select customer_id, invoice_id, 1, 'Vare', 1, 900, 25, 900 from register.invoice where invoice_number = 21`,
    undo: `update register.invoice_line set permits = 0; delete from register.invoice_line`,
    place: `register.invoice ${PRIVATE} 21: its lines make up 900 of 1000`,
  },
  {
    control: 'purpose-on-exports',
    when: 'a list was taken out for a purpose that may take nothing out',
    plant: `insert into register.list_export values ('${ROW}', 'customers', 'marketing', 'csv', 3, now(), '${ROW}')`,
    undo: `delete from register.list_export where export_id = '${ROW}'`,
    place: `register.list_export ${ROW}: marketing`,
  },
  {
    control: 'purpose-on-exports',
    when: 'a list was taken out and nobody on it is in the access log',
    plant: `insert into register.list_export values ('${ROW}', 'invoices', 'invoicing', 'csv', 3, now(), '${ROW}')`,
    undo: `delete from register.list_export where export_id = '${ROW}'`,
    place: `register.list_export ${ROW}: nobody`,
  },
];
