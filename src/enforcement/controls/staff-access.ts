/** Controls over who has access: it is gone through in time, advisers have a last day, and what they were given is on record. */
import { literal } from '../compile/sql.ts';
import type { Control, ControlOutcome } from '../types.ts';
import { accessReviewDue } from './access-review-due.ts';
import { today } from './due-dates.ts';
import { Faults, undone, withoutTable } from './outcome.ts';

export const accessReviewsSigned: Control = {
  name: 'access-reviews-signed',
  label: { nb: 'Tilgangene er gjennomgått i tide', en: 'Access was reviewed in time' },
  async look(system): Promise<ControlOutcome> {
    const { policy, owner } = system;
    if (policy.tables['kept.access_review'] === undefined) return withoutTable('kept.access_review');
    const faults = new Faults();
    const { rows } = await owner.query<{ signed: string | null; unfit: number }>(
      `select max((signed_at at time zone ${literal(policy.controller.timeZone)})::date)::text as signed,
              (select count(*) from kept.access_review as review
                where staff_count <> (select count(*) from kept.access_review_line as line
                                       where line.review_id = review.review_id)) as unfit
         from kept.access_review`,
    );
    const { signed = null, unfit = 0 } = rows[0] ?? {};
    const due = accessReviewDue(policy, signed);
    if (due === null) {
      const summary = {
        nb: 'Reglene sier ikke hvor ofte tilganger gjennomgås.',
        en: 'The policy does not say how often access is reviewed.',
      };
      return undone(policy, 'access-reviews-signed', summary, ['security.yaml measures: access-review']);
    }
    if (due < today(system).toString()) faults.add(`kept.access_review: due ${due}`);
    if (unfit > 0) faults.add(`kept.access_review: ${unfit} without all that was reviewed`);
    return faults.outcome(
      { nb: `Neste gjennomgang senest ${due}.`, en: `The next review is due on ${due}.` },
      { nb: 'Tilgangene skulle vært gjennomgått.', en: 'Access should have been reviewed.' },
      { signed, due },
    );
  },
};

/** Of those with access today: one of the roles is for a time only. */
const WITH_TEMPORARY_ROLE = `left_at is null and (access_until is null or access_until >= $2::date) and roles && $1::text[]`;

export const disclosuresRecorded: Control = {
  name: 'disclosures-recorded',
  label: {
    nb: 'Det rådgivere har fått, er ført med hvem, hvorfor og hvor lenge',
    en: 'What advisers were given is on record with who, why and until when',
  },
  async look(system): Promise<ControlOutcome> {
    const { policy, owner } = system;
    if (policy.tables['kept.disclosure'] === undefined) return withoutTable('kept.disclosure');
    const faults = new Faults();
    const day = today(system).toString();
    const temporary = Object.values(policy.roles).flatMap((role) => (role.temporary ? [role.name] : []));
    const { rows: advisers } = await owner.query<{ staff: string; lasting: boolean }>(
      `select staff_id as staff, access_until is null as lasting from kept.staff
        where ${WITH_TEMPORARY_ROLE}
          and (access_until is null or not exists (
                select from kept.disclosure as given
                 where given.adviser_id = kept.staff.staff_id and given.ended_on is null
                   and given.until >= kept.staff.access_until))
        order by 1`,
      [temporary, day],
    );
    for (const { staff, lasting } of advisers) {
      faults.add(`kept.staff ${staff}: ${lasting ? 'a temporary role without a last day' : 'no disclosure on record'}`);
    }
    const { rows: given } = await owner.query<{ disclosure: string; recipient: string; late: boolean }>(
      `select disclosure_id as disclosure, recipient, form = 'copy' and ended_on is null and until < $1::date as late
         from kept.disclosure order by 1`,
      [day],
    );
    for (const { disclosure, recipient, late } of given) {
      if (policy.recipients[recipient] === undefined) faults.add(`kept.disclosure ${disclosure}: unknown recipient`);
      else if (late) faults.add(`kept.disclosure ${disclosure}: a copy that should be back`);
    }
    return faults.outcome(
      {
        nb: 'Hver utlevering har mottaker, grunn og dato.',
        en: 'Each disclosure has a recipient, a reason and a date.',
      },
      {
        nb: 'En utlevering er ikke ført, eller er over tiden.',
        en: 'A disclosure is not on record, or over its time.',
      },
      { disclosures: given.length },
    );
  },
};
