/** The addresses of the access log and of looks out of the ordinary, for the purpose that looks into them. */

import type { Hono } from 'hono';
import type { Language, Purpose } from '../../../policy/index.ts';
import { isFindingNote, markLookedInto, readFindings, searchLog, staffByKey } from '../../../records/index.ts';
import { findCustomers, LONGEST_SEARCH, type Row, SHORTEST_SEARCH } from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { isUuid } from '../../ids.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { deskAddress } from '../desk.tsx';
import { doneThen } from '../flash/done-then.ts';
import { EMPTY_FORM } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { type DeskWithPurpose, onlyFor, purposeWrites } from '../only-purpose.ts';
import { LogPage, logAddress } from './log-page.tsx';
import { type LogAsked, logQuery, readLogAsked } from './read-filter.ts';
import { UnusualPage } from './unusual-page.tsx';

/** Entries a page, customers to choose from, findings shown. */
const PAGE_LENGTH = 50;
const CANDIDATES = 10;
const MOST_FINDINGS = 200;

export function addLooks(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const belongs = (purpose: Purpose): boolean =>
    purpose.roles.length > 0 && purposeWrites(parts.policy, purpose, 'kept.look_finding', 'note');
  const { officeAccessLog, officeUnusualLooks } = ADDRESSES;
  app.get(officeAccessLog[language], (context) =>
    onlyFor(context, parts, officeAccessLog, belongs, (desk) => showLog(context, parts, desk)),
  );
  app.post(officeAccessLog[language], (context) =>
    onlyFor(context, parts, officeAccessLog, belongs, (desk) => findPerson(context, parts, desk)),
  );
  app.get(officeUnusualLooks[language], (context) =>
    onlyFor(context, parts, officeUnusualLooks, belongs, (desk) => showFindings(context, parts, desk, EMPTY_FORM)),
  );
  app.post(officeUnusualLooks[language], (context) =>
    onlyFor(context, parts, officeUnusualLooks, belongs, (desk) => lookInto(context, parts, desk)),
  );
}

async function showLog(context: WebContext, parts: WebParts, desk: DeskWithPurpose): Promise<Response> {
  const asked = readLogAsked(context, parts);
  const shown = await parts.asPrincipal(desk.staff, desk.purpose.name, async ({ records, register }) => {
    const { personId } = asked.filter;
    // Who the search is about is looked up first: a customer whom the purpose does not see is told of by no name.
    const [person] =
      personId === null
        ? []
        : await register.read(
            register.query
              .selectFrom('register.customer')
              .select(['customer_id', 'legal_name'])
              .where('customer_id', '=', personId),
          );
    return {
      personName: person?.legal_name ?? null,
      staff: await staffByKey(records),
      found: asked.fault ? null : await searchLog(records, asked.filter, { limit: PAGE_LENGTH, place: asked.place }),
    };
  });
  const page = <LogPage {...{ desk, asked, ...shown, candidates: null, typed: EMPTY_FORM }} />;
  return context.html(page, asked.fault ? 422 : 200);
}

/** One customer who fits is gone on with; several are chosen among. What was typed stands in no address. */
async function findPerson(context: WebContext, parts: WebParts, desk: DeskWithPurpose): Promise<Response> {
  const texts = officeTextsIn(desk.frame.language);
  const { typed } = await readForm(context, ['who']);
  const asked = readLogAsked(context, parts);
  const text = (typed.who ?? '').trim();
  const again = (fault: string): Promise<Response> =>
    showCandidates(context, parts, desk, asked, { values: { who: text }, faults: { who: fault } }, []);
  if (text.length < SHORTEST_SEARCH) return await again(texts.tooShort(SHORTEST_SEARCH));
  if (text.length > LONGEST_SEARCH) return await again(texts.tooLong(LONGEST_SEARCH));
  const { customers, searched } = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    findCustomers(register, parts.policy, { text, page: 0, limit: CANDIDATES }),
  );
  if (!searched) return await again(texts.notSearchedBy);
  const [only] = customers;
  if (only === undefined) return await again(texts.logPersonNone);
  if (customers.length === 1) {
    return context.redirect(logAddress(desk, logQuery(asked.filter, { person: String(only.customer_id) })), 303);
  }
  return await showCandidates(context, parts, desk, asked, { values: { who: text }, faults: {} }, customers);
}

async function showCandidates(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  asked: LogAsked,
  typed: FormState,
  candidates: readonly Row[],
): Promise<Response> {
  const staff = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ records }) => staffByKey(records));
  const page = <LogPage {...{ desk, asked, staff, candidates, typed, found: null, personName: null }} />;
  return context.html(page, Object.keys(typed.faults).length === 0 ? 200 : 422);
}

async function showFindings(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  state: FormState,
): Promise<Response> {
  const shown = await parts.asPrincipal(desk.staff, desk.purpose.name, async ({ records }) => ({
    findings: await readFindings(records, MOST_FINDINGS),
    staff: await staffByKey(records),
  }));
  const page = <UnusualPage {...{ desk, state, ...shown }} />;
  return context.html(page, Object.keys(state.faults).length === 0 ? 200 : 422);
}

async function lookInto(context: WebContext, parts: WebParts, desk: DeskWithPurpose): Promise<Response> {
  const texts = officeTextsIn(desk.frame.language);
  const { typed } = await readForm(context, ['finding', 'note']);
  const finding = typed.finding ?? '';
  const note = typed.note ?? '';
  if (!isUuid(finding) || !isFindingNote(note)) {
    const state = { values: { [finding]: note }, faults: { [finding]: texts.unusualNoteFault } };
    return await showFindings(context, parts, desk, state);
  }
  const marked = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ records }) =>
    markLookedInto(records, finding, { by: desk.staff.id, at: parts.now(), note }),
  );
  return doneThen(context, parts, desk, deskAddress(desk, 'officeUnusualLooks'), {
    says: (words) => (marked ? words.unusualMarked : words.unusualGone),
    tone: marked ? 'success' : 'warning',
  });
}
