/** Where one invoice is in the office, how it stands as a tag, and the keys by which lists send invoices. */

import type { FC } from 'hono/jsx';
import type { Invoice, InvoiceKey, InvoiceState } from '../../../register/index.ts';
import { ADDRESSES, addressOf } from '../../addresses.ts';
import type { WebContext } from '../../http-request.ts';
import { UUID } from '../../ids.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { type Desk, withPurpose } from '../desk.tsx';
import type { WorkingDesk } from '../working-for.tsx';

export const INVOICING = 'invoicing';

/** A route's part for one invoice. */
export const ONE_INVOICE = `:customer{${UUID}}/:invoice{${UUID}}`;

export const keyOf = (context: WebContext): InvoiceKey => ({
  customerId: context.req.param('customer') ?? '',
  invoiceId: context.req.param('invoice') ?? '',
});

/** @param below What follows, as `/pdf`. */
export const invoiceAddress = ({ frame, purpose }: Desk, key: InvoiceKey, below = ''): string =>
  withPurpose(
    `${addressOf('officeInvoices', frame.language)}/${key.customerId}/${key.invoiceId}${below}`,
    purpose?.name ?? null,
  );

/** The same address in both languages, without purpose. */
export const invoiceHere = ({ customerId, invoiceId }: InvoiceKey, below = ''): Desk['here'] => ({
  nb: `${ADDRESSES.officeInvoices.nb}/${customerId}/${invoiceId}${below}`,
  en: `${ADDRESSES.officeInvoices.en}/${customerId}/${invoiceId}${below}`,
});

export const keyOfRow = (row: Pick<Invoice, 'customer_id' | 'invoice_id'>): InvoiceKey => ({
  customerId: row.customer_id,
  invoiceId: row.invoice_id,
});

export const STATE_COLOURS: Readonly<Record<InvoiceState, string>> = {
  open: 'info',
  overdue: 'danger',
  paid: 'success',
  owed: 'warning',
  'credit-note': 'neutral',
};

export const InvoiceStateTag: FC<{ desk: Pick<Desk, 'frame'>; state: InvoiceState }> = ({ desk, state }) => (
  <span class="ds-tag" data-color={STATE_COLOURS[state]}>
    {officeTextsIn(desk.frame.language).invoices.states[state]}
  </span>
);

export const atInvoicing = <T,>(
  parts: WebParts,
  desk: WorkingDesk,
  work: Parameters<typeof parts.asPrincipal<T>>[2],
): Promise<T> => parts.asPrincipal(desk.staff, desk.purpose.name, work);
