/** What somebody does to what staff have written down, and the control that must notice it. */
import { type Breach, customer } from './breach.ts';
import { COMPANY, PRIVATE, ROW } from './easy-step.ts';

export const BREACHES_AT_THE_DESK: readonly Breach[] = [
  {
    control: 'protected-addresses-hidden',
    when: 'a confidential address is written back by somebody who turned the triggers off',
    plant: `alter table register.customer disable trigger protect_address, drop constraint customer_protected_address;
            update register.customer set protected_address = true where ${customer(COMPANY)};
            alter table register.customer enable trigger protect_address`,
    undo: `alter table register.customer disable trigger protect_address;
           update register.customer set protected_address = false where ${customer(COMPANY)};
           alter table register.customer enable trigger protect_address,
             add constraint customer_protected_address
               check (not protected_address or num_nonnulls(street_address, postal_code, city) = 0)`,
    place: `register.customer ${COMPANY}`,
  },
  {
    control: 'protected-addresses-hidden',
    when: 'a purpose that delivers nothing is let in',
    plant: 'grant select on register.protected_address to ROLE_invoicing',
    undo: 'revoke select on register.protected_address from ROLE_invoicing',
    place: 'register.protected_address: invoicing reads it',
  },
  {
    control: 'protected-addresses-hidden',
    when: 'addresses of orders are no longer moved',
    plant: 'alter table register.sales_order disable trigger protect_address',
    undo: 'alter table register.sales_order enable trigger protect_address',
    place: 'register.sales_order: the trigger protect_address is off',
  },
  {
    control: 'notice-shown-recorded',
    when: 'a customer is registered whom nobody told of the notice',
    plant: `insert into register.customer (customer_id, kind, legal_name, email, registered_at, registered_through, notice_version)
              values ('00000000-0000-7000-8000-00000000de5c', 'private', 'Ikke Fortalt', 'ikke.fortalt@example.no',
                      '2026-11-20T08:00:00Z', 'phone', '2026-1')`,
    undo: `delete from register.customer where ${customer('00000000-0000-7000-8000-00000000de5c')}`,
    place: 'register.customer 00000000-0000-7000-8000-00000000de5c',
  },
  {
    control: 'derived-data-labelled',
    when: 'a pattern is formed of somebody who has not said yes to it',
    plant: `insert into register.purchase_pattern (customer_id, pattern_id, segment, rule_name, computed_at)
              values ('${PRIVATE}', '${ROW}', 'care', 'owns-durable-goods', '2026-11-20T08:00:00Z')`,
    undo: `delete from register.purchase_pattern where ${customer(PRIVATE)}`,
    place: `register.purchase_pattern ${PRIVATE} ${ROW}`,
  },
];
