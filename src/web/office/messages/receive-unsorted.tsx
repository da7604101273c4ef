/** What is done with mail from nobody known: given to a customer, answered as it is, deleted. */
import { writeMail } from '../../../records/index.ts';
import {
  assignUnsorted,
  deleteUnsorted,
  LONGEST_MESSAGE,
  readUnsorted,
  subjectOfAnswer,
  type Unsorted,
} from '../../../register/index.ts';
import type { WebContext } from '../../http-request.ts';
import { mailOf } from '../../mail.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import { askedWhy } from '../customer/asked-why.tsx';
import { deskAddress } from '../desk.tsx';
import { doneThen } from '../flash/done-then.ts';
import { EMPTY_FORM } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { DeskMessage } from '../message.tsx';
import { type ActingDesk, addressBelow } from './at-customer.ts';
import { readText } from './read-text.ts';
import { UnsortedPage } from './unsorted.tsx';

export async function showUnsorted(context: WebContext, parts: WebParts, desk: ActingDesk, id: string) {
  const mail = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) => readUnsorted(register, id));
  if (mail === null) return gone(context, desk);
  return context.html(<UnsortedPage desk={desk} mail={mail} state={EMPTY_FORM} />);
}

function gone(context: WebContext, desk: ActingDesk) {
  const texts = officeTextsIn(desk.frame.language);
  const { goneTitle, goneNext } = texts.messages;
  const link = { href: deskAddress(desk, 'officeUnsorted'), text: texts.officeUnsorted };
  return context.html(<DeskMessage frame={desk.frame} title={goneTitle} text={goneNext} link={link} />, 404);
}

interface Doing {
  readonly context: WebContext;
  readonly parts: WebParts;
  readonly desk: ActingDesk;
  readonly mail: Unsorted;
  readonly sessions: Sessions;
  readonly typed: Readonly<Partial<Record<'do' | 'customer' | 'text', string>>>;
}

export async function receiveUnsorted(context: WebContext, parts: WebParts, desk: ActingDesk, id: string) {
  const { typed } = await readForm(context, ['do', 'customer', 'text'] as const);
  return await parts.asPrincipal(desk.staff, desk.purpose.name, async (sessions) => {
    const mail = await readUnsorted(sessions.register, id);
    if (mail === null) return gone(context, desk);
    const doing = { context, parts, desk, mail, sessions, typed };
    if (typed.do === 'give') return await give(doing);
    if (typed.do === 'answer') return await answer(doing);
    if (typed.do !== 'discard') return again(doing, {});
    if (!(await deleteUnsorted(sessions.register, id))) return gone(context, desk);
    return doneThen(context, parts, desk, deskAddress(desk, 'officeUnsorted'), {
      says: ({ messages }) => messages.discarded,
    });
  });
}

async function give(doing: Doing): Promise<Response> {
  const { context, parts, desk, mail, sessions, typed } = doing;
  const customerId = await findCustomer(sessions, typed.customer ?? '');
  if (customerId === null) return again(doing, { customer: officeTextsIn(desk.frame.language).messages.noCustomer });
  const asking = await askedWhy(context, parts, desk, customerId);
  if (asking !== null) return asking;
  const messageId = parts.newId();
  const to = { customerId, messageId, purpose: desk.purpose.name };
  if (!(await assignUnsorted(sessions.register, mail.unsorted_message_id, to))) return gone(context, desk);
  return doneThen(context, parts, desk, addressBelow(desk, 'officeMessages', customerId, messageId), {
    says: ({ messages }) => messages.given,
  });
}

/** By number or by mail address, whole: a search over names is done on the page of customers. */
async function findCustomer({ register }: Sessions, typed: string): Promise<string | null> {
  const text = typed.trim().toLowerCase();
  const number = /^\d{1,9}$/.test(text) ? Number(text) : null;
  if (number === null && !text.includes('@')) return null;
  const query = register.query.selectFrom('register.customer').select('customer_id');
  const [row] = await register.read(
    number === null ? query.where('email', '=', text) : query.where('customer_number', '=', number),
  );
  return row?.customer_id ?? null;
}

/** The mail goes out and what it answers is deleted together, so that nobody is answered twice. */
async function answer(doing: Doing): Promise<Response> {
  const { context, parts, desk, mail, sessions, typed } = doing;
  const { text, fault } = readText(typed.text, LONGEST_MESSAGE, desk.frame.language);
  if (fault !== null) return again(doing, { text: fault });
  const answered = await sessions.transaction(async ({ register, records }) => {
    if (!(await deleteUnsorted(register, mail.unsorted_message_id))) return false;
    const data = { subjectLine: subjectOfAnswer(mail.subject_line), text, quoted: mail.body };
    const to = { personId: null, addressee: mail.from_address };
    await writeMail(records, {
      ...mailOf(parts, desk.frame.language, 'answer', data, to),
      inReplyTo: mail.external_id,
    });
    return true;
  });
  if (!answered) return gone(context, desk);
  return doneThen(context, parts, desk, deskAddress(desk, 'officeUnsorted'), {
    says: ({ messages }) => messages.answeredUnknown,
  });
}

function again({ context, desk, mail, typed }: Doing, faults: Readonly<Record<string, string>>) {
  return context.html(<UnsortedPage desk={desk} mail={mail} state={{ values: typed, faults }} />, 422);
}
