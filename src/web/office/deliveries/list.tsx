/** What warehouse is to deliver, the oldest first: where it goes and how far it is. No price, no name but the addressee's. */
import type { FC } from 'hono/jsx';
import {
  type ListPage,
  listOrdersToPack,
  type OrderStatus,
  orderListOrder,
  type PackedOrder,
} from '../../../register/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import type { Desk } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import type { ListDefinition, ListState } from '../list/definition.ts';
import { List } from '../list/list.tsx';
import { OrderStatusTag, orderAddress } from '../orders/order-links.tsx';
import { timeInWords } from '../value.tsx';
import type { WorkingDesk } from '../working-for.tsx';

const PAGE_LENGTH = 50;
const OPEN = ['confirmed', 'part-delivered'] as const satisfies readonly OrderStatus[];
const SHOWN = [...OPEN, 'delivered'] as const;

export const DELIVERIES: ListDefinition<PackedOrder> = {
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
    },
    {
      ...{ name: 'deliverTo', label: (texts) => texts.deliveries.deliverTo },
      cell: (row) =>
        [row.deliver_to_name, row.deliver_to_postal_code, row.deliver_to_city].filter((part) => part).join(', '),
    },
    {
      ...{ name: 'placed', label: (texts) => texts.orders.placed, sort: 'oldest' },
      cell: (row, { frame }) => timeInWords(row.placed_at, frame.policy, frame.language),
    },
    {
      ...{ name: 'status', label: (texts) => texts.orders.status },
      cell: (row, desk) => <OrderStatusTag desk={desk} status={row.status} />,
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
  parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) => {
    const { filters, order, place } = state;
    const one = SHOWN.find((status) => status === filters.status);
    return listOrdersToPack(register, one === undefined ? OPEN : [one], order, { place, limit: PAGE_LENGTH });
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
