/** Deliveries, invoices, payments, payouts, credit checks and add-ons, as the query builder types them. */
import type { Generated } from 'kysely';
import type { WhyUnmatched } from '../payments/match.ts';

export interface DeliveryLineTable {
  customer_id: string;
  delivery_id: string;
  line_number: number;
  quantity: number;
}

export interface InvoiceSeriesTable {
  series: string;
  next_number: number;
}

export interface InvoiceLineTable {
  customer_id: string;
  invoice_id: string;
  line_number: number;
  product_id: string | null;
  description: string;
  quantity: number;
  unit_price_ore: number;
  vat_rate: number;
  net_ore: number;
  /** The line of the order that is invoiced. */
  about_order_line: number | null;
}

export interface ReminderTable {
  customer_id: string;
  reminder_id: string;
  invoice_id: string;
  level: number;
  sent_on: string;
  due_on: string;
  fee_ore: Generated<number>;
}

export interface PaymentFileTable {
  payment_file_id: string;
  format: 'ocr-giro' | 'camt.054';
  digest: string;
  entry_count: number;
  total_ore: number;
  imported_at: Date;
  imported_by: string;
  state: Generated<'previewed' | 'registered'>;
  passed_over: Generated<number>;
  registered_at: Date | null;
}

export interface PaymentEntryTable {
  payment_file_id: string;
  entry_number: number;
  booked_on: string;
  amount_ore: number;
  payment_reference: string | null;
  bank_reference: string | null;
  state: 'read' | 'matched' | 'unmatched' | 'assigned' | 'returned';
  why: WhyUnmatched | null;
  handled_at: Date | null;
  handled_by: string | null;
}

export interface PayoutTable {
  customer_id: string;
  payout_id: string;
  about_invoice_id: string | null;
  amount_ore: number;
  reason: string;
  account_sealed: string | null;
  account_last_four: string | null;
  requested_at: Date;
  requested_by: string;
  approved_at: Date | null;
  approved_by: string | null;
  refused_at: Date | null;
  paid_on: string | null;
}

export interface CreditCheckTable {
  customer_id: string;
  credit_check_id: string;
  order_id: string;
  amount_ore: number;
  reason: string;
  requested_by: string;
  requested_at: Date;
  provider: string | null;
  answer: 'sufficient' | 'insufficient' | 'no-data' | null;
  report_sealed: string | null;
  report_delete_on: string | null;
  outcome: 'invoice' | 'prepayment' | null;
  decided_by: string | null;
  decided_at: Date | null;
  decision_note: string | null;
  copy_sent_at: Date | null;
}

export interface AddOnTable {
  customer_id: string;
  add_on_id: string;
  order_id: string;
  product_id: string;
  supplier_id: string;
  shared_fields: string;
  accepted_at: Date;
  accepted_words_hash: string;
  ended_at: Date | null;
  end_reason: string | null;
  ended_by: string | null;
}

export interface SalesTables {
  'register.delivery_line': DeliveryLineTable;
  'register.invoice_series': InvoiceSeriesTable;
  'register.invoice_line': InvoiceLineTable;
  'register.reminder': ReminderTable;
  'register.payment_file': PaymentFileTable;
  'register.payment_entry': PaymentEntryTable;
  'register.payout': PayoutTable;
  'register.credit_check': CreditCheckTable;
  'register.add_on': AddOnTable;
}
