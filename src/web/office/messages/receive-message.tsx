/** What is done with a message: answered, set aside, said to extend the relationship, moved to another purpose. */
import { writeMail } from '../../../records/index.ts';
import {
  decideExtension,
  externalIdOf,
  isMessagePurpose,
  LONGEST_EXTENSION_REASON,
  LONGEST_MESSAGE,
  markAnswered,
  moveMessage,
  moveToClaim,
  subjectOfAnswer,
  writeMessage,
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
import { type ActingDesk, addressBelow } from './at-customer.ts';
import { MessagePage } from './message-page.tsx';
import { type OpenedMessage, openMessage } from './open-message.ts';
import { doneWith, readText } from './read-text.ts';

export interface MessageIds {
  readonly customer: string;
  readonly message: string;
}

export async function showMessage(context: WebContext, parts: WebParts, desk: ActingDesk, ids: MessageIds) {
  const opened = await parts.asPrincipal(desk.staff, desk.purpose.name, (sessions) =>
    openMessage(sessions, desk.purpose.name, ids.customer, ids.message),
  );
  if (opened === null) return noSuch(context, desk);
  return context.html(<MessagePage desk={desk} opened={opened} state={EMPTY_FORM} />);
}

function noSuch(context: WebContext, desk: ActingDesk) {
  const { messages } = officeTextsIn(desk.frame.language);
  const link = { href: deskAddress(desk, 'officeMessages'), text: messages.back };
  return context.html(
    <DeskMessage frame={desk.frame} title={messages.noSuch} text={messages.noSuchNext} link={link} />,
    404,
  );
}

const FIELDS = ['do', 'text', 'reason', 'to', 'claim'] as const;
type Typed = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

interface Doing {
  readonly context: WebContext;
  readonly parts: WebParts;
  readonly desk: ActingDesk;
  readonly opened: OpenedMessage;
  readonly sessions: Sessions;
  readonly typed: Typed;
}

export async function receiveMessage(context: WebContext, parts: WebParts, desk: ActingDesk, ids: MessageIds) {
  const { typed } = await readForm(context, FIELDS);
  return await parts.asPrincipal(desk.staff, desk.purpose.name, async (sessions) => {
    const opened = await openMessage(sessions, desk.purpose.name, ids.customer, ids.message);
    if (opened === null) return noSuch(context, desk);
    const doing = { context, parts, desk, opened, sessions, typed };
    if (typed.do === 'answer') return await answer(doing);
    if (typed.do === 'extend') return await extend(doing);
    if (typed.do === 'to-claim') return await putToClaim(doing);
    return await setAside(doing);
  });
}

async function answer(doing: Doing): Promise<Response> {
  const { context, parts, desk, opened, sessions, typed } = doing;
  const { language } = desk.frame;
  const { text, fault } = readText(typed.text, LONGEST_MESSAGE, language);
  const { answerTo, customer, claims } = opened;
  // What is about a claim is answered in it.
  if (fault !== null || answerTo === null || claims !== null) return again(doing, 'text', fault ?? '');
  await sessions.transaction((inner) => writeAnswer(inner, parts, desk, opened, { text, answerTo }));
  const done = doneWith(({ messages }) => messages.sent, language, text);
  const onwards = {
    href: addressBelow(desk, 'officeCustomers', customer.customer_id),
    text: ({ messages }: ReturnType<typeof officeTextsIn>) => messages.openCustomer,
  };
  return doneThen(context, parts, desk, deskAddress(desk, 'officeMessages'), { ...done, onwards });
}

/** The answer as a message of the conversation, the mail that carries it, and what it answers marked: all or nothing. */
export async function writeAnswer(
  { register, records }: Sessions,
  parts: WebParts,
  desk: ActingDesk,
  { message, customer }: Pick<OpenedMessage, 'message' | 'customer'>,
  { text, answerTo }: { readonly text: string; readonly answerTo: string },
): Promise<void> {
  const subjectLine = subjectOfAnswer(message.subject_line);
  const quoted = message.channel === 'mail' ? message.body : null;
  const to = { personId: message.with_contact ?? customer.customer_id, addressee: answerTo };
  const mail = mailOf(parts, customer.preferred_language, 'answer', { subjectLine, text, quoted }, to);
  const at = parts.now();
  await writeMail(records, { ...mail, inReplyTo: message.external_id });
  await writeMessage(register, {
    ...{ customerId: customer.customer_id, messageId: parts.newId(), direction: 'out', channel: 'mail', at },
    ...{ subjectLine, body: text, purpose: desk.purpose.name, template: 'answer' },
    ...{ contactId: message.with_contact, inReplyTo: message.message_id, handledBy: desk.staff.id },
    externalId: externalIdOf(mail.mailId, parts.baseUrl.hostname),
  });
  if (message.direction === 'in') await markAnswered(register, message, { at, by: desk.staff.id });
}

async function extend(doing: Doing): Promise<Response> {
  const { context, parts, desk, opened, sessions, typed } = doing;
  const { language } = desk.frame;
  const { messages } = officeTextsIn(language);
  const { text: reason, fault } = readText(typed.reason, LONGEST_EXTENSION_REASON, language, messages.faultReason);
  if (fault !== null) return again(doing, 'reason', fault);
  await decideExtension(sessions.register, opened.message, { reason, by: desk.staff.id, at: parts.now() });
  return doneThen(context, parts, desk, here(doing), {
    says: (texts) => texts.messages.extended,
    undo: { action: here(doing), fields: { do: 'unextend' } },
  });
}

async function putToClaim(doing: Doing): Promise<Response> {
  const { context, parts, desk, opened, sessions, typed } = doing;
  const { customer_id: customerId, message_id } = opened.message;
  const claimId = opened.claims?.find(({ claim_id }) => claim_id === typed.claim)?.claim_id;
  if (claimId === undefined) return again(doing, 'claim', officeTextsIn(desk.frame.language).messages.faultClaim);
  const moved = await moveToClaim(sessions.register, message_id, { customerId, claimId });
  return doneThen(context, parts, desk, addressBelow(desk, 'officeClaims', customerId, claimId), {
    says: ({ messages, cases }) => (moved ? messages.putToClaim : cases.already),
    tone: moved ? 'success' : 'warning',
  });
}

async function setAside(doing: Doing): Promise<Response> {
  const { context, parts, desk, opened, sessions, typed } = doing;
  const { register } = sessions;
  const list = deskAddress(desk, 'officeMessages');
  switch (typed.do) {
    case 'no-answer': {
      await markAnswered(register, opened.message, { at: parts.now(), by: desk.staff.id });
      const undo = { action: here(doing), fields: { do: 'wait' } };
      return doneThen(context, parts, desk, list, { says: ({ messages }) => messages.noneNeeded, undo });
    }
    case 'wait':
      await markAnswered(register, opened.message, null);
      return doneThen(context, parts, desk, here(doing), { says: ({ messages }) => messages.waitsAgain });
    case 'unextend':
      await decideExtension(register, opened.message, null);
      return doneThen(context, parts, desk, here(doing), { says: ({ messages }) => messages.unextended });
    case 'move': {
      const to = typed.to ?? '';
      if (!isMessagePurpose(to) || parts.policy.purposes[to] === undefined) return again(doing, 'to', '');
      await moveMessage(register, opened.message, to);
      return doneThen(context, parts, desk, list, { says: ({ messages }) => messages.moved });
    }
    default:
      return again(doing, 'form', '');
  }
}

const here = ({ desk, opened: { message } }: Doing): string =>
  addressBelow(desk, 'officeMessages', message.customer_id, message.message_id);

/** The same page with what is wrong and what was typed. */
function again({ context, desk, opened, typed }: Doing, field: string, fault: string): Response | Promise<Response> {
  const values = { text: typed.text ?? '', reason: typed.reason ?? '', to: typed.to ?? '', claim: typed.claim ?? '' };
  const state = { values, faults: fault === '' ? {} : { [field]: fault } };
  return context.html(<MessagePage desk={desk} opened={opened} state={state} />, 422);
}
