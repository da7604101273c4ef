/** The columns of invoices and of what belongs to them: all that is described, and not what a row permits. */

export const INVOICE_COLUMNS = [
  ...(['customer_id', 'invoice_id', 'order_id', 'invoice_number', 'kind', 'credited_invoice_id'] as const),
  ...(['issued_on', 'due_on', 'delivered_on', 'delivery_place', 'buyer_name', 'buyer_address'] as const),
  ...(['buyer_organisation_number', 'buyer_reference', 'payment_reference', 'currency', 'bill_again'] as const),
  ...(['net_ore', 'vat_ore', 'outstanding_ore'] as const),
] as const;

export const INVOICE_LINE_COLUMNS = [
  ...(['customer_id', 'invoice_id', 'line_number', 'product_id', 'description', 'quantity'] as const),
  ...(['unit_price_ore', 'vat_rate', 'net_ore', 'about_order_line'] as const),
] as const;

export const PAYMENT_COLUMNS = [
  ...(['customer_id', 'payment_id', 'invoice_id', 'paid_on', 'amount_ore', 'method', 'bank_reference'] as const),
] as const;

export const REMINDER_COLUMNS = [
  ...(['customer_id', 'reminder_id', 'invoice_id', 'level', 'sent_on', 'due_on', 'fee_ore'] as const),
] as const;

export const PAYOUT_COLUMNS = [
  ...(['customer_id', 'payout_id', 'about_invoice_id', 'amount_ore', 'reason', 'account_sealed'] as const),
  ...(['account_last_four', 'requested_at', 'requested_by', 'approved_at', 'approved_by'] as const),
  ...(['refused_at', 'paid_on'] as const),
] as const;
