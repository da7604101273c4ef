/** One's own orders on My page, the newest first. */
import type { FC } from 'hono/jsx';
import type { Order } from '../../../register/index.ts';
import { addressOf } from '../../addresses.ts';
import { amountInWords, textsIn } from '../../texts/index.ts';
import { type MyFrame, myAddress } from '../my-frame.tsx';
import { MyLayout } from '../my-layout.tsx';
import { dayInWords } from '../value-in-words.ts';

const COLOURS: Readonly<Record<Order['status'], string>> = {
  placed: 'info',
  confirmed: 'info',
  'part-delivered': 'info',
  delivered: 'success',
  completed: 'neutral',
  cancelled: 'neutral',
};

export const StatusTag: FC<{ frame: MyFrame; status: Order['status'] }> = ({ frame, status }) => (
  <span class="ds-tag" data-color={COLOURS[status]}>
    {textsIn(frame.language).ordering.statuses[status]}
  </span>
);

export const MyOrdersPage: FC<{ frame: MyFrame; orders: readonly Order[] }> = ({ frame, orders }) => {
  const { language } = frame;
  const { ordering } = textsIn(language);
  return (
    <MyLayout frame={frame} page="myOrders" title={ordering.ordersQuestion} lead={ordering.ordersLead}>
      {orders.length === 0 ? <p>{ordering.noOrders}</p> : null}
      <ul class="my-orders">
        {orders.map((order) => (
          <li class="ds-card">
            <h2>
              <a class="ds-link" href={myAddress(frame, 'myOrders', language, `/${order.order_id}`)}>
                {ordering.orderTitle(order.order_number)}
              </a>
            </h2>
            <p>
              <StatusTag frame={frame} status={order.status} />
            </p>
            <p>
              {ordering.placedOn(dayInWords(order.placed_at, frame))} ·{' '}
              {amountInWords(order.net_ore + order.vat_ore, language)}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a class="ds-button" data-variant="secondary" href={addressOf('order', language)}>
          {ordering.orderNow}
        </a>
      </p>
    </MyLayout>
  );
};
