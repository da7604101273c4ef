/** Disputes that are to be looked at again, for the start page, and the way to a new one from a customer's page. */
import { countUpTo, disputesToReview } from '../../../register/index.ts';
import type { CustomerAction } from '../customer/actions.ts';
import { addressBelow } from '../messages/at-customer.ts';
import type { WorkItem } from '../today/work-items.ts';

export const DISPUTE_WORK: readonly WorkItem[] = [
  {
    ...{ name: 'disputes-to-review', purpose: 'disputes', urgency: 'soon', page: 'officeDisputes' },
    ...{ label: ({ cases }) => cases.disputesToReview, reads: ['register.dispute'] },
    count: ({ register }, today) => countUpTo(register, disputesToReview(register, today)),
  },
];

export const DISPUTE_ACTIONS: readonly CustomerAction[] = [
  {
    label: ({ cases }) => cases.newDispute,
    href: (desk, customerId) => addressBelow(desk, 'officeNewDispute', customerId),
    purposes: ['disputes'],
    writes: ['register.dispute'],
  },
];
