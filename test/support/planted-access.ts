/** What is kept of the access that a member of staff has and of how they use it, with a value in each column. */
import type { Pool } from '../../src/postgres/index.ts';

/** @param set 1 or 2: every value differs by it. */
export async function plantStaffAccess(
  owner: Pool,
  set: 1 | 2,
  { staff, customer }: { staff: string; customer: string },
  newId: () => string,
): Promise<void> {
  const at = (day: number): string => `2026-0${set}-0${day}T10:00:00Z`;
  await owner.query(
    `insert into kept.look_reason (person_id, reason_id, staff_id, purpose, reason, at) values ($1, $2, $3, $4, $5, $6)`,
    [customer, newId(), staff, 'claims', `Innsyn ${set}`, at(1)],
  );
  await owner.query(`insert into kept.staff_use (staff_id, purpose, last_used_on) values ($1, $2, $3)`, [
    ...[staff, set === 1 ? 'claims' : 'delivery', at(2)],
  ]);
  await owner.query(
    `insert into kept.access_review (staff_id, review_id, signed_at, staff_count, note) values ($1, $2, $3, $4, $5)`,
    [staff, newId(), at(3), 10 + set, `Gjennomgang ${set}`],
  );
  await owner.query(
    `insert into kept.access_review_line (staff_id, review_id, signed_at, roles, access_until, last_used_at)
     values ($1, $2, $3, '{sales}', $4, $5)`,
    [staff, newId(), at(4), `2027-0${set}-05`, at(5)],
  );
  await owner.query(
    `insert into kept.look_finding (staff_id, finding_id, kind, day, figure, usual, threshold, found_at, looked_into_at,
       looked_into_by, note) values ($1, $2, 'many-people', $3, $4, $5, $6, $7, $8, $9, $10)`,
    [staff, newId(), at(6), 40 + set, set, 30 + set, at(7), at(8), staff, `Sett på ${set}`],
  );
  await owner.query(
    `insert into kept.disclosure (staff_id, disclosure_id, form, recipient, purpose, categories, reason, given_on, until,
       ended_on) values ($1, $2, 'copy', $3, 'accounting', '{invoices}', $4, $5, $6, $7)`,
    [staff, newId(), set === 1 ? 'auditor' : 'lawyer', `Utlevert ${set}`, at(1), at(9), at(9)],
  );
  await owner.query(
    `insert into kept.staff_day (staff_id, day, people, looks, looks_outside) values ($1, $2, $3, $4, $5)`,
    [staff, at(8), 50 + set, 60 + set, 70 + set],
  );
}
