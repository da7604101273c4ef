/** The work of accounts: what is to be invoiced, what is overdue, what waits for a second pair of eyes. */
import { countUpTo, owedOnes } from '../../../register/index.ts';
import type { WorkItem } from '../today/work-items.ts';

export const INVOICING_WORK: readonly WorkItem[] = [
  {
    ...{ name: 'orders-to-invoice', purpose: 'invoicing', urgency: 'now', page: 'officeToInvoice' },
    label: (texts) => texts.officeToInvoice,
    reads: ['register.sales_order', 'register.invoice'],
    count: ({ register }) =>
      countUpTo(
        register,
        register.query
          .selectFrom('register.sales_order')
          .select('order_id')
          .where('to_invoice_since', 'is not', null)
          .where('withdrawn_at', 'is', null)
          .where('status', '<>', 'cancelled'),
      ),
  },
  {
    ...{ name: 'invoices-overdue', purpose: 'invoicing', urgency: 'late', page: 'officeInvoices' },
    label: (texts) => texts.invoices.toCollect,
    reads: ['register.invoice', 'register.payment'],
    query: { state: 'overdue', sort: 'due' },
    count: ({ register }, today) =>
      countUpTo(
        register,
        register.query
          .selectFrom('register.invoice')
          .select('invoice_id')
          .where('outstanding_ore', '>', 0)
          .where('due_on', '<', today),
      ),
  },
  {
    ...{ name: 'invoices-to-pay-back', purpose: 'invoicing', urgency: 'now', page: 'officeInvoices' },
    label: (texts) => texts.invoices.toPayBack,
    reads: ['register.invoice', 'register.payment', 'register.payout'],
    query: { state: 'owed' },
    count: ({ register }) => countUpTo(register, owedOnes(register)),
  },
  {
    ...{ name: 'payouts-to-approve', purpose: 'invoicing', urgency: 'now', page: 'officePayouts' },
    label: (texts) => texts.payouts.toApprove,
    reads: ['register.payout'],
    count: ({ register }) =>
      countUpTo(
        register,
        register.query
          .selectFrom('register.payout')
          .select('payout_id')
          .where('approved_at', 'is', null)
          .where('refused_at', 'is', null),
      ),
  },
];
