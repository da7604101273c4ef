/** What warehouse is to deliver, the oldest first: where it goes and how far it is. No price, no name but the addressee's. */
import type { FC } from 'hono/jsx';
import {
  type ListPage,
  listOrdersToPack,
  type OrderStatus,
  orderListOrder,
  type PackedOrder,
  type Window,
} from '../../../register/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import type { Desk } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { localTime } from '../exports/cells.ts';
import { officeList } from '../exports/office-list.ts';
import type { ListDefinition, ListState } from '../list/definition.ts';
import { List } from '../list/list.tsx';
import { OrderStatusTag, orderAddress } from '../orders/order-links.tsx';
import { timeInWords } from '../value.tsx';
import type { WorkingDesk } from '../working-for.tsx';

const PAGE_LENGTH = 50;
const OPEN = ['confirmed', 'part-delivered'] as const satisfies readonly OrderStatus[];
const SHOWN = [...OPEN, 'delivered'] as const;

export const DELIVERIES: ListDefinition<PackedOrder> = {
  name: 'deliveries',
  page: 'officeDeliveries',
  caption: (texts) => texts.deliveries.toDeliver,
  columns: [
    {
      ...{ name: 'number', label: (texts) => texts.orders.number, heading: true },
      cell: (row, desk) => (
        <a class="ds-link" href={orderAddress(desk, 'officeDeliveries', row)}>
          {row.order_number}
        </a>
      ),
      text: (row) => Number(row.order_number),
    },
    {
      ...{ name: 'deliverTo', label: (texts) => texts.deliveries.deliverTo },
      cell: (row) =>
        [row.deliver_to_name, row.deliver_to_postal_code, row.deliver_to_city].filter((part) => part).join(', '),
    },
    {
      ...{ name: 'placed', label: (texts) => texts.orders.placed, sort: 'oldest' },
      cell: (row, { frame }) => timeInWords(row.placed_at, frame.policy, frame.language),
      text: (row, { frame }) => localTime(row.placed_at, frame.policy),
    },
    {
      ...{ name: 'status', label: (texts) => texts.orders.status },
      cell: (row, desk) => <OrderStatusTag desk={desk} status={row.status} />,
      text: (row, { frame }) => officeTextsIn(frame.language).orders.statuses[row.status],
    },
  ],
  sorts: { oldest: orderListOrder(true), newest: orderListOrder(false) },
  sortedBy: 'oldest',
  filters: [
    {
      ...{ name: 'status', label: (texts) => texts.orders.status, kind: 'choice' },
      options: (texts) => SHOWN.map((value) => ({ value, label: texts.orders.statuses[value] })),
    },
  ],
  rowKey: (row) => `${row.customer_id}~${row.order_id}`,
  empty: { title: (texts) => texts.deliveries.none, next: (texts) => texts.deliveries.noneNext },
  bulk: [{ page: 'officeSendOrders', label: (texts) => texts.deliveries.sendChosen }],
};

export const readDeliveryList = (
  parts: WebParts,
  desk: WorkingDesk,
  state: ListState,
): Promise<ListPage<PackedOrder>> =>
  parts.asPrincipal(desk.staff, desk.purpose.name, (sessions) =>
    readPage(sessions, state, { place: state.place, limit: PAGE_LENGTH }),
  );

function readPage({ register }: Sessions, { filters, order }: ListState, window: Window) {
  const one = SHOWN.find((status) => status === filters.status);
  return listOrdersToPack(register, one === undefined ? OPEN : [one], order, window);
}

export const DELIVERIES_OUT = officeList(DELIVERIES, {
  purposes: ['delivery'],
  read: ({ sessions, state }, window) => readPage(sessions, state, window),
});

interface DeliveriesProps {
  readonly desk: Desk;
  readonly state: ListState;
  readonly found: ListPage<PackedOrder>;
}

export const DeliveriesPage: FC<DeliveriesProps> = ({ desk, state, found }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <DeskPage desk={desk} title={texts.officeDeliveries} page="officeDeliveries">
      <h1>{texts.deliveries.toDeliver}</h1>
      <List desk={desk} definition={DELIVERIES} state={state} found={found} />
    </DeskPage>
  );
};
