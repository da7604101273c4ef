/** The address of my messages. */
import type { Hono } from 'hono';
import type { Language } from '../../../policy/index.ts';
import { LONGEST_MESSAGE, LONGEST_SUBJECT_LINE, readConversation, writeMessage } from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import { typedIn, type WebContext, type WebEnvironment } from '../../http-request.ts';
import { textsIn } from '../../texts/index.ts';
import { tooOften } from '../../too-often.tsx';
import type { WebParts } from '../../web-parts.ts';
import { doAsMe, type MyFrame, myAddress, onMyPage, withQuery } from '../my-frame.tsx';
import { purposeOfMessages, readWriter } from './own-customer.ts';
import { MyMessagesPage } from './page.tsx';
import { readOwnText } from './read-own-text.ts';

const EMPTY: FormState = { values: {}, faults: {} };

export function addMyMessages(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const address = ADDRESSES.myMessages[language];
  app.get(
    address,
    onMyPage(parts, (context, frame) => show(context, parts, frame, EMPTY)),
  );
  app.post(
    address,
    onMyPage(parts, (context, frame) => receive(context, parts, frame)),
  );
}

async function show(context: WebContext, parts: WebParts, frame: MyFrame, state: FormState) {
  const messages = await doAsMe(parts, frame, async (sessions) => {
    const writer = await readWriter(sessions, frame);
    if (writer === null) return null;
    const { customerId, contactId } = writer;
    return await readConversation(sessions.register, customerId, contactId === null ? {} : { contactId });
  });
  const faulty = Object.keys(state.faults).length > 0;
  const sent = context.req.query('sent') !== undefined && !faulty;
  return context.html(<MyMessagesPage {...{ frame, messages, state, sent }} />, faulty ? 422 : 200);
}

async function receive(context: WebContext, parts: WebParts, frame: MyFrame) {
  const waiting = tooOften(context, parts, { messagesByAccount: frame.me.id });
  if (waiting !== null) return waiting;
  const typed = await typedIn(context);
  const { myMail } = textsIn(frame.language);
  const subject = readOwnText(typed.subject, LONGEST_SUBJECT_LINE, frame.language, myMail.faultSubject);
  const text = readOwnText(typed.text, LONGEST_MESSAGE, frame.language, myMail.faultText);
  if (subject.fault !== null || text.fault !== null) {
    const faults = {
      ...(subject.fault === null ? {} : { subject: subject.fault }),
      ...(text.fault === null ? {} : { text: text.fault }),
    };
    return await show(context, parts, frame, { values: typed, faults });
  }
  await doAsMe(parts, frame, async (sessions) => {
    const writer = await readWriter(sessions, frame);
    if (writer === null) return;
    await writeMessage(sessions.register, {
      ...{
        ...writer,
        messageId: parts.newId(),
        direction: 'in',
        channel: 'web',
        at: parts.now(),
      },
      ...{ subjectLine: subject.text, body: text.text, purpose: await purposeOfMessages(sessions, frame, writer) },
    });
  });
  return context.redirect(withQuery(myAddress(frame, 'myMessages'), { sent: '1' }), 303);
}
