/** The list of claims: those that wait, by when their answer is due. */
import { dayAt } from '../../../enforcement/index.ts';
import { dateInWords } from '../../../notice/index.ts';
import {
  CLAIM_KINDS,
  CLAIM_ORDERS,
  CLAIM_STATUSES,
  type ClaimRow,
  readClaims,
  type Window,
} from '../../../register/index.ts';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import { DeskPage } from '../desk-page.tsx';
import { localTime } from '../exports/cells.ts';
import { officeList } from '../exports/office-list.ts';
import type { ListDefinition, ListState } from '../list/definition.ts';
import { List } from '../list/list.tsx';
import { readListState } from '../list/state.ts';
import { type ActingDesk, addressBelow } from '../messages/at-customer.ts';
import { timeInWords } from '../value.tsx';

const PAGE_LENGTH = 50;

/** @param today `YYYY-MM-DD`: an answer that was due before is overdue. */
const claimsOn = (today: string): ListDefinition<ClaimRow> => ({
  name: 'claims',
  page: 'officeClaims',
  caption: ({ officeClaims }) => officeClaims,
  columns: [
    {
      name: 'number',
      label: ({ cases }) => cases.number,
      heading: true,
      cell: (row, desk) => (
        <a class="ds-link" href={addressBelow(desk, 'officeClaims', row.customer_id, row.claim_id)}>
          {row.claim_number}
        </a>
      ),
      text: (row) => Number(row.claim_number),
    },
    {
      name: 'kind',
      label: ({ cases }) => cases.kind,
      cell: ({ kind }, { frame }) => officeTextsIn(frame.language).cases.kinds[kind],
    },
    { name: 'customer', label: ({ cases }) => cases.customer, cell: ({ legal_name }) => legal_name },
    {
      name: 'status',
      label: ({ cases }) => cases.status,
      cell: ({ status }, { frame }) => officeTextsIn(frame.language).cases.statuses[status],
    },
    {
      name: 'due',
      label: ({ cases }) => cases.answerDue,
      sort: 'due',
      cell: ({ answer_due_on, status }, { frame }) => {
        const date = dateInWords(answer_due_on, frame.language);
        if (status === 'closed' || answer_due_on >= today) return date;
        return <span class="deadline-late">{officeTextsIn(frame.language).cases.overdue(date)}</span>;
      },
      text: ({ answer_due_on }) => answer_due_on,
    },
    {
      name: 'received',
      label: ({ cases }) => cases.received,
      sort: 'received',
      cell: ({ received_at }, { frame }) => timeInWords(received_at, frame.policy, frame.language),
      text: ({ received_at }, { frame }) => localTime(received_at, frame.policy),
    },
  ],
  sorts: CLAIM_ORDERS,
  sortedBy: 'due',
  filters: [
    {
      name: 'status',
      label: ({ cases }) => cases.status,
      kind: 'choice',
      options: ({ cases }) => [
        { value: 'open', label: cases.open },
        { value: 'letters', label: cases.lettersWait },
        ...CLAIM_STATUSES.map((value) => ({ value, label: cases.statuses[value] })),
      ],
    },
    {
      name: 'kind',
      label: ({ cases }) => cases.kind,
      kind: 'choice',
      options: ({ cases }) => CLAIM_KINDS.map((value) => ({ value, label: cases.kinds[value] })),
    },
  ],
  rowKey: ({ customer_id, claim_id }) => `${customer_id}~${claim_id}`,
  empty: { title: ({ cases }) => cases.emptyTitle, next: ({ cases }) => cases.emptyNext },
});

function readPage({ register }: Pick<Sessions, 'register'>, { filters, sort }: ListState, window: Window) {
  const { status: asked = '', kind: wanted = '' } = filters;
  const status = asked === 'open' || asked === 'letters' ? asked : (CLAIM_STATUSES.find((one) => one === asked) ?? '');
  const kind = CLAIM_KINDS.find((one) => one === wanted) ?? '';
  return readClaims(register, { status, kind }, CLAIM_ORDERS[sort === 'received' ? 'received' : 'due'], window);
}

/** In a file a day stands as it is, whatever today is. */
export const CLAIMS_OUT = officeList(claimsOn(''), {
  purposes: ['claims'],
  read: ({ sessions, state }, window) => readPage(sessions, state, window),
});

export async function showClaims(context: WebContext, parts: WebParts, desk: ActingDesk) {
  const definition = claimsOn(dayAt(parts.now(), parts.policy.controller.timeZone));
  const state = await readListState(context, definition);
  const found = await parts.asPrincipal(desk.staff, desk.purpose.name, (sessions) =>
    readPage(sessions, state, { place: state.place, limit: PAGE_LENGTH }),
  );
  const texts = officeTextsIn(desk.frame.language);
  return context.html(
    <DeskPage desk={desk} title={texts.officeClaims} page="officeClaims">
      <h1>{texts.officeClaims}</h1>
      <List desk={desk} definition={definition} state={state} found={found} />
    </DeskPage>,
  );
}
