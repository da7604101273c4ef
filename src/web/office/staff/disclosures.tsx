/** The address of what was given for a particular need: shown, recorded, and ended. */

import type { Hono } from 'hono';
import type { Language, Purpose } from '../../../policy/index.ts';
import {
  type CopyWanted,
  dayOf,
  endCopy,
  faultsOfCopy,
  listStaff,
  readDisclosures,
  recordCopy,
  type StaffChange,
  type StaffSession,
} from '../../../records/index.ts';
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
import { type DeskWithPurpose, onlyFor } from '../only-purpose.ts';
import { DisclosuresPage } from './disclosures-page.tsx';

const MOST_SHOWN = 200;

export function addDisclosures(
  app: Hono<WebEnvironment>,
  parts: WebParts,
  language: Language,
  belongs: (purpose: Purpose) => boolean,
): void {
  const { officeDisclosures } = ADDRESSES;
  app.get(officeDisclosures[language], (context) =>
    onlyFor(context, parts, officeDisclosures, belongs, (desk) => show(context, parts, desk, EMPTY_FORM, [])),
  );
  app.post(officeDisclosures[language], (context) =>
    onlyFor(context, parts, officeDisclosures, belongs, (desk) => receive(context, parts, desk)),
  );
}

const inStaff = <T,>(parts: WebParts, desk: DeskWithPurpose, work: (session: StaffSession) => Promise<T>): Promise<T> =>
  // A session has all tables that its purpose reaches; the builder's type is invariant and cannot see it.
  parts.asPrincipal(desk.staff, desk.purpose.name, ({ records }) => work(records as unknown as StaffSession));

async function show(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  state: FormState,
  marked: readonly string[],
): Promise<Response> {
  const { disclosures, names } = await inStaff(parts, desk, async (session) => ({
    disclosures: await readDisclosures(session, MOST_SHOWN),
    names: new Map((await listStaff(session)).map(({ staffId, name }) => [staffId, name])),
  }));
  const today = dayOf(parts.now(), parts.policy);
  const page = <DisclosuresPage {...{ desk, disclosures, names, state, marked, today }} />;
  return context.html(page, Object.keys(state.faults).length === 0 ? 200 : 422);
}

async function receive(context: WebContext, parts: WebParts, desk: DeskWithPurpose): Promise<Response> {
  const texts = officeTextsIn(desk.frame.language);
  const fields = ['recipient', 'purposeGiven', 'until', 'reason', 'ended'] as const;
  const { typed, lists } = await readForm(context, fields, ['categories']);
  const at = parts.now();
  const { policy, newId } = parts;
  const change: StaffChange = { policy, by: desk.staff.id, at, today: dayOf(at, policy), newId };
  const address = deskAddress(desk, 'officeDisclosures');
  if (isUuid(typed.ended)) {
    const ended = typed.ended;
    await inStaff(parts, desk, (session) => endCopy(session, change, ended));
    return doneThen(context, parts, desk, address, { says: (words) => words.disclosureClosed });
  }
  const wanted: CopyWanted = {
    ...{ recipient: typed.recipient ?? '', purpose: typed.purposeGiven ?? '', categories: lists.categories },
    ...{ until: typed.until ?? '', reason: typed.reason ?? '' },
  };
  const faults = Object.fromEntries(
    faultsOfCopy(policy, wanted, change.today).map((field) => [
      field === 'purpose' ? 'purposeGiven' : field,
      texts.disclosureFaults[field],
    ]),
  );
  if (Object.keys(faults).length > 0) {
    const values = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value ?? '']));
    return await show(context, parts, desk, { values, faults }, lists.categories);
  }
  await inStaff(parts, desk, (session) => recordCopy(session, change, wanted));
  return doneThen(context, parts, desk, address, { says: (words) => words.disclosureRecorded });
}
