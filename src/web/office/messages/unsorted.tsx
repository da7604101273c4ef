/** Mail from nobody known: the list, and one of them with what can be done. */
import type { FC } from 'hono/jsx';
import { LONGEST_MESSAGE, readUnsortedPage, UNSORTED_ORDER, type Unsorted } from '../../../register/index.ts';
import { Conversation } from '../../conversation.tsx';
import type { FormState } from '../../forms/field.tsx';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { DeskPage } from '../desk-page.tsx';
import { localTime } from '../exports/cells.ts';
import { officeList } from '../exports/office-list.ts';
import { AreaField, TextField } from '../form/fields.tsx';
import { FormFaults, OfficeForm } from '../form/form.tsx';
import { HiddenFields } from '../form/hidden-fields.tsx';
import type { ListDefinition } from '../list/definition.ts';
import { List } from '../list/list.tsx';
import { readListState } from '../list/state.ts';
import { timeInWords } from '../value.tsx';
import { type ActingDesk, addressBelow } from './at-customer.ts';
import { StuckMails, stuckMailFor } from './stuck.tsx';

const PAGE_LENGTH = 50;

const UNSORTED: ListDefinition<Unsorted> = {
  name: 'unsorted-messages',
  page: 'officeUnsorted',
  caption: ({ officeUnsorted }) => officeUnsorted,
  columns: [
    {
      name: 'subject',
      label: ({ messages }) => messages.subject,
      heading: true,
      cell: (row, desk) => (
        <a class="ds-link" href={addressBelow(desk, 'officeUnsorted', row.unsorted_message_id)}>
          {row.subject_line || officeTextsIn(desk.frame.language).messages.noSubject}
        </a>
      ),
      text: ({ subject_line }) => subject_line,
    },
    { name: 'sender', label: ({ messages }) => messages.sender, cell: ({ from_address }) => from_address },
    {
      name: 'received',
      label: ({ messages }) => messages.received,
      cell: ({ received_at }, { frame }) => timeInWords(received_at, frame.policy, frame.language),
      text: ({ received_at }, { frame }) => localTime(received_at, frame.policy),
    },
  ],
  sorts: { received: UNSORTED_ORDER },
  sortedBy: 'received',
  rowKey: ({ unsorted_message_id }) => unsorted_message_id,
  empty: { title: ({ messages }) => messages.unsortedEmpty, next: ({ messages }) => messages.unsortedEmptyNext },
};

export const UNSORTED_OUT = officeList(UNSORTED, {
  purposes: ['customer-communication', 'enquiries'],
  read: ({ sessions: { register } }, window) => readUnsortedPage(register, window),
});

export async function showUnsortedList(context: WebContext, parts: WebParts, desk: ActingDesk) {
  const state = await readListState(context, UNSORTED);
  const found = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    readUnsortedPage(register, { place: state.place, limit: PAGE_LENGTH }),
  );
  const stuck = await stuckMailFor(parts, desk);
  const texts = officeTextsIn(desk.frame.language);
  return context.html(
    <DeskPage desk={desk} title={texts.officeUnsorted} page="officeUnsorted">
      <h1>{texts.officeUnsorted}</h1>
      <List desk={desk} definition={UNSORTED} state={state} found={found} />
      <StuckMails desk={desk} mails={stuck} />
    </DeskPage>,
  );
}

interface UnsortedProps {
  readonly desk: ActingDesk;
  readonly mail: Unsorted;
  readonly state: FormState;
}

export const UnsortedPage: FC<UnsortedProps> = ({ desk, mail, state }) => {
  const { messages } = officeTextsIn(desk.frame.language);
  const title = mail.subject_line || messages.noSubject;
  const said = {
    ...mail,
    message_id: mail.unsorted_message_id,
    direction: 'in',
    channel: 'mail',
    at: mail.received_at,
  } as const;
  const from = mail.from_name === null ? mail.from_address : `${mail.from_name} (${mail.from_address})`;
  const { attachments, channels } = messages;
  const action = addressBelow(desk, 'officeUnsorted', mail.unsorted_message_id);
  const same = { desk, state };
  return (
    <DeskPage desk={desk} title={title} page="officeUnsorted">
      <h1>{title}</h1>
      <p class="hint">{messages.unsortedHint}</p>
      <Conversation
        frame={desk.frame}
        messages={[{ ...said, subject_line: '' }]}
        words={{ title, who: () => from, attachments, channels }}
      />
      <FormFaults {...same} />
      <section class="beside-forms" aria-label={messages.more}>
        <OfficeForm desk={desk} state={withoutFaults(state)} action={action} submit={messages.give}>
          <h2>{messages.giveTo}</h2>
          <HiddenFields fields={{ do: 'give' }} />
          <TextField {...same} name="customer" label={messages.giveToField} longest={254} required />
        </OfficeForm>
        <OfficeForm desk={desk} state={withoutFaults(state)} action={action} submit={messages.send}>
          <h2>{messages.answerUnknown}</h2>
          <HiddenFields fields={{ do: 'answer' }} />
          <AreaField
            {...{ ...same, name: 'text', label: messages.answerText, hint: messages.answerUnknownHint }}
            longest={LONGEST_MESSAGE}
            required
          />
        </OfficeForm>
        <form method="post" action={action}>
          <HiddenFields fields={{ do: 'discard' }} />
          <button class="ds-button" data-variant="secondary" data-color="danger" type="submit">
            {messages.discard}
          </button>
        </form>
      </section>
    </DeskPage>
  );
};

/** Told once, on top of the forms. */
const withoutFaults = (state: FormState): FormState => ({ ...state, faults: {} });
