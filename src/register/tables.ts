/** The register's tables as the query builder types them; the migrations say the same to Postgres. */
import type { Generated } from 'kysely';
import type { PurposeSession } from '../enforcement/index.ts';

export interface CustomerTable {
  customer_id: string;
  customer_number: Generated<number>;
  kind: 'private' | 'company';
  legal_name: string;
  organisation_number: string | null;
  email: string;
  phone: string | null;
  street_address: string | null;
  postal_code: string | null;
  city: string | null;
  country: Generated<string>;
  preferred_language: 'nb' | 'en';
  registered_at: Date;
  registered_through: 'web' | 'phone' | 'store' | 'import';
  notice_version: string;
}

export interface ProductTable {
  product_id: string;
  sku: string;
  kind: 'goods' | 'service';
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
}

export interface SalesOrderTable {
  customer_id: string;
  order_id: string;
  order_number: Generated<number>;
  placed_at: Date;
  placed_through: 'web' | 'phone' | 'store' | 'import';
  notice_version: string;
  status: 'placed' | 'delivered' | 'completed' | 'cancelled';
  deliver_to_name: string;
  deliver_to_street: string | null;
  deliver_to_postal_code: string | null;
  deliver_to_city: string | null;
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

export interface RegisterTables {
  'register.customer': CustomerTable;
  'register.product': ProductTable;
  'register.sales_order': SalesOrderTable;
  'register.order_line': OrderLineTable;
}

/** A session in which the register's tables are named. */
export type RegisterSession = PurposeSession<RegisterTables>;
