/** Invoices by how they stand: not due, overdue, settled, paid too much, and credit notes. */
import type { FC } from 'hono/jsx';
import { dayAt } from '../../../enforcement/index.ts';
import {
  INVOICE_ORDERS,
  INVOICE_STATES,
  type Invoice,
  type InvoiceState,
  type ListPage,
  listInvoices,
  shortDay,
  stateOf,
  type Window,
} from '../../../register/index.ts';
import { amountInWords } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import type { Desk } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { kroner } from '../exports/cells.ts';
import { officeList } from '../exports/office-list.ts';
import type { ListDefinition, ListState } from '../list/definition.ts';
import { List } from '../list/list.tsx';
import type { WorkingDesk } from '../working-for.tsx';
import { atInvoicing, INVOICING, InvoiceStateTag, invoiceAddress, keyOfRow } from './links.tsx';

/** Invoices a page. */
const PAGE_LENGTH = 50;

type InvoiceRow = Invoice & { readonly state: InvoiceState };

export const INVOICES: ListDefinition<InvoiceRow> = {
  name: 'invoice-list',
  page: 'officeInvoices',
  caption: (texts) => texts.officeInvoices,
  columns: [
    {
      ...{ name: 'number', label: (texts) => texts.invoices.number, heading: true, sort: 'number' },
      cell: (row, desk) => (
        <a class="ds-link" href={invoiceAddress(desk, keyOfRow(row))}>
          {row.invoice_number}
        </a>
      ),
      text: (row) => Number(row.invoice_number),
    },
    { name: 'customer', label: (texts) => texts.invoices.customer, cell: (row) => row.buyer_name },
    {
      ...{ name: 'issued', label: (texts) => texts.invoices.issuedOn },
      cell: (row, { frame }) => shortDay(row.issued_on, frame.language),
      text: (row) => row.issued_on,
    },
    {
      ...{ name: 'due', label: (texts) => texts.invoices.dueOn, sort: 'due' },
      cell: (row, { frame }) => shortDay(row.due_on, frame.language),
      text: (row) => row.due_on,
    },
    {
      ...{ name: 'state', label: (texts) => texts.invoices.state },
      cell: (row, desk) => <InvoiceStateTag desk={desk} state={row.state} />,
      text: (row, { frame }) => officeTextsIn(frame.language).invoices.states[row.state],
    },
    {
      ...{ name: 'total', label: (texts) => texts.invoices.total, figure: true },
      cell: (row, { frame }) => amountInWords(Number(row.net_ore) + Number(row.vat_ore), frame.language),
      text: (row) => kroner(Number(row.net_ore) + Number(row.vat_ore)),
    },
    {
      ...{ name: 'outstanding', label: (texts) => texts.invoices.outstanding, figure: true },
      cell: (row, { frame }) => amountInWords(Number(row.outstanding_ore), frame.language),
      text: (row) => kroner(row.outstanding_ore),
    },
  ],
  sorts: INVOICE_ORDERS,
  sortedBy: 'number',
  filters: [
    {
      ...{ name: 'state', label: (texts) => texts.invoices.state, kind: 'choice' },
      options: (texts) => INVOICE_STATES.map((value) => ({ value, label: texts.invoices.states[value] })),
    },
  ],
  rowKey: (row) => `${row.customer_id}~${row.invoice_id}`,
  empty: { title: (texts) => texts.invoices.none, next: (texts) => texts.invoices.noneNext },
};

export const readInvoiceList = (parts: WebParts, desk: WorkingDesk, state: ListState) =>
  atInvoicing(parts, desk, (sessions) => readPage(sessions, parts, state, { place: state.place, limit: PAGE_LENGTH }));

async function readPage({ register }: Sessions, parts: WebParts, { filters, order }: ListState, window: Window) {
  const today = dayAt(parts.now(), parts.policy.controller.timeZone);
  const state = INVOICE_STATES.find((one) => one === filters.state) ?? null;
  const found = await listInvoices(register, state, today, order, window);
  return { ...found, rows: found.rows.map((row) => ({ ...row, state: stateOf(row, today) })) };
}

export const INVOICES_OUT = officeList(INVOICES, {
  purposes: [INVOICING],
  read: ({ sessions, parts, state }, window) => readPage(sessions, parts, state, window),
});

interface InvoicesProps {
  readonly desk: Desk;
  readonly state: ListState;
  readonly found: ListPage<InvoiceRow>;
}

export const InvoicesPage: FC<InvoicesProps> = ({ desk, state, found }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <DeskPage desk={desk} title={texts.officeInvoices} page="officeInvoices">
      <h1>{texts.officeInvoices}</h1>
      <List desk={desk} definition={INVOICES} state={state} found={found} />
    </DeskPage>
  );
};
