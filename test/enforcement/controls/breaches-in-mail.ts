/** What a template of mail can say, or leave out, and the control that must notice it. */
import type { MailTemplateSeen } from '../../../src/enforcement/index.ts';
import type { Breach, Lapse } from './breach.ts';
import { PRIVATE, ROW } from './easy-step.ts';

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

const MAIL = `insert into kept.outbox (mail_id, addressee, language, template, subject_line, body_text, created_at)
  values ('${ROW}', 'noen@example.no', 'nb', 'TEMPLATE', 'Hei', 'TEXT', '2026-11-01T10:00:00Z')`;
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
