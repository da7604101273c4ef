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
];
