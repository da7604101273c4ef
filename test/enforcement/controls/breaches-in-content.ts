/** What somebody writes into rows of people, and the control that must notice it. */
import { type Breach, change, customer } from './breach.ts';
import { COMPANY, PRIVATE, ROW } from './easy-step.ts';

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
    ...change('register.invoice', 'invoice_number in (22, 24)', 'invoice_number = 24', 'invoice_number = 22'),
    place: 'register.invoice: nothing between 21 and 23',
  },
];
