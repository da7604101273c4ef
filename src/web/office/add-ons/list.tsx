/** Add-on services of customers: whose, of which supplier, since when, and whether they still run. */
import {
  ADD_ON_ORDERS,
  ADD_ON_STATES,
  type AddOn,
  addOnState,
  readAddOns,
  type Window,
} from '../../../register/index.ts';
import type { WebContext } from '../../http-request.ts';
import { isUuid } from '../../ids.ts';
import { type OfficeTexts, officeTextsIn } from '../../texts/office.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import type { Desk } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { localTime } from '../exports/cells.ts';
import { officeList } from '../exports/office-list.ts';
import type { Option } from '../form/fields.tsx';
import type { ListDefinition, ListState } from '../list/definition.ts';
import { List } from '../list/list.tsx';
import { readListState } from '../list/state.ts';
import { type ActingDesk, addressBelow } from '../messages/at-customer.ts';
import { timeInWords } from '../value.tsx';

/** Rows a page. */
const PAGE_LENGTH = 50;

/** Those that read what was accepted; the first of them ends it, too. */
export const ADD_ON_PURPOSES = ['add-on-services', 'customer-administration'];

/** The words of its state, with the day on which it ends. */
export function stateInWords(row: AddOn, { frame }: Pick<Desk, 'frame'>, now: Date): string {
  const { addOns } = officeTextsIn(frame.language);
  const state = addOnState(row, now);
  if (state === 'running' || row.ended_at === null) return addOns.states.running;
  return addOns.stateSince[state](timeInWords(row.ended_at, frame.policy, frame.language));
}

export const COLOURS = { running: 'success', ending: 'warning', ended: 'neutral' } as const;

interface Given {
  readonly now: Date;
  readonly suppliers: readonly Option[];
}

const addOnsAt = ({ now, suppliers }: Given): ListDefinition<AddOn> => ({
  name: 'add-ons',
  page: 'officeAddOns',
  caption: ({ officeAddOns }) => officeAddOns,
  columns: [
    {
      ...{ name: 'service', label: ({ addOns }: OfficeTexts) => addOns.service, heading: true },
      cell: (row, desk) => (
        <a class="ds-link" href={addressBelow(desk, 'officeAddOns', row.customer_id, row.add_on_id)}>
          {row[`name_${desk.frame.language}`]}
        </a>
      ),
      text: (row, { frame }) => row[`name_${frame.language}`],
    },
    { name: 'customer', label: ({ addOns }) => addOns.customer, cell: ({ legal_name }) => legal_name },
    { name: 'supplier', label: ({ addOns }) => addOns.supplier, cell: ({ supplier }) => supplier },
    {
      ...{ name: 'since', label: ({ addOns }: OfficeTexts) => addOns.since, sort: 'newest' },
      cell: ({ accepted_at }, { frame }) => timeInWords(accepted_at, frame.policy, frame.language),
      text: ({ accepted_at }, { frame }) => localTime(accepted_at, frame.policy),
    },
    {
      ...{ name: 'state', label: ({ addOns }: OfficeTexts) => addOns.state },
      cell: (row, desk) => (
        <span class="ds-tag" data-color={COLOURS[addOnState(row, now)]}>
          {stateInWords(row, desk, now)}
        </span>
      ),
      // A file is read on other days than this one.
      text: ({ ended_at }, { frame }) => {
        const { addOns } = officeTextsIn(frame.language);
        return ended_at === null ? addOns.states.running : addOns.endInFile(localTime(ended_at, frame.policy));
      },
    },
  ],
  sorts: ADD_ON_ORDERS,
  sortedBy: 'newest',
  filters: [
    {
      ...{ name: 'state', label: ({ addOns }: OfficeTexts) => addOns.state, kind: 'choice' },
      options: ({ addOns }) => ADD_ON_STATES.map((value) => ({ value, label: addOns.states[value] })),
    },
    {
      ...{ name: 'supplier', label: ({ addOns }: OfficeTexts) => addOns.supplier, kind: 'choice' },
      options: () => suppliers,
    },
  ],
  rowKey: ({ customer_id, add_on_id }) => `${customer_id}~${add_on_id}`,
  empty: { title: ({ addOns }) => addOns.none, next: ({ addOns }) => addOns.noneNext },
});

function readPage({ register }: Pick<Sessions, 'register'>, now: Date, { filters, order }: ListState, window: Window) {
  const state = ADD_ON_STATES.find((one) => one === filters.state) ?? null;
  const supplierId = isUuid(filters.supplier) ? filters.supplier : null;
  return readAddOns(register, { state, supplierId, now }, order, window);
}

/** Suppliers are companies; which of them provide add-ons says nothing about anybody. */
async function providers({ register }: Pick<Sessions, 'register'>): Promise<readonly Option[]> {
  const rows = await register.read(
    register.query.selectFrom('register.supplier').select(['supplier_id', 'name']).orderBy('name').limit(500),
  );
  return rows.map(({ supplier_id: value, name: label }) => ({ value, label }));
}

export const ADD_ONS_OUT = officeList(
  { ...addOnsAt({ now: new Date(0), suppliers: [] }) },
  {
    purposes: ADD_ON_PURPOSES,
    read: ({ sessions, parts, state }, window) => readPage(sessions, parts.now(), state, window),
  },
);

export async function showAddOns(context: WebContext, parts: WebParts, desk: ActingDesk): Promise<Response> {
  const now = parts.now();
  const { definition, state, found } = await parts.asPrincipal(desk.staff, desk.purpose.name, async (sessions) => {
    const suppliers = await providers(sessions);
    const list = addOnsAt({ now, suppliers });
    const asked = await readListState(context, list);
    const window = { place: asked.place, limit: PAGE_LENGTH };
    return { definition: list, state: asked, found: await readPage(sessions, now, asked, window) };
  });
  const texts = officeTextsIn(desk.frame.language);
  return context.html(
    <DeskPage desk={desk} title={texts.officeAddOns} page="officeAddOns">
      <h1>{texts.officeAddOns}</h1>
      <p class="lead">{texts.addOns.lead}</p>
      <List desk={desk} definition={definition} state={state} found={found} />
    </DeskPage>,
  );
}
