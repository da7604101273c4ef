/** Orders by status, for sales: what has come in stands first, and several can be confirmed at once. */
import type { FC } from 'hono/jsx';
import {
  type ListedOrder,
  type ListPage,
  listOrders,
  ORDER_STATUSES,
  type OrderStatus,
  orderListOrder,
  readCustomerNames,
  type Window,
} from '../../../register/index.ts';
import { ORDERING } from '../../public/ordering/shop.ts';
import { amountInWords } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { kroner, localTime } from '../exports/cells.ts';
import { officeList } from '../exports/office-list.ts';
import type { ListDefinition, ListState } from '../list/definition.ts';
import { List } from '../list/list.tsx';
import { timeInWords } from '../value.tsx';
import type { WorkingDesk } from '../working-for.tsx';
import { OrderStatusTag, orderAddress } from './order-links.tsx';

/** Orders a page. */
const PAGE_LENGTH = 50;

export interface OrderRow extends ListedOrder {
  /** Null where the purpose sees no such customer. */
  readonly customer: string | null;
}

export const ORDERS: ListDefinition<OrderRow> = {
  name: 'order-list',
  page: 'officeOrders',
  caption: (texts) => texts.officeOrders,
  columns: [
    {
      ...{ name: 'number', label: (texts) => texts.orders.number, heading: true },
      cell: (row, desk) => (
        <a class="ds-link" href={orderAddress(desk, 'officeOrders', row)}>
          {row.order_number}
        </a>
      ),
      text: (row) => Number(row.order_number),
    },
    { name: 'customer', label: (texts) => texts.orders.customer, cell: (row) => row.customer ?? row.deliver_to_name },
    {
      ...{ name: 'placed', label: (texts) => texts.orders.placed, sort: 'placed' },
      cell: (row, { frame }) => timeInWords(row.placed_at, frame.policy, frame.language),
      text: (row, { frame }) => localTime(row.placed_at, frame.policy),
    },
    {
      ...{ name: 'status', label: (texts) => texts.orders.status },
      cell: (row, desk) => <OrderStatusTag desk={desk} status={row.status} />,
      text: (row, { frame }) => officeTextsIn(frame.language).orders.statuses[row.status],
    },
    {
      ...{ name: 'total', label: (texts) => texts.orders.total, figure: true },
      cell: (row, { frame }) => amountInWords(row.net_ore + row.vat_ore, frame.language),
      text: (row) => kroner(row.net_ore + row.vat_ore),
    },
  ],
  sorts: { placed: orderListOrder(false), oldest: orderListOrder(true) },
  sortedBy: 'placed',
  filters: [
    {
      ...{ name: 'status', label: (texts) => texts.orders.status, kind: 'choice' },
      options: (texts) => ORDER_STATUSES.map((value) => ({ value, label: texts.orders.statuses[value] })),
    },
  ],
  rowKey: (row) => `${row.customer_id}~${row.order_id}`,
  empty: { title: (texts) => texts.orders.none, next: (texts) => texts.orders.noneNext },
  bulk: [{ page: 'officeConfirmOrders', label: (texts) => texts.orders.confirmChosen }],
};

const statusesOf = (asked: string | undefined): readonly OrderStatus[] => {
  const one = ORDER_STATUSES.find((status) => status === asked);
  return one === undefined ? ORDER_STATUSES : [one];
};

export const readOrderList = (parts: WebParts, desk: WorkingDesk, state: ListState): Promise<ListPage<OrderRow>> =>
  parts.asPrincipal(desk.staff, desk.purpose.name, (sessions) =>
    readPage(sessions, state, { place: state.place, limit: PAGE_LENGTH }),
  );

async function readPage({ register }: Sessions, { filters, order }: ListState, window: Window) {
  const found = await listOrders(register, statusesOf(filters.status), order, window);
  const names = await readCustomerNames(
    register,
    found.rows.map(({ customer_id: id }) => id),
  );
  return { ...found, rows: found.rows.map((row) => ({ ...row, customer: names.get(row.customer_id) ?? null })) };
}

export const ORDERS_OUT = officeList(ORDERS, {
  purposes: [ORDERING],
  read: ({ sessions, state }, window) => readPage(sessions, state, window),
});

export const OrdersPage: FC<{ desk: Desk; state: ListState; found: ListPage<OrderRow> }> = ({ desk, state, found }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <DeskPage desk={desk} title={texts.officeOrders} page="officeOrders">
      <div class="title-row">
        <h1>{texts.officeOrders}</h1>
        <a class="ds-button" href={deskAddress(desk, 'officeNewOrder')}>
          {texts.orders.newOrder}
        </a>
      </div>
      <List desk={desk} definition={ORDERS} state={state} found={found} />
    </DeskPage>
  );
};
