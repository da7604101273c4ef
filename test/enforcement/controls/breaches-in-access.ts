/** What somebody does to the records of who has access and who looked, and the control that must notice it. */
import { type Breach, change } from './breach.ts';
import { PRIVATE, ROW, STAFF } from './easy-step.ts';

export const BREACHES_IN_ACCESS: readonly Breach[] = [
  {
    control: 'access-reviews-signed',
    when: 'a review is signed whose list is gone',
    plant: `insert into kept.access_review (staff_id, review_id, signed_at, staff_count)
              values ('${STAFF}', '${ROW}', '2026-11-20T08:00:00Z', 2)`,
    undo: `delete from kept.access_review where review_id = '${ROW}'`,
    place: 'kept.access_review: 1 without all that was reviewed',
  },
  {
    control: 'disclosures-recorded',
    when: 'somebody gets the role of an adviser without a last day',
    ...change('kept.staff', `staff_id = '${STAFF}'`, `roles = '{adviser}'`, `roles = '{sales}'`),
    place: `kept.staff ${STAFF}: a temporary role without a last day`,
  },
  {
    control: 'disclosures-recorded',
    when: 'an adviser is let in and nobody recorded why',
    ...change(
      'kept.staff',
      `staff_id = '${STAFF}'`,
      `roles = '{adviser}', access_until = '2026-12-31'`,
      `roles = '{sales}', access_until = null`,
    ),
    place: `kept.staff ${STAFF}: no disclosure on record`,
  },
  {
    control: 'disclosures-recorded',
    when: 'a copy that was to be back is still out',
    plant: `insert into kept.disclosure (staff_id, disclosure_id, form, recipient, purpose, categories, reason, given_on, until)
              values ('${STAFF}', '${ROW}', 'copy', 'lawyer', 'disputes', '{identity}', 'En sak', '2026-09-01', '2026-10-01')`,
    undo: `delete from kept.disclosure where disclosure_id = '${ROW}'`,
    place: `kept.disclosure ${ROW}: a copy that should be back`,
  },
  {
    control: 'access-log-complete',
    when: 'a purpose may take entries out of the log',
    plant: 'grant delete on kept.access_log to ROLE_security',
    undo: 'revoke delete on kept.access_log from ROLE_security',
    place: 'ROLE_security: can change kept.access_log',
  },
  {
    control: 'access-log-complete',
    when: 'a purpose no longer reaches the door of the log',
    plant: 'revoke execute on function kept.log_access(integer, text, text, uuid[]) from ROLE_claims',
    undo: 'grant execute on function kept.log_access(integer, text, text, uuid[]) to ROLE_claims',
    place: 'ROLE_claims: cannot reach kept.log_access',
  },
  {
    control: 'access-log-complete',
    when: 'something was done by a session and left no entry',
    plant: `insert into kept.look_reason (person_id, reason_id, staff_id, purpose, reason, at)
              values ('${PRIVATE}', '${ROW}', '${STAFF}', 'claims', 'En gammel sak', now())`,
    undo: `delete from kept.look_reason where reason_id = '${ROW}'`,
    place: `kept.look_reason ${PRIVATE}: no entry in the log`,
  },
  {
    control: 'survey-cap',
    when: 'somebody is asked again after a month',
    plant: `insert into register.survey (survey_id, name, question_nb, question_en, created_at)
              values ('${ROW}', 'Prøve', 'Hvordan?', 'How?', '2026-09-01');
            insert into register.survey_invitation (customer_id, invitation_id, survey_id, sent_at, token_digest, expires_on)
              select '${PRIVATE}', gen_random_uuid(), '${ROW}', at, encode(sha256(convert_to(at::text, 'UTF8')), 'hex'), '2026-12-01'
                from unnest(array['2026-09-01', '2026-10-01']::timestamptz[]) as at`,
    undo: `delete from register.survey_invitation; delete from register.survey`,
    place: `register.survey_invitation ${PRIVATE}: asked twice within six months`,
  },
  {
    control: 'survey-cap',
    when: 'an answer is put in that no link was spent for',
    plant: `insert into register.survey (survey_id, name, question_nb, question_en, created_at)
              values ('${ROW}', 'Prøve', 'Hvordan?', 'How?', '2026-09-01');
            insert into register.survey_answer (survey_id, answer_id, month, score)
              values ('${ROW}', gen_random_uuid(), '2026-10-01', 5)`,
    undo: `delete from register.survey_answer; delete from register.survey`,
    place: `register.survey_answer ${ROW}: more answers than spent links`,
  },
  {
    control: 'improvement-pseudonymised',
    when: 'a code is a digest that anybody can make again',
    plant: `insert into register.usage_event (day, event_id, pseudonym, kind)
              values ('2026-11-20', gen_random_uuid(), md5('${PRIVATE}'), 'ordered')`,
    undo: 'delete from register.usage_event',
    place: 'register.usage_event: 1 lead to a customer',
  },
  {
    control: 'improvement-pseudonymised',
    when: 'the purpose may read who the customers are',
    plant: 'grant select (email) on register.customer to ROLE_product_improvement',
    undo: 'revoke select (email) on register.customer from ROLE_product_improvement',
    place: 'product-improvement reads register.customer',
  },
  {
    control: 'usage-pseudonyms-rotate',
    when: 'a code comes again the next day',
    plant: `insert into register.usage_event (day, event_id, pseudonym, kind)
              select day, gen_random_uuid(), repeat('ab', 16), 'ordered' from unnest(array['2026-11-20', '2026-11-21']::date[]) as day`,
    undo: 'delete from register.usage_event',
    place: `register.usage_event ${'ab'.repeat(16)}: on 2 days`,
  },
];
