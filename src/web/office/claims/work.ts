/** The way to a new claim from a customer's page. */
import type { CustomerAction } from '../customer/actions.ts';
import { addressBelow } from '../messages/at-customer.ts';

export const CLAIM_ACTIONS: readonly CustomerAction[] = [
  {
    label: ({ cases }) => cases.newClaim,
    href: (desk, customerId) => addressBelow(desk, 'officeNewClaim', customerId),
    purposes: ['claims'],
    writes: ['register.claim'],
  },
];
