/** Orders of those who want to pay later, which wait for somebody to decide. */
import { countUpTo } from '../../../register/index.ts';
import type { WorkItem } from '../today/work-items.ts';

export const CREDIT_WORK: readonly WorkItem[] = [
  {
    ...{ name: 'credit-to-decide', purpose: 'credit-check', urgency: 'now', page: 'officeCredit' },
    label: (texts) => texts.waiting.creditToDecide,
    reads: ['register.sales_order', 'register.customer'],
    count: ({ register }) =>
      countUpTo(
        register,
        register.query
          .selectFrom('register.sales_order')
          .where('payment_terms', '=', 'invoice')
          .where('status', '=', 'placed')
          .select('order_id'),
      ),
  },
];
