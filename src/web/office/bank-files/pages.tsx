/** The addresses of files from the bank, all of them under the purpose that takes payments. */

import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import type { Language } from '../../../policy/index.ts';
import {
  type BankFileRead,
  dropFile,
  type KnownFile,
  previewFile,
  readBankFile,
  readFile,
  readFiles,
  readPlace,
  readWaitingEntries,
  registerFile,
  takeInFile,
  WAITING_ORDER,
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
import { timeInWords } from '../value.tsx';
import { bankFileAddress } from './addresses.ts';
import { addBankEntry } from './entry-pages.tsx';
import { BankFilePage } from './file.tsx';
import { BankFilesPage } from './overview.tsx';

const PAYMENT_PURPOSE = 'invoicing';

const WAITING_A_PAGE = 50;
const LATEST_FILES = 12;

export function addBankFiles(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const here = ADDRESSES.officeBankFiles;
  const file = `${here[language]}/:file{${UUID}}` as const;
  const at = (context: WebContext, work: (desk: DeskForPurpose) => Promise<Response>, below = ''): Promise<Response> =>
    atDesk(context, parts, { nb: here.nb + below, en: here.en + below }, (desk) =>
      forPurpose(context, parts, desk, PAYMENT_PURPOSE, work),
    );
  app.get(here[language], (context) => at(context, (desk) => showOverview(context, parts, desk, EMPTY_FORM)));
  app.post(here[language], (context) => at(context, (desk) => takeIn(context, parts, desk)));
  app.get(file, (context) => {
    const fileId = context.req.param('file');
    return at(context, (desk) => showFile(context, parts, desk, fileId), `/${fileId}`);
  });
  app.post(`${file}/register`, (context) => {
    const fileId = context.req.param('file');
    return at(context, (desk) => register(context, parts, desk, fileId), `/${fileId}`);
  });
  app.post(`${file}/drop`, (context) => {
    const fileId = context.req.param('file');
    return at(context, (desk) => drop(context, parts, desk, fileId), `/${fileId}`);
  });
  addBankEntry(app, parts, language, at);
}

async function showOverview(
  context: WebContext,
  parts: WebParts,
  desk: DeskForPurpose,
  state: FormState,
  known: KnownFile | null = null,
): Promise<Response> {
  const window = { place: readPlace(context.req.query('place'), WAITING_ORDER), limit: WAITING_A_PAGE };
  const { waiting, files } = await parts.asPrincipal(desk.staff, PAYMENT_PURPOSE, async ({ register: session }) => ({
    waiting: await readWaitingEntries(session, window),
    files: await readFiles(session, LATEST_FILES),
  }));
  const page = <BankFilesPage desk={desk} state={state} waiting={waiting} files={files} known={known} />;
  return context.html(page, Object.keys(state.faults).length === 0 ? 200 : 422);
}

async function takeIn(context: WebContext, parts: WebParts, desk: DeskForPurpose): Promise<Response> {
  const texts = officeTextsIn(desk.frame.language);
  const { bytes } = await readUpload(context);
  const refuse = (fault: string, known: KnownFile | null = null): Promise<Response> =>
    showOverview(context, parts, desk, { values: {}, faults: { file: fault } }, known);
  if (bytes === null) return await refuse(texts.bankFileMissing);
  const read: BankFileRead = readBankFile(bytes);
  if (!read.ok) return await refuse(texts.bankFileFault(read.fault));
  const fileId = parts.newId();
  const digest = createHash('sha256').update(bytes).digest('hex');
  const given = { fileId, file: read.file, digest, staffId: desk.staff.id, now: parts.now() };
  const known = await parts.asPrincipal(desk.staff, PAYMENT_PURPOSE, ({ register: session }) =>
    takeInFile(session, given),
  );
  if (known === null) return context.redirect(bankFileAddress(desk, fileId), 303);
  const when = timeInWords(known.importedAt, desk.frame.policy, desk.frame.language);
  return await refuse(texts.bankFileKnown(when), known);
}

async function showFile(context: WebContext, parts: WebParts, desk: DeskForPurpose, fileId: string): Promise<Response> {
  const found = await parts.asPrincipal(desk.staff, PAYMENT_PURPOSE, async ({ register: session }) => {
    const file = await readFile(session, fileId);
    if (file === null) return null;
    return { file, matches: file.state === 'previewed' ? await previewFile(session, fileId) : null };
  });
  if (found === null) return context.notFound() as Response;
  return context.html(<BankFilePage desk={desk} {...found} />);
}

async function register(context: WebContext, parts: WebParts, desk: DeskForPurpose, fileId: string): Promise<Response> {
  const { newId, now } = parts;
  const done = await parts.asPrincipal(desk.staff, PAYMENT_PURPOSE, ({ register: session }) =>
    registerFile(session, { fileId, now: now(), newId }),
  );
  const address = deskAddress(desk, 'officeBankFiles');
  if (done === null) {
    return doneThen(context, parts, desk, address, { says: (texts) => texts.bankFileGone, tone: 'warning' });
  }
  return doneThen(context, parts, desk, address, {
    says: (texts) => texts.bankFileRegistered(done.matched, done.unmatched),
  });
}

async function drop(context: WebContext, parts: WebParts, desk: DeskForPurpose, fileId: string): Promise<Response> {
  const dropped = await parts.asPrincipal(desk.staff, PAYMENT_PURPOSE, ({ register: session }) =>
    dropFile(session, fileId),
  );
  return doneThen(context, parts, desk, deskAddress(desk, 'officeBankFiles'), {
    says: (texts) => (dropped ? texts.bankFileDropped : texts.bankFileGone),
    tone: dropped ? 'success' : 'warning',
  });
}
