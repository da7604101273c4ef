/** What was delivered and is not invoiced: several can be invoiced at once, after a look at what will be sent. */
import type { FC } from 'hono/jsx';
import { type ListPage, listWaiting, ORDERS_TO_INVOICE, type WaitingOrder } from '../../../register/index.ts';
import { amountInWords } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { kroner, localTime } from '../exports/cells.ts';
import { officeList } from '../exports/office-list.ts';
import { HiddenFields } from '../form/hidden-fields.tsx';
import type { ListDefinition, ListState } from '../list/definition.ts';
import { List } from '../list/list.tsx';
import { timeInWords } from '../value.tsx';
import type { WorkingDesk } from '../working-for.tsx';
import { atInvoicing, INVOICING } from './links.tsx';

/** Orders a page. */
const PAGE_LENGTH = 50;

export const TO_INVOICE: ListDefinition<WaitingOrder> = {
  name: 'to-invoice',
  page: 'officeToInvoice',
  caption: (texts) => texts.officeToInvoice,
  columns: [
    {
      ...{ name: 'order', label: (texts) => texts.invoices.order, heading: true },
      cell: ({ order }) => order.orderNumber,
    },
    {
      ...{ name: 'customer', label: (texts) => texts.invoices.customer },
      cell: ({ order }) => order.customer.legalName,
    },
    {
      ...{ name: 'since', label: (texts) => texts.invoices.since },
      cell: ({ since }, { frame }) => timeInWords(since, frame.policy, frame.language),
      text: ({ since }, { frame }) => localTime(since, frame.policy),
    },
    {
      ...{ name: 'lines', label: (texts) => texts.invoices.lineCount, figure: true },
      cell: ({ lineCount }) => lineCount,
    },
    {
      ...{ name: 'total', label: (texts) => texts.invoices.total, figure: true },
      cell: ({ totalOre }, { frame }) => amountInWords(totalOre, frame.language),
      text: ({ totalOre }) => kroner(totalOre),
    },
  ],
  sorts: { since: ORDERS_TO_INVOICE },
  sortedBy: 'since',
  rowKey: keyOfWaiting,
  empty: { title: (texts) => texts.invoices.nothingWaits, next: (texts) => texts.invoices.nothingWaitsNext },
  bulk: [{ page: 'officeIssueInvoices', label: (texts) => texts.invoices.issueChosen }],
};

function keyOfWaiting(row: WaitingOrder): string {
  return `${row.customer_id}~${row.order_id}`;
}

export const readToInvoice = (parts: WebParts, desk: WorkingDesk, { place }: ListState) =>
  atInvoicing(parts, desk, ({ register }) =>
    listWaiting(register, { place, limit: PAGE_LENGTH }, parts.policy.controller.timeZone),
  );

export const TO_INVOICE_OUT = officeList(TO_INVOICE, {
  purposes: [INVOICING],
  read: ({ sessions: { register }, parts }, window) => listWaiting(register, window, parts.policy.controller.timeZone),
});

interface ToInvoiceProps {
  readonly desk: Desk;
  readonly state: ListState;
  readonly found: ListPage<WaitingOrder>;
}

export const ToInvoicePage: FC<ToInvoiceProps> = ({ desk, state, found }) => {
  const texts = officeTextsIn(desk.frame.language);
  const { invoices } = texts;
  const ready = desk.frame.policy.controller.billing !== null;
  return (
    <DeskPage desk={desk} title={texts.officeToInvoice} page="officeToInvoice">
      <div class="title-row">
        <h1>{texts.officeToInvoice}</h1>
        {found.rows.length === 0 || !ready ? null : (
          <form method="post" action={deskAddress(desk, 'officeIssueInvoices')}>
            <HiddenFields fields={{ all: found.rows.map(keyOfWaiting).join(' ') }} />
            <button class="ds-button" type="submit">
              {invoices.issueAll(found.rows.length)}
            </button>
          </form>
        )}
      </div>
      {ready ? null : <NoBilling desk={desk} />}
      <List desk={desk} definition={TO_INVOICE} state={state} found={found} />
    </DeskPage>
  );
};

/** Said on every page that would issue something. */
export const NoBilling: FC<{ desk: Pick<Desk, 'frame'> }> = ({ desk }) => {
  const { invoices } = officeTextsIn(desk.frame.language);
  return (
    <div class="ds-alert" data-color="warning">
      <p>
        <strong>{invoices.noBilling}</strong>
      </p>
      <p>{invoices.noBillingNext}</p>
    </div>
  );
};
