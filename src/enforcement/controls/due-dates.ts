/**
 * Controls of what must be looked at again in time: risk assessment, security measures, legal review, agreements with
 * processors. The policy says when each was last done; a date that has passed breaks the promise.
 */
import { Temporal } from 'temporal-polyfill';
import { dayAt } from '../calendar/day-at.ts';
import type { Control, ControlOutcome, SystemUnderControl } from '../types.ts';
import { type MeasureStanding, measuresStanding, type RecordedCheck } from './measures-checked.ts';
import { Faults, undone } from './outcome.ts';

/** Today where the controller is. */
export const today = ({ now, policy }: SystemUnderControl): Temporal.PlainDate =>
  Temporal.PlainDate.from(dayAt(now(), policy.controller.timeZone));

/**
 * Adds to `faults` when `doneOn` lies ahead or what is due after it has passed.
 * @param due An ISO 8601 duration counted from `doneOn`, or a date.
 */
function lookAtDue(faults: Faults, place: string, now: Temporal.PlainDate, doneOn: string, due: string): void {
  const done = Temporal.PlainDate.from(doneOn);
  const until = due.startsWith('P') ? done.add(due) : Temporal.PlainDate.from(due);
  if (Temporal.PlainDate.compare(done, now) > 0) faults.add(`${place}: ${doneOn} lies ahead`);
  if (Temporal.PlainDate.compare(until, now) < 0) faults.add(`${place}: due ${until}`);
}

const NO_RISK_ASSESSMENT = { nb: 'Ingen risikovurdering er gjort.', en: 'No risk assessment has been made.' };
const NO_LEGAL_REVIEW = { nb: 'Ingen gjennomgang er gjort.', en: 'No review has been made.' };

export const riskAssessmentCurrent: Control = {
  name: 'risk-assessment-current',
  label: { nb: 'Risikovurderingen er gjort i tide', en: 'The risk assessment is current' },
  async look(system): Promise<ControlOutcome> {
    const faults = new Faults();
    const { riskAssessment } = system.policy.security;
    if (riskAssessment === null) return undone(system.policy, 'risk-assessment-current', NO_RISK_ASSESSMENT);
    const { doneOn, every } = riskAssessment;
    lookAtDue(faults, 'risk_assessment', today(system), doneOn, every);
    return faults.outcome(
      { nb: `Sist gjort ${doneOn}.`, en: `Last done ${doneOn}.` },
      { nb: 'Risikovurderingen skulle vært gjort på nytt.', en: 'The risk assessment is overdue.' },
      { doneOn, every },
    );
  },
};

export const legalReviewCurrent: Control = {
  name: 'legal-review-current',
  label: { nb: 'Gjennomgangen av regelverket er gjort i tide', en: 'The review of the law is current' },
  async look(system): Promise<ControlOutcome> {
    const faults = new Faults();
    const { legalReview } = system.policy.security;
    if (legalReview === null) return undone(system.policy, 'legal-review-current', NO_LEGAL_REVIEW);
    const { doneOn, every, owner } = legalReview;
    lookAtDue(faults, 'legal_review', today(system), doneOn, every);
    if (owner.trim() === '') faults.add('legal_review: no owner');
    return faults.outcome(
      { nb: `Sist gjort ${doneOn}.`, en: `Last done ${doneOn}.` },
      { nb: 'Gjennomgangen skulle vært gjort på nytt.', en: 'The review is overdue.' },
      { doneOn, every },
    );
  },
};

const KINDS = ['technical', 'physical', 'organisational'] as const;

/** By the policy, by what was recorded, and by the reviews of access that were signed. */
async function standingMeasures({ policy, owner }: SystemUnderControl): Promise<readonly MeasureStanding[]> {
  if (policy.tables['kept.measure_check'] === undefined) return measuresStanding(policy, [], null);
  const { rows: recorded } = await owner.query<RecordedCheck>(
    'select measure, max(checked_on)::text as "checkedOn" from kept.measure_check group by measure',
  );
  const { rows } = await owner.query<{ signed: string | null }>(
    'select max((signed_at at time zone $1)::date)::text as signed from kept.access_review',
    [policy.controller.timeZone],
  );
  return measuresStanding(policy, recorded, rows[0]?.signed ?? null);
}

export const securityMeasuresChecked: Control = {
  name: 'security-measures-checked',
  label: { nb: 'Sikkerhetstiltakene er sjekket i tide', en: 'The security measures are checked in time' },
  async look(system): Promise<ControlOutcome> {
    const faults = new Faults();
    const standing = await standingMeasures(system);
    const measures = standing.map(({ measure }) => measure);
    for (const { measure, checkedOn } of standing)
      lookAtDue(faults, measure.name, today(system), checkedOn, measure.checkAgain);
    const missing = KINDS.filter((kind) => !measures.some((measure) => measure.kind === kind));
    if (missing.length > 0 && faults.count === 0) {
      const kinds = missing.join(', ');
      return undone(system.policy, 'security-measures-checked', {
        nb: `Tiltak mangler: ${kinds}.`,
        en: `Measures are missing: ${kinds}.`,
      });
    }
    return faults.outcome(
      { nb: `${measures.length} tiltak er sjekket i tide.`, en: `${measures.length} measures are checked in time.` },
      {
        nb: 'Tiltak mangler eller skulle vært sjekket på nytt. Sjekk dem, og før det på siden Sikkerhetstiltak.',
        en: 'Measures are missing or overdue for a check. Check them, and record it on the page Security measures.',
      },
      { measures: measures.length },
    );
  },
};

export const agreementsInForce: Control = {
  name: 'agreements-in-force',
  label: { nb: 'Databehandleravtalene gjelder', en: 'Agreements with processors are in force' },
  async look(system): Promise<ControlOutcome> {
    const faults = new Faults();
    const unbound: string[] = [];
    const processors = Object.entries(system.policy.recipients).filter(
      ([, recipient]) => recipient.kind === 'processor',
    );
    for (const [name, { agreement }] of processors) {
      if (agreement === null) unbound.push(name);
      else lookAtDue(faults, name, today(system), agreement.signedOn, agreement.reviewBy);
    }
    if (unbound.length > 0 && faults.count === 0) {
      const places = unbound.map((name) => `${name}: no agreement`);
      const summary = { nb: 'En avtale mangler.', en: 'An agreement is missing.' };
      return undone(system.policy, 'agreements-in-force', summary, places);
    }
    for (const name of unbound) faults.add(`${name}: no agreement`);
    return faults.outcome(
      {
        nb: `${processors.length} databehandlere har avtale i kraft.`,
        en: `${processors.length} processors have an agreement in force.`,
      },
      { nb: 'En avtale mangler eller skulle vært gjennomgått.', en: 'An agreement is missing or overdue for review.' },
      { processors: processors.length },
    );
  },
};
