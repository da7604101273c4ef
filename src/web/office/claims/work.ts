/**
 * Claims that wait for an answer, for the start page: those whose day is near or past by themselves, since they are
 * answered first. And the way to a new claim from a customer's page.
 */
import { Temporal } from 'temporal-polyfill';
import { claimLettersWaiting, countUpTo } from '../../../register/index.ts';
import type { CustomerAction } from '../customer/actions.ts';
import { addressBelow } from '../messages/at-customer.ts';
import type { WorkItem } from '../today/work-items.ts';

/** Days before the last day on which a claim is to be answered. */
const NEAR_DAYS = 3;

export const CLAIM_WORK: readonly WorkItem[] = [
  {
    ...{ name: 'claim-letters', purpose: 'claims', urgency: 'now', page: 'officeClaims', query: { status: 'letters' } },
    ...{ label: ({ cases }) => cases.lettersToAnswer, reads: ['register.claim_entry'] },
    count: ({ register }) => countUpTo(register, claimLettersWaiting(register)),
  },
  {
    ...{ name: 'claims-near', purpose: 'claims', urgency: 'soon', reads: ['register.claim'], page: 'officeClaims' },
    label: (texts) => texts.waiting.claimsNear,
    count: ({ register }, today) =>
      countUpTo(
        register,
        register.query
          .selectFrom('register.claim')
          .where('status', '<>', 'closed')
          .where('answer_due_on', '<=', Temporal.PlainDate.from(today).add({ days: NEAR_DAYS }).toString())
          .select('claim_id'),
      ),
  },
  {
    ...{ name: 'withdrawals', purpose: 'claims', urgency: 'now', reads: ['register.claim'], page: 'officeClaims' },
    label: (texts) => texts.waiting.withdrawals,
    query: { status: 'open', kind: 'withdrawal' },
    count: ({ register }) =>
      countUpTo(
        register,
        register.query
          .selectFrom('register.claim')
          .where('kind', '=', 'withdrawal')
          .where('status', '<>', 'closed')
          .select('claim_id'),
      ),
  },
  {
    ...{ name: 'claims-open', purpose: 'claims', urgency: 'now', reads: ['register.claim'], page: 'officeClaims' },
    label: (texts) => texts.waiting.claimsOpen,
    count: ({ register }) =>
      countUpTo(
        register,
        register.query.selectFrom('register.claim').where('status', '<>', 'closed').select('claim_id'),
      ),
  },
];

export const CLAIM_ACTIONS: readonly CustomerAction[] = [
  {
    label: ({ cases }) => cases.newClaim,
    href: (desk, customerId) => addressBelow(desk, 'officeNewClaim', customerId),
    purposes: ['claims'],
    writes: ['register.claim'],
  },
];
