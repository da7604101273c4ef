/** The address of customer surveys: the question in use, a new one, and what the answers say by month. */
import type { Hono } from 'hono';
import type { Language } from '../../../policy/index.ts';
import { readResults, readSurveys, startSurvey, stopSurveys } from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import { forbiddenNumberFault } from '../../forms/forbidden-number.ts';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { deskAddress } from '../desk.tsx';
import { doneThen } from '../flash/done-then.ts';
import { EMPTY_FORM } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { type DeskWithPurpose, onlyFor } from '../only-purpose.ts';
import { LONGEST, SurveysPage } from './surveys-page.tsx';

type Field = keyof typeof LONGEST;

export function addSurveys(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const { officeSurveys } = ADDRESSES;
  const belongs = ({ name }: { readonly name: string }): boolean => name === 'satisfaction-surveys';
  app.get(officeSurveys[language], (context) =>
    onlyFor(context, parts, officeSurveys, belongs, (desk) => show(context, parts, desk, EMPTY_FORM)),
  );
  app.post(officeSurveys[language], (context) =>
    onlyFor(context, parts, officeSurveys, belongs, (desk) => receive(context, parts, desk)),
  );
}

async function show(context: WebContext, parts: WebParts, desk: DeskWithPurpose, state: FormState): Promise<Response> {
  const shown = await parts.asPrincipal(desk.staff, desk.purpose.name, async ({ register }) => {
    const surveys = await readSurveys(register);
    const latest = surveys[0] ?? null;
    return { survey: latest, results: latest === null ? [] : await readResults(register, latest.surveyId) };
  });
  const page = <SurveysPage {...{ desk, state, ...shown }} />;
  return context.html(page, Object.keys(state.faults).length === 0 ? 200 : 422);
}

async function receive(context: WebContext, parts: WebParts, desk: DeskWithPurpose): Promise<Response> {
  const texts = officeTextsIn(desk.frame.language);
  const { typed } = await readForm(context, ['name', 'questionNb', 'questionEn', 'stop']);
  const address = deskAddress(desk, 'officeSurveys');
  if (typed.stop !== undefined) {
    await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) => stopSurveys(register));
    return doneThen(context, parts, desk, address, { says: (words) => words.surveyStopped });
  }
  const text = (field: Field): string => (typed[field] ?? '').trim();
  const fields = Object.keys(LONGEST) as Field[];
  const wrong = fields.filter((field) => text(field) === '' || text(field).length > LONGEST[field]);
  const numbers = fields.flatMap((field) => {
    const number = forbiddenNumberFault(text(field), desk.frame.language);
    return number === null ? [] : [[field, number] as const];
  });
  if (wrong.length + numbers.length > 0) {
    const faults = Object.fromEntries([
      ...wrong.map((field) => [field, texts.surveyFaults[field]] as const),
      ...numbers,
    ]);
    return await show(context, parts, desk, {
      values: Object.fromEntries(fields.map((field) => [field, typed[field] ?? ''])),
      faults,
    });
  }
  const question = { nb: text('questionNb'), en: text('questionEn') };
  await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    startSurvey(register, { surveyId: parts.newId(), name: text('name'), question, at: parts.now() }),
  );
  return doneThen(context, parts, desk, address, { says: (words) => words.surveyStarted });
}
