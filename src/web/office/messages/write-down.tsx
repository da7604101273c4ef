/**
 * A call or a visit written down (P40): how it was, what it was about, and that the person was told of the privacy notice
 * (P72), without which it is not kept.
 */
import type { FC } from 'hono/jsx';
import { recordNoticeShown } from '../../../records/index.ts';
import { LONGEST_MESSAGE, LONGEST_SUBJECT_LINE, writeMessage } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { NoSuchCustomerPage } from '../customer/page.tsx';
import { DeskPage } from '../desk-page.tsx';
import { doneThen } from '../flash/done-then.ts';
import { AreaField, CheckField, RadioField, TextField } from '../form/fields.tsx';
import { EMPTY_FORM, OfficeForm } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { type ActingDesk, addressBelow } from './at-customer.ts';
import { type NamedCustomer, nameOfCustomer } from './customer-name.ts';
import { doneWith, readText } from './read-text.ts';

const WriteDownPage: FC<{ desk: ActingDesk; customer: NamedCustomer; state: FormState }> = (props) => {
  const { desk, customer, state } = props;
  const { messages, save } = officeTextsIn(desk.frame.language);
  const title = messages.writeDownTitle(customer.legal_name);
  const same = { desk, state };
  return (
    <DeskPage desk={desk} title={title} page="officeCustomers">
      <h1>{title}</h1>
      <OfficeForm
        {...same}
        action={addressBelow(desk, 'officeWriteDown', customer.customer_id)}
        submit={save}
        cancel={addressBelow(desk, 'officeCustomers', customer.customer_id)}
      >
        <SpokenFields {...same} />
        <TextField {...same} name="subject" label={messages.subject} longest={LONGEST_SUBJECT_LINE} required />
        <AreaField {...same} name="text" label={messages.said} longest={LONGEST_MESSAGE} rows={8} required />
        <CheckField {...same} name="followUp" label={messages.followUp} required />
      </OfficeForm>
    </DeskPage>
  );
};

/** How it was said, and that the notice was mentioned. */
export const SpokenFields: FC<{ desk: ActingDesk; state: FormState }> = (same) => {
  const { messages } = officeTextsIn(same.desk.frame.language);
  const options = (['phone', 'counter'] as const).map((value) => ({ value, label: messages.channels[value] }));
  return (
    <>
      <RadioField {...same} name="channel" label={messages.how} options={options} required />
      <CheckField {...same} name="mentioned" label={messages.mentioned} hint={messages.mentionedHint} required />
    </>
  );
};

/** What is wrong with how it was said. */
export function faultsOfSpoken(
  typed: Readonly<Partial<Record<'channel' | 'mentioned', string>>>,
  desk: ActingDesk,
): Readonly<Record<string, string>> {
  const { messages } = officeTextsIn(desk.frame.language);
  const { channel, mentioned } = typed;
  return {
    ...(channel === 'phone' || channel === 'counter' ? {} : { channel: messages.faultHow }),
    ...(mentioned === 'yes' ? {} : { mentioned: messages.faultMentioned }),
  };
}

export async function showWriteDown(context: WebContext, parts: WebParts, desk: ActingDesk, customerId: string) {
  const customer = await parts.asPrincipal(desk.staff, desk.purpose.name, (sessions) =>
    nameOfCustomer(sessions, customerId),
  );
  if (customer === null) return context.html(<NoSuchCustomerPage desk={desk} purpose={desk.purpose} />, 404);
  return context.html(<WriteDownPage desk={desk} customer={customer} state={EMPTY_FORM} />);
}

export async function receiveWriteDown(context: WebContext, parts: WebParts, desk: ActingDesk, customerId: string) {
  const { typed } = await readForm(context, ['channel', 'mentioned', 'subject', 'text', 'followUp'] as const);
  const { language } = desk.frame;
  const subject = readText(typed.subject, LONGEST_SUBJECT_LINE, language);
  const said = readText(typed.text, LONGEST_MESSAGE, language);
  const faults = {
    ...faultsOfSpoken(typed, desk),
    ...(subject.fault === null ? {} : { subject: subject.fault }),
    ...(said.fault === null ? {} : { text: said.fault }),
  };
  return await parts.asPrincipal(desk.staff, desk.purpose.name, async (sessions) => {
    const customer = await nameOfCustomer(sessions, customerId);
    if (customer === null) return context.html(<NoSuchCustomerPage desk={desk} purpose={desk.purpose} />, 404);
    if (Object.keys(faults).length > 0) {
      return context.html(<WriteDownPage desk={desk} customer={customer} state={{ values: typed, faults }} />, 422);
    }
    const at = parts.now();
    const channel = typed.channel === 'phone' ? 'phone' : 'counter';
    await sessions.transaction(async ({ register, records }) => {
      const versionNumber = parts.policy.controller.version.number;
      const shown = { personId: customerId, shownId: parts.newId(), versionNumber, shownAt: at, channel } as const;
      await recordNoticeShown(records, shown);
      await writeMessage(register, {
        ...{ customerId, messageId: parts.newId(), direction: 'in', channel, at, purpose: desk.purpose.name },
        ...{ subjectLine: subject.text, body: said.text, handledBy: desk.staff.id },
        answeredAt: typed.followUp === 'yes' ? null : at,
      });
    });
    const done = doneWith(({ messages }) => messages.writtenDown, language, subject.text, said.text);
    return doneThen(context, parts, desk, addressBelow(desk, 'officeCustomers', customerId), done);
  });
}
