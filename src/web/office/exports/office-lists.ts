/** Every list of the office that can be taken out as a file, each defined where it is seen. */
import { ADD_ONS_OUT } from '../add-ons/list.tsx';
import { CATALOGUE_OUT } from '../catalogue/pages.tsx';
import { CLAIMS_OUT } from '../claims/list.tsx';
import { CONTACTS_OUT } from '../companies/contacts-page.tsx';
import { CREDIT_OUT } from '../credit/list.tsx';
import { DELIVERIES_OUT } from '../deliveries/list.tsx';
import { DISPUTES_OUT } from '../disputes/list.tsx';
import { INVOICES_OUT } from '../invoices/list.tsx';
import { TO_INVOICE_OUT } from '../invoices/to-invoice.tsx';
import { LEADS_OUT } from '../leads/list-page.tsx';
import { MESSAGES_OUT } from '../messages/inbox.tsx';
import { UNSORTED_OUT } from '../messages/unsorted.tsx';
import { ORDERS_OUT } from '../orders/list.tsx';
import { PAYOUTS_OUT } from '../payouts/list.tsx';
import { SUPPLIERS_OUT } from '../suppliers/list-page.tsx';
import type { OfficeList } from './office-list.ts';

export const OFFICE_LISTS: readonly OfficeList[] = [
  ORDERS_OUT,
  DELIVERIES_OUT,
  TO_INVOICE_OUT,
  INVOICES_OUT,
  PAYOUTS_OUT,
  CREDIT_OUT,
  ...MESSAGES_OUT,
  UNSORTED_OUT,
  CLAIMS_OUT,
  ...DISPUTES_OUT,
  ADD_ONS_OUT,
  CATALOGUE_OUT,
  LEADS_OUT,
  CONTACTS_OUT,
  SUPPLIERS_OUT,
];
