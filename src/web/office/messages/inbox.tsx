/** The inbox of staff: what customers wrote for a purpose and nobody has answered, and all of it. */
import type { FC } from 'hono/jsx';
import { INBOX_ORDER, type InboxRow, MESSAGE_PURPOSES, readInbox } from '../../../register/index.ts';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { localTime } from '../exports/cells.ts';
import { officeList } from '../exports/office-list.ts';
import type { ListColumn, ListDefinition } from '../list/definition.ts';
import { List } from '../list/list.tsx';
import { readListState } from '../list/state.ts';
import { timeInWords } from '../value.tsx';
import { type ActingDesk, addressBelow } from './at-customer.ts';

/** Rows a page. */
const PAGE_LENGTH = 50;

const COLUMNS: readonly ListColumn<InboxRow>[] = [
  {
    name: 'subject',
    label: ({ messages }) => messages.subject,
    heading: true,
    cell: (row, desk) => (
      <a class="ds-link" href={addressBelow(desk, 'officeMessages', row.customer_id, row.message_id)}>
        {row.subject_line || officeTextsIn(desk.frame.language).messages.noSubject}
      </a>
    ),
    text: ({ subject_line }) => subject_line,
  },
  { name: 'customer', label: ({ messages }) => messages.customer, cell: ({ legal_name }) => legal_name },
  {
    name: 'channel',
    label: ({ messages }) => messages.channel,
    cell: ({ channel }, { frame }) => officeTextsIn(frame.language).messages.channels[channel],
  },
  {
    name: 'received',
    label: ({ messages }) => messages.received,
    cell: ({ at }, { frame }) => timeInWords(at, frame.policy, frame.language),
    text: ({ at }, { frame }) => localTime(at, frame.policy),
  },
];

const STATE: ListColumn<InboxRow> = {
  name: 'state',
  label: ({ messages }) => messages.state,
  cell: ({ answered_at }, { frame }) => {
    const { messages } = officeTextsIn(frame.language);
    return answered_at === null ? messages.waiting : messages.answered;
  },
};

const same = {
  sortedBy: 'received',
  rowKey: ({ customer_id, message_id }: InboxRow) => `${customer_id}~${message_id}`,
} as const;

const WAITING: ListDefinition<InboxRow> = {
  ...same,
  name: 'unanswered-messages',
  page: 'officeMessages',
  caption: ({ messages }) => messages.unanswered,
  columns: COLUMNS,
  sorts: { received: INBOX_ORDER },
  empty: { title: ({ messages }) => messages.emptyTitle, next: ({ messages }) => messages.emptyNext },
};

const ALL: ListDefinition<InboxRow> = {
  ...same,
  name: 'messages',
  page: 'officeAllMessages',
  caption: ({ officeAllMessages }) => officeAllMessages,
  columns: [...COLUMNS, STATE],
  sorts: { received: { ...INBOX_ORDER, descending: true } },
  empty: { title: ({ messages }) => messages.noneTitle, next: ({ messages }) => messages.emptyNext },
};

export const MESSAGES_OUT = [WAITING, ALL].map((definition) =>
  officeList(definition, {
    purposes: MESSAGE_PURPOSES,
    read: ({ sessions: { register }, desk }, window) =>
      readInbox(register, desk.purpose.name, definition === WAITING, window),
  }),
);

export async function showInbox(context: WebContext, parts: WebParts, desk: ActingDesk, waiting: boolean) {
  const definition = waiting ? WAITING : ALL;
  const state = await readListState(context, definition);
  const found = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    readInbox(register, desk.purpose.name, waiting, { place: state.place, limit: PAGE_LENGTH }),
  );
  const texts = officeTextsIn(desk.frame.language);
  return context.html(
    <DeskPage desk={desk} title={texts.officeMessages} page="officeMessages">
      <h1>{texts.officeMessages}</h1>
      <InboxTabs desk={desk} waiting={waiting} />
      <List desk={desk} definition={definition} state={state} found={found} />
    </DeskPage>,
  );
}

const InboxTabs: FC<{ desk: Desk; waiting: boolean }> = ({ desk, waiting }) => {
  const { messages } = officeTextsIn(desk.frame.language);
  const current = (is: boolean) => (is ? { 'aria-current': 'page' as const } : {});
  return (
    <ul class="list-tabs">
      <li>
        <a class="ds-link" href={deskAddress(desk, 'officeMessages')} {...current(waiting)}>
          {messages.waiting}
        </a>
      </li>
      <li>
        <a class="ds-link" href={deskAddress(desk, 'officeAllMessages')} {...current(!waiting)}>
          {messages.all}
        </a>
      </li>
    </ul>
  );
};
