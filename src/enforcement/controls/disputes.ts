/**
 * What a dispute holds back from deletion: it has an owner who may still work with it and a day by which somebody looks
 * at it again, so that nothing is held for ever because nobody remembers why.
 */
import { purposesOf } from '../sessions/admission.ts';
import type { Control, ControlOutcome } from '../types.ts';
import { Faults, withoutTable } from './outcome.ts';

const TABLE = 'register.dispute';
const PURPOSE = 'disputes';

interface OpenDispute {
  readonly place: string;
  /** Null when nobody with that key works here, or they have left. */
  readonly roles: string[] | null;
  readonly overdue: boolean;
  readonly barred: boolean;
}

export const legalHolds: Control = {
  name: 'legal-holds',
  label: {
    nb: 'Åpne tvister har noen som svarer for dem, og en dag de ses på igjen',
    en: 'Open disputes have somebody who answers for them, and a day on which they are looked at again',
  },
  async look({ policy, owner, now }): Promise<ControlOutcome> {
    if (policy.tables[TABLE] === undefined || policy.purposes[PURPOSE] === undefined) return withoutTable(TABLE);
    const { rows } = await owner.query<OpenDispute>(
      `select '${TABLE} ' || dispute.customer_id || ' ' || dispute.dispute_id as place, staff.roles,
              dispute.review_on < today.day as overdue, dispute.limitation_on < today.day as barred
         from ${TABLE} as dispute
         cross join (select ($1::timestamptz at time zone $2)::date as day) as today
         left join kept.staff as staff on staff.staff_id = dispute.opened_by and staff.left_at is null
          and (staff.access_until is null or staff.access_until >= today.day)
        where dispute.status = 'open' order by 1`,
      [now(), policy.controller.timeZone],
    );
    const faults = new Faults();
    for (const { place, roles, overdue, barred } of rows) {
      const mayWork =
        roles !== null && purposesOf(policy, { kind: 'staff', id: '', roles }).some((purpose) => purpose === PURPOSE);
      if (!mayWork) faults.add(`${place}: nobody who answers for it`);
      if (overdue) faults.add(`${place}: review_on has passed`);
      if (barred) faults.add(`${place}: limitation_on has passed`);
    }
    return faults.outcome(
      {
        nb: `${rows.length} åpne tvister har hver sin ansvarlige og er sett på i tide.`,
        en: `${rows.length} open disputes each have their owner and were looked at in time.`,
      },
      { nb: 'Åpne tvister er blitt liggende.', en: 'Open disputes were left lying.' },
      { disputes: rows.length },
    );
  },
};
