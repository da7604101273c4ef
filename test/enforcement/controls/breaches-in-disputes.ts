/** What is left lying or inferred behind people's backs, and the control that must notice it. */
import type { Breach } from './breach.ts';
import { PRIVATE, ROW, STAFF, STRAY } from './easy-step.ts';

const dispute = (openedBy: string, reviewOn: string, limitationOn: string): string =>
  `insert into register.dispute (customer_id, dispute_id, opened_at, opened_by, matter, limitation_on, review_on, status)
     values ('${PRIVATE}', '${ROW}', '2026-10-05', '${openedBy}', 'Uenighet', '${limitationOn}', '${reviewOn}', 'open');
   update kept.staff set roles = '{legal}' where staff_id = '${STAFF}'`;
const NO_DISPUTE = `delete from register.dispute where dispute_id = '${ROW}';
   update kept.staff set roles = '{sales}' where staff_id = '${STAFF}'`;
const PLACE = `register.dispute ${PRIVATE} ${ROW}`;

const pattern = `insert into register.purchase_pattern (customer_id, pattern_id, segment, rule_name, computed_at)
  values ('${PRIVATE}', '${ROW}', 'walker', 'bought-often', '2026-10-07')`;

export const BREACHES_IN_DISPUTES: readonly Breach[] = [
  {
    control: 'legal-holds',
    when: 'an open dispute is not looked at again in time',
    plant: dispute(STAFF, '2026-11-01', '2029-10-05'),
    undo: NO_DISPUTE,
    place: `${PLACE}: review_on has passed`,
  },
  {
    control: 'legal-holds',
    when: 'nobody who works here answers for an open dispute',
    plant: dispute(STRAY, '2026-12-01', '2029-10-05'),
    undo: NO_DISPUTE,
    place: `${PLACE}: nobody who answers for it`,
  },
  {
    control: 'legal-holds',
    when: 'a dispute is still open after it is barred by limitation',
    plant: dispute(STAFF, '2026-12-01', '2026-11-01'),
    undo: NO_DISPUTE,
    place: `${PLACE}: limitation_on has passed`,
  },
  {
    control: 'profiling-visible',
    when: 'something is inferred about somebody who has taken their yes back',
    plant: pattern,
    undo: `delete from register.purchase_pattern where pattern_id = '${ROW}'`,
    place: 'register.purchase_pattern: 1 without consent to marketing-profiling',
  },
];
