/**
 * What can be done with a customer from their page. A noun adds one entry:
 *
 *     { label: (texts) => texts.newOrder, purposes: ['ordering'], writes: ['register.sales_order'],
 *       href: (desk, customerId) => deskAddress(desk, 'officeNewOrder', { customer: customerId }) },
 *
 * It is offered where the purpose acted for has what it asks for.
 */

import { accessOfPurpose, type Language, type Policy, type Purpose } from '../../../policy/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { OfficeTexts } from '../../texts/office.ts';
import { CLAIM_ACTIONS } from '../claims/work.ts';
import { besideCustomer } from '../companies/addresses.ts';
import { type Desk, withPurpose } from '../desk.tsx';
import { DISPUTE_ACTIONS } from '../disputes/work.ts';
import { MESSAGE_ACTIONS } from '../messages/work.ts';

const EDIT = { nb: 'endre', en: 'edit' } as const;

/** Where a customer is corrected. */
export const editAddress = (customerId: string, language: Language): string =>
  `${ADDRESSES.officeCustomers[language]}/${customerId}/${EDIT[language]}`;

export interface CustomerAction {
  readonly label: (texts: OfficeTexts) => string;
  readonly href: (desk: Desk, customerId: string) => string;
  /** Only for these purposes; absent: for all that have what follows. */
  readonly purposes?: readonly string[];
  /** Tables that the purpose must write, each of them. */
  readonly writes: readonly string[];
}

const CUSTOMER_ACTIONS: readonly CustomerAction[] = [
  {
    label: (texts) => texts.companyTitle,
    purposes: ['customer-administration'],
    writes: ['register.supplement'],
    href: (desk, customerId) => besideCustomer(desk, 'register', customerId),
  },
  {
    label: (texts) => texts.contactsTitle,
    purposes: ['customer-administration'],
    writes: ['register.contact_person'],
    href: (desk, customerId) => besideCustomer(desk, 'contacts', customerId),
  },

  {
    label: (texts) => texts.editCustomer,
    purposes: ['customer-administration'],
    writes: ['register.customer'],
    href: ({ frame, purpose }, id) => withPurpose(editAddress(id, frame.language), purpose?.name ?? null),
  },
  ...MESSAGE_ACTIONS,
  ...CLAIM_ACTIONS,
  ...DISPUTE_ACTIONS,
];

export function actionsFor(
  policy: Policy,
  { name }: Purpose,
  actions: readonly CustomerAction[] = CUSTOMER_ACTIONS,
): readonly CustomerAction[] {
  const access = accessOfPurpose(policy, name);
  const written = access.filter(({ insert, update }) => insert.length + update.length > 0).map(({ table }) => table);
  return actions.filter(
    ({ purposes, writes }) =>
      (purposes === undefined || purposes.includes(name)) && writes.every((table) => written.includes(table)),
  );
}
