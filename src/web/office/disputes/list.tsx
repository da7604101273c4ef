/** The list of disputes: the open ones by when they are looked at again, and all of them. */
import { dateInWords } from '../../../notice/index.ts';
import { DISPUTE_ORDER, type DisputeRow, readDisputes } from '../../../register/index.ts';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { localTime } from '../exports/cells.ts';
import { officeList } from '../exports/office-list.ts';
import type { ListDefinition } from '../list/definition.ts';
import { List } from '../list/list.tsx';
import { readListState } from '../list/state.ts';
import { type ActingDesk, addressBelow } from '../messages/at-customer.ts';
import { timeInWords } from '../value.tsx';

const PAGE_LENGTH = 50;

const disputesAt = (page: 'officeDisputes' | 'officeAllDisputes'): ListDefinition<DisputeRow> => ({
  name: page === 'officeDisputes' ? 'open-disputes' : 'disputes',
  page,
  caption: ({ officeDisputes }) => officeDisputes,
  columns: [
    {
      name: 'number',
      label: ({ cases }) => cases.number,
      heading: true,
      cell: (row, desk) => (
        <a class="ds-link" href={addressBelow(desk, 'officeDisputes', row.customer_id, row.dispute_id)}>
          {row.dispute_number}
        </a>
      ),
      text: (row) => Number(row.dispute_number),
    },
    { name: 'customer', label: ({ cases }) => cases.customer, cell: ({ legal_name }) => legal_name },
    {
      name: 'status',
      label: ({ cases }) => cases.status,
      cell: ({ status }, { frame }) => officeTextsIn(frame.language).cases.disputeStatuses[status],
    },
    {
      name: 'review',
      label: ({ cases }) => cases.review,
      cell: ({ review_on }, { frame }) => dateInWords(review_on, frame.language),
      text: ({ review_on }) => review_on,
    },
    {
      name: 'limitation',
      label: ({ cases }) => cases.limitation,
      cell: ({ limitation_on }, { frame }) => dateInWords(limitation_on, frame.language),
      text: ({ limitation_on }) => limitation_on,
    },
    {
      name: 'opened',
      label: ({ cases }) => cases.opened,
      cell: ({ opened_at }, { frame }) => timeInWords(opened_at, frame.policy, frame.language),
      text: ({ opened_at }, { frame }) => localTime(opened_at, frame.policy),
    },
  ],
  sorts: { review: DISPUTE_ORDER },
  sortedBy: 'review',
  rowKey: ({ customer_id, dispute_id }) => `${customer_id}~${dispute_id}`,
  empty: { title: ({ cases }) => cases.disputesEmpty, next: ({ cases }) => cases.disputesEmptyNext },
});

const OPEN = disputesAt('officeDisputes');
const ALL = disputesAt('officeAllDisputes');

export const DISPUTES_OUT = [OPEN, ALL].map((definition) =>
  officeList(definition, {
    purposes: ['disputes'],
    read: ({ sessions: { register } }, window) => readDisputes(register, definition === OPEN, window),
  }),
);

export async function showDisputes(context: WebContext, parts: WebParts, desk: ActingDesk, open: boolean) {
  const definition = open ? OPEN : ALL;
  const state = await readListState(context, definition);
  const found = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    readDisputes(register, open, { place: state.place, limit: PAGE_LENGTH }),
  );
  const texts = officeTextsIn(desk.frame.language);
  const { cases } = texts;
  const current = (is: boolean) => (is ? { 'aria-current': 'page' as const } : {});
  return context.html(
    <DeskPage desk={desk} title={texts.officeDisputes} page="officeDisputes">
      <h1>{texts.officeDisputes}</h1>
      <p class="hint">{cases.onlyLegal}</p>
      <ul class="list-tabs">
        <li>
          <a class="ds-link" href={deskAddress(desk, 'officeDisputes')} {...current(open)}>
            {cases.disputesOpen}
          </a>
        </li>
        <li>
          <a class="ds-link" href={deskAddress(desk, 'officeAllDisputes')} {...current(!open)}>
            {cases.disputesAll}
          </a>
        </li>
      </ul>
      <List desk={desk} definition={definition} state={state} found={found} />
    </DeskPage>,
  );
}
