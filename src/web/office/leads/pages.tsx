/** The addresses of bought lists and the people on them. For the purpose that finds new customers, and no other. */

import type { Hono } from 'hono';
import type { Language, Purpose } from '../../../policy/index.ts';
import { dayOf } from '../../../records/index.ts';
import {
  contactable,
  importLeadList,
  type LeadList,
  readBoughtList,
  readLead,
  readLeadList,
  readLeadLists,
  readLeads,
  readReservations,
  recordLetters,
  washLeadList,
} from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import { forbiddenNumberFault } from '../../forms/forbidden-number.ts';
import { readDay } from '../../forms/read-values.ts';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { UUID } from '../../ids.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { readUpload } from '../files/uploaded.ts';
import { doneThen } from '../flash/done-then.ts';
import { EMPTY_FORM } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { DeskMessage } from '../message.tsx';
import { type DeskWithPurpose, onlyFor } from '../only-purpose.ts';
import { rememberNoes } from './flow.ts';
import { receiveLead, showLead } from './lead.tsx';
import { LettersPage, MOST_LETTERS } from './letters.tsx';
import { LeadListPage } from './list-page.tsx';
import { LeadListsPage, leadAddress } from './lists-page.tsx';

/** People shown on the page of a list. */
const MOST_SHOWN = 200;

const belongs = ({ name }: Purpose): boolean => name === 'leads';

export function addLeadPages(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const { officeLeads } = ADDRESSES;
  const texts = officeTextsIn(language);
  const here = (...rest: readonly (string | undefined)[]) => ({
    nb: [officeLeads.nb, ...rest].join('/'),
    en: [officeLeads.en, ...rest].join('/'),
  });
  const root = officeLeads[language];
  app.get(root, (context) =>
    onlyFor(context, parts, officeLeads, belongs, (desk) => showLists(context, parts, desk, EMPTY_FORM)),
  );
  app.post(`${root}/${texts.leadsNewPath}`, (context) =>
    onlyFor(context, parts, officeLeads, belongs, (desk) => receiveList(context, parts, desk)),
  );
  const list = `${root}/:list{${UUID}}` as const;
  const atList = (
    context: WebContext,
    work: (desk: DeskWithPurpose, list: LeadList) => Promise<Response>,
    ...rest: readonly (string | undefined)[]
  ) =>
    onlyFor(context, parts, here(context.req.param('list'), ...rest), belongs, (desk) =>
      withList(context, parts, desk, (found) => work(desk, found)),
    );
  app.get(list, (context) => atList(context, (desk, found) => showList(context, parts, desk, found, EMPTY_FORM)));
  app.post(`${list}/${texts.leadsWashPath}`, (context) =>
    atList(context, (desk, found) => receiveWash(context, parts, desk, found)),
  );
  app.get(`${list}/${texts.leadsLettersPath}`, (context) =>
    atList(context, (desk, found) => showLetters(context, parts, desk, found)),
  );
  app.post(`${list}/${texts.leadsLettersPath}`, (context) =>
    atList(context, (desk, found) => receiveLetters(context, parts, desk, found)),
  );
  const one = `${list}/:lead{${UUID}}` as const;
  const withLead = (context: WebContext, work: typeof showLead) =>
    atList(
      context,
      async (desk, found) => {
        const lead = await under(parts, desk, ({ register }) => readLead(register, context.req.param('lead') ?? ''));
        if (lead === null || lead.listId !== found.listId) return notThere(context, desk);
        return await work(context, parts, desk, found, lead);
      },
      context.req.param('lead'),
    );
  app.get(one, (context) => withLead(context, showLead));
  app.post(one, (context) => withLead(context, receiveLead));
}

const under: <T>(
  parts: WebParts,
  desk: DeskWithPurpose,
  work: Parameters<WebParts['asPrincipal']>[2] extends (sessions: infer S) => unknown
    ? (sessions: S) => Promise<T>
    : never,
) => Promise<T> = (parts, { staff, purpose }, work) => parts.asPrincipal(staff, purpose.name, work);

function notThere(context: WebContext, { frame }: DeskWithPurpose): Response | Promise<Response> {
  const texts = officeTextsIn(frame.language);
  return context.html(<DeskMessage frame={frame} title={texts.leadsGone} text={texts.leadsGoneNext} />, 404);
}

async function withList(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  work: (list: LeadList) => Promise<Response>,
): Promise<Response> {
  const list = await under(parts, desk, ({ register }) => readLeadList(register, context.req.param('list') ?? ''));
  return list === null ? await notThere(context, desk) : await work(list);
}

const today = (parts: WebParts): string => dayOf(parts.now(), parts.policy);

async function showLists(context: WebContext, parts: WebParts, desk: DeskWithPurpose, state: FormState) {
  const lists = await under(parts, desk, ({ register }) => readLeadLists(register));
  const page = <LeadListsPage desk={desk} lists={lists} state={state} today={today(parts)} />;
  return context.html(page, state === EMPTY_FORM ? 200 : 422);
}

async function receiveList(context: WebContext, parts: WebParts, desk: DeskWithPurpose): Promise<Response> {
  const { typed, bytes } = await readUpload(context, ['vendor', 'agreement', 'receivedOn']);
  const texts = officeTextsIn(desk.frame.language);
  const vendor = (typed.vendor ?? '').trim();
  const agreement = (typed.agreement ?? '').trim();
  const received = readDay(typed.receivedOn)?.toString() ?? null;
  const faults: Record<string, string> = {};
  if (vendor === '' || vendor.length > 200) faults.vendor = texts.leadsVendorMissing;
  if (agreement === '' || agreement.length > 100) faults.agreement = texts.leadsAgreementMissing;
  for (const [name, text] of Object.entries({ vendor, agreement })) {
    const number = forbiddenNumberFault(text, desk.frame.language);
    if (number !== null) faults[name] = number;
  }
  if (received === null) faults.receivedOn = texts.leadsReceivedMissing;
  else if (received > today(parts)) faults.receivedOn = texts.leadsReceivedLater;
  if (bytes === null) faults.file = texts.leadsFileMissing;
  const read = bytes === null ? null : await readBoughtList(bytes);
  if (read !== null && !read.ok) faults.file = texts.leadsFileFaults[read.fault];
  if (Object.keys(faults).length > 0 || read === null || !read.ok || received === null) {
    return await showLists(context, parts, desk, { values: { ...typed }, faults });
  }
  await rememberNoes(parts, desk, today(parts));
  const listId = parts.newId();
  const { taken, suppressed } = await under(parts, desk, ({ register }) =>
    importLeadList(register, {
      ...{ listId, vendor, agreementReference: agreement, receivedOn: received, importedAt: parts.now() },
      ...{ importedBy: desk.staff.id, noticeVersion: parts.policy.controller.version.number },
      ...{ people: read.people, refused: read.refused.length },
      ...{ newId: parts.newId, digest: parts.outside.digestOfNo },
    }),
  );
  const rows = read.refused.slice(0, 5).map(({ rowNumber, fault }) => ({ rowNumber, fault }));
  return doneThen(context, parts, desk, leadAddress(desk, listId), {
    says: (words) =>
      [
        words.leadsImported(taken, suppressed, read.refused.length),
        ...rows.map(({ rowNumber, fault }) => words.leadsRow(rowNumber, words.leadsRowFaults[fault])),
      ].join(' '),
    tone: read.refused.length === 0 ? 'success' : 'warning',
  });
}

async function showList(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  list: LeadList,
  state: FormState,
): Promise<Response> {
  const leads = await under(parts, desk, ({ register }) => readLeads(register, list.listId, MOST_SHOWN + 1));
  const page = { desk, list, leads, most: MOST_SHOWN, state, today: today(parts) };
  return context.html(<LeadListPage {...page} />, state === EMPTY_FORM ? 200 : 422);
}

async function receiveWash(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  list: LeadList,
): Promise<Response> {
  const { bytes } = await readUpload(context);
  const texts = officeTextsIn(desk.frame.language);
  const read = bytes === null ? null : await readReservations(bytes);
  if (read === null || !read.ok) {
    const fault = read === null ? texts.leadsFileMissing : texts.leadsFileFaults[read.fault];
    return await showList(context, parts, desk, list, { values: {}, faults: { file: fault } });
  }
  const on = today(parts);
  await rememberNoes(parts, desk, on);
  const washing = { reserved: read.people, digest: parts.outside.digestOfNo, on };
  const left = await under(parts, desk, ({ register }) => washLeadList(register, list.listId, washing));
  return doneThen(context, parts, desk, leadAddress(desk, list.listId), {
    says: (words) => words.leadsWashed(left ?? 0),
  });
}

async function showLetters(context: WebContext, parts: WebParts, desk: DeskWithPurpose, list: LeadList) {
  const all = await under(parts, desk, ({ register }) => readLeads(register, list.listId));
  const leads = contactable(all, list, 'post', today(parts)).slice(0, MOST_LETTERS);
  const page = { desk, list, leads, today: today(parts), baseUrl: parts.baseUrl };
  return context.html(<LettersPage {...page} />);
}

async function receiveLetters(context: WebContext, parts: WebParts, desk: DeskWithPurpose, list: LeadList) {
  const { lists } = await readForm(context, [], ['chosen'] as const);
  const posted = await under(parts, desk, ({ register }) =>
    recordLetters(register, list.listId, lists.chosen, today(parts)),
  );
  return doneThen(context, parts, desk, leadAddress(desk, list.listId), {
    says: (words) => words.leadsWerePosted(posted),
  });
}
