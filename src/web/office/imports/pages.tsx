/** The addresses of imports, each kind under the purpose that writes what it holds. */

import type { Context, Hono } from 'hono';
import type { Language } from '../../../policy/index.ts';
import {
  dropImport,
  dropOldImports,
  IMPORT_KINDS,
  PURPOSE_OF_IMPORT,
  readImports,
  readSpreadsheet,
  storeUpload,
} from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { UUID } from '../../ids.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { atDesk, deskAddress } from '../desk.tsx';
import { type DeskForPurpose, forPurpose } from '../files/for-purpose.ts';
import { readUpload } from '../files/uploaded.ts';
import { doneThen } from '../flash/done-then.ts';
import { EMPTY_FORM } from '../form/form.tsx';
import { importAddress } from './addresses.ts';
import { IMPORT_SEAL } from './background.ts';
import { ImportsPage } from './overview.tsx';
import { choose, refusedRows, run, show } from './steps.tsx';

const LATEST = 20;

type Work = (context: WebContext, desk: DeskForPurpose, importId: string) => Promise<Response>;

export function addImports(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const here = ADDRESSES.officeImports;
  const at = (context: WebContext, work: (desk: DeskForPurpose) => Promise<Response>, below = ''): Promise<Response> =>
    atDesk(context, parts, { nb: here.nb + below, en: here.en + below }, (desk) => {
      const purposes: readonly string[] = Object.values(PURPOSE_OF_IMPORT);
      const own = desk.own.filter(({ name }) => purposes.includes(name)).map(({ name }) => name);
      const acting = own.find((name) => name === desk.purpose?.name);
      return forPurpose(context, parts, desk, acting ?? own[0] ?? PURPOSE_OF_IMPORT.customers, work);
    });
  app.get(here[language], (context) => at(context, (desk) => showOverview(context, parts, desk, EMPTY_FORM)));
  app.post(here[language], (context) => at(context, (desk) => receive(context, parts, desk)));
  const answer = (method: 'GET' | 'POST', deed: string, work: Work): void => {
    const path = `${here[language]}/:import{${UUID}}${deed}`;
    app.on(method, path, (context: Context<WebEnvironment>) => {
      const importId = context.req.param('import') ?? '';
      return at(context, (desk) => work(context, desk, importId), `/${importId}`);
    });
  };
  answer('GET', '', (context, desk, importId) => show(context, parts, desk, importId));
  answer('POST', '/columns', (context, desk, importId) => choose(context, parts, desk, importId));
  answer('POST', '/run', (context, desk, importId) => run(context, parts, desk, importId));
  answer('POST', '/drop', (context, desk, importId) => drop(context, parts, desk, importId));
  const report = officeTextsIn(language).importReportName;
  answer('GET', `/${report}.csv`, (context, desk, importId) => refusedRows(context, parts, desk, importId));
}

async function showOverview(
  context: WebContext,
  parts: WebParts,
  desk: DeskForPurpose,
  state: FormState,
): Promise<Response> {
  const imports = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    readImports(register, LATEST, parts.now()),
  );
  const page = <ImportsPage desk={desk} state={state} imports={imports} />;
  return context.html(page, Object.keys(state.faults).length === 0 ? 200 : 422);
}

async function receive(context: WebContext, parts: WebParts, desk: DeskForPurpose): Promise<Response> {
  const texts = officeTextsIn(desk.frame.language);
  const { bytes, typed } = await readUpload(context, ['kind', 'told']);
  const kind = IMPORT_KINDS.find((one) => one === typed.kind && PURPOSE_OF_IMPORT[one] === desk.purpose.name);
  const toldThrough = (['mail', 'phone', 'counter'] as const).find((one) => one === typed.told);
  const faults: Record<string, string> = {};
  if (kind === undefined) faults.kind = texts.importKindMissing;
  if (bytes === null) faults.file = texts.importFileMissing;
  if (toldThrough === undefined) faults.told = texts.importToldMissing;
  const refuse = (): Promise<Response> => showOverview(context, parts, desk, { values: { ...typed }, faults });
  if (kind === undefined || bytes === null || toldThrough === undefined) return await refuse();
  const read = await readSpreadsheet(bytes);
  if (!read.ok) {
    faults.file = texts.sheetFault(read.fault);
    return await refuse();
  }
  const importId = parts.newId();
  const upload = {
    ...{ importId, kind, purpose: desk.purpose.name, sheet: read.sheet, staffId: desk.staff.id },
    ...{ now: parts.now(), noticeVersion: parts.policy.controller.version.number, toldThrough },
  };
  await parts.asPrincipal(desk.staff, desk.purpose.name, async ({ register }) => {
    await dropOldImports(register, upload.now);
    await storeUpload(register, parts.sealFor(IMPORT_SEAL), upload);
  });
  return context.redirect(importAddress(desk, importId), 303);
}

async function drop(context: WebContext, parts: WebParts, desk: DeskForPurpose, importId: string): Promise<Response> {
  const dropped = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    dropImport(register, importId, parts.now()),
  );
  return doneThen(context, parts, desk, deskAddress(desk, 'officeImports'), {
    says: (texts) => (dropped ? texts.importDropped : texts.importAlready),
    tone: dropped ? 'success' : 'warning',
  });
}
