/** What is known of customers from elsewhere, their preferences, suppliers and leads, as the query builder types them. */
import type { Generated } from 'kysely';

export interface SupplementTable {
  customer_id: string;
  supplement_id: string;
  field: string;
  found_value: string;
  source_name: string;
  source_url: string;
  retrieved_at: Date;
  taken_over_at: Date | null;
}

export interface PreferenceTable {
  customer_id: string;
  preference_id: string;
  topic: string;
  choice: string;
  source: 'stated' | 'inferred';
  set_at: Date;
}

export interface SupplierTable {
  supplier_id: string;
  kind: 'supplier' | 'partner';
  name: string;
  organisation_number: string | null;
  delivers: string | null;
  agreement_reference: string | null;
  review_by: string | null;
  registered_at: Date;
  ended_on: string | null;
}

export interface SupplierContactTable {
  supplier_id: string;
  supplier_contact_id: string;
  kind: 'supplier' | 'partner';
  full_name: string;
  position: string | null;
  email: string | null;
  phone: string | null;
  registered_at: Date;
  registered_through: 'web' | 'phone' | 'store' | 'import';
  notice_version: string;
  ended_on: string | null;
}

export interface LeadListTable {
  lead_list_id: string;
  vendor: string;
  agreement_reference: string;
  received_on: string;
  row_count: number;
  refused_count: Generated<number>;
  reserved_count: Generated<number>;
  washed_on: string | null;
  imported_at: Date;
  imported_by: string;
}

export interface LeadTable {
  lead_id: string;
  lead_list_id: string;
  full_name: string;
  email: string | null;
  phone: string | null;
  street_address: string | null;
  postal_code: string | null;
  city: string | null;
  received_on: string;
  notice_due_on: string;
  notice_sent_on: string | null;
  first_contact_on: string | null;
  reserved: Generated<boolean>;
  washed_on: string | null;
  notice_channel: 'post' | 'phone' | null;
  registered_at: Date;
  registered_through: 'web' | 'phone' | 'store' | 'import';
  notice_version: string;
  state: 'new' | 'contacted' | 'declined' | 'converted';
  delete_on: string;
}

export interface SuppressionTable {
  suppression_digest: string;
  kind: 'email' | 'phone' | 'address';
  since: string;
}

export interface PeopleTables {
  'register.suppression': SuppressionTable;
  'register.supplement': SupplementTable;
  'register.preference': PreferenceTable;
  'register.supplier': SupplierTable;
  'register.supplier_contact': SupplierContactTable;
  'register.lead_list': LeadListTable;
  'register.lead': LeadTable;
}
