/** What a template of mail can say, or leave out, and the control that must notice it. */
import type { MailTemplateSeen } from '../../../src/enforcement/index.ts';
import type { Breach, Lapse } from './breach.ts';
import { COMPANY, PRIVATE, ROW, STAFF, WITHDRAWN } from './easy-step.ts';

const withTemplate =
  (changed: (template: MailTemplateSeen) => Partial<MailTemplateSeen>): Lapse['lapsed'] =>
  (system) => ({
    ...system,
    mailTemplates: (system.mailTemplates ?? []).map((template) =>
      template.name === 'order-received' ? { ...template, ...changed(template) } : template,
    ),
  });

const withText = (change: (text: string) => string): Lapse['lapsed'] =>
  withTemplate(({ forms }) => ({ forms: forms.map((form) => ({ ...form, bodyText: change(form.bodyText) })) }));

export const MAIL_LAPSES: readonly Lapse[] = [
  {
    control: 'service-messages-reviewed',
    when: 'the words of a template were changed after the review',
    lapsed: withTemplate(() => ({ reviewHolds: false })),
    place: 'order-received: the words are not those that were reviewed',
  },
  {
    control: 'service-messages-reviewed',
    when: 'a template was not read for more than a year',
    lapsed: withTemplate(() => ({ reviewedOn: '2025-11-01' })),
    place: 'order-received: reviewed 2025-11-01',
  },
  {
    control: 'service-messages-reviewed',
    when: 'a service message tells of a discount',
    lapsed: withText((text) => `Nå får du 20 % rabatt på alt.\n\n${text}`),
    place: 'order-received: a service message that advertises',
  },
  {
    control: 'service-messages-reviewed',
    when: 'marketing is sent for a purpose that is not for it',
    lapsed: withTemplate(() => ({ class: 'marketing' })),
    place: 'order-received: marketing for the purpose ordering',
  },
  {
    control: 'other-channels-mention-notice',
    when: 'a template does not say where the notice is',
    lapsed: withText((text) => text.replace(/https:\S+/g, '')),
    place: 'order-received: does not say where the notice is',
  },
];

const MAIL = `insert into kept.outbox (mail_id, addressee, language, template, subject_line, body_text, created_at, purpose)
  values ('${ROW}', 'noen@example.no', 'nb', 'TEMPLATE', 'Hei', 'TEXT', '2026-11-01T10:00:00Z', 'ordering')`;
const written = (template: string, text: string): Pick<Breach, 'plant' | 'undo'> => ({
  plant: MAIL.replace('TEMPLATE', template).replace('TEXT', text),
  undo: `delete from kept.outbox where mail_id = '${ROW}'`,
});

export const BREACHES_IN_MAIL: readonly Breach[] = [
  {
    control: 'service-messages-reviewed',
    when: 'a mail waits that follows no template',
    ...written('summer-sale', 'https://kept.example/personvern'),
    place: `kept.outbox ${ROW}: no such template`,
  },
  {
    control: 'other-channels-mention-notice',
    when: 'a mail waits that does not say where the notice is',
    ...written('order-received', 'Takk for bestillingen.'),
    place: `kept.outbox ${ROW}: does not say where the notice is`,
  },
  {
    control: 'other-channels-mention-notice',
    when: 'a call was written down and the notice not mentioned',
    plant: `update register.message set channel = 'phone' where customer_id = '${PRIVATE}' and message_id = '${ROW}'`,
    undo: `update register.message set channel = 'web' where customer_id = '${PRIVATE}' and message_id = '${ROW}'`,
    place: `register.message ${PRIVATE} ${ROW}: the notice was not mentioned`,
  },
];

/** A mail with offers that went out, as the owner of the database can write one past the gate. */
const sent = (person: string, consent: string | null, verified: boolean): Pick<Breach, 'plant' | 'undo'> => ({
  plant: `insert into kept.outbox (mail_id, person_id, addressee, language, template, subject_line, body_text, created_at,
            sent_at, tried_at, attempts, purpose, consent_id, address_verified_at)
          values ('${ROW}', '${person}', 'person@example.no', 'nb', 'order-received', 'Tilbud', 'https://kept.example/personvern',
            '2026-11-01T10:00:00Z', '2026-11-02T10:00:00Z', '2026-11-02T10:00:00Z', 1, 'marketing',
            ${consent === null ? 'null' : `'${consent}'`}, ${verified ? `'2026-10-31T10:00:00Z'` : 'null'})`,
  undo: `delete from kept.outbox where mail_id = '${ROW}'`,
});

export const BREACHES_AT_THE_SEND_GATE: readonly Breach[] = [
  {
    control: 'marketing-send-gate',
    when: 'an offer was sent and rests on no consent',
    ...sent(PRIVATE, null, true),
    place: `kept.outbox ${ROW}: sent for marketing without a consent`,
  },
  {
    control: 'marketing-send-gate',
    when: 'an offer was sent on the consent of somebody else',
    ...sent(COMPANY, ROW, true),
    place: `kept.outbox ${ROW}: sent for marketing without a consent`,
  },
  {
    control: 'marketing-send-gate',
    when: 'an offer was sent on a consent to something else, which had been taken back',
    ...sent(PRIVATE, WITHDRAWN, true),
    place: `kept.outbox ${ROW}: sent for marketing without a consent`,
  },
  {
    control: 'marketing-send-gate',
    when: 'the gate before the outbox is switched off',
    // One switch of two: the other control would name it as well, and looks at more than this.
    plant: 'alter table kept.outbox disable trigger mail_gate',
    undo: 'alter table kept.outbox enable trigger mail_gate',
    place: 'kept.outbox mail_gate',
  },
  {
    control: 'email-addresses-verified',
    when: 'an offer was sent to an address that nobody had confirmed',
    ...sent(PRIVATE, ROW, false),
    place: `kept.outbox ${ROW}: sent to an address that nobody had confirmed`,
  },
  {
    control: 'email-addresses-verified',
    when: 'a changed address no longer begins anew',
    plant: 'alter table register.customer disable trigger verify_address',
    undo: 'alter table register.customer enable trigger verify_address',
    place: 'register.customer verify_address',
  },
];

export const BREACHES_IN_USE_OF_FIELDS: readonly Breach[] = [
  {
    control: 'unused-fields-reported',
    when: 'a field was not read for a year and nobody has decided about it',
    plant: `update kept.field set known_since = '2025-11-01' where table_name = 'register.customer' and column_name = 'phone'`,
    undo: `update kept.field set known_since = '2026-11-01' where table_name = 'register.customer' and column_name = 'phone'`,
    place: 'register.customer phone: not read since 2025-11-01',
  },
  {
    control: 'unused-fields-reported',
    when: 'the decision about a field is older than a year',
    plant: `update kept.field set known_since = '2024-10-01', last_read_on = '2024-10-02'
             where table_name = 'register.customer' and column_name = 'phone';
            insert into kept.field_decision (decision_id, table_name, column_name, decision, reason, decided_on, decided_by)
             values ('${ROW}', 'register.customer', 'phone', 'keep', 'Vi ringer snart', '2025-10-05', '${STAFF}')`,
    undo: `update kept.field set known_since = '2026-11-01', last_read_on = null
             where table_name = 'register.customer' and column_name = 'phone';
           delete from kept.field_decision`,
    place: 'register.customer phone: not read since 2024-10-02',
  },
  {
    control: 'unused-fields-reported',
    when: 'a field is not counted',
    plant: `delete from kept.field where table_name = 'register.customer' and column_name = 'phone'`,
    undo: `insert into kept.field (table_name, column_name, known_since) values ('register.customer', 'phone', '2026-11-01')`,
    place: 'register.customer phone: not counted; run kept apply',
  },
];
