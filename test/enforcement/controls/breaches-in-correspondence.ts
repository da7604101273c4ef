/** What somebody does to claims, messages and notes, and the control that must notice it. */
import { type Breach, change, customer } from './breach.ts';
import { PRIVATE, ROW, STAFF, STRAY } from './easy-step.ts';

const OF_CLAIM = `customer_id = '${PRIVATE}' and claim_id = '${ROW}'`;
const OF_MESSAGE = `customer_id = '${PRIVATE}' and message_id = '${ROW}'`;

const letter = (direction: string, channel: string, body: string) => ({
  plant: `insert into register.claim_entry (customer_id, claim_id, entry_id, at, direction, channel, subject_line, body)
            values ('${PRIVATE}', '${ROW}', '${ROW}', '2026-11-21T10:00:00Z', '${direction}', '${channel}', '', '${body}')`,
  undo: `delete from register.claim_entry where ${customer(PRIVATE)}`,
});

export const BREACHES_IN_CORRESPONDENCE: readonly Breach[] = [
  {
    control: 'claim-cases',
    when: 'an answer to a claim is overdue',
    ...change('register.claim', OF_CLAIM, `answer_due_on = '2026-11-22'`, `answer_due_on = '2026-12-04'`),
    place: `register.claim ${PRIVATE} ${ROW}: not answered in time`,
  },
  {
    control: 'claim-cases',
    when: 'a claim is closed without an answer',
    ...change(
      'register.claim',
      OF_CLAIM,
      `status = 'closed', closed_at = now(), outcome = 'refused'`,
      `status = 'received', closed_at = null, outcome = null`,
    ),
    place: `register.claim ${PRIVATE} ${ROW}: closed without an answer`,
  },
  {
    control: 'claim-cases',
    when: 'the order of an open claim is gone',
    ...change('register.claim', OF_CLAIM, `about_order_id = '${STRAY}'`, `about_order_id = '${ROW}'`),
    place: `register.claim ${PRIVATE} ${ROW}: open, and the order is gone`,
  },
  {
    control: 'claim-windows-by-product',
    when: 'a consumer is told two years for what lasts',
    ...change('register.claim', OF_CLAIM, `window_ends_on = '2028-10-05'`, `window_ends_on = '2031-10-05'`),
    place: `register.claim ${PRIVATE} ${ROW}: can be made until 2028-10-05`,
  },
  {
    control: 'extension-recorded',
    when: 'a relationship is extended without a reason',
    ...change('register.message', OF_MESSAGE, `extension_reason = null`, `extension_reason = 'Spør om en vare'`),
    place: `register.message ${PRIVATE} ${ROW}: no reason, or nobody who gave it`,
  },
  {
    control: 'extension-recorded',
    when: 'a newsletter of ours extends a relationship',
    plant: `alter table register.message drop constraint message_check;
            update register.message set direction = 'out' where ${OF_MESSAGE}`,
    undo: `update register.message set direction = 'in' where ${OF_MESSAGE};
           alter table register.message add constraint message_check check (direction = 'in' or not extends_relationship)`,
    place: `register.message ${PRIVATE} ${ROW}: ours`,
  },
  {
    control: 'enquiries-expire',
    when: 'mail that nobody sorted lies past its time',
    plant: `insert into register.unsorted_message (unsorted_message_id, received_at, from_address, subject_line, body)
              values ('${ROW}', now() - interval '92 days', 'noen@example.no', 'Pris', 'Hva koster den?')`,
    undo: `delete from register.unsorted_message where unsorted_message_id = '${ROW}'`,
    place: `register.unsorted_message ${ROW}: kept too long`,
  },
  {
    control: 'special-categories-scanned',
    when: 'a note tells of somebody’s health',
    plant: `insert into register.note (customer_id, note_id, written_at, written_by, body)
              values ('${PRIVATE}', '${ROW}', now(), '${STAFF}', 'Kunden er sykmeldt.')`,
    undo: `delete from register.note where ${customer(PRIVATE)}`,
    place: `register.note ${PRIVATE} ${ROW}: health`,
  },
  {
    control: 'special-categories-scanned',
    when: 'a letter of ours about a claim tells of somebody’s health',
    ...letter('out', 'mail', 'Vi forstår at du er sykmeldt.'),
    place: `register.claim_entry ${PRIVATE} ${ROW} ${ROW}: health`,
  },
  {
    control: 'other-channels-mention-notice',
    when: 'a call about a claim was written down and the notice not mentioned',
    ...letter('in', 'phone', 'Kunden spør når den er ferdig.'),
    place: `register.claim_entry ${PRIVATE} ${ROW} ${ROW}: the notice was not mentioned`,
  },
];
