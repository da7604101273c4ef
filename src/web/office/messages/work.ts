/** What waits among messages, for the start page, and what can be done from a customer's page. */
import {
  countUpTo,
  MESSAGE_PURPOSES,
  mailSetAside,
  TALKING_PURPOSES,
  unsortedOnes,
  waitingFor,
} from '../../../register/index.ts';
import type { CustomerAction } from '../customer/actions.ts';
import type { WorkItem } from '../today/work-items.ts';
import { addressBelow } from './at-customer.ts';

export const MESSAGE_WORK: readonly WorkItem[] = [
  ...MESSAGE_PURPOSES.map(
    (purpose): WorkItem => ({
      ...{ name: `messages-waiting-${purpose}`, purpose, urgency: 'now', page: 'officeMessages' },
      ...{ label: ({ messages }) => messages.unanswered, reads: ['register.message'] },
      count: ({ register }) => countUpTo(register, waitingFor(register, purpose)),
    }),
  ),
  {
    ...{ name: 'mail-to-sort', purpose: 'customer-communication', urgency: 'now', page: 'officeUnsorted' },
    ...{ label: ({ messages }) => messages.toSort, reads: ['register.unsorted_message'] },
    count: ({ register }) => countUpTo(register, unsortedOnes(register)),
  },
  {
    ...{ name: 'mail-set-aside', purpose: 'customer-communication', urgency: 'now', page: 'officeUnsorted' },
    ...{ label: ({ messages }) => messages.stuck.toLookAt, reads: ['register.stuck_mail'] },
    count: ({ register }) => countUpTo(register, mailSetAside(register)),
  },
];

export const MESSAGE_ACTIONS: readonly CustomerAction[] = [
  {
    label: ({ messages }) => messages.writeDown,
    href: (desk, customerId) => addressBelow(desk, 'officeWriteDown', customerId),
    purposes: TALKING_PURPOSES,
    writes: ['register.message', 'kept.notice_shown'],
  },
  {
    label: ({ messages }) => messages.writeNote,
    href: (desk, customerId) => addressBelow(desk, 'officeNote', customerId),
    writes: ['register.note'],
  },
];
