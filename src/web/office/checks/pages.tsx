/** The addresses of what the company checks and decides about its own doing, for the purpose that answers for it. */
import type { Hono } from 'hono';
import { dayAt, measuresStanding, type UnusedField, unusedFields, yearAfter } from '../../../enforcement/index.ts';
import type { Language, Purpose } from '../../../policy/index.ts';
import {
  decideField,
  faultsOfCheck,
  faultsOfDecision,
  readChecks,
  readFields,
  readLastReview,
  recordCheck,
  staffByKey,
} from '../../../records/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import { readDay } from '../../forms/read-values.ts';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { deskAddress } from '../desk.tsx';
import { doneThen } from '../flash/done-then.ts';
import { EMPTY_FORM } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { type DeskWithPurpose, onlyFor, purposeWrites } from '../only-purpose.ts';
import { FieldsPage, fieldValue } from './fields-page.tsx';
import { MeasuresPage } from './measures-page.tsx';

/** Checks shown, and looked through for the newest of each measure. */
const MOST_CHECKS = 500;

export function addChecks(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const { officeMeasures, officeUnusedFields } = ADDRESSES;
  const checks = (purpose: Purpose): boolean =>
    purpose.roles.length > 0 && purposeWrites(parts.policy, purpose, 'kept.measure_check', 'measure');
  const decides = (purpose: Purpose): boolean =>
    purpose.roles.length > 0 && purposeWrites(parts.policy, purpose, 'kept.field_decision', 'decision');
  app.get(officeMeasures[language], (context) =>
    onlyFor(context, parts, officeMeasures, checks, (desk) => showMeasures(context, parts, desk, EMPTY_FORM)),
  );
  app.post(officeMeasures[language], (context) =>
    onlyFor(context, parts, officeMeasures, checks, (desk) => receiveCheck(context, parts, desk)),
  );
  app.get(officeUnusedFields[language], (context) =>
    onlyFor(context, parts, officeUnusedFields, decides, (desk) => showFields(context, parts, desk, EMPTY_FORM)),
  );
  app.post(officeUnusedFields[language], (context) =>
    onlyFor(context, parts, officeUnusedFields, decides, (desk) => receiveDecision(context, parts, desk)),
  );
}

const todayOf = ({ now, policy }: WebParts): string => dayAt(now(), policy.controller.timeZone);

const statusOf = ({ faults }: FormState): 200 | 422 => (Object.keys(faults).length === 0 ? 200 : 422);

async function showMeasures(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  state: FormState,
): Promise<Response> {
  const { checks, lastReview, staff } = await parts.asPrincipal(desk.staff, desk.purpose.name, async ({ records }) => ({
    checks: await readChecks(records, MOST_CHECKS),
    lastReview: await readLastReview(records, parts.policy),
    staff: await staffByKey(records),
  }));
  const standing = measuresStanding(parts.policy, checks, lastReview);
  return context.html(
    <MeasuresPage {...{ desk, standing, checks, staff, state }} today={todayOf(parts)} />,
    statusOf(state),
  );
}

async function receiveCheck(context: WebContext, parts: WebParts, desk: DeskWithPurpose): Promise<Response> {
  const { measureFaults } = officeTextsIn(desk.frame.language);
  const { typed } = await readForm(context, ['measure', 'day', 'note']);
  const { measure = '' } = typed;
  const day = readDay(typed.day);
  const note = (typed.note ?? '').trim() || null;
  const checked = { measure, checkedOn: day?.toString() ?? '', note };
  const found = Object.entries(faultsOfCheck(parts.policy, checked, todayOf(parts)));
  const faults = {
    ...Object.fromEntries(found.map(([field, fault]) => [field, measureFaults[fault]])),
    ...(day ? {} : { day: measureFaults['day-missing'] }),
  };
  if (Object.keys(faults).length > 0) return await showMeasures(context, parts, desk, { values: typed, faults });
  await parts.asPrincipal(desk.staff, desk.purpose.name, ({ records }) =>
    recordCheck(records, { ...checked, checkId: parts.newId(), checkedBy: desk.staff.id, at: parts.now() }),
  );
  return doneThen(context, parts, desk, deskAddress(desk, 'officeMeasures'), {
    says: (words) => words.measureRecorded,
  });
}

async function fieldsNow(parts: WebParts, desk: DeskWithPurpose) {
  const { known, decisions } = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ records }) =>
    readFields(records),
  );
  const today = todayOf(parts);
  const since = known.map(({ knownSince }) => knownSince).sort()[0] ?? today;
  const unused: readonly UnusedField[] = unusedFields(parts.policy, known, decisions, today);
  return { unused, since, first: yearAfter(since) };
}

async function showFields(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  state: FormState,
): Promise<Response> {
  return context.html(<FieldsPage {...{ desk, state }} {...(await fieldsNow(parts, desk))} />, statusOf(state));
}

async function receiveDecision(context: WebContext, parts: WebParts, desk: DeskWithPurpose): Promise<Response> {
  const { fieldFaults } = officeTextsIn(desk.frame.language);
  const { typed } = await readForm(context, ['field', 'decision', 'reason']);
  const { unused } = await fieldsNow(parts, desk);
  const asked = unused.find((one) => fieldValue(one) === typed.field);
  const decision = (['keep', 'remove'] as const).find((one) => one === typed.decision);
  const made = { table: asked?.table ?? '', column: asked?.column ?? '', reason: (typed.reason ?? '').trim() };
  const found = Object.entries(faultsOfDecision(unused, made));
  const faults = {
    ...Object.fromEntries(found.map(([field, fault]) => [field, fieldFaults[fault]])),
    ...(decision === undefined ? { decision: fieldFaults['decision-missing'] } : {}),
  };
  if (decision === undefined || Object.keys(faults).length > 0) {
    return await showFields(context, parts, desk, { values: typed, faults });
  }
  const by = { decisionId: parts.newId(), decidedOn: todayOf(parts), decidedBy: desk.staff.id };
  await parts.asPrincipal(desk.staff, desk.purpose.name, ({ records }) =>
    decideField(records, { ...made, ...by, decision }),
  );
  return doneThen(context, parts, desk, deskAddress(desk, 'officeUnusedFields'), {
    says: (words) => words.fieldDecided,
  });
}
