/** The addresses of giving staff access: the list, one of them, the review. All for the purpose that writes their roles. */

import type { Hono } from 'hono';
import type { Language, Purpose } from '../../../policy/index.ts';
import {
  accessList,
  addStaff,
  changeAccess,
  dayOf,
  endStaff,
  listStaff,
  needOnRecord,
  readReviews,
  type StaffChange,
  StaffError,
  type StaffMember,
  type StaffSession,
  signReview,
} from '../../../records/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { UUID } from '../../ids.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { deskAddress } from '../desk.tsx';
import { doneThen } from '../flash/done-then.ts';
import { EMPTY_FORM } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { DeskMessage } from '../message.tsx';
import { type DeskWithPurpose, onlyFor, purposeWrites } from '../only-purpose.ts';
import { addDisclosures } from './disclosures.tsx';
import { StaffListPage } from './list.tsx';
import { END, MemberPage } from './member.tsx';
import { faultsInForm, readAccess, readNote, STAFF_FIELDS } from './read-access.ts';
import { ReviewPage } from './review.tsx';

const REVIEWS_SHOWN = 8;

export function addStaffPages(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const belongs = (purpose: Purpose): boolean => purposeWrites(parts.policy, purpose, 'kept.staff', 'roles');
  const { officeStaff, officeNewStaff, officeAccessReview } = ADDRESSES;
  app.get(officeStaff[language], (context) =>
    onlyFor(context, parts, officeStaff, belongs, (desk) => showList(context, parts, desk)),
  );
  app.get(officeNewStaff[language], (context) =>
    onlyFor(context, parts, officeNewStaff, belongs, async (desk) =>
      context.html(
        <MemberPage desk={desk} member={null} state={EMPTY_FORM} marked={[]} today={changeBy(parts, desk).today} />,
      ),
    ),
  );
  app.post(officeNewStaff[language], (context) =>
    onlyFor(context, parts, officeNewStaff, belongs, (desk) => saveAccess(context, parts, desk, null)),
  );
  app.get(officeAccessReview[language], (context) =>
    onlyFor(context, parts, officeAccessReview, belongs, (desk) => showReview(context, parts, desk, EMPTY_FORM)),
  );
  app.post(officeAccessReview[language], (context) =>
    onlyFor(context, parts, officeAccessReview, belongs, (desk) => receiveSignature(context, parts, desk)),
  );
  const one = (context: WebContext) => {
    const id = context.req.param('id') ?? '';
    return { nb: `${officeStaff.nb}/${id}`, en: `${officeStaff.en}/${id}` };
  };
  app.get(`${officeStaff[language]}/:id{${UUID}}`, (context) =>
    onlyFor(context, parts, one(context), belongs, (desk) =>
      withMember(context, parts, desk, (member) => showMember(context, parts, desk, member, {})),
    ),
  );
  app.post(`${officeStaff[language]}/:id{${UUID}}`, (context) =>
    onlyFor(context, parts, one(context), belongs, (desk) =>
      withMember(context, parts, desk, (member) => saveAccess(context, parts, desk, member)),
    ),
  );
  app.post(`${officeStaff[language]}/:id{${UUID}}/${END[language]}`, (context) =>
    onlyFor(context, parts, one(context), belongs, (desk) =>
      withMember(context, parts, desk, (member) => endAccess(context, parts, desk, member)),
    ),
  );
  addDisclosures(app, parts, language, belongs);
}

const inStaff = <T,>(parts: WebParts, desk: DeskWithPurpose, work: (session: StaffSession) => Promise<T>): Promise<T> =>
  // A session has all tables that its purpose reaches; the builder's type is invariant and cannot see it.
  parts.asPrincipal(desk.staff, desk.purpose.name, ({ records }) => work(records as unknown as StaffSession));

function changeBy({ policy, now, newId }: WebParts, { staff }: DeskWithPurpose): StaffChange {
  const at = now();
  return { policy, by: staff.id, at, today: dayOf(at, policy), newId };
}

async function showList(context: WebContext, parts: WebParts, desk: DeskWithPurpose): Promise<Response> {
  const { staff, reviews } = await inStaff(parts, desk, async (session) => ({
    staff: await listStaff(session),
    reviews: await readReviews(session, 1),
  }));
  const { today } = changeBy(parts, desk);
  return context.html(<StaffListPage desk={desk} staff={staff} lastReview={reviews[0] ?? null} today={today} />);
}

async function withMember(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  work: (member: StaffMember) => Promise<Response>,
): Promise<Response> {
  const id = context.req.param('id');
  const member = (await inStaff(parts, desk, listStaff)).find(({ staffId }) => staffId === id);
  if (member !== undefined) return await work(member);
  const texts = officeTextsIn(desk.frame.language);
  const link = { href: deskAddress(desk, 'officeStaff'), text: texts.officeStaff };
  return context.html(
    <DeskMessage frame={desk.frame} title={texts.staffGone} text={texts.staffGoneNext} link={link} />,
    404,
  );
}

/** As it stands, with why they were let in where it is on record. */
async function showMember(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  member: StaffMember,
  faults: FormState['faults'],
): Promise<Response> {
  const need = await inStaff(parts, desk, (session) => needOnRecord(session, member.staffId));
  const values = { name: member.name, until: member.accessUntil ?? '', ...(need ?? {}) };
  const page = (
    <MemberPage
      desk={desk}
      member={member}
      state={{ values, faults }}
      marked={member.roles}
      today={changeBy(parts, desk).today}
    />
  );
  return context.html(page, Object.keys(faults).length === 0 ? 200 : 409);
}

/** Lets somebody in, or changes what they have; what was typed stands again where something is wrong. */
async function saveAccess(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  member: StaffMember | null,
): Promise<Response> {
  const texts = officeTextsIn(desk.frame.language);
  const change = changeBy(parts, desk);
  const { typed, lists } = await readForm(context, STAFF_FIELDS, ['roles']);
  const { wanted, faults } = readAccess(parts.policy, { typed, roles: lists.roles }, member, change.today);
  const again = (found: typeof faults): Response | Promise<Response> => {
    const state = { values: typed as FormState['values'], faults: faultsInForm(found, texts) };
    const page = <MemberPage desk={desk} member={member} state={state} marked={lists.roles} today={change.today} />;
    return context.html(page, 422);
  };
  if (faults.length > 0) return await again(faults);
  try {
    await inStaff(parts, desk, async (session) => {
      if (member === null || member.leftAt !== null) await addStaff(session, change, wanted);
      else await changeAccess(session, change, member.staffId, wanted);
    });
  } catch (error) {
    if (error instanceof StaffError) return await again([error.fault]);
    throw error;
  }
  return doneThen(context, parts, desk, deskAddress(desk, 'officeStaff'), {
    says: (words) => (member === null ? words.staffAdded : words.staffSaved),
  });
}

async function endAccess(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  member: StaffMember,
): Promise<Response> {
  const texts = officeTextsIn(desk.frame.language);
  const change = changeBy(parts, desk);
  await readForm(context, []);
  try {
    await inStaff(parts, desk, (session) => endStaff(session, change, member.staffId));
  } catch (error) {
    if (!(error instanceof StaffError)) throw error;
    return await showMember(context, parts, desk, member, faultsInForm([error.fault], texts));
  }
  return doneThen(context, parts, desk, deskAddress(desk, 'officeStaff'), { says: (words) => words.staffEnded });
}

async function showReview(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  state: FormState,
): Promise<Response> {
  const { today } = changeBy(parts, desk);
  const { list, reviews } = await inStaff(parts, desk, async (session) => ({
    list: await accessList(session, today),
    reviews: await readReviews(session, REVIEWS_SHOWN),
  }));
  const page = <ReviewPage desk={desk} list={list} reviews={reviews} state={state} today={today} />;
  return context.html(page, Object.keys(state.faults).length === 0 ? 200 : 422);
}

async function receiveSignature(context: WebContext, parts: WebParts, desk: DeskWithPurpose): Promise<Response> {
  const texts = officeTextsIn(desk.frame.language);
  const { typed } = await readForm(context, ['listing', 'note']);
  const note = readNote(typed.note ?? '');
  const values = { note: typed.note ?? '' };
  if (note === 'wrong')
    return await showReview(context, parts, desk, { values, faults: { note: texts.reviewNoteFault } });
  const { at, today, newId } = changeBy(parts, desk);
  const signing = { reviewId: newId(), by: desk.staff.id, at, today, note, digest: typed.listing ?? '' };
  const signed = await inStaff(parts, desk, (session) => signReview(session, signing));
  if (!signed) return await showReview(context, parts, desk, { values, faults: { form: texts.reviewChanged } });
  return doneThen(context, parts, desk, deskAddress(desk, 'officeStaff'), { says: (words) => words.reviewSigned });
}
