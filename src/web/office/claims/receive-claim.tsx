/** The steps of a claim as they are posted: taken, written about, decided with an answer by mail, taken up again. */
import { writeMail } from '../../../records/index.ts';
import {
  answerClaimLetters,
  CLAIM_OUTCOMES,
  closeClaim,
  externalIdOf,
  LONGEST_CLAIM,
  LONGEST_MESSAGE,
  reopenClaim,
  takeClaim,
  writeClaimLetter,
} from '../../../register/index.ts';
import type { WebContext } from '../../http-request.ts';
import { mailOf } from '../../mail.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import { deskAddress } from '../desk.tsx';
import { doneThen } from '../flash/done-then.ts';
import { EMPTY_FORM } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { DeskMessage } from '../message.tsx';
import { type ActingDesk, addressBelow } from '../messages/at-customer.ts';
import { doneWith, readText } from '../messages/read-text.ts';
import { ClaimPage } from './claim-page.tsx';
import { type OpenedClaim, openClaim } from './open-claim.ts';
import { SPOKEN_FIELDS, writeSpoken } from './spoken.tsx';

export interface ClaimIds {
  readonly customer: string;
  readonly claim: string;
}

const opening = (sessions: Sessions, parts: WebParts, ids: ClaimIds) =>
  openClaim(sessions, ids.customer, ids.claim, parts.policy.controller.timeZone);

export async function showClaim(context: WebContext, parts: WebParts, desk: ActingDesk, ids: ClaimIds) {
  const opened = await parts.asPrincipal(desk.staff, desk.purpose.name, (sessions) => opening(sessions, parts, ids));
  if (opened === null) return noSuch(context, desk);
  return context.html(<ClaimPage desk={desk} opened={opened} state={EMPTY_FORM} />);
}

function noSuch(context: WebContext, desk: ActingDesk) {
  const { cases } = officeTextsIn(desk.frame.language);
  const link = { href: deskAddress(desk, 'officeClaims'), text: cases.back };
  return context.html(<DeskMessage frame={desk.frame} title={cases.noSuch} text={cases.noSuchNext} link={link} />, 404);
}

const FIELDS = ['do', 'text', 'outcome', 'answer', ...SPOKEN_FIELDS] as const;

export interface Doing {
  readonly context: WebContext;
  readonly parts: WebParts;
  readonly desk: ActingDesk;
  readonly opened: OpenedClaim;
  readonly sessions: Sessions;
  readonly typed: Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;
}

export async function receiveClaimStep(context: WebContext, parts: WebParts, desk: ActingDesk, ids: ClaimIds) {
  const { typed } = await readForm(context, FIELDS);
  return await parts.asPrincipal(desk.staff, desk.purpose.name, async (sessions) => {
    const opened = await opening(sessions, parts, ids);
    if (opened === null) return noSuch(context, desk);
    const doing = { context, parts, desk, opened, sessions, typed };
    const key = { customerId: ids.customer, claimId: ids.claim };
    switch (typed.do) {
      case 'take':
        return stepped(doing, await takeClaim(sessions.register, key, desk.staff.id), ({ cases }) => cases.taken);
      case 'reopen':
        return stepped(doing, await reopenClaim(sessions.register, key, desk.staff.id), ({ cases }) => cases.reopened);
      case 'write':
        return await write(doing);
      case 'close':
        return await close(doing);
      case 'spoke': {
        const faults = await writeSpoken(doing);
        if (faults !== null) return again(doing, faults);
        const done = doneWith(({ messages }) => messages.writtenDown, desk.frame.language, typed.said ?? '');
        return doneThen(context, parts, desk, here(doing), done);
      }
      case 'no-answer':
        await answerClaimLetters(sessions.register, key, { at: parts.now(), by: desk.staff.id });
        return stepped(doing, true, ({ cases }) => cases.noneWait);
      default:
        return again(doing, {});
    }
  });
}

type Says = Parameters<typeof doneWith>[0];

const here = ({ desk, opened: { claim } }: Doing): string =>
  addressBelow(desk, 'officeClaims', claim.customer_id, claim.claim_id);

function stepped(doing: Doing, done: boolean, says: Says): Response {
  const { context, parts, desk } = doing;
  return doneThen(
    context,
    parts,
    desk,
    here(doing),
    done ? { says } : { says: ({ cases }) => cases.already, tone: 'warning' },
  );
}

/** What is written about a claim goes out by mail in its thread and stands in the case; what waited is then answered. */
async function write(doing: Doing): Promise<Response> {
  const { context, parts, desk, sessions, typed } = doing;
  const { text, fault } = readText(typed.text, LONGEST_MESSAGE, desk.frame.language);
  if (fault !== null) return again(doing, { text: fault });
  await sessions.transaction((inner) => {
    const { cases } = officeTextsIn(doing.opened.customer.preferred_language);
    const subjectLine = cases.claimTitle(doing.opened.claim.claim_number);
    return send(inner, doing, 'answer', { subjectLine, text, quoted: null }, text);
  });
  const done = doneWith(({ cases }) => cases.written, desk.frame.language, text);
  return doneThen(context, parts, desk, here(doing), done);
}

async function close(doing: Doing): Promise<Response> {
  const { parts, desk, opened, sessions, typed } = doing;
  const { cases } = officeTextsIn(desk.frame.language);
  const outcome = CLAIM_OUTCOMES.find((one) => one === typed.outcome);
  const answer = readText(typed.answer, LONGEST_CLAIM, desk.frame.language);
  if (outcome === undefined || answer.fault !== null) {
    return again(doing, {
      ...(outcome === undefined ? { outcome: cases.faultOutcome } : {}),
      ...(answer.fault === null ? {} : { answer: answer.fault }),
    });
  }
  const { claim, customer } = opened;
  const words = officeTextsIn(customer.preferred_language).cases;
  const data = {
    ...{ claimNumber: claim.claim_number, outcome: words.outcomes[outcome], reason: answer.text },
    complaint: outcome === 'refused',
  };
  const done = await sessions.transaction(async (inner) => {
    const key = { customerId: claim.customer_id, claimId: claim.claim_id };
    const decision = { outcome, text: answer.text, by: desk.staff.id, at: parts.now() };
    // Somebody else was faster: nothing is sent twice.
    if (!(await closeClaim(inner.register, key, decision))) return false;
    await send(inner, doing, 'claim-decided', data, `${words.outcomes[outcome]}\n\n${answer.text}`);
    return true;
  });
  return stepped(doing, done, ({ cases: told }) => told.closed);
}

type Sent =
  | [template: 'answer', data: { subjectLine: string; text: string; quoted: null }]
  | [template: 'claim-decided', data: { claimNumber: number; outcome: string; reason: string; complaint: boolean }];

async function send({ register, records }: Sessions, doing: Doing, ...sent: [...Sent, body: string]): Promise<void> {
  const { parts, desk, opened } = doing;
  const { claim, customer, letters } = opened;
  const [template, data, body] = sent;
  const to = { personId: customer.customer_id, addressee: customer.email };
  // The two are one shape for the compiler only together with their name.
  const mail = mailOf(parts, customer.preferred_language, template, data as never, to);
  const last = letters.findLast(({ external_id }) => external_id !== null);
  const at = parts.now();
  await writeMail(records, { ...mail, inReplyTo: last?.external_id ?? null });
  const key = { customerId: customer.customer_id, claimId: claim.claim_id };
  await writeClaimLetter(register, {
    ...{ ...key, entryId: parts.newId(), at, direction: 'out', channel: 'mail', subjectLine: mail.subjectLine, body },
    ...{ handledBy: desk.staff.id, externalId: externalIdOf(mail.mailId, parts.baseUrl.hostname) },
  });
  await answerClaimLetters(register, key, { at, by: desk.staff.id });
}

function again({ context, desk, opened, typed }: Doing, faults: Readonly<Record<string, string>>) {
  return context.html(<ClaimPage desk={desk} opened={opened} state={{ values: typed, faults }} />, 422);
}
