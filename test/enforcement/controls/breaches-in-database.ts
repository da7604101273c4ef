/** What somebody does to the live database, and the control that must notice it. */
import { type Breach, change, customer } from './breach.ts';
import { BREACHES_IN_DISPUTES } from './breaches-in-disputes.ts';
import { BREACHES_IN_PAYOUTS } from './breaches-in-payouts.ts';
import { COMPANY, PRIVATE, ROW, STAFF, STRAY, WITHDRAWN } from './easy-step.ts';

const OF_ACCESS: readonly Breach[] = [
  {
    control: 'purpose-required',
    when: 'a stranger may read customers',
    plant: `create role STRANGER login; grant usage on schema register to STRANGER;
            grant select (email) on register.customer to STRANGER`,
    undo: 'drop owned by STRANGER; drop role STRANGER',
    place: 'STRANGER',
  },
  {
    control: 'grants-match-policy',
    when: 'a purpose is granted a column beside the policy',
    plant: 'grant select (phone) on register.customer to ROLE_accounting',
    undo: 'revoke select (phone) on register.customer from ROLE_accounting',
    place: 'grant register.customer ROLE_accounting select',
  },
  {
    control: 'sign-in-log-visible',
    when: 'people may no longer see from where they were signed in',
    plant: 'revoke select (ip_address) on kept.sign_in from ROLE_self_service',
    undo: 'grant select (ip_address) on kept.sign_in to ROLE_self_service',
    place: 'kept.sign_in.ip_address',
  },
  {
    control: 'sign-in-log-visible',
    when: 'somebody is signed in and no line says when they signed in',
    plant: `insert into kept.account values ('${STAFF}', false, now(), now(), now());
            insert into kept.account_session (account_id, session_id, token_digest, opened_by, opened_at, used_at, expires_at)
              values ('${STAFF}', '${ROW}', 'digest', 'link', now(), now(), now() + interval '1 day')`,
    undo: `delete from kept.account where account_id = '${STAFF}'`,
    place: `kept.account_session ${STAFF}: not in kept.sign_in`,
  },
  {
    control: 'access-ends-on-date',
    when: 'somebody looks at customers after their last day',
    plant: `update kept.staff set access_until = '2026-10-31' where staff_id = '${STAFF}';
            insert into kept.access_log (at, shape_id, principal_kind, principal_id, data_subjects)
              values ('2026-11-02T08:00:00Z', 0, 'staff', '${STAFF}', '{}')`,
    undo: `update kept.staff set access_until = null where staff_id = '${STAFF}';
           delete from kept.access_log where principal_id = '${STAFF}'`,
    place: `kept.staff ${STAFF}: 1 looks after the access ended`,
  },
  {
    control: 'no-unknown-columns',
    when: 'a table gets a column that nobody described',
    plant: 'alter table register.customer add column shoe_size text',
    undo: 'alter table register.customer drop column shoe_size',
    place: 'register.customer.shoe_size',
  },
  {
    control: 'permits-current',
    when: 'a row carries something else than its person permits',
    ...change('register.sales_order', customer(PRIVATE), 'permits = 0', `permits = kept.person_permits('${PRIVATE}')`),
    place: 'register.sales_order: 1',
  },
  {
    control: 'one-basis-per-purpose',
    when: 'a purpose of consent is opened for everybody',
    ...change('kept.purpose', `name = 'marketing'`, `gate = 'always'`, `gate = 'consent'`),
    place: 'marketing',
  },
  {
    control: 'staff-roles-in-policy',
    when: 'somebody is given a role that the policy does not know',
    ...change('kept.staff', `staff_id = '${STAFF}'`, `roles = '{sales,astrologer}'`, `roles = '{sales}'`),
    place: `kept.staff ${STAFF}`,
  },
  {
    control: 'payment-history-closed-to-marketing',
    when: 'marketing may read when people paid',
    plant: 'grant select (paid_on) on register.payment to ROLE_marketing',
    undo: 'revoke select (paid_on) on register.payment from ROLE_marketing',
    place: 'marketing: register.payment',
  },
  {
    control: 'accounting-copies-closed-to-marketing',
    when: 'profiling may read invoices',
    plant: 'grant select on register.invoice to ROLE_marketing_profiling',
    undo: 'revoke select on register.invoice from ROLE_marketing_profiling',
    place: 'marketing-profiling: register.invoice',
  },
  {
    control: 'personal-data-visible-to-person',
    when: 'people can no longer see their own address',
    plant: 'revoke select (street_address) on register.customer from ROLE_self_service',
    undo: 'grant select (street_address) on register.customer to ROLE_self_service',
    place: 'register.customer.street_address',
  },
  {
    control: 'personal-data-visible-to-person',
    when: 'a message is hidden from whoever wrote it',
    plant: `update register.message set permits = 0 where message_id = '${ROW}'`,
    undo: `select kept.refresh_permits('${PRIVATE}')`,
    place: 'register.message: 1',
  },
  {
    control: 'personal-data-visible-to-person',
    when: 'the row policy that shows people their invoices is for somebody else',
    plant: 'alter policy ROLE_self_service on register.invoice to ROLE_marketing',
    undo: 'alter policy ROLE_self_service on register.invoice to ROLE_self_service',
    place: 'register.invoice: 3',
  },
];

const OF_RECORDS: readonly Breach[] = [
  {
    control: 'retention-dates-computable',
    when: 'a row about somebody has no event to count from',
    plant: `insert into kept.ledger_salt (person_id, salt) values ('${STRAY}', sha256('x'))`,
    undo: `delete from kept.ledger_salt where person_id = '${STRAY}'`,
    place: 'kept.ledger_salt: 1',
  },
  {
    control: 'provenance-recorded',
    when: 'customers may be taken in without the version they were shown',
    plant: 'alter table register.customer alter column notice_version drop not null',
    undo: 'alter table register.customer alter column notice_version set not null',
    place: 'register.customer.notice_version',
  },
  {
    control: 'consents-in-ledger',
    when: 'a consent is put in that the ledger never heard of',
    plant: `insert into kept.consent_record (person_id, consent_id, purpose, text_hash, notice_version, language, method, given_at)
            values ('${COMPANY}', '${ROW}', 'marketing', repeat('0', 64), '2026-1', 'nb', 'web-form', '2026-10-05')`,
    undo: `delete from kept.consent_record where person_id = '${COMPANY}'`,
    place: `kept.consent_record ${COMPANY} marketing`,
  },
  {
    control: 'consents-in-ledger',
    when: 'a consent that was withdrawn is made to stand again',
    plant: `update kept.consent_record set withdrawn_at = null where consent_id = '${WITHDRAWN}'`,
    undo: `update kept.consent_record set withdrawn_at = '2026-10-08T10:00:00Z' where consent_id = '${WITHDRAWN}'`,
    place: `kept.consent_record ${PRIVATE} marketing-profiling`,
  },
  {
    control: 'consents-in-ledger',
    when: 'a withdrawal is recorded without its entry',
    ...change('kept.consent_record', `consent_id = '${ROW}'`, 'withdrawn_at = given_at', 'withdrawn_at = null'),
    place: `kept.consent_record ${PRIVATE} marketing`,
  },
  {
    control: 'consents-in-ledger',
    when: 'a consent is made into one for another purpose',
    ...change('kept.consent_record', `consent_id = '${ROW}'`, `purpose = 'ordering'`, `purpose = 'marketing'`),
    place: `kept.consent_record ${PRIVATE} ordering`,
  },
  {
    control: 'consent-before-marketing',
    when: 'a row permits marketing although nobody said yes',
    plant: `update register.customer set permits = permits | (select 1::bigint << bit::integer from kept.purpose where name = 'marketing')
             where ${customer(COMPANY)}`,
    undo: `update register.customer set permits = kept.person_permits(customer_id) where ${customer(COMPANY)}`,
    place: 'register.customer: 1 (marketing)',
  },
  {
    control: 'notice-published',
    when: 'the notice is gone in one language',
    ...change('kept.notice_version', `language = 'en'`, `version_number = 'gone'`, `version_number = '2026-1'`),
    place: '2026-1 en: not published',
  },
  {
    control: 'notice-published',
    when: 'words of a published notice are changed',
    ...change('kept.notice_version', `language = 'nb'`, `html = html || 'Unntak.'`, `html = rtrim(html, 'Unntak.')`),
    place: '2026-1 nb: changed since',
  },
  {
    control: 'notice-versions-signed',
    when: 'a version says no approver',
    ...change('kept.notice_version', `language = 'nb'`, `approver = ' '`, `approver = 'Kari Eksempel'`),
    place: 'kept.notice_version 2026-1 nb',
  },
  {
    control: 'categories-in-notice',
    when: 'the published notice leaves a category out',
    ...change(
      'kept.notice_version',
      `language = 'en'`,
      `html = replace(html, 'Card brand and last four digits', 'Something else')`,
      `html = replace(html, 'Something else', 'Card brand and last four digits')`,
    ),
    place: 'en payment-means',
  },
  {
    control: 'ledger-intact',
    when: 'an entry is rewritten behind its guard',
    plant: `alter table kept.ledger_entry disable trigger only_grows;
            update kept.ledger_entry set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), 'auditor', 'lawyer'), 'UTF8');
            alter table kept.ledger_entry enable always trigger only_grows`,
    undo: `alter table kept.ledger_entry disable trigger only_grows;
           update kept.ledger_entry set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), 'lawyer', 'auditor'), 'UTF8');
           alter table kept.ledger_entry enable always trigger only_grows`,
    place: 'ledger changed 5',
  },
  {
    control: 'jobs-carry-ids',
    when: 'a job carries an address instead of an id',
    plant: `select pgboss.create_queue('mail', '{"policy": "standard"}');
            insert into pgboss.job (id, name, data) values ('${STRAY}', 'mail', '{"to": "Person@example.no"}')`,
    undo: `delete from pgboss.job where id = '${STRAY}'; select pgboss.delete_queue('mail')`,
    place: `pgboss.job mail ${STRAY}`,
  },
  {
    control: 'jobs-carry-ids',
    when: 'a job failed with a telephone number in its words',
    plant: `select pgboss.create_queue('mail', '{"policy": "standard"}');
            insert into pgboss.job (id, name, output) values ('${STRAY}', 'mail', '{"message": "no answer at +4740000001"}')`,
    undo: `delete from pgboss.job where id = '${STRAY}'; select pgboss.delete_queue('mail')`,
    place: `pgboss.job mail ${STRAY} output`,
  },
];

export const BREACHES_IN_DATABASE: readonly Breach[] = [
  ...OF_ACCESS,
  ...BREACHES_IN_DISPUTES,
  ...BREACHES_IN_PAYOUTS,
  ...OF_RECORDS,
];
