/** Where one order is in the office, and its status as a tag; the lists of sales and of warehouse share both. */

import type { FC } from 'hono/jsx';
import type { OrderStatus } from '../../../register/index.ts';
import { ADDRESSES, addressOf, type PageName } from '../../addresses.ts';
import { UUID } from '../../ids.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, withPurpose } from '../desk.tsx';

interface Keyed {
  readonly customer_id: string;
  readonly order_id: string;
}

/** A route's part for one order. */
export const ONE_ORDER = `:customer{${UUID}}/:order{${UUID}}`;

const KEY = new RegExp(`^(${UUID})~(${UUID})$`);

/** @param key As lists send it; null for what is none. */
export function orderKeyOf(key: string): { readonly customerId: string; readonly orderId: string } | null {
  const [, customerId, orderId] = KEY.exec(key) ?? [];
  return customerId === undefined || orderId === undefined ? null : { customerId, orderId };
}

/** @param below What follows, as `/change`. */
export const orderAddress = ({ frame, purpose }: Desk, page: PageName, order: Keyed, below = ''): string =>
  withPurpose(
    `${addressOf(page, frame.language)}/${order.customer_id}/${order.order_id}${below}`,
    purpose?.name ?? null,
  );

/** The same address in both languages, without purpose. */
export const orderHere = (page: PageName, order: Keyed, below = { nb: '', en: '' }): Desk['here'] => ({
  nb: `${ADDRESSES[page].nb}/${order.customer_id}/${order.order_id}${below.nb}`,
  en: `${ADDRESSES[page].en}/${order.customer_id}/${order.order_id}${below.en}`,
});

const COLOURS: Readonly<Record<OrderStatus, string>> = {
  placed: 'warning',
  confirmed: 'info',
  'part-delivered': 'info',
  delivered: 'success',
  completed: 'neutral',
  cancelled: 'neutral',
};

export const OrderStatusTag: FC<{ desk: Pick<Desk, 'frame'>; status: OrderStatus }> = ({ desk, status }) => (
  <span class="ds-tag" data-color={COLOURS[status]}>
    {officeTextsIn(desk.frame.language).orders.statuses[status]}
  </span>
);
