/** A note about a customer. */
import type { FC } from 'hono/jsx';
import { LONGEST_NOTE, writeNote } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { NoSuchCustomerPage } from '../customer/page.tsx';
import { DeskPage } from '../desk-page.tsx';
import { doneThen } from '../flash/done-then.ts';
import { AreaField } from '../form/fields.tsx';
import { EMPTY_FORM, OfficeForm } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { type ActingDesk, addressBelow } from './at-customer.ts';
import { type NamedCustomer, nameOfCustomer } from './customer-name.ts';
import { doneWith, readText } from './read-text.ts';

const NotePage: FC<{ desk: ActingDesk; customer: NamedCustomer; state: FormState }> = ({ desk, customer, state }) => {
  const { messages, save } = officeTextsIn(desk.frame.language);
  const title = messages.noteTitle(customer.legal_name);
  return (
    <DeskPage desk={desk} title={title} page="officeCustomers">
      <h1>{title}</h1>
      <OfficeForm
        desk={desk}
        state={state}
        action={addressBelow(desk, 'officeNote', customer.customer_id)}
        submit={save}
        cancel={addressBelow(desk, 'officeCustomers', customer.customer_id)}
      >
        <AreaField
          {...{ desk, state, name: 'text', label: messages.note, hint: messages.noteHint, longest: LONGEST_NOTE }}
          rows={6}
          required
        />
      </OfficeForm>
    </DeskPage>
  );
};

export async function showNote(context: WebContext, parts: WebParts, desk: ActingDesk, customerId: string) {
  const customer = await parts.asPrincipal(desk.staff, desk.purpose.name, (sessions) =>
    nameOfCustomer(sessions, customerId),
  );
  if (customer === null) return context.html(<NoSuchCustomerPage desk={desk} purpose={desk.purpose} />, 404);
  return context.html(<NotePage desk={desk} customer={customer} state={EMPTY_FORM} />);
}

export async function receiveNote(context: WebContext, parts: WebParts, desk: ActingDesk, customerId: string) {
  const { typed } = await readForm(context, ['text'] as const);
  const { text, fault } = readText(typed.text, LONGEST_NOTE, desk.frame.language);
  return await parts.asPrincipal(desk.staff, desk.purpose.name, async (sessions) => {
    const customer = await nameOfCustomer(sessions, customerId);
    if (customer === null) return context.html(<NoSuchCustomerPage desk={desk} purpose={desk.purpose} />, 404);
    if (fault !== null) {
      const state = { values: typed, faults: { text: fault } };
      return context.html(<NotePage desk={desk} customer={customer} state={state} />, 422);
    }
    await writeNote(sessions.register, {
      ...{
        customer_id: customerId,
        note_id: parts.newId(),
        written_at: parts.now(),
        written_by: desk.staff.id,
        body: text,
      },
    });
    const done = doneWith(({ messages }) => messages.noted, desk.frame.language, text);
    return doneThen(context, parts, desk, addressBelow(desk, 'officeCustomers', customerId), done);
  });
}
