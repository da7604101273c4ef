/** What waits among orders, for the start page: to confirm for sales, to send for those who deliver. */
import { countUpTo } from '../../../register/index.ts';
import type { WorkItem } from '../today/work-items.ts';

export const ORDER_WORK: readonly WorkItem[] = [
  {
    ...{ name: 'orders-to-confirm', purpose: 'ordering', urgency: 'now', reads: ['register.sales_order'] },
    label: (texts) => texts.waiting.ordersToConfirm,
    count: ({ register }) =>
      countUpTo(
        register,
        register.query.selectFrom('register.sales_order').where('status', '=', 'placed').select('order_id'),
      ),
    ...{ page: 'officeOrders', query: { status: 'placed' } },
  },
  {
    ...{ name: 'orders-to-send', purpose: 'delivery', urgency: 'now', reads: ['register.sales_order'] },
    label: (texts) => texts.waiting.ordersToSend,
    count: ({ register }) =>
      countUpTo(
        register,
        register.query
          .selectFrom('register.sales_order')
          .where('status', 'in', ['confirmed', 'part-delivered'])
          .where('withdrawn_at', 'is', null)
          .select('order_id'),
      ),
    page: 'officeDeliveries',
  },
];
