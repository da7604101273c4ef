/** The register's tables as the query builder types them; the migrations say the same to Postgres. */
import type { Generated } from 'kysely';
import type { PurposeSession } from '../enforcement/index.ts';
import type { CasesTables } from './tables/cases.ts';
import type { FileTables } from './tables/files.ts';
import type { MarketingTables } from './tables/marketing.ts';
import type { PeopleTables } from './tables/people.ts';
import type { SalesTables } from './tables/sales.ts';

export interface CustomerTable {
  customer_id: string;
  customer_number: Generated<number>;
  kind: 'private' | 'company';
  legal_name: string;
  organisation_number: string | null;
  email: string;
  /** When whoever holds the mailbox was last seen to open a link that was mailed there. */
  email_verified_at: Generated<Date | null>;
  phone: string | null;
  street_address: string | null;
  postal_code: string | null;
  city: string | null;
  country: Generated<string>;
  /** Shown to nobody who does not deliver. */
  protected_address: Generated<boolean>;
  preferred_language: 'nb' | 'en';
  registered_at: Date;
  registered_through: 'web' | 'phone' | 'store' | 'import';
  notice_version: string;
}

/** Read by those who deliver alone; the database moves addresses here and back. */
export interface ProtectedAddressTable {
  customer_id: string;
  /** The customer's id for their own address, the order's for where that order goes. */
  address_id: string;
  about_order: string | null;
  street_address: string | null;
  postal_code: string | null;
  city: string | null;
}

export interface ProductTable {
  product_id: string;
  sku: string;
  kind: 'goods' | 'service' | 'add-on';
  name_nb: string;
  name_en: string;
  description_nb: string;
  description_en: string;
  /** Øre, VAT not included. */
  price_ore: number;
  /** Per cent. */
  vat_rate: number;
  durability: 'normal' | 'long';
  in_catalogue: boolean;
  /** Who provides it, of an add-on service. */
  supplier_id: string | null;
  /** What is shared with the supplier of an add-on service. */
  shared_fields: Generated<string[]>;
}

export interface ContactPersonTable {
  customer_id: string;
  contact_person_id: string;
  full_name: string;
  position: string | null;
  email: string | null;
  email_verified_at: Generated<Date | null>;
  phone: string | null;
  registered_at: Date;
  registered_through: 'web' | 'phone' | 'store' | 'import';
  notice_version: string;
}

export interface SalesOrderTable {
  customer_id: string;
  order_id: string;
  order_number: Generated<number>;
  placed_at: Date;
  placed_through: 'web' | 'phone' | 'store' | 'import';
  notice_version: string;
  status: 'placed' | 'confirmed' | 'part-delivered' | 'delivered' | 'completed' | 'cancelled';
  payment_terms: Generated<'prepaid' | 'invoice'>;
  buyer_reference: string | null;
  /** What the file that it was read in from calls it. */
  imported_reference: string | null;
  /** The contact person of the company who ordered. */
  ordered_by: string | null;
  confirmed_at: Date | null;
  cancelled_at: Date | null;
  withdrawn_at: Date | null;
  cancel_reason: string | null;
  deliver_to_name: string;
  deliver_to_street: string | null;
  deliver_to_postal_code: string | null;
  deliver_to_city: string | null;
  /** Something of it has been delivered and not invoiced. */
  to_invoice_since: Date | null;
  net_ore: number;
  vat_ore: number;
}

export interface OrderLineTable {
  customer_id: string;
  order_id: string;
  line_number: number;
  product_id: string;
  quantity: number;
  unit_price_ore: number;
  vat_rate: number;
}

export interface DeliveryTable {
  customer_id: string;
  delivery_id: string;
  delivery_number: Generated<number>;
  order_id: string;
  dispatched_at: Date;
  completed_at: Date | null;
  /** How it is known that it arrived. */
  completed_through: 'receipt' | 'carrier' | 'time' | null;
  carrier: string | null;
  tracking_reference: string | null;
}

export interface InvoiceTable {
  customer_id: string;
  invoice_id: string;
  order_id: string;
  invoice_number: number;
  kind: Generated<'invoice' | 'credit-note'>;
  credited_invoice_id: string | null;
  /** ISO 8601. */
  issued_on: string;
  due_on: string;
  delivered_on: string | null;
  buyer_name: string;
  buyer_address: string | null;
  buyer_organisation_number: string | null;
  buyer_reference: string | null;
  payment_reference: string;
  currency: Generated<string>;
  delivery_place: string | null;
  /** Of a credit note: what it credits is to be invoiced anew. */
  bill_again: Generated<boolean>;
  net_ore: number;
  vat_ore: number;
  /** Kept by the database; less than nothing when too much was paid. */
  outstanding_ore: Generated<number>;
}

export interface PaymentTable {
  customer_id: string;
  payment_id: string;
  invoice_id: string;
  paid_on: string;
  amount_ore: number;
  method: 'bank' | 'card' | 'vipps' | 'cash';
  card_brand: string | null;
  card_last_four: string | null;
  card_token: string | null;
  card_expires: string | null;
  bank_reference: string | null;
  registered_at: Date | null;
  payment_file_id: string | null;
  entry_number: number | null;
}

export interface MessageTable {
  customer_id: string;
  message_id: string;
  direction: 'in' | 'out';
  channel: 'mail' | 'phone' | 'counter' | 'web';
  at: Date;
  extends_relationship: boolean;
  subject_line: string;
  body: string;
  purpose: Generated<string>;
  template: string | null;
  with_contact: string | null;
  in_reply_to: string | null;
  external_id: string | null;
  answered_at: Date | null;
  handled_by: string | null;
  extension_reason: string | null;
  extension_by: string | null;
  extension_at: Date | null;
  /** Names of files that were not stored, one a line. */
  attachments: string | null;
}

export interface RegisterTables extends SalesTables, CasesTables, FileTables, PeopleTables, MarketingTables {
  'register.customer': CustomerTable;
  'register.protected_address': ProtectedAddressTable;
  'register.contact_person': ContactPersonTable;
  'register.delivery': DeliveryTable;
  'register.invoice': InvoiceTable;
  'register.payment': PaymentTable;
  'register.message': MessageTable;
  'register.product': ProductTable;
  'register.sales_order': SalesOrderTable;
  'register.order_line': OrderLineTable;
}

/** A session in which the register's tables are named. */
export type RegisterSession = PurposeSession<RegisterTables>;
