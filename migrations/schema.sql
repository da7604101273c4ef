-- The schema after all migrations, written by `npm run schema:dump`; a test compares. Never edited, never run by Kept.
-- Left out: the months of kept.access_log, which come and go, and everything that a policy makes.

set check_function_bodies = off;

-- part: schema kept
create schema kept;

-- part: schema register
create schema register;

-- part: table kept.access_log
create table kept.access_log (
  at timestamp with time zone default clock_timestamp() not null,
  entry_id bigint generated always as identity not null,
  shape_id integer not null,
  principal_kind text not null,
  principal_id text not null,
  data_subjects uuid[] not null
) partition by RANGE (at);

-- part: table kept.access_review
create table kept.access_review (
  staff_id uuid not null,
  review_id uuid not null,
  signed_at timestamp with time zone not null,
  staff_count integer not null,
  note text
);

-- part: table kept.access_review_line
create table kept.access_review_line (
  staff_id uuid not null,
  review_id uuid not null,
  signed_at timestamp with time zone not null,
  roles text[] not null,
  access_until date,
  last_used_at timestamp with time zone
);

-- part: table kept.access_shape
create table kept.access_shape (
  shape_id integer generated always as identity not null,
  purpose text not null,
  action text not null,
  tables text[] not null,
  categories text[] not null,
  role_name name
);

-- part: table kept.account
create table kept.account (
  account_id uuid not null,
  second_step boolean default false not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  last_signed_in_at timestamp with time zone not null
);

-- part: table kept.account_session
create table kept.account_session (
  account_id uuid not null,
  session_id uuid not null,
  token_digest text not null,
  opened_by text not null,
  opened_at timestamp with time zone not null,
  used_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text
);

-- part: table kept.consent_record
create table kept.consent_record (
  person_id uuid not null,
  consent_id uuid not null,
  purpose text not null,
  text_hash text not null,
  notice_version text not null,
  language text not null,
  method text not null,
  given_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_method text
);

-- part: table kept.control_result
create table kept.control_result (
  control text not null,
  status text not null,
  evidence jsonb not null,
  checked_at timestamp with time zone not null
);

-- part: table kept.credential
create table kept.credential (
  account_id uuid not null,
  credential_id uuid not null,
  provider text not null,
  provider_subject text not null,
  password_digest text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

-- part: table kept.disclosure
create table kept.disclosure (
  staff_id uuid not null,
  disclosure_id uuid not null,
  adviser_id uuid,
  form text not null,
  recipient text not null,
  purpose text not null,
  categories text[] not null,
  reason text not null,
  given_on date not null,
  until date not null,
  ended_on date
);

-- part: table kept.field
create table kept.field (
  table_name text not null,
  column_name text not null,
  known_since date not null,
  last_read_on date
);

-- part: table kept.field_decision
create table kept.field_decision (
  decision_id uuid not null,
  table_name text not null,
  column_name text not null,
  decision text not null,
  reason text not null,
  decided_on date not null,
  decided_by uuid not null
);

-- part: table kept.installation
create table kept.installation (
  only_row boolean default true not null,
  role_prefix text not null,
  ledger_origin text not null,
  created_at timestamp with time zone default now() not null
);

-- part: table kept.ledger_checkpoint
create table kept.ledger_checkpoint (
  tree_size bigint not null,
  root_hash bytea not null,
  note text not null,
  signed_at timestamp with time zone not null,
  frontier bytea not null
);

-- part: table kept.ledger_entry
create table kept.ledger_entry (
  entry_index bigint not null,
  at timestamp with time zone not null,
  kind text not null,
  leaf bytea not null,
  leaf_hash bytea not null
);

-- part: table kept.ledger_salt
create table kept.ledger_salt (
  person_id uuid not null,
  salt bytea not null
);

-- part: table kept.look_finding
create table kept.look_finding (
  staff_id uuid not null,
  finding_id uuid not null,
  kind text not null,
  day date not null,
  figure integer not null,
  usual numeric(9,1),
  threshold integer not null,
  found_at timestamp with time zone not null,
  looked_into_at timestamp with time zone,
  looked_into_by uuid,
  note text
);

-- part: table kept.look_reason
create table kept.look_reason (
  person_id uuid not null,
  reason_id uuid not null,
  staff_id uuid not null,
  purpose text not null,
  reason text not null,
  at timestamp with time zone not null
);

-- part: table kept.measure_check
create table kept.measure_check (
  check_id uuid not null,
  measure text not null,
  checked_on date not null,
  checked_by uuid not null,
  note text,
  recorded_at timestamp with time zone not null
);

-- part: table kept.migration
create table kept.migration (
  version integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null
);

-- part: table kept.notice_shown
create table kept.notice_shown (
  person_id uuid not null,
  shown_id uuid not null,
  version_number text not null,
  shown_at timestamp with time zone not null,
  channel text not null
);

-- part: table kept.notice_version
create table kept.notice_version (
  version_number text not null,
  language text not null,
  content_hash text not null,
  html text not null,
  promises jsonb not null,
  place text not null,
  approved_on date not null,
  approver text not null,
  effective_from date not null,
  published_at timestamp with time zone default now() not null
);

-- part: table kept.objection
create table kept.objection (
  person_id uuid not null,
  objection_id uuid not null,
  purpose text not null,
  made_at timestamp with time zone not null,
  method text not null,
  withdrawn_at timestamp with time zone
);

-- part: table kept.outbox
create table kept.outbox (
  mail_id uuid not null,
  person_id uuid,
  addressee text not null,
  language text not null,
  template text not null,
  subject_line text not null,
  body_text text not null,
  body_html text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  attempts integer default 0 not null,
  last_error text,
  next_try_at timestamp with time zone,
  in_reply_to text,
  purpose text not null,
  tried_at timestamp with time zone,
  consent_id uuid,
  address_verified_at timestamp with time zone,
  stopped_at timestamp with time zone,
  stopped_because text
);

-- part: table kept.passkey
create table kept.passkey (
  account_id uuid not null,
  passkey_id uuid not null,
  name text,
  credential_identifier text not null,
  public_key text not null,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  authenticator text,
  created_at timestamp with time zone
);

-- part: table kept.policy_version
create table kept.policy_version (
  version_number bigint generated always as identity not null,
  content_hash text not null,
  notice_version text not null,
  files jsonb not null,
  applied_at timestamp with time zone default now() not null,
  applied_by text not null
);

-- part: table kept.purpose
create table kept.purpose (
  name text not null,
  "bit" smallint not null,
  gate text not null,
  despite_restriction boolean not null,
  in_force boolean not null,
  consent_hashes text[] default '{}'::text[] not null,
  direct_marketing boolean default false not null
);

-- part: table kept.restriction
create table kept.restriction (
  person_id uuid not null,
  restriction_id uuid not null,
  ground text not null,
  since timestamp with time zone not null,
  lifted_at timestamp with time zone
);

-- part: table kept.second_step
create table kept.second_step (
  account_id uuid not null,
  second_step_id uuid not null,
  sealed_secret text not null,
  sealed_recovery_codes text not null,
  verified boolean default false not null,
  failed_attempts integer default 0 not null,
  locked_until timestamp with time zone
);

-- part: table kept.setting
create table kept.setting (
  name text not null,
  value jsonb not null
);

-- part: table kept.sign_in
create table kept.sign_in (
  account_id uuid not null,
  sign_in_id uuid not null,
  at timestamp with time zone not null,
  opened_by text not null,
  ip_address text,
  user_agent text
);

-- part: table kept.staff
create table kept.staff (
  staff_id uuid not null,
  account_id text,
  name text not null,
  email text not null,
  roles text[] not null,
  access_until date,
  left_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  last_used_at timestamp with time zone
);

-- part: table kept.staff_day
create table kept.staff_day (
  staff_id uuid not null,
  day date not null,
  people integer not null,
  looks integer not null,
  looks_outside integer not null
);

-- part: table kept.staff_use
create table kept.staff_use (
  staff_id uuid not null,
  purpose text not null,
  last_used_on date not null
);

-- part: table kept.verification
create table kept.verification (
  verification_id uuid not null,
  account_id uuid,
  identifier_digest text not null,
  sealed_value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

-- part: table register.add_on
create table register.add_on (
  customer_id uuid not null,
  add_on_id uuid not null,
  order_id uuid not null,
  product_id uuid not null,
  supplier_id uuid not null,
  shared_fields text not null,
  accepted_at timestamp with time zone not null,
  accepted_words_hash text not null,
  ended_at timestamp with time zone,
  permits bigint default 0 not null,
  end_reason text,
  ended_by uuid
);

-- part: table register.campaign
create table register.campaign (
  campaign_id uuid not null,
  offer_id uuid not null,
  name text not null,
  channel text not null,
  topic text,
  status text not null,
  created_at timestamp with time zone not null,
  created_by uuid not null
);

-- part: table register.campaign_recipient
create table register.campaign_recipient (
  customer_id uuid not null,
  campaign_id uuid not null,
  added_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  permits bigint default 0 not null
);

-- part: table register.claim
create table register.claim (
  customer_id uuid not null,
  claim_id uuid not null,
  claim_number bigint generated always as identity (start with 30001) not null,
  about_order_id uuid,
  about_line_number smallint,
  received_at timestamp with time zone not null,
  received_through text not null,
  discovered_on date,
  description text not null,
  wants text,
  status text not null,
  window_ends_on date,
  answer_due_on date not null,
  outcome text,
  outcome_text text,
  limitation_on date,
  closed_at timestamp with time zone,
  handled_by uuid,
  permits bigint default 0 not null,
  kind text default 'fault'::text not null
);

-- part: table register.claim_entry
create table register.claim_entry (
  customer_id uuid not null,
  claim_id uuid not null,
  entry_id uuid not null,
  at timestamp with time zone not null,
  direction text not null,
  channel text not null,
  subject_line text not null,
  body text not null,
  attachments text,
  external_id text,
  answered_at timestamp with time zone,
  with_contact uuid,
  handled_by uuid,
  permits bigint default 0 not null
);

-- part: table register.contact_person
create table register.contact_person (
  customer_id uuid not null,
  contact_person_id uuid not null,
  full_name text not null,
  "position" text,
  email text,
  phone text,
  registered_at timestamp with time zone not null,
  registered_through text not null,
  notice_version text not null,
  permits bigint default 0 not null,
  email_verified_at timestamp with time zone
);

-- part: table register.credit_check
create table register.credit_check (
  customer_id uuid not null,
  credit_check_id uuid not null,
  order_id uuid not null,
  amount_ore bigint not null,
  reason text not null,
  requested_by uuid not null,
  requested_at timestamp with time zone not null,
  provider text,
  answer text,
  report_sealed text,
  report_delete_on date,
  outcome text,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_note text,
  copy_sent_at timestamp with time zone,
  permits bigint default 0 not null
);

-- part: table register.customer
create table register.customer (
  customer_id uuid not null,
  customer_number bigint generated always as identity (start with 10001) not null,
  account_id text,
  kind text not null,
  legal_name text not null,
  organisation_number text,
  email text not null,
  phone text,
  street_address text,
  postal_code text,
  city text,
  country text default 'NO'::text not null,
  preferred_language text default 'nb'::text not null,
  registered_at timestamp with time zone not null,
  registered_through text not null,
  notice_version text not null,
  permits bigint default 0 not null,
  protected_address boolean default false not null,
  email_verified_at timestamp with time zone
);

-- part: table register.delivery
create table register.delivery (
  customer_id uuid not null,
  delivery_id uuid not null,
  order_id uuid not null,
  dispatched_at timestamp with time zone not null,
  completed_at timestamp with time zone,
  carrier text,
  permits bigint default 0 not null,
  delivery_number bigint generated always as identity (start with 70001) not null,
  tracking_reference text,
  completed_through text
);

-- part: table register.delivery_line
create table register.delivery_line (
  customer_id uuid not null,
  delivery_id uuid not null,
  line_number smallint not null,
  quantity integer not null,
  permits bigint default 0 not null
);

-- part: table register.dispute
create table register.dispute (
  customer_id uuid not null,
  dispute_id uuid not null,
  dispute_number bigint generated always as identity (start with 20001) not null,
  about_claim_id uuid,
  about_invoice_id uuid,
  opened_at timestamp with time zone not null,
  opened_by uuid not null,
  matter text not null,
  our_position text,
  limitation_on date not null,
  review_on date not null,
  status text not null,
  outcome_text text,
  closed_at timestamp with time zone,
  permits bigint default 0 not null
);

-- part: table register.dispute_entry
create table register.dispute_entry (
  customer_id uuid not null,
  dispute_id uuid not null,
  entry_id uuid not null,
  at timestamp with time zone not null,
  direction text not null,
  body text not null,
  written_by uuid not null,
  permits bigint default 0 not null
);

-- part: table register.import_part
create table register.import_part (
  import_id uuid not null,
  part_number integer not null,
  uploaded_at timestamp with time zone not null,
  rows_sealed text not null
);

-- part: table register.import_refusal
create table register.import_refusal (
  import_id uuid not null,
  row_number integer not null,
  fault_number smallint not null,
  code text not null,
  field text,
  column_number smallint,
  other_row integer
);

-- part: table register.import_run
create table register.import_run (
  import_id uuid not null,
  kind text not null,
  purpose text not null,
  state text not null,
  row_count integer not null,
  part_count integer not null,
  uploaded_at timestamp with time zone not null,
  uploaded_by uuid not null,
  notice_version text not null,
  told_through text,
  mapping text,
  parts_done integer default 0 not null,
  written_count integer default 0 not null,
  refused_count integer default 0 not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  beat_at timestamp with time zone
);

-- part: table register.invoice
create table register.invoice (
  customer_id uuid not null,
  invoice_id uuid not null,
  order_id uuid not null,
  invoice_number bigint not null,
  issued_on date not null,
  due_on date not null,
  buyer_name text not null,
  buyer_address text,
  payment_reference text not null,
  net_ore bigint not null,
  vat_ore bigint not null,
  permits bigint default 0 not null,
  kind text default 'invoice'::text not null,
  credited_invoice_id uuid,
  delivered_on date,
  buyer_organisation_number text,
  buyer_reference text,
  currency text default 'NOK'::text not null,
  delivery_place text,
  bill_again boolean default false not null,
  outstanding_ore bigint default 0 not null
);

-- part: table register.invoice_line
create table register.invoice_line (
  customer_id uuid not null,
  invoice_id uuid not null,
  line_number smallint not null,
  product_id uuid,
  description text not null,
  quantity integer not null,
  unit_price_ore bigint not null,
  vat_rate smallint not null,
  net_ore bigint not null,
  permits bigint default 0 not null,
  about_order_line smallint
);

-- part: table register.invoice_series
create table register.invoice_series (
  series text not null,
  next_number bigint not null
);

-- part: table register.lead
create table register.lead (
  lead_id uuid not null,
  lead_list_id uuid not null,
  full_name text not null,
  email text,
  phone text,
  street_address text,
  postal_code text,
  city text,
  received_on date not null,
  notice_due_on date not null,
  notice_sent_on date,
  first_contact_on date,
  reserved boolean default false not null,
  registered_at timestamp with time zone not null,
  registered_through text not null,
  notice_version text not null,
  state text not null,
  delete_on date not null,
  permits bigint default 0 not null,
  washed_on date,
  notice_channel text
);

-- part: table register.lead_list
create table register.lead_list (
  lead_list_id uuid not null,
  vendor text not null,
  agreement_reference text not null,
  received_on date not null,
  row_count integer not null,
  refused_count integer default 0 not null,
  reserved_count integer default 0 not null,
  washed_on date,
  imported_at timestamp with time zone not null,
  imported_by uuid not null
);

-- part: table register.list_export
create table register.list_export (
  export_id uuid not null,
  list text not null,
  purpose text not null,
  format text not null,
  row_count integer not null,
  exported_at timestamp with time zone not null,
  exported_by uuid not null
);

-- part: table register.message
create table register.message (
  customer_id uuid not null,
  message_id uuid not null,
  direction text not null,
  channel text not null,
  at timestamp with time zone not null,
  extends_relationship boolean not null,
  subject_line text not null,
  body text not null,
  permits bigint default 0 not null,
  purpose text default 'customer-communication'::text not null,
  template text,
  with_contact uuid,
  in_reply_to uuid,
  external_id text,
  answered_at timestamp with time zone,
  handled_by uuid,
  extension_reason text,
  attachments text,
  extension_by uuid,
  extension_at timestamp with time zone
);

-- part: table register.note
create table register.note (
  customer_id uuid not null,
  note_id uuid not null,
  written_at timestamp with time zone not null,
  written_by uuid not null,
  body text not null,
  permits bigint default 0 not null
);

-- part: table register.offer
create table register.offer (
  offer_id uuid not null,
  name text not null,
  headline_nb text not null,
  headline_en text not null,
  text_nb text not null,
  text_en text not null,
  product_id uuid,
  valid_from date not null,
  valid_until date not null,
  created_at timestamp with time zone not null
);

-- part: table register.order_line
create table register.order_line (
  customer_id uuid not null,
  order_id uuid not null,
  line_number smallint not null,
  product_id uuid not null,
  quantity integer not null,
  unit_price_ore bigint not null,
  vat_rate smallint not null,
  permits bigint default 0 not null
);

-- part: table register.payment
create table register.payment (
  customer_id uuid not null,
  payment_id uuid not null,
  invoice_id uuid not null,
  paid_on date not null,
  amount_ore bigint not null,
  method text not null,
  card_brand text,
  card_last_four text,
  permits bigint default 0 not null,
  bank_reference text,
  card_token text,
  card_expires text,
  registered_at timestamp with time zone,
  payment_file_id uuid,
  entry_number integer
);

-- part: table register.payment_entry
create table register.payment_entry (
  payment_file_id uuid not null,
  entry_number integer not null,
  booked_on date not null,
  amount_ore bigint not null,
  payment_reference text,
  bank_reference text,
  state text not null,
  why text,
  handled_at timestamp with time zone,
  handled_by uuid
);

-- part: table register.payment_file
create table register.payment_file (
  payment_file_id uuid not null,
  format text not null,
  digest text not null,
  entry_count integer not null,
  total_ore bigint not null,
  imported_at timestamp with time zone not null,
  imported_by uuid not null,
  state text default 'registered'::text not null,
  passed_over integer default 0 not null,
  registered_at timestamp with time zone
);

-- part: table register.payout
create table register.payout (
  customer_id uuid not null,
  payout_id uuid not null,
  about_invoice_id uuid,
  amount_ore bigint not null,
  reason text not null,
  account_sealed text,
  account_last_four text,
  requested_at timestamp with time zone not null,
  requested_by uuid not null,
  approved_at timestamp with time zone,
  approved_by uuid,
  paid_on date,
  permits bigint default 0 not null,
  refused_at timestamp with time zone
);

-- part: table register.preference
create table register.preference (
  customer_id uuid not null,
  preference_id uuid not null,
  topic text not null,
  choice text not null,
  source text not null,
  set_at timestamp with time zone not null,
  permits bigint default 0 not null
);

-- part: table register.product
create table register.product (
  product_id uuid not null,
  sku text not null,
  kind text not null,
  name_nb text not null,
  name_en text not null,
  description_nb text not null,
  description_en text not null,
  price_ore bigint not null,
  vat_rate smallint not null,
  durability text not null,
  in_catalogue boolean default true not null,
  supplier_id uuid,
  shared_fields text[] default '{}'::text[] not null
);

-- part: table register.protected_address
create table register.protected_address (
  customer_id uuid not null,
  address_id uuid not null,
  about_order uuid,
  street_address text,
  postal_code text,
  city text,
  permits bigint default 0 not null
);

-- part: table register.purchase_pattern
create table register.purchase_pattern (
  customer_id uuid not null,
  pattern_id uuid not null,
  segment text not null,
  rule_name text not null,
  computed_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  permits bigint default 0 not null
);

-- part: table register.reminder
create table register.reminder (
  customer_id uuid not null,
  reminder_id uuid not null,
  invoice_id uuid not null,
  level smallint not null,
  sent_on date not null,
  due_on date not null,
  fee_ore bigint default 0 not null,
  permits bigint default 0 not null
);

-- part: table register.sales_order
create table register.sales_order (
  customer_id uuid not null,
  order_id uuid not null,
  order_number bigint generated always as identity (start with 50001) not null,
  placed_at timestamp with time zone not null,
  placed_through text not null,
  notice_version text not null,
  status text not null,
  deliver_to_name text not null,
  deliver_to_street text,
  deliver_to_postal_code text,
  deliver_to_city text,
  net_ore bigint not null,
  vat_ore bigint not null,
  permits bigint default 0 not null,
  payment_terms text default 'prepaid'::text not null,
  buyer_reference text,
  ordered_by uuid,
  confirmed_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  cancel_reason text,
  to_invoice_since timestamp with time zone,
  imported_reference text,
  withdrawn_at timestamp with time zone
);

-- part: table register.stuck_mail
create table register.stuck_mail (
  uid_validity bigint not null,
  uid bigint not null,
  first_tried_at timestamp with time zone not null,
  tries smallint not null,
  next_try_at timestamp with time zone,
  fault text not null,
  fault_code text
);

-- part: table register.supplement
create table register.supplement (
  customer_id uuid not null,
  supplement_id uuid not null,
  field text not null,
  found_value text not null,
  source_name text not null,
  source_url text not null,
  retrieved_at timestamp with time zone not null,
  taken_over_at timestamp with time zone,
  permits bigint default 0 not null
);

-- part: table register.supplier
create table register.supplier (
  supplier_id uuid not null,
  kind text not null,
  name text not null,
  organisation_number text,
  delivers text,
  agreement_reference text,
  review_by date,
  registered_at timestamp with time zone not null,
  ended_on date
);

-- part: table register.supplier_contact
create table register.supplier_contact (
  supplier_id uuid not null,
  supplier_contact_id uuid not null,
  kind text not null,
  full_name text not null,
  "position" text,
  email text,
  phone text,
  registered_at timestamp with time zone not null,
  registered_through text not null,
  notice_version text not null,
  ended_on date,
  permits bigint default 0 not null
);

-- part: table register.suppression
create table register.suppression (
  suppression_digest text not null,
  kind text not null,
  since date not null
);

-- part: table register.survey
create table register.survey (
  survey_id uuid not null,
  name text not null,
  question_nb text not null,
  question_en text not null,
  in_use boolean default false not null,
  created_at timestamp with time zone not null
);

-- part: table register.survey_answer
create table register.survey_answer (
  survey_id uuid not null,
  answer_id uuid not null,
  month date not null,
  score smallint not null,
  reasons text[] default '{}'::text[] not null
);

-- part: table register.survey_invitation
create table register.survey_invitation (
  customer_id uuid not null,
  invitation_id uuid not null,
  survey_id uuid not null,
  sent_at timestamp with time zone not null,
  token_digest text not null,
  used boolean default false not null,
  expires_on date not null,
  permits bigint default 0 not null
);

-- part: table register.unsorted_message
create table register.unsorted_message (
  unsorted_message_id uuid not null,
  person_id uuid,
  received_at timestamp with time zone not null,
  external_id text,
  from_address text not null,
  from_name text,
  subject_line text not null,
  body text not null,
  attachments text
);

-- part: table register.usage_event
create table register.usage_event (
  day date not null,
  event_id uuid not null,
  pseudonym text not null,
  product_id uuid,
  kind text not null
);

-- part: table kept.access_log_default
create table kept.access_log_default partition of kept.access_log default;

-- part: constraint kept.access_review access_review_pkey
alter table kept.access_review add constraint access_review_pkey PRIMARY KEY (staff_id, review_id);

-- part: constraint kept.access_review_line access_review_line_pkey
alter table kept.access_review_line add constraint access_review_line_pkey PRIMARY KEY (staff_id, review_id);

-- part: constraint kept.access_shape access_shape_pkey
alter table kept.access_shape add constraint access_shape_pkey PRIMARY KEY (shape_id);

-- part: constraint kept.access_shape access_shape_purpose_action_tables_categories_key
alter table kept.access_shape add constraint access_shape_purpose_action_tables_categories_key UNIQUE (purpose, action, tables, categories);

-- part: constraint kept.account account_pkey
alter table kept.account add constraint account_pkey PRIMARY KEY (account_id);

-- part: constraint kept.account_session account_session_pkey
alter table kept.account_session add constraint account_session_pkey PRIMARY KEY (account_id, session_id);

-- part: constraint kept.account_session account_session_token_digest_key
alter table kept.account_session add constraint account_session_token_digest_key UNIQUE (token_digest);

-- part: constraint kept.consent_record consent_record_pkey
alter table kept.consent_record add constraint consent_record_pkey PRIMARY KEY (person_id, consent_id);

-- part: constraint kept.control_result control_result_pkey
alter table kept.control_result add constraint control_result_pkey PRIMARY KEY (control);

-- part: constraint kept.credential credential_pkey
alter table kept.credential add constraint credential_pkey PRIMARY KEY (account_id, credential_id);

-- part: constraint kept.credential credential_provider_provider_subject_key
alter table kept.credential add constraint credential_provider_provider_subject_key UNIQUE (provider, provider_subject);

-- part: constraint kept.disclosure disclosure_pkey
alter table kept.disclosure add constraint disclosure_pkey PRIMARY KEY (staff_id, disclosure_id);

-- part: constraint kept.field field_pkey
alter table kept.field add constraint field_pkey PRIMARY KEY (table_name, column_name);

-- part: constraint kept.field_decision field_decision_pkey
alter table kept.field_decision add constraint field_decision_pkey PRIMARY KEY (decision_id);

-- part: constraint kept.installation installation_pkey
alter table kept.installation add constraint installation_pkey PRIMARY KEY (only_row);

-- part: constraint kept.ledger_checkpoint ledger_checkpoint_pkey
alter table kept.ledger_checkpoint add constraint ledger_checkpoint_pkey PRIMARY KEY (tree_size);

-- part: constraint kept.ledger_entry ledger_entry_pkey
alter table kept.ledger_entry add constraint ledger_entry_pkey PRIMARY KEY (entry_index);

-- part: constraint kept.ledger_salt ledger_salt_pkey
alter table kept.ledger_salt add constraint ledger_salt_pkey PRIMARY KEY (person_id);

-- part: constraint kept.look_finding look_finding_pkey
alter table kept.look_finding add constraint look_finding_pkey PRIMARY KEY (staff_id, finding_id);

-- part: constraint kept.look_finding look_finding_staff_id_kind_day_key
alter table kept.look_finding add constraint look_finding_staff_id_kind_day_key UNIQUE (staff_id, kind, day);

-- part: constraint kept.look_reason look_reason_pkey
alter table kept.look_reason add constraint look_reason_pkey PRIMARY KEY (person_id, reason_id);

-- part: constraint kept.measure_check measure_check_pkey
alter table kept.measure_check add constraint measure_check_pkey PRIMARY KEY (check_id);

-- part: constraint kept.migration migration_pkey
alter table kept.migration add constraint migration_pkey PRIMARY KEY (version);

-- part: constraint kept.notice_shown notice_shown_pkey
alter table kept.notice_shown add constraint notice_shown_pkey PRIMARY KEY (person_id, shown_id);

-- part: constraint kept.notice_version notice_version_pkey
alter table kept.notice_version add constraint notice_version_pkey PRIMARY KEY (version_number, language);

-- part: constraint kept.objection objection_pkey
alter table kept.objection add constraint objection_pkey PRIMARY KEY (person_id, objection_id);

-- part: constraint kept.outbox outbox_pkey
alter table kept.outbox add constraint outbox_pkey PRIMARY KEY (mail_id);

-- part: constraint kept.passkey passkey_credential_identifier_key
alter table kept.passkey add constraint passkey_credential_identifier_key UNIQUE (credential_identifier);

-- part: constraint kept.passkey passkey_pkey
alter table kept.passkey add constraint passkey_pkey PRIMARY KEY (account_id, passkey_id);

-- part: constraint kept.policy_version policy_version_pkey
alter table kept.policy_version add constraint policy_version_pkey PRIMARY KEY (version_number);

-- part: constraint kept.purpose purpose_bit_key
alter table kept.purpose add constraint purpose_bit_key UNIQUE ("bit");

-- part: constraint kept.purpose purpose_pkey
alter table kept.purpose add constraint purpose_pkey PRIMARY KEY (name);

-- part: constraint kept.restriction restriction_pkey
alter table kept.restriction add constraint restriction_pkey PRIMARY KEY (person_id, restriction_id);

-- part: constraint kept.second_step second_step_account_id_key
alter table kept.second_step add constraint second_step_account_id_key UNIQUE (account_id);

-- part: constraint kept.second_step second_step_pkey
alter table kept.second_step add constraint second_step_pkey PRIMARY KEY (account_id, second_step_id);

-- part: constraint kept.setting setting_pkey
alter table kept.setting add constraint setting_pkey PRIMARY KEY (name);

-- part: constraint kept.sign_in sign_in_pkey
alter table kept.sign_in add constraint sign_in_pkey PRIMARY KEY (account_id, sign_in_id);

-- part: constraint kept.staff staff_account_id_key
alter table kept.staff add constraint staff_account_id_key UNIQUE (account_id);

-- part: constraint kept.staff staff_email_key
alter table kept.staff add constraint staff_email_key UNIQUE (email);

-- part: constraint kept.staff staff_pkey
alter table kept.staff add constraint staff_pkey PRIMARY KEY (staff_id);

-- part: constraint kept.staff_day staff_day_pkey
alter table kept.staff_day add constraint staff_day_pkey PRIMARY KEY (staff_id, day);

-- part: constraint kept.staff_use staff_use_pkey
alter table kept.staff_use add constraint staff_use_pkey PRIMARY KEY (staff_id, purpose);

-- part: constraint kept.verification verification_pkey
alter table kept.verification add constraint verification_pkey PRIMARY KEY (verification_id);

-- part: constraint register.add_on add_on_pkey
alter table register.add_on add constraint add_on_pkey PRIMARY KEY (customer_id, add_on_id);

-- part: constraint register.campaign campaign_pkey
alter table register.campaign add constraint campaign_pkey PRIMARY KEY (campaign_id);

-- part: constraint register.campaign_recipient campaign_recipient_pkey
alter table register.campaign_recipient add constraint campaign_recipient_pkey PRIMARY KEY (customer_id, campaign_id);

-- part: constraint register.claim claim_claim_number_key
alter table register.claim add constraint claim_claim_number_key UNIQUE (claim_number);

-- part: constraint register.claim claim_pkey
alter table register.claim add constraint claim_pkey PRIMARY KEY (customer_id, claim_id);

-- part: constraint register.claim_entry claim_entry_pkey
alter table register.claim_entry add constraint claim_entry_pkey PRIMARY KEY (customer_id, claim_id, entry_id);

-- part: constraint register.contact_person contact_person_pkey
alter table register.contact_person add constraint contact_person_pkey PRIMARY KEY (customer_id, contact_person_id);

-- part: constraint register.credit_check credit_check_pkey
alter table register.credit_check add constraint credit_check_pkey PRIMARY KEY (customer_id, credit_check_id);

-- part: constraint register.customer customer_account_id_key
alter table register.customer add constraint customer_account_id_key UNIQUE (account_id);

-- part: constraint register.customer customer_customer_number_key
alter table register.customer add constraint customer_customer_number_key UNIQUE (customer_number);

-- part: constraint register.customer customer_pkey
alter table register.customer add constraint customer_pkey PRIMARY KEY (customer_id);

-- part: constraint register.delivery delivery_delivery_number_key
alter table register.delivery add constraint delivery_delivery_number_key UNIQUE (delivery_number);

-- part: constraint register.delivery delivery_pkey
alter table register.delivery add constraint delivery_pkey PRIMARY KEY (customer_id, delivery_id);

-- part: constraint register.delivery_line delivery_line_pkey
alter table register.delivery_line add constraint delivery_line_pkey PRIMARY KEY (customer_id, delivery_id, line_number);

-- part: constraint register.dispute dispute_dispute_number_key
alter table register.dispute add constraint dispute_dispute_number_key UNIQUE (dispute_number);

-- part: constraint register.dispute dispute_pkey
alter table register.dispute add constraint dispute_pkey PRIMARY KEY (customer_id, dispute_id);

-- part: constraint register.dispute_entry dispute_entry_pkey
alter table register.dispute_entry add constraint dispute_entry_pkey PRIMARY KEY (customer_id, dispute_id, entry_id);

-- part: constraint register.import_part import_part_pkey
alter table register.import_part add constraint import_part_pkey PRIMARY KEY (import_id, part_number);

-- part: constraint register.import_refusal import_refusal_pkey
alter table register.import_refusal add constraint import_refusal_pkey PRIMARY KEY (import_id, row_number, fault_number);

-- part: constraint register.import_run import_run_pkey
alter table register.import_run add constraint import_run_pkey PRIMARY KEY (import_id);

-- part: constraint register.invoice invoice_invoice_number_key
alter table register.invoice add constraint invoice_invoice_number_key UNIQUE (invoice_number);

-- part: constraint register.invoice invoice_pkey
alter table register.invoice add constraint invoice_pkey PRIMARY KEY (customer_id, invoice_id);

-- part: constraint register.invoice_line invoice_line_pkey
alter table register.invoice_line add constraint invoice_line_pkey PRIMARY KEY (customer_id, invoice_id, line_number);

-- part: constraint register.invoice_series invoice_series_pkey
alter table register.invoice_series add constraint invoice_series_pkey PRIMARY KEY (series);

-- part: constraint register.lead lead_pkey
alter table register.lead add constraint lead_pkey PRIMARY KEY (lead_id);

-- part: constraint register.lead_list lead_list_pkey
alter table register.lead_list add constraint lead_list_pkey PRIMARY KEY (lead_list_id);

-- part: constraint register.list_export list_export_pkey
alter table register.list_export add constraint list_export_pkey PRIMARY KEY (export_id);

-- part: constraint register.message message_pkey
alter table register.message add constraint message_pkey PRIMARY KEY (customer_id, message_id);

-- part: constraint register.note note_pkey
alter table register.note add constraint note_pkey PRIMARY KEY (customer_id, note_id);

-- part: constraint register.offer offer_pkey
alter table register.offer add constraint offer_pkey PRIMARY KEY (offer_id);

-- part: constraint register.order_line order_line_pkey
alter table register.order_line add constraint order_line_pkey PRIMARY KEY (customer_id, order_id, line_number);

-- part: constraint register.payment payment_pkey
alter table register.payment add constraint payment_pkey PRIMARY KEY (customer_id, payment_id);

-- part: constraint register.payment_entry payment_entry_pkey
alter table register.payment_entry add constraint payment_entry_pkey PRIMARY KEY (payment_file_id, entry_number);

-- part: constraint register.payment_file payment_file_digest_key
alter table register.payment_file add constraint payment_file_digest_key UNIQUE (digest);

-- part: constraint register.payment_file payment_file_pkey
alter table register.payment_file add constraint payment_file_pkey PRIMARY KEY (payment_file_id);

-- part: constraint register.payout payout_pkey
alter table register.payout add constraint payout_pkey PRIMARY KEY (customer_id, payout_id);

-- part: constraint register.preference preference_customer_id_topic_key
alter table register.preference add constraint preference_customer_id_topic_key UNIQUE (customer_id, topic);

-- part: constraint register.preference preference_pkey
alter table register.preference add constraint preference_pkey PRIMARY KEY (customer_id, preference_id);

-- part: constraint register.product product_pkey
alter table register.product add constraint product_pkey PRIMARY KEY (product_id);

-- part: constraint register.product product_sku_key
alter table register.product add constraint product_sku_key UNIQUE (sku);

-- part: constraint register.protected_address protected_address_pkey
alter table register.protected_address add constraint protected_address_pkey PRIMARY KEY (customer_id, address_id);

-- part: constraint register.purchase_pattern purchase_pattern_customer_id_segment_key
alter table register.purchase_pattern add constraint purchase_pattern_customer_id_segment_key UNIQUE (customer_id, segment);

-- part: constraint register.purchase_pattern purchase_pattern_pkey
alter table register.purchase_pattern add constraint purchase_pattern_pkey PRIMARY KEY (customer_id, pattern_id);

-- part: constraint register.reminder reminder_customer_id_invoice_id_level_key
alter table register.reminder add constraint reminder_customer_id_invoice_id_level_key UNIQUE (customer_id, invoice_id, level);

-- part: constraint register.reminder reminder_pkey
alter table register.reminder add constraint reminder_pkey PRIMARY KEY (customer_id, reminder_id);

-- part: constraint register.sales_order sales_order_order_number_key
alter table register.sales_order add constraint sales_order_order_number_key UNIQUE (order_number);

-- part: constraint register.sales_order sales_order_pkey
alter table register.sales_order add constraint sales_order_pkey PRIMARY KEY (customer_id, order_id);

-- part: constraint register.stuck_mail stuck_mail_pkey
alter table register.stuck_mail add constraint stuck_mail_pkey PRIMARY KEY (uid_validity, uid);

-- part: constraint register.supplement supplement_pkey
alter table register.supplement add constraint supplement_pkey PRIMARY KEY (customer_id, supplement_id);

-- part: constraint register.supplier supplier_pkey
alter table register.supplier add constraint supplier_pkey PRIMARY KEY (supplier_id);

-- part: constraint register.supplier_contact supplier_contact_pkey
alter table register.supplier_contact add constraint supplier_contact_pkey PRIMARY KEY (supplier_id, supplier_contact_id);

-- part: constraint register.suppression suppression_pkey
alter table register.suppression add constraint suppression_pkey PRIMARY KEY (suppression_digest);

-- part: constraint register.survey survey_pkey
alter table register.survey add constraint survey_pkey PRIMARY KEY (survey_id);

-- part: constraint register.survey_answer survey_answer_pkey
alter table register.survey_answer add constraint survey_answer_pkey PRIMARY KEY (survey_id, answer_id);

-- part: constraint register.survey_invitation survey_invitation_pkey
alter table register.survey_invitation add constraint survey_invitation_pkey PRIMARY KEY (customer_id, invitation_id);

-- part: constraint register.survey_invitation survey_invitation_token_digest_key
alter table register.survey_invitation add constraint survey_invitation_token_digest_key UNIQUE (token_digest);

-- part: constraint register.unsorted_message unsorted_message_pkey
alter table register.unsorted_message add constraint unsorted_message_pkey PRIMARY KEY (unsorted_message_id);

-- part: constraint register.usage_event usage_event_pkey
alter table register.usage_event add constraint usage_event_pkey PRIMARY KEY (day, event_id);

-- part: constraint kept.access_review access_review_note_check
alter table kept.access_review add constraint access_review_note_check CHECK (((length(note) >= 1) AND (length(note) <= 1000)));

-- part: constraint kept.access_review access_review_staff_count_check
alter table kept.access_review add constraint access_review_staff_count_check CHECK ((staff_count >= 0));

-- part: constraint kept.access_shape access_shape_action_check
alter table kept.access_shape add constraint access_shape_action_check CHECK ((action = ANY (ARRAY['read'::text, 'write'::text, 'count'::text, 'refused'::text, 'export'::text])));

-- part: constraint kept.account_session account_session_opened_by_check
alter table kept.account_session add constraint account_session_opened_by_check CHECK ((opened_by = ANY (ARRAY['link'::text, 'password'::text, 'passkey'::text, 'openid'::text, 'code'::text, 'recovery-code'::text])));

-- part: constraint kept.account_session account_session_user_agent_check
alter table kept.account_session add constraint account_session_user_agent_check CHECK ((length(user_agent) <= 400));

-- part: constraint kept.consent_record consent_record_check
alter table kept.consent_record add constraint consent_record_check CHECK (((withdrawn_at IS NULL) OR (withdrawn_at >= given_at)));

-- part: constraint kept.consent_record consent_record_language_check
alter table kept.consent_record add constraint consent_record_language_check CHECK ((language = ANY (ARRAY['nb'::text, 'en'::text])));

-- part: constraint kept.control_result control_result_status_check
alter table kept.control_result add constraint control_result_status_check CHECK ((status = ANY (ARRAY['holds'::text, 'broken'::text, 'not-run'::text])));

-- part: constraint kept.disclosure disclosure_check
alter table kept.disclosure add constraint disclosure_check CHECK ((until >= given_on));

-- part: constraint kept.disclosure disclosure_check1
alter table kept.disclosure add constraint disclosure_check1 CHECK (((form = 'access'::text) = (adviser_id IS NOT NULL)));

-- part: constraint kept.disclosure disclosure_form_check
alter table kept.disclosure add constraint disclosure_form_check CHECK ((form = ANY (ARRAY['access'::text, 'copy'::text])));

-- part: constraint kept.disclosure disclosure_reason_check
alter table kept.disclosure add constraint disclosure_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)));

-- part: constraint kept.field_decision field_decision_decision_check
alter table kept.field_decision add constraint field_decision_decision_check CHECK ((decision = ANY (ARRAY['keep'::text, 'remove'::text])));

-- part: constraint kept.field_decision field_decision_reason_check
alter table kept.field_decision add constraint field_decision_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 1000)));

-- part: constraint kept.installation installation_only_row_check
alter table kept.installation add constraint installation_only_row_check CHECK (only_row);

-- part: constraint kept.installation installation_role_prefix_check
alter table kept.installation add constraint installation_role_prefix_check CHECK ((role_prefix ~ '^[a-z][a-z0-9_]{0,30}$'::text));

-- part: constraint kept.ledger_checkpoint ledger_checkpoint_root_hash_check
alter table kept.ledger_checkpoint add constraint ledger_checkpoint_root_hash_check CHECK ((octet_length(root_hash) = 32));

-- part: constraint kept.ledger_entry ledger_entry_entry_index_check
alter table kept.ledger_entry add constraint ledger_entry_entry_index_check CHECK ((entry_index >= 0));

-- part: constraint kept.ledger_entry ledger_entry_leaf_hash_check
alter table kept.ledger_entry add constraint ledger_entry_leaf_hash_check CHECK ((octet_length(leaf_hash) = 32));

-- part: constraint kept.ledger_salt ledger_salt_salt_check
alter table kept.ledger_salt add constraint ledger_salt_salt_check CHECK ((octet_length(salt) = 32));

-- part: constraint kept.look_finding look_finding_check
alter table kept.look_finding add constraint look_finding_check CHECK (((looked_into_at IS NULL) = (note IS NULL)));

-- part: constraint kept.look_finding look_finding_kind_check
alter table kept.look_finding add constraint look_finding_kind_check CHECK ((kind = ANY (ARRAY['many-people'::text, 'odd-hours'::text, 'same-surname'::text])));

-- part: constraint kept.look_finding look_finding_note_check
alter table kept.look_finding add constraint look_finding_note_check CHECK (((length(note) >= 1) AND (length(note) <= 1000)));

-- part: constraint kept.look_reason look_reason_reason_check
alter table kept.look_reason add constraint look_reason_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)));

-- part: constraint kept.measure_check measure_check_note_check
alter table kept.measure_check add constraint measure_check_note_check CHECK (((length(note) >= 1) AND (length(note) <= 1000)));

-- part: constraint kept.notice_version notice_version_language_check
alter table kept.notice_version add constraint notice_version_language_check CHECK ((language = ANY (ARRAY['nb'::text, 'en'::text])));

-- part: constraint kept.outbox outbox_in_reply_to_check
alter table kept.outbox add constraint outbox_in_reply_to_check CHECK ((length(in_reply_to) <= 998));

-- part: constraint kept.outbox outbox_language_check
alter table kept.outbox add constraint outbox_language_check CHECK ((language = ANY (ARRAY['nb'::text, 'en'::text])));

-- part: constraint kept.outbox outbox_stopped_because
alter table kept.outbox add constraint outbox_stopped_because CHECK ((stopped_because = ANY (ARRAY['no-consent'::text, 'objected'::text, 'restricted'::text, 'address-not-verified'::text, 'purpose-gone'::text])));

-- part: constraint kept.outbox outbox_stopped_once
alter table kept.outbox add constraint outbox_stopped_once CHECK ((((stopped_at IS NULL) = (stopped_because IS NULL)) AND ((stopped_at IS NULL) OR (sent_at IS NULL))));

-- part: constraint kept.passkey passkey_name_check
alter table kept.passkey add constraint passkey_name_check CHECK ((length(name) <= 100));

-- part: constraint kept.purpose purpose_bit_check
alter table kept.purpose add constraint purpose_bit_check CHECK ((("bit" >= 0) AND ("bit" <= 62)));

-- part: constraint kept.purpose purpose_gate_check
alter table kept.purpose add constraint purpose_gate_check CHECK ((gate = ANY (ARRAY['always'::text, 'consent'::text, 'objection'::text])));

-- part: constraint kept.restriction restriction_ground_check
alter table kept.restriction add constraint restriction_ground_check CHECK ((ground = ANY (ARRAY['accuracy'::text, 'unlawful'::text, 'claims'::text, 'objection'::text])));

-- part: constraint kept.sign_in sign_in_opened_by_check
alter table kept.sign_in add constraint sign_in_opened_by_check CHECK ((opened_by = ANY (ARRAY['link'::text, 'password'::text, 'passkey'::text, 'openid'::text, 'code'::text, 'recovery-code'::text])));

-- part: constraint kept.sign_in sign_in_user_agent_check
alter table kept.sign_in add constraint sign_in_user_agent_check CHECK ((length(user_agent) <= 400));

-- part: constraint kept.staff staff_email_lower
alter table kept.staff add constraint staff_email_lower CHECK ((email = lower(email)));

-- part: constraint kept.staff_day staff_day_looks_check
alter table kept.staff_day add constraint staff_day_looks_check CHECK ((looks >= 0));

-- part: constraint kept.staff_day staff_day_looks_outside_check
alter table kept.staff_day add constraint staff_day_looks_outside_check CHECK ((looks_outside >= 0));

-- part: constraint kept.staff_day staff_day_people_check
alter table kept.staff_day add constraint staff_day_people_check CHECK ((people >= 0));

-- part: constraint register.add_on add_on_accepted_words_hash_check
alter table register.add_on add constraint add_on_accepted_words_hash_check CHECK ((accepted_words_hash ~ '^[0-9a-f]{64}$'::text));

-- part: constraint register.add_on add_on_end_has_reason
alter table register.add_on add constraint add_on_end_has_reason CHECK (((ended_by IS NULL) = (end_reason IS NULL)));

-- part: constraint register.add_on add_on_end_has_time
alter table register.add_on add constraint add_on_end_has_time CHECK (((ended_at IS NOT NULL) OR ((end_reason IS NULL) AND (ended_by IS NULL))));

-- part: constraint register.add_on add_on_end_reason_check
alter table register.add_on add constraint add_on_end_reason_check CHECK (((length(end_reason) >= 1) AND (length(end_reason) <= 500)));

-- part: constraint register.add_on add_on_ends_after
alter table register.add_on add constraint add_on_ends_after CHECK ((ended_at >= accepted_at));

-- part: constraint register.add_on add_on_shared_fields_check
alter table register.add_on add constraint add_on_shared_fields_check CHECK ((length(shared_fields) <= 300));

-- part: constraint register.campaign campaign_channel_check
alter table register.campaign add constraint campaign_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'sms'::text])));

-- part: constraint register.campaign campaign_name_check
alter table register.campaign add constraint campaign_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)));

-- part: constraint register.campaign campaign_status_check
alter table register.campaign add constraint campaign_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'ready'::text, 'sent'::text, 'dropped'::text])));

-- part: constraint register.campaign campaign_topic_check
alter table register.campaign add constraint campaign_topic_check CHECK ((length(topic) <= 60));

-- part: constraint register.claim claim_check
alter table register.claim add constraint claim_check CHECK ((((status = 'closed'::text) = (closed_at IS NOT NULL)) AND ((status = 'closed'::text) = (outcome IS NOT NULL))));

-- part: constraint register.claim claim_description_check
alter table register.claim add constraint claim_description_check CHECK (((length(description) >= 1) AND (length(description) <= 4000)));

-- part: constraint register.claim claim_kind_check
alter table register.claim add constraint claim_kind_check CHECK ((kind = ANY (ARRAY['fault'::text, 'withdrawal'::text])));

-- part: constraint register.claim claim_outcome_check
alter table register.claim add constraint claim_outcome_check CHECK ((outcome = ANY (ARRAY['repaired'::text, 'replaced'::text, 'price-reduced'::text, 'refunded'::text, 'refused'::text, 'withdrawn'::text])));

-- part: constraint register.claim claim_outcome_text_check
alter table register.claim add constraint claim_outcome_text_check CHECK ((length(outcome_text) <= 4000));

-- part: constraint register.claim claim_received_through_check
alter table register.claim add constraint claim_received_through_check CHECK ((received_through = ANY (ARRAY['web'::text, 'mail'::text, 'phone'::text, 'store'::text])));

-- part: constraint register.claim claim_status_check
alter table register.claim add constraint claim_status_check CHECK ((status = ANY (ARRAY['received'::text, 'under-review'::text, 'closed'::text])));

-- part: constraint register.claim claim_wants_check
alter table register.claim add constraint claim_wants_check CHECK ((wants = ANY (ARRAY['repair'::text, 'replacement'::text, 'price-reduction'::text, 'refund'::text, 'other'::text])));

-- part: constraint register.claim_entry claim_entry_attachments_check
alter table register.claim_entry add constraint claim_entry_attachments_check CHECK ((length(attachments) <= 2200));

-- part: constraint register.claim_entry claim_entry_body_check
alter table register.claim_entry add constraint claim_entry_body_check CHECK ((length(body) <= 10000));

-- part: constraint register.claim_entry claim_entry_channel_check
alter table register.claim_entry add constraint claim_entry_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'phone'::text, 'counter'::text, 'web'::text])));

-- part: constraint register.claim_entry claim_entry_direction_check
alter table register.claim_entry add constraint claim_entry_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])));

-- part: constraint register.claim_entry claim_entry_external_id_check
alter table register.claim_entry add constraint claim_entry_external_id_check CHECK ((length(external_id) <= 998));

-- part: constraint register.claim_entry claim_entry_subject_line_check
alter table register.claim_entry add constraint claim_entry_subject_line_check CHECK ((length(subject_line) <= 200));

-- part: constraint register.contact_person contact_person_email_check
alter table register.contact_person add constraint contact_person_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254)));

-- part: constraint register.contact_person contact_person_email_lower
alter table register.contact_person add constraint contact_person_email_lower CHECK ((email = lower(email)));

-- part: constraint register.contact_person contact_person_full_name_check
alter table register.contact_person add constraint contact_person_full_name_check CHECK (((length(full_name) >= 1) AND (length(full_name) <= 200)));

-- part: constraint register.contact_person contact_person_phone_check
alter table register.contact_person add constraint contact_person_phone_check CHECK ((phone ~ '^\+[0-9]{5,15}$'::text));

-- part: constraint register.contact_person contact_person_position_check
alter table register.contact_person add constraint contact_person_position_check CHECK ((length("position") <= 100));

-- part: constraint register.contact_person contact_person_registered_through_check
alter table register.contact_person add constraint contact_person_registered_through_check CHECK ((registered_through = ANY (ARRAY['web'::text, 'phone'::text, 'store'::text, 'import'::text])));

-- part: constraint register.credit_check credit_check_amount_ore_check
alter table register.credit_check add constraint credit_check_amount_ore_check CHECK ((amount_ore > 0));

-- part: constraint register.credit_check credit_check_answer_check
alter table register.credit_check add constraint credit_check_answer_check CHECK ((answer = ANY (ARRAY['sufficient'::text, 'insufficient'::text, 'no-data'::text])));

-- part: constraint register.credit_check credit_check_check
alter table register.credit_check add constraint credit_check_check CHECK ((((outcome IS NULL) = (decided_by IS NULL)) AND ((outcome IS NULL) = (decided_at IS NULL))));

-- part: constraint register.credit_check credit_check_check1
alter table register.credit_check add constraint credit_check_check1 CHECK (((report_sealed IS NULL) OR (report_delete_on IS NOT NULL)));

-- part: constraint register.credit_check credit_check_decision_note_check
alter table register.credit_check add constraint credit_check_decision_note_check CHECK ((length(decision_note) <= 500));

-- part: constraint register.credit_check credit_check_outcome_check
alter table register.credit_check add constraint credit_check_outcome_check CHECK ((outcome = ANY (ARRAY['invoice'::text, 'prepayment'::text])));

-- part: constraint register.credit_check credit_check_provider_check
alter table register.credit_check add constraint credit_check_provider_check CHECK ((length(provider) <= 100));

-- part: constraint register.credit_check credit_check_reason_check
alter table register.credit_check add constraint credit_check_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 300)));

-- part: constraint register.customer customer_check
alter table register.customer add constraint customer_check CHECK (((kind = 'company'::text) = (organisation_number IS NOT NULL)));

-- part: constraint register.customer customer_city_check
alter table register.customer add constraint customer_city_check CHECK ((length(city) <= 100));

-- part: constraint register.customer customer_country_check
alter table register.customer add constraint customer_country_check CHECK ((country ~ '^[A-Z]{2}$'::text));

-- part: constraint register.customer customer_email_check
alter table register.customer add constraint customer_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254)));

-- part: constraint register.customer customer_email_lower
alter table register.customer add constraint customer_email_lower CHECK ((email = lower(email)));

-- part: constraint register.customer customer_kind_check
alter table register.customer add constraint customer_kind_check CHECK ((kind = ANY (ARRAY['private'::text, 'company'::text])));

-- part: constraint register.customer customer_legal_name_check
alter table register.customer add constraint customer_legal_name_check CHECK (((length(legal_name) >= 1) AND (length(legal_name) <= 200)));

-- part: constraint register.customer customer_organisation_number_check
alter table register.customer add constraint customer_organisation_number_check CHECK ((organisation_number ~ '^[0-9]{9}$'::text));

-- part: constraint register.customer customer_phone_check
alter table register.customer add constraint customer_phone_check CHECK ((phone ~ '^\+[0-9]{5,15}$'::text));

-- part: constraint register.customer customer_postal_code_check
alter table register.customer add constraint customer_postal_code_check CHECK ((postal_code ~ '^[0-9]{4}$'::text));

-- part: constraint register.customer customer_preferred_language_check
alter table register.customer add constraint customer_preferred_language_check CHECK ((preferred_language = ANY (ARRAY['nb'::text, 'en'::text])));

-- part: constraint register.customer customer_protected_address
alter table register.customer add constraint customer_protected_address CHECK (((NOT protected_address) OR (num_nonnulls(street_address, postal_code, city) = 0)));

-- part: constraint register.customer customer_registered_through_check
alter table register.customer add constraint customer_registered_through_check CHECK ((registered_through = ANY (ARRAY['web'::text, 'phone'::text, 'store'::text, 'import'::text])));

-- part: constraint register.customer customer_street_address_check
alter table register.customer add constraint customer_street_address_check CHECK ((length(street_address) <= 200));

-- part: constraint register.delivery delivery_completed_through_check
alter table register.delivery add constraint delivery_completed_through_check CHECK ((completed_through = ANY (ARRAY['receipt'::text, 'carrier'::text, 'time'::text])));

-- part: constraint register.delivery delivery_tracking_reference_check
alter table register.delivery add constraint delivery_tracking_reference_check CHECK ((length(tracking_reference) <= 100));

-- part: constraint register.delivery_line delivery_line_line_number_check
alter table register.delivery_line add constraint delivery_line_line_number_check CHECK (((line_number >= 1) AND (line_number <= 200)));

-- part: constraint register.delivery_line delivery_line_quantity_check
alter table register.delivery_line add constraint delivery_line_quantity_check CHECK (((quantity >= 1) AND (quantity <= 10000)));

-- part: constraint register.dispute dispute_check
alter table register.dispute add constraint dispute_check CHECK (((status = 'open'::text) = (closed_at IS NULL)));

-- part: constraint register.dispute dispute_matter_check
alter table register.dispute add constraint dispute_matter_check CHECK (((length(matter) >= 1) AND (length(matter) <= 4000)));

-- part: constraint register.dispute dispute_our_position_check
alter table register.dispute add constraint dispute_our_position_check CHECK ((length(our_position) <= 4000));

-- part: constraint register.dispute dispute_outcome_text_check
alter table register.dispute add constraint dispute_outcome_text_check CHECK ((length(outcome_text) <= 4000));

-- part: constraint register.dispute dispute_status_check
alter table register.dispute add constraint dispute_status_check CHECK ((status = ANY (ARRAY['open'::text, 'settled'::text, 'decided'::text, 'dropped'::text])));

-- part: constraint register.dispute_entry dispute_entry_body_check
alter table register.dispute_entry add constraint dispute_entry_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000)));

-- part: constraint register.dispute_entry dispute_entry_direction_check
alter table register.dispute_entry add constraint dispute_entry_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])));

-- part: constraint register.import_part import_part_part_number_check
alter table register.import_part add constraint import_part_part_number_check CHECK ((part_number >= 0));

-- part: constraint register.import_refusal import_refusal_code_check
alter table register.import_refusal add constraint import_refusal_code_check CHECK ((length(code) <= 40));

-- part: constraint register.import_refusal import_refusal_column_number_check
alter table register.import_refusal add constraint import_refusal_column_number_check CHECK ((column_number > 0));

-- part: constraint register.import_refusal import_refusal_fault_number_check
alter table register.import_refusal add constraint import_refusal_fault_number_check CHECK ((fault_number > 0));

-- part: constraint register.import_refusal import_refusal_field_check
alter table register.import_refusal add constraint import_refusal_field_check CHECK ((length(field) <= 40));

-- part: constraint register.import_refusal import_refusal_row_number_check
alter table register.import_refusal add constraint import_refusal_row_number_check CHECK ((row_number > 0));

-- part: constraint register.import_run import_run_kind_check
alter table register.import_run add constraint import_run_kind_check CHECK ((kind = ANY (ARRAY['customers'::text, 'contacts'::text, 'orders'::text])));

-- part: constraint register.import_run import_run_mapping_check
alter table register.import_run add constraint import_run_mapping_check CHECK ((length(mapping) <= 2000));

-- part: constraint register.import_run import_run_part_count_check
alter table register.import_run add constraint import_run_part_count_check CHECK ((part_count > 0));

-- part: constraint register.import_run import_run_parts_done_check
alter table register.import_run add constraint import_run_parts_done_check CHECK ((parts_done >= 0));

-- part: constraint register.import_run import_run_purpose_check
alter table register.import_run add constraint import_run_purpose_check CHECK ((length(purpose) <= 60));

-- part: constraint register.import_run import_run_refused_count_check
alter table register.import_run add constraint import_run_refused_count_check CHECK ((refused_count >= 0));

-- part: constraint register.import_run import_run_row_count_check
alter table register.import_run add constraint import_run_row_count_check CHECK ((row_count > 0));

-- part: constraint register.import_run import_run_state_check
alter table register.import_run add constraint import_run_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'running'::text, 'done'::text, 'dropped'::text])));

-- part: constraint register.import_run import_run_told_through_check
alter table register.import_run add constraint import_run_told_through_check CHECK ((told_through = ANY (ARRAY['mail'::text, 'phone'::text, 'counter'::text])));

-- part: constraint register.import_run import_run_written_count_check
alter table register.import_run add constraint import_run_written_count_check CHECK ((written_count >= 0));

-- part: constraint register.invoice invoice_buyer_organisation_number_check
alter table register.invoice add constraint invoice_buyer_organisation_number_check CHECK ((buyer_organisation_number ~ '^[0-9]{9}$'::text));

-- part: constraint register.invoice invoice_buyer_reference_check
alter table register.invoice add constraint invoice_buyer_reference_check CHECK ((length(buyer_reference) <= 100));

-- part: constraint register.invoice invoice_credits
alter table register.invoice add constraint invoice_credits CHECK (((kind = 'credit-note'::text) = (credited_invoice_id IS NOT NULL)));

-- part: constraint register.invoice invoice_currency_check
alter table register.invoice add constraint invoice_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text));

-- part: constraint register.invoice invoice_delivery_place_check
alter table register.invoice add constraint invoice_delivery_place_check CHECK ((length(delivery_place) <= 500));

-- part: constraint register.invoice invoice_kind_check
alter table register.invoice add constraint invoice_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'credit-note'::text])));

-- part: constraint register.invoice invoice_payment_reference_check
alter table register.invoice add constraint invoice_payment_reference_check CHECK ((payment_reference ~ '^[0-9]{2,25}$'::text));

-- part: constraint register.invoice_line invoice_line_description_check
alter table register.invoice_line add constraint invoice_line_description_check CHECK (((length(description) >= 1) AND (length(description) <= 300)));

-- part: constraint register.invoice_line invoice_line_line_number_check
alter table register.invoice_line add constraint invoice_line_line_number_check CHECK (((line_number >= 1) AND (line_number <= 400)));

-- part: constraint register.invoice_line invoice_line_net_ore_check
alter table register.invoice_line add constraint invoice_line_net_ore_check CHECK ((net_ore >= 0));

-- part: constraint register.invoice_line invoice_line_quantity_check
alter table register.invoice_line add constraint invoice_line_quantity_check CHECK (((quantity >= 1) AND (quantity <= 10000)));

-- part: constraint register.invoice_line invoice_line_unit_price_ore_check
alter table register.invoice_line add constraint invoice_line_unit_price_ore_check CHECK ((unit_price_ore >= 0));

-- part: constraint register.invoice_line invoice_line_vat_rate_check
alter table register.invoice_line add constraint invoice_line_vat_rate_check CHECK ((vat_rate = ANY (ARRAY[0, 12, 15, 25])));

-- part: constraint register.invoice_series invoice_series_next_number_check
alter table register.invoice_series add constraint invoice_series_next_number_check CHECK ((next_number > 0));

-- part: constraint register.lead lead_check
alter table register.lead add constraint lead_check CHECK (((first_contact_on IS NULL) OR (notice_sent_on <= first_contact_on)));

-- part: constraint register.lead lead_check1
alter table register.lead add constraint lead_check1 CHECK ((NOT (reserved AND (first_contact_on IS NOT NULL))));

-- part: constraint register.lead lead_city_check
alter table register.lead add constraint lead_city_check CHECK ((length(city) <= 100));

-- part: constraint register.lead lead_email_check
alter table register.lead add constraint lead_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254)));

-- part: constraint register.lead lead_email_lower
alter table register.lead add constraint lead_email_lower CHECK ((email = lower(email)));

-- part: constraint register.lead lead_full_name_check
alter table register.lead add constraint lead_full_name_check CHECK (((length(full_name) >= 1) AND (length(full_name) <= 200)));

-- part: constraint register.lead lead_notice_channel
alter table register.lead add constraint lead_notice_channel CHECK (((notice_sent_on IS NULL) = (notice_channel IS NULL)));

-- part: constraint register.lead lead_notice_channel_check
alter table register.lead add constraint lead_notice_channel_check CHECK ((notice_channel = ANY (ARRAY['post'::text, 'phone'::text])));

-- part: constraint register.lead lead_phone_check
alter table register.lead add constraint lead_phone_check CHECK ((phone ~ '^\+[0-9]{5,15}$'::text));

-- part: constraint register.lead lead_postal_code_check
alter table register.lead add constraint lead_postal_code_check CHECK ((postal_code ~ '^[0-9]{4}$'::text));

-- part: constraint register.lead lead_registered_through_check
alter table register.lead add constraint lead_registered_through_check CHECK ((registered_through = ANY (ARRAY['web'::text, 'phone'::text, 'store'::text, 'import'::text])));

-- part: constraint register.lead lead_state_check
alter table register.lead add constraint lead_state_check CHECK ((state = ANY (ARRAY['new'::text, 'contacted'::text, 'declined'::text, 'converted'::text])));

-- part: constraint register.lead lead_street_address_check
alter table register.lead add constraint lead_street_address_check CHECK ((length(street_address) <= 200));

-- part: constraint register.lead_list lead_list_agreement_reference_check
alter table register.lead_list add constraint lead_list_agreement_reference_check CHECK (((length(agreement_reference) >= 1) AND (length(agreement_reference) <= 100)));

-- part: constraint register.lead_list lead_list_refused_count_check
alter table register.lead_list add constraint lead_list_refused_count_check CHECK ((refused_count >= 0));

-- part: constraint register.lead_list lead_list_reserved_count_check
alter table register.lead_list add constraint lead_list_reserved_count_check CHECK ((reserved_count >= 0));

-- part: constraint register.lead_list lead_list_row_count_check
alter table register.lead_list add constraint lead_list_row_count_check CHECK ((row_count >= 0));

-- part: constraint register.lead_list lead_list_vendor_check
alter table register.lead_list add constraint lead_list_vendor_check CHECK (((length(vendor) >= 1) AND (length(vendor) <= 200)));

-- part: constraint register.list_export list_export_format_check
alter table register.list_export add constraint list_export_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text])));

-- part: constraint register.list_export list_export_list_check
alter table register.list_export add constraint list_export_list_check CHECK (((length(list) >= 1) AND (length(list) <= 60)));

-- part: constraint register.list_export list_export_purpose_check
alter table register.list_export add constraint list_export_purpose_check CHECK (((length(purpose) >= 1) AND (length(purpose) <= 60)));

-- part: constraint register.list_export list_export_row_count_check
alter table register.list_export add constraint list_export_row_count_check CHECK ((row_count >= 0));

-- part: constraint register.message message_attachments_check
alter table register.message add constraint message_attachments_check CHECK ((length(attachments) <= 2200));

-- part: constraint register.message message_body_check
alter table register.message add constraint message_body_check CHECK ((length(body) <= 10000));

-- part: constraint register.message message_channel_check
alter table register.message add constraint message_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'phone'::text, 'counter'::text, 'web'::text])));

-- part: constraint register.message message_check
alter table register.message add constraint message_check CHECK (((direction = 'in'::text) OR (NOT extends_relationship)));

-- part: constraint register.message message_direction_check
alter table register.message add constraint message_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])));

-- part: constraint register.message message_extension_reason_check
alter table register.message add constraint message_extension_reason_check CHECK ((length(extension_reason) <= 300));

-- part: constraint register.message message_external_id_check
alter table register.message add constraint message_external_id_check CHECK ((length(external_id) <= 998));

-- part: constraint register.message message_not_of_claim
alter table register.message add constraint message_not_of_claim CHECK (((purpose <> 'claims'::text) OR (direction = 'in'::text)));

-- part: constraint register.message message_purpose_check
alter table register.message add constraint message_purpose_check CHECK ((length(purpose) <= 60));

-- part: constraint register.message message_subject_line_check
alter table register.message add constraint message_subject_line_check CHECK ((length(subject_line) <= 200));

-- part: constraint register.message message_template_check
alter table register.message add constraint message_template_check CHECK ((length(template) <= 60));

-- part: constraint register.note note_body_check
alter table register.note add constraint note_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000)));

-- part: constraint register.offer offer_check
alter table register.offer add constraint offer_check CHECK ((valid_until >= valid_from));

-- part: constraint register.offer offer_headline_en_check
alter table register.offer add constraint offer_headline_en_check CHECK (((length(headline_en) >= 1) AND (length(headline_en) <= 150)));

-- part: constraint register.offer offer_headline_nb_check
alter table register.offer add constraint offer_headline_nb_check CHECK (((length(headline_nb) >= 1) AND (length(headline_nb) <= 150)));

-- part: constraint register.offer offer_name_check
alter table register.offer add constraint offer_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)));

-- part: constraint register.offer offer_text_en_check
alter table register.offer add constraint offer_text_en_check CHECK (((length(text_en) >= 1) AND (length(text_en) <= 4000)));

-- part: constraint register.offer offer_text_nb_check
alter table register.offer add constraint offer_text_nb_check CHECK (((length(text_nb) >= 1) AND (length(text_nb) <= 4000)));

-- part: constraint register.order_line order_line_line_number_check
alter table register.order_line add constraint order_line_line_number_check CHECK (((line_number >= 1) AND (line_number <= 200)));

-- part: constraint register.order_line order_line_quantity_check
alter table register.order_line add constraint order_line_quantity_check CHECK (((quantity >= 1) AND (quantity <= 10000)));

-- part: constraint register.order_line order_line_unit_price_ore_check
alter table register.order_line add constraint order_line_unit_price_ore_check CHECK ((unit_price_ore >= 0));

-- part: constraint register.order_line order_line_vat_rate_check
alter table register.order_line add constraint order_line_vat_rate_check CHECK ((vat_rate = ANY (ARRAY[0, 12, 15, 25])));

-- part: constraint register.payment payment_amount_ore_check
alter table register.payment add constraint payment_amount_ore_check CHECK ((amount_ore > 0));

-- part: constraint register.payment payment_bank_reference_check
alter table register.payment add constraint payment_bank_reference_check CHECK ((length(bank_reference) <= 60));

-- part: constraint register.payment payment_card_expires_check
alter table register.payment add constraint payment_card_expires_check CHECK ((card_expires ~ '^[0-9]{4}-[0-9]{2}$'::text));

-- part: constraint register.payment payment_card_last_four_check
alter table register.payment add constraint payment_card_last_four_check CHECK ((card_last_four ~ '^[0-9]{4}$'::text));

-- part: constraint register.payment payment_card_token_check
alter table register.payment add constraint payment_card_token_check CHECK ((length(card_token) <= 100));

-- part: constraint register.payment payment_method_check
alter table register.payment add constraint payment_method_check CHECK ((method = ANY (ARRAY['bank'::text, 'card'::text, 'vipps'::text, 'cash'::text])));

-- part: constraint register.payment_entry payment_entry_bank_reference_check
alter table register.payment_entry add constraint payment_entry_bank_reference_check CHECK ((length(bank_reference) <= 60));

-- part: constraint register.payment_entry payment_entry_entry_number_check
alter table register.payment_entry add constraint payment_entry_entry_number_check CHECK ((entry_number > 0));

-- part: constraint register.payment_entry payment_entry_payment_reference_check
alter table register.payment_entry add constraint payment_entry_payment_reference_check CHECK ((payment_reference ~ '^[0-9-]{2,25}$'::text));

-- part: constraint register.payment_entry payment_entry_state_check
alter table register.payment_entry add constraint payment_entry_state_check CHECK ((state = ANY (ARRAY['read'::text, 'matched'::text, 'unmatched'::text, 'assigned'::text, 'returned'::text])));

-- part: constraint register.payment_entry payment_entry_why_check
alter table register.payment_entry add constraint payment_entry_why_check CHECK ((length(why) <= 30));

-- part: constraint register.payment_file payment_file_digest_check
alter table register.payment_file add constraint payment_file_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));

-- part: constraint register.payment_file payment_file_entry_count_check
alter table register.payment_file add constraint payment_file_entry_count_check CHECK ((entry_count >= 0));

-- part: constraint register.payment_file payment_file_format_check
alter table register.payment_file add constraint payment_file_format_check CHECK ((format = ANY (ARRAY['ocr-giro'::text, 'camt.054'::text])));

-- part: constraint register.payment_file payment_file_passed_over_check
alter table register.payment_file add constraint payment_file_passed_over_check CHECK ((passed_over >= 0));

-- part: constraint register.payment_file payment_file_state_check
alter table register.payment_file add constraint payment_file_state_check CHECK ((state = ANY (ARRAY['previewed'::text, 'registered'::text])));

-- part: constraint register.payout payout_account_last_four_check
alter table register.payout add constraint payout_account_last_four_check CHECK ((account_last_four ~ '^[0-9]{4}$'::text));

-- part: constraint register.payout payout_amount_ore_check
alter table register.payout add constraint payout_amount_ore_check CHECK ((amount_ore > 0));

-- part: constraint register.payout payout_check
alter table register.payout add constraint payout_check CHECK (((approved_by IS NULL) OR (approved_by <> requested_by)));

-- part: constraint register.payout payout_check1
alter table register.payout add constraint payout_check1 CHECK (((paid_on IS NULL) OR (approved_by IS NOT NULL)));

-- part: constraint register.payout payout_reason_check
alter table register.payout add constraint payout_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 300)));

-- part: constraint register.preference preference_choice_check
alter table register.preference add constraint preference_choice_check CHECK ((length(choice) <= 200));

-- part: constraint register.preference preference_source_check
alter table register.preference add constraint preference_source_check CHECK ((source = ANY (ARRAY['stated'::text, 'inferred'::text])));

-- part: constraint register.preference preference_topic_check
alter table register.preference add constraint preference_topic_check CHECK (((length(topic) >= 1) AND (length(topic) <= 60)));

-- part: constraint register.product product_add_on_supplier
alter table register.product add constraint product_add_on_supplier CHECK (((kind <> 'add-on'::text) OR (supplier_id IS NOT NULL)));

-- part: constraint register.product product_durability_check
alter table register.product add constraint product_durability_check CHECK ((durability = ANY (ARRAY['normal'::text, 'long'::text])));

-- part: constraint register.product product_kind_check
alter table register.product add constraint product_kind_check CHECK ((kind = ANY (ARRAY['goods'::text, 'service'::text, 'add-on'::text])));

-- part: constraint register.product product_price_ore_check
alter table register.product add constraint product_price_ore_check CHECK ((price_ore >= 0));

-- part: constraint register.product product_shared_fields_check
alter table register.product add constraint product_shared_fields_check CHECK ((shared_fields <@ ARRAY['name'::text, 'email'::text, 'phone'::text, 'postal-address'::text, 'order-number'::text]));

-- part: constraint register.product product_shares_with_supplier
alter table register.product add constraint product_shares_with_supplier CHECK (((shared_fields = '{}'::text[]) OR (supplier_id IS NOT NULL)));

-- part: constraint register.product product_vat_rate_check
alter table register.product add constraint product_vat_rate_check CHECK ((vat_rate = ANY (ARRAY[0, 12, 15, 25])));

-- part: constraint register.protected_address protected_address_city_check
alter table register.protected_address add constraint protected_address_city_check CHECK ((length(city) <= 100));

-- part: constraint register.protected_address protected_address_postal_code_check
alter table register.protected_address add constraint protected_address_postal_code_check CHECK ((postal_code ~ '^[0-9]{4}$'::text));

-- part: constraint register.protected_address protected_address_street_address_check
alter table register.protected_address add constraint protected_address_street_address_check CHECK ((length(street_address) <= 200));

-- part: constraint register.purchase_pattern purchase_pattern_rule_name_check
alter table register.purchase_pattern add constraint purchase_pattern_rule_name_check CHECK (((length(rule_name) >= 1) AND (length(rule_name) <= 60)));

-- part: constraint register.purchase_pattern purchase_pattern_segment_check
alter table register.purchase_pattern add constraint purchase_pattern_segment_check CHECK (((length(segment) >= 1) AND (length(segment) <= 60)));

-- part: constraint register.reminder reminder_check
alter table register.reminder add constraint reminder_check CHECK ((due_on >= (sent_on + 14)));

-- part: constraint register.reminder reminder_fee_ore_check
alter table register.reminder add constraint reminder_fee_ore_check CHECK ((fee_ore >= 0));

-- part: constraint register.reminder reminder_level_check
alter table register.reminder add constraint reminder_level_check CHECK (((level >= 1) AND (level <= 2)));

-- part: constraint register.sales_order sales_order_buyer_reference_check
alter table register.sales_order add constraint sales_order_buyer_reference_check CHECK ((length(buyer_reference) <= 100));

-- part: constraint register.sales_order sales_order_cancel_reason_check
alter table register.sales_order add constraint sales_order_cancel_reason_check CHECK ((length(cancel_reason) <= 500));

-- part: constraint register.sales_order sales_order_deliver_to_postal_code_check
alter table register.sales_order add constraint sales_order_deliver_to_postal_code_check CHECK ((deliver_to_postal_code ~ '^[0-9]{4}$'::text));

-- part: constraint register.sales_order sales_order_imported_reference_check
alter table register.sales_order add constraint sales_order_imported_reference_check CHECK (((length(imported_reference) >= 1) AND (length(imported_reference) <= 60)));

-- part: constraint register.sales_order sales_order_net_ore_check
alter table register.sales_order add constraint sales_order_net_ore_check CHECK ((net_ore >= 0));

-- part: constraint register.sales_order sales_order_payment_terms_check
alter table register.sales_order add constraint sales_order_payment_terms_check CHECK ((payment_terms = ANY (ARRAY['prepaid'::text, 'invoice'::text])));

-- part: constraint register.sales_order sales_order_placed_through_check
alter table register.sales_order add constraint sales_order_placed_through_check CHECK ((placed_through = ANY (ARRAY['web'::text, 'phone'::text, 'store'::text, 'import'::text])));

-- part: constraint register.sales_order sales_order_status_check
alter table register.sales_order add constraint sales_order_status_check CHECK ((status = ANY (ARRAY['placed'::text, 'confirmed'::text, 'part-delivered'::text, 'delivered'::text, 'completed'::text, 'cancelled'::text])));

-- part: constraint register.sales_order sales_order_vat_ore_check
alter table register.sales_order add constraint sales_order_vat_ore_check CHECK ((vat_ore >= 0));

-- part: constraint register.stuck_mail stuck_mail_fault_check
alter table register.stuck_mail add constraint stuck_mail_fault_check CHECK ((fault = ANY (ARRAY['too-large'::text, 'no-sender'::text, 'unreadable'::text, 'not-stored'::text])));

-- part: constraint register.stuck_mail stuck_mail_fault_code_check
alter table register.stuck_mail add constraint stuck_mail_fault_code_check CHECK ((length(fault_code) <= 100));

-- part: constraint register.stuck_mail stuck_mail_tries_check
alter table register.stuck_mail add constraint stuck_mail_tries_check CHECK ((tries > 0));

-- part: constraint register.supplement supplement_field_check
alter table register.supplement add constraint supplement_field_check CHECK (((length(field) >= 1) AND (length(field) <= 60)));

-- part: constraint register.supplement supplement_found_value_check
alter table register.supplement add constraint supplement_found_value_check CHECK ((length(found_value) <= 500));

-- part: constraint register.supplement supplement_source_name_check
alter table register.supplement add constraint supplement_source_name_check CHECK (((length(source_name) >= 1) AND (length(source_name) <= 100)));

-- part: constraint register.supplement supplement_source_url_check
alter table register.supplement add constraint supplement_source_url_check CHECK (((source_url ~ '^https?://'::text) AND (length(source_url) <= 500)));

-- part: constraint register.supplier supplier_agreement_reference_check
alter table register.supplier add constraint supplier_agreement_reference_check CHECK ((length(agreement_reference) <= 100));

-- part: constraint register.supplier supplier_delivers_check
alter table register.supplier add constraint supplier_delivers_check CHECK ((length(delivers) <= 200));

-- part: constraint register.supplier supplier_kind_check
alter table register.supplier add constraint supplier_kind_check CHECK ((kind = ANY (ARRAY['supplier'::text, 'partner'::text])));

-- part: constraint register.supplier supplier_name_check
alter table register.supplier add constraint supplier_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));

-- part: constraint register.supplier supplier_organisation_number_check
alter table register.supplier add constraint supplier_organisation_number_check CHECK ((organisation_number ~ '^[0-9]{9}$'::text));

-- part: constraint register.supplier_contact supplier_contact_email_check
alter table register.supplier_contact add constraint supplier_contact_email_check CHECK (((length(email) >= 3) AND (length(email) <= 254)));

-- part: constraint register.supplier_contact supplier_contact_email_lower
alter table register.supplier_contact add constraint supplier_contact_email_lower CHECK ((email = lower(email)));

-- part: constraint register.supplier_contact supplier_contact_full_name_check
alter table register.supplier_contact add constraint supplier_contact_full_name_check CHECK (((length(full_name) >= 1) AND (length(full_name) <= 200)));

-- part: constraint register.supplier_contact supplier_contact_kind_check
alter table register.supplier_contact add constraint supplier_contact_kind_check CHECK ((kind = ANY (ARRAY['supplier'::text, 'partner'::text])));

-- part: constraint register.supplier_contact supplier_contact_phone_check
alter table register.supplier_contact add constraint supplier_contact_phone_check CHECK ((phone ~ '^\+[0-9]{5,15}$'::text));

-- part: constraint register.supplier_contact supplier_contact_position_check
alter table register.supplier_contact add constraint supplier_contact_position_check CHECK ((length("position") <= 100));

-- part: constraint register.supplier_contact supplier_contact_registered_through_check
alter table register.supplier_contact add constraint supplier_contact_registered_through_check CHECK ((registered_through = ANY (ARRAY['web'::text, 'phone'::text, 'store'::text, 'import'::text])));

-- part: constraint register.suppression suppression_kind_check
alter table register.suppression add constraint suppression_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'phone'::text, 'address'::text])));

-- part: constraint register.suppression suppression_suppression_digest_check
alter table register.suppression add constraint suppression_suppression_digest_check CHECK ((suppression_digest ~ '^[A-Za-z0-9_-]{43}$'::text));

-- part: constraint register.survey survey_name_check
alter table register.survey add constraint survey_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)));

-- part: constraint register.survey survey_question_en_check
alter table register.survey add constraint survey_question_en_check CHECK (((length(question_en) >= 1) AND (length(question_en) <= 300)));

-- part: constraint register.survey survey_question_nb_check
alter table register.survey add constraint survey_question_nb_check CHECK (((length(question_nb) >= 1) AND (length(question_nb) <= 300)));

-- part: constraint register.survey_answer survey_answer_month_check
alter table register.survey_answer add constraint survey_answer_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric));

-- part: constraint register.survey_answer survey_answer_score_check
alter table register.survey_answer add constraint survey_answer_score_check CHECK (((score >= 1) AND (score <= 5)));

-- part: constraint register.survey_invitation survey_invitation_token_digest_check
alter table register.survey_invitation add constraint survey_invitation_token_digest_check CHECK ((token_digest ~ '^[0-9a-f]{64}$'::text));

-- part: constraint register.unsorted_message unsorted_message_attachments_check
alter table register.unsorted_message add constraint unsorted_message_attachments_check CHECK ((length(attachments) <= 2200));

-- part: constraint register.unsorted_message unsorted_message_body_check
alter table register.unsorted_message add constraint unsorted_message_body_check CHECK ((length(body) <= 10000));

-- part: constraint register.unsorted_message unsorted_message_external_id_check
alter table register.unsorted_message add constraint unsorted_message_external_id_check CHECK ((length(external_id) <= 998));

-- part: constraint register.unsorted_message unsorted_message_from_address_check
alter table register.unsorted_message add constraint unsorted_message_from_address_check CHECK ((length(from_address) <= 254));

-- part: constraint register.unsorted_message unsorted_message_from_name_check
alter table register.unsorted_message add constraint unsorted_message_from_name_check CHECK ((length(from_name) <= 200));

-- part: constraint register.unsorted_message unsorted_message_subject_line_check
alter table register.unsorted_message add constraint unsorted_message_subject_line_check CHECK ((length(subject_line) <= 200));

-- part: constraint register.usage_event usage_event_kind_check
alter table register.usage_event add constraint usage_event_kind_check CHECK ((kind = ANY (ARRAY['viewed'::text, 'ordered'::text, 'searched'::text, 'supported'::text])));

-- part: constraint register.usage_event usage_event_pseudonym_check
alter table register.usage_event add constraint usage_event_pseudonym_check CHECK ((pseudonym ~ '^[0-9a-f]{32}$'::text));

-- part: constraint kept.account_session account_session_account_id_fkey
alter table kept.account_session add constraint account_session_account_id_fkey FOREIGN KEY (account_id) REFERENCES kept.account(account_id) ON DELETE CASCADE;

-- part: constraint kept.consent_record consent_record_purpose_fkey
alter table kept.consent_record add constraint consent_record_purpose_fkey FOREIGN KEY (purpose) REFERENCES kept.purpose(name);

-- part: constraint kept.credential credential_account_id_fkey
alter table kept.credential add constraint credential_account_id_fkey FOREIGN KEY (account_id) REFERENCES kept.account(account_id) ON DELETE CASCADE;

-- part: constraint kept.objection objection_purpose_fkey
alter table kept.objection add constraint objection_purpose_fkey FOREIGN KEY (purpose) REFERENCES kept.purpose(name);

-- part: constraint kept.passkey passkey_account_id_fkey
alter table kept.passkey add constraint passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES kept.account(account_id) ON DELETE CASCADE;

-- part: constraint kept.second_step second_step_account_id_fkey
alter table kept.second_step add constraint second_step_account_id_fkey FOREIGN KEY (account_id) REFERENCES kept.account(account_id) ON DELETE CASCADE;

-- part: constraint kept.sign_in sign_in_account_id_fkey
alter table kept.sign_in add constraint sign_in_account_id_fkey FOREIGN KEY (account_id) REFERENCES kept.account(account_id) ON DELETE CASCADE;

-- part: constraint register.add_on add_on_customer_id_order_id_fkey
alter table register.add_on add constraint add_on_customer_id_order_id_fkey FOREIGN KEY (customer_id, order_id) REFERENCES register.sales_order(customer_id, order_id) ON DELETE CASCADE;

-- part: constraint register.add_on add_on_product_id_fkey
alter table register.add_on add constraint add_on_product_id_fkey FOREIGN KEY (product_id) REFERENCES register.product(product_id);

-- part: constraint register.add_on add_on_supplier_id_fkey
alter table register.add_on add constraint add_on_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES register.supplier(supplier_id);

-- part: constraint register.campaign campaign_offer_id_fkey
alter table register.campaign add constraint campaign_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES register.offer(offer_id);

-- part: constraint register.campaign_recipient campaign_recipient_campaign_id_fkey
alter table register.campaign_recipient add constraint campaign_recipient_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES register.campaign(campaign_id) ON DELETE CASCADE;

-- part: constraint register.campaign_recipient campaign_recipient_customer_id_fkey
alter table register.campaign_recipient add constraint campaign_recipient_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES register.customer(customer_id) ON DELETE CASCADE;

-- part: constraint register.claim claim_customer_id_fkey
alter table register.claim add constraint claim_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES register.customer(customer_id) ON DELETE CASCADE;

-- part: constraint register.claim_entry claim_entry_customer_id_claim_id_fkey
alter table register.claim_entry add constraint claim_entry_customer_id_claim_id_fkey FOREIGN KEY (customer_id, claim_id) REFERENCES register.claim(customer_id, claim_id) ON DELETE CASCADE;

-- part: constraint register.contact_person contact_person_customer_id_fkey
alter table register.contact_person add constraint contact_person_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES register.customer(customer_id) ON DELETE CASCADE;

-- part: constraint register.credit_check credit_check_customer_id_order_id_fkey
alter table register.credit_check add constraint credit_check_customer_id_order_id_fkey FOREIGN KEY (customer_id, order_id) REFERENCES register.sales_order(customer_id, order_id) ON DELETE CASCADE;

-- part: constraint register.delivery delivery_customer_id_order_id_fkey
alter table register.delivery add constraint delivery_customer_id_order_id_fkey FOREIGN KEY (customer_id, order_id) REFERENCES register.sales_order(customer_id, order_id) ON DELETE CASCADE;

-- part: constraint register.delivery_line delivery_line_customer_id_delivery_id_fkey
alter table register.delivery_line add constraint delivery_line_customer_id_delivery_id_fkey FOREIGN KEY (customer_id, delivery_id) REFERENCES register.delivery(customer_id, delivery_id) ON DELETE CASCADE;

-- part: constraint register.dispute dispute_customer_id_fkey
alter table register.dispute add constraint dispute_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES register.customer(customer_id) ON DELETE CASCADE;

-- part: constraint register.dispute_entry dispute_entry_customer_id_dispute_id_fkey
alter table register.dispute_entry add constraint dispute_entry_customer_id_dispute_id_fkey FOREIGN KEY (customer_id, dispute_id) REFERENCES register.dispute(customer_id, dispute_id) ON DELETE CASCADE;

-- part: constraint register.import_part import_part_import_id_fkey
alter table register.import_part add constraint import_part_import_id_fkey FOREIGN KEY (import_id) REFERENCES register.import_run(import_id) ON DELETE CASCADE;

-- part: constraint register.import_refusal import_refusal_import_id_fkey
alter table register.import_refusal add constraint import_refusal_import_id_fkey FOREIGN KEY (import_id) REFERENCES register.import_run(import_id) ON DELETE CASCADE;

-- part: constraint register.invoice invoice_customer_id_credited_invoice_id_fkey
alter table register.invoice add constraint invoice_customer_id_credited_invoice_id_fkey FOREIGN KEY (customer_id, credited_invoice_id) REFERENCES register.invoice(customer_id, invoice_id);

-- part: constraint register.invoice invoice_customer_id_order_id_fkey
alter table register.invoice add constraint invoice_customer_id_order_id_fkey FOREIGN KEY (customer_id, order_id) REFERENCES register.sales_order(customer_id, order_id);

-- part: constraint register.invoice_line invoice_line_customer_id_invoice_id_fkey
alter table register.invoice_line add constraint invoice_line_customer_id_invoice_id_fkey FOREIGN KEY (customer_id, invoice_id) REFERENCES register.invoice(customer_id, invoice_id) ON DELETE CASCADE;

-- part: constraint register.invoice_line invoice_line_product_id_fkey
alter table register.invoice_line add constraint invoice_line_product_id_fkey FOREIGN KEY (product_id) REFERENCES register.product(product_id);

-- part: constraint register.lead lead_lead_list_id_fkey
alter table register.lead add constraint lead_lead_list_id_fkey FOREIGN KEY (lead_list_id) REFERENCES register.lead_list(lead_list_id) ON DELETE CASCADE;

-- part: constraint register.message message_customer_id_fkey
alter table register.message add constraint message_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES register.customer(customer_id) ON DELETE CASCADE;

-- part: constraint register.note note_customer_id_fkey
alter table register.note add constraint note_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES register.customer(customer_id) ON DELETE CASCADE;

-- part: constraint register.offer offer_product_id_fkey
alter table register.offer add constraint offer_product_id_fkey FOREIGN KEY (product_id) REFERENCES register.product(product_id);

-- part: constraint register.order_line order_line_customer_id_order_id_fkey
alter table register.order_line add constraint order_line_customer_id_order_id_fkey FOREIGN KEY (customer_id, order_id) REFERENCES register.sales_order(customer_id, order_id) ON DELETE CASCADE;

-- part: constraint register.order_line order_line_product_id_fkey
alter table register.order_line add constraint order_line_product_id_fkey FOREIGN KEY (product_id) REFERENCES register.product(product_id);

-- part: constraint register.payment payment_customer_id_invoice_id_fkey
alter table register.payment add constraint payment_customer_id_invoice_id_fkey FOREIGN KEY (customer_id, invoice_id) REFERENCES register.invoice(customer_id, invoice_id);

-- part: constraint register.payment_entry payment_entry_payment_file_id_fkey
alter table register.payment_entry add constraint payment_entry_payment_file_id_fkey FOREIGN KEY (payment_file_id) REFERENCES register.payment_file(payment_file_id) ON DELETE CASCADE;

-- part: constraint register.payout payout_customer_id_fkey
alter table register.payout add constraint payout_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES register.customer(customer_id) ON DELETE CASCADE;

-- part: constraint register.preference preference_customer_id_fkey
alter table register.preference add constraint preference_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES register.customer(customer_id) ON DELETE CASCADE;

-- part: constraint register.product product_supplier_id_fkey
alter table register.product add constraint product_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES register.supplier(supplier_id);

-- part: constraint register.protected_address protected_address_customer_id_fkey
alter table register.protected_address add constraint protected_address_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES register.customer(customer_id) ON DELETE CASCADE;

-- part: constraint register.purchase_pattern purchase_pattern_customer_id_fkey
alter table register.purchase_pattern add constraint purchase_pattern_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES register.customer(customer_id) ON DELETE CASCADE;

-- part: constraint register.reminder reminder_customer_id_invoice_id_fkey
alter table register.reminder add constraint reminder_customer_id_invoice_id_fkey FOREIGN KEY (customer_id, invoice_id) REFERENCES register.invoice(customer_id, invoice_id) ON DELETE CASCADE;

-- part: constraint register.sales_order sales_order_customer_id_fkey
alter table register.sales_order add constraint sales_order_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES register.customer(customer_id) ON DELETE CASCADE;

-- part: constraint register.supplement supplement_customer_id_fkey
alter table register.supplement add constraint supplement_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES register.customer(customer_id) ON DELETE CASCADE;

-- part: constraint register.supplier_contact supplier_contact_supplier_id_fkey
alter table register.supplier_contact add constraint supplier_contact_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES register.supplier(supplier_id) ON DELETE CASCADE;

-- part: constraint register.survey_answer survey_answer_survey_id_fkey
alter table register.survey_answer add constraint survey_answer_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES register.survey(survey_id);

-- part: constraint register.survey_invitation survey_invitation_customer_id_fkey
alter table register.survey_invitation add constraint survey_invitation_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES register.customer(customer_id) ON DELETE CASCADE;

-- part: constraint register.survey_invitation survey_invitation_survey_id_fkey
alter table register.survey_invitation add constraint survey_invitation_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES register.survey(survey_id);

-- part: constraint register.usage_event usage_event_product_id_fkey
alter table register.usage_event add constraint usage_event_product_id_fkey FOREIGN KEY (product_id) REFERENCES register.product(product_id);

-- part: function kept.access_log_partitions(integer)
CREATE OR REPLACE FUNCTION kept.access_log_partitions(months_ahead integer)
 RETURNS integer
 LANGUAGE plpgsql
 STRICT SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  -- UTC, so that a server moved to another time zone makes the same bounds.
  first_month timestamp := date_trunc('month', now() at time zone 'UTC');
  month_start timestamptz;
  month_end timestamptz;
  name text;
  made integer := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended('kept.access_log_partitions', 0));
  for ahead in 0..least(months_ahead, 24) loop
    month_start := (first_month + make_interval(months => ahead)) at time zone 'UTC';
    month_end := (first_month + make_interval(months => ahead + 1)) at time zone 'UTC';
    name := format('access_log_%s', to_char(month_start at time zone 'UTC', 'YYYY_MM'));
    continue when to_regclass(format('kept.%I', name)) is not null;
    execute format('create table kept.%I (like kept.access_log including defaults including constraints)', name);
    execute format(
      'with moved as (delete from kept.access_log_default where at >= %L and at < %L returning *)
       insert into kept.%I select * from moved', month_start, month_end, name);
    execute format('alter table kept.access_log attach partition kept.%I for values from (%L) to (%L)',
      name, month_start, month_end);
    made := made + 1;
  end loop;
  for name in
    select part.relname from pg_inherits join pg_class as part on part.oid = inhrelid
     where inhparent = 'kept.access_log'::regclass and part.relname ~ '^access_log_[0-9]{4}_[0-9]{2}$'
       and part.relname < format('access_log_%s', to_char(first_month, 'YYYY_MM'))
  loop
    if to_regclass(format('kept.%I', name || '_by_person')) is null then
      execute format('create index %I on kept.%I using gin (data_subjects)', name || '_by_person', name);
    end if;
    if to_regclass(format('kept.%I', name || '_by_user')) is null then
      execute format('create index %I on kept.%I (principal_id, at)', name || '_by_user', name);
    end if;
  end loop;
  return made;
end $function$;

-- part: function kept.access_shape_id(text,text,text[],text[])
CREATE OR REPLACE FUNCTION kept.access_shape_id(purpose text, action text, tables text[], categories text[])
 RETURNS integer
 LANGUAGE plpgsql
 STRICT SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
#variable_conflict use_variable
declare
  found integer;
begin
  loop
    select shape.shape_id into found from kept.access_shape as shape
      where shape.purpose = purpose and shape.action = action
        and shape.tables = tables and shape.categories = categories;
    exit when found is not null;
    insert into kept.access_shape (purpose, action, tables, categories, role_name)
      values (purpose, action, tables, categories,
              (select here.role_prefix || '_' || replace(purpose, '-', '_') from kept.installation as here))
      on conflict do nothing returning shape_id into found;
    exit when found is not null;
  end loop;
  return found;
end $function$;

-- part: function kept.canonical_act(jsonb)
CREATE OR REPLACE FUNCTION kept.canonical_act(act jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE STRICT
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select format('{"at":%s,"body":{%s},"kind":%s,"person":%s,"v":1}', act -> 'at',
                coalesce(string_agg(format('%s:%s', to_json(field.key), to_json(field.value)), ',' order by field.key collate "C"), ''),
                act -> 'kind', act -> 'person')
    from jsonb_each(case jsonb_typeof(act -> 'body') when 'object' then act -> 'body' end) as field
  having jsonb_typeof(act -> 'body') = 'object'
     and act ->> 'at' ~ '^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$'
     and (act -> 'person' = 'null' or act ->> 'person' ~ '^[0-9a-f]{64}$')
     and coalesce(bool_and(field.key ~ '^[A-Za-z]\w{0,62}$' and case jsonb_typeof(field.value)
           when 'string' then true when 'boolean' then true when 'null' then true
           when 'number' then field.value::text ~ '^-?(\d{1,15}|\d{1,9}\.\d{0,5}[1-9])$'
           else false end), true);
$function$;

-- part: function kept.choice_changed()
CREATE OR REPLACE FUNCTION kept.choice_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if tg_op <> 'INSERT' then
    perform kept.refresh_permits(old.person_id);
  end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.person_id <> old.person_id) then
    perform kept.refresh_permits(new.person_id);
  end if;
  return null;
end $function$;

-- part: function kept.choice_stays()
CREATE OR REPLACE FUNCTION kept.choice_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  before jsonb := to_jsonb(old);
  after jsonb := to_jsonb(new);
begin
  if before = after or pg_has_role(session_user, (select relowner from pg_class where oid = tg_relid), 'member') then
    return new;
  end if;
  if before - tg_argv <> after - tg_argv or before ->> tg_argv[0] is not null or after ->> tg_argv[0] is null then
    raise exception 'what is recorded in kept.% is only ended, once', tg_table_name
      using errcode = 'insufficient_privilege', hint = 'Record what is so now as a new row.';
  end if;
  return new;
end $function$;

-- part: function kept.contact_left()
CREATE OR REPLACE FUNCTION kept.contact_left()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  delete from kept.verification where account_id = old.contact_person_id;
  delete from kept.account where account_id = old.contact_person_id;
  return null;
end $function$;

-- part: function kept.fields_read(text[],text[],date)
CREATE OR REPLACE FUNCTION kept.fields_read(tables text[], columns text[], day date)
 RETURNS void
 LANGUAGE sql
 STRICT SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  update kept.field as known set last_read_on = day
    from unnest(tables, columns) as used (table_name, column_name)
   where known.table_name = used.table_name and known.column_name = used.column_name
     and (known.last_read_on is null or known.last_read_on < day);
$function$;

-- part: function kept.ledger_append(text,bytea)
CREATE OR REPLACE FUNCTION kept.ledger_append(kind text, leaf bytea)
 RETURNS bigint
 LANGUAGE plpgsql
 STRICT SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
#variable_conflict use_variable
declare
  act jsonb;
  place bigint;
begin
  if octet_length(leaf) not between 1 and 16384 then
    raise exception 'an act has 1 to 16384 bytes, found %', octet_length(leaf) using errcode = 'check_violation';
  end if;
  act := convert_from(leaf, 'UTF8')::jsonb;
  if act ->> 'kind' is distinct from kind or act ->> 'at' is null then
    raise exception 'the act does not say its kind and time' using errcode = 'check_violation';
  end if;
  if kept.canonical_act(act) is distinct from convert_from(leaf, 'UTF8') then
    raise exception 'the bytes are not the canonical JSON of an act' using errcode = 'check_violation';
  end if;
  if not kept.may_append(kind) then
    raise exception 'the role % appends no acts of the kind %', session_user, kind
      using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('kept.ledger_append', 0));
  select coalesce(max(entry.entry_index) + 1, 0) into place from kept.ledger_entry as entry;
  insert into kept.ledger_entry (entry_index, at, kind, leaf, leaf_hash)
    values (place, (act ->> 'at')::timestamptz, kind, leaf, sha256('\x00'::bytea || leaf));
  return place;
end $function$;

-- part: function kept.ledger_commitment(uuid)
CREATE OR REPLACE FUNCTION kept.ledger_commitment(person uuid)
 RETURNS text
 LANGUAGE plpgsql
 STRICT SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  key bytea;
  inner_pad bytea := decode(repeat('36', 64), 'hex');
  outer_pad bytea := decode(repeat('5c', 64), 'hex');
begin
  -- gen_random_uuid is the strong random source that needs no extension; two of them hold 244 random bits.
  insert into kept.ledger_salt (person_id, salt)
    values (person, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
    on conflict (person_id) do nothing;
  select salted.salt into strict key from kept.ledger_salt as salted where salted.person_id = person;
  for place in 0..31 loop
    inner_pad := set_byte(inner_pad, place, get_byte(inner_pad, place) # get_byte(key, place));
    outer_pad := set_byte(outer_pad, place, get_byte(outer_pad, place) # get_byte(key, place));
  end loop;
  return encode(sha256(outer_pad || sha256(inner_pad || convert_to(person::text, 'UTF8'))), 'hex');
end $function$;

-- part: function kept.ledger_refuse_change()
CREATE OR REPLACE FUNCTION kept.ledger_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  raise exception 'kept.% only grows: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'insufficient_privilege',
          hint = 'What was wrong is told by a new entry; nothing is rewritten.';
end $function$;

-- part: function kept.lock_person_shared(uuid)
CREATE OR REPLACE FUNCTION kept.lock_person_shared(person uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select pg_advisory_xact_lock_shared(hashtextextended(person::text, 4711));
$function$;

-- part: function kept.lock_person(uuid)
CREATE OR REPLACE FUNCTION kept.lock_person(person uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select pg_advisory_xact_lock(hashtextextended(person::text, 4711));
$function$;

-- part: function kept.log_access(integer,text,text,uuid[])
CREATE OR REPLACE FUNCTION kept.log_access(shape integer, principal_kind text, principal_id text, data_subjects uuid[])
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
#variable_conflict use_variable
begin
  if data_subjects is null then
    return true;
  end if;
  if principal_kind not in ('staff', 'data-subject', 'visitor', 'system') then
    raise exception 'the access log knows no principal of this kind' using errcode = 'check_violation';
  end if;
  insert into kept.access_log (shape_id, principal_kind, principal_id, data_subjects)
    select shape, principal_kind, principal_id, array_remove(data_subjects, null)
      from kept.access_shape as used
     where used.shape_id = shape and used.role_name = session_user;
  if found then
    return true;
  end if;
  if session_user is distinct from (select here.role_prefix || '_access_log' from kept.installation as here)
    and not pg_has_role(session_user, current_user, 'member')
  then
    raise exception 'the role % logs nothing for another purpose', session_user
      using errcode = 'insufficient_privilege';
  end if;
  insert into kept.access_log (shape_id, principal_kind, principal_id, data_subjects)
    values (shape, principal_kind, principal_id, array_remove(data_subjects, null));
  return true;
end $function$;

-- part: function kept.mail_gate()
CREATE OR REPLACE FUNCTION kept.mail_gate()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  owner constant boolean := pg_has_role(session_user, current_user, 'member');
begin
  if tg_op = 'INSERT' then
    if owner then
      return new;
    end if;
    if session_user is distinct from
       (select here.role_prefix || '_' || replace(new.purpose, '-', '_') from kept.installation as here) then
      raise exception 'the role % writes no mail for another purpose', session_user using errcode = 'insufficient_privilege';
    end if;
    new.tried_at := null;
    new.consent_id := null;
    new.address_verified_at := null;
    new.sent_at := null;
    return new;
  end if;
  if new.attempts > old.attempts and old.sent_at is null and old.stopped_at is null then
    new.tried_at := coalesce(new.tried_at, clock_timestamp());
    select given.consent_id into new.consent_id from kept.consent_record as given
     where given.person_id = new.person_id and given.purpose = new.purpose and given.withdrawn_at is null
     order by given.given_at desc limit 1;
    select max(known.email_verified_at) into new.address_verified_at from (
      select email_verified_at from register.customer where customer_id = new.person_id and email = lower(new.addressee)
      union all
      select email_verified_at from register.contact_person
       where contact_person_id = new.person_id and email = lower(new.addressee)) as known;
    new.stopped_because := kept.mail_stop(new, new.consent_id, new.address_verified_at);
    new.stopped_at := case when new.stopped_because is not null then new.tried_at end;
  elsif not owner then
    new.consent_id := old.consent_id;
    new.address_verified_at := old.address_verified_at;
    new.stopped_at := old.stopped_at;
    new.stopped_because := old.stopped_because;
    new.tried_at := old.tried_at;
  end if;
  if not owner and new.sent_at is not null and old.sent_at is null and new.tried_at is null then
    raise exception 'a mail is sent after it was tried, not before' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$;

-- part: function kept.mail_stays()
CREATE OR REPLACE FUNCTION kept.mail_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if pg_has_role(session_user, (select relowner from pg_class where oid = tg_relid), 'member') then
    return new;
  end if;
  if (new.mail_id, new.person_id, new.addressee, new.language, new.template, new.subject_line, new.body_text,
      new.body_html, new.created_at, new.purpose)
    is distinct from
     (old.mail_id, old.person_id, old.addressee, old.language, old.template, old.subject_line, old.body_text,
      old.body_html, old.created_at, old.purpose)
    or (old.sent_at is not null and new.sent_at is distinct from old.sent_at)
  then
    raise exception 'a mail is not changed once it is written' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$;

-- part: function kept.mail_stop(kept.outbox,uuid,timestamp with time zone)
CREATE OR REPLACE FUNCTION kept.mail_stop(mail kept.outbox, consent uuid, verified timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  used kept.purpose;
begin
  select * into used from kept.purpose as one where one.name = mail.purpose and one.in_force;
  if not found then
    return 'purpose-gone';
  end if;
  if used.gate = 'always' and not used.direct_marketing then
    return null;
  end if;
  if (used.gate = 'consent' or used.direct_marketing) and consent is null then
    return 'no-consent';
  end if;
  if exists (select from kept.objection as made where made.person_id = mail.person_id and made.purpose = mail.purpose
                                                  and made.withdrawn_at is null) then
    return 'objected';
  end if;
  if kept.person_permits(mail.person_id) & (1::bigint << used.bit::integer) = 0 then
    return 'restricted';
  end if;
  if (used.gate = 'consent' or used.direct_marketing) and verified is null then
    return 'address-not-verified';
  end if;
  return null;
end $function$;

-- part: function kept.may_append(text)
CREATE OR REPLACE FUNCTION kept.may_append(kind text)
 RETURNS boolean
 LANGUAGE sql
 STABLE STRICT SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select pg_has_role(session_user, current_user, 'member') or case kind
    when 'request' then true
    when 'consent-given' then has_any_column_privilege(session_user, 'kept.consent_record', 'insert')
    when 'consent-withdrawn' then has_any_column_privilege(session_user, 'kept.consent_record', 'update')
    when 'objection' then has_any_column_privilege(session_user, 'kept.objection', 'insert, update')
    when 'restriction' then has_any_column_privilege(session_user, 'kept.restriction', 'insert, update')
    when 'erasure' then has_any_column_privilege(session_user, 'kept.restriction', 'insert, update')
    when 'disclosure' then has_any_column_privilege(session_user, 'kept.restriction', 'insert, update')
    when 'staff-permission' then has_column_privilege(session_user, 'kept.staff', 'roles', 'insert, update')
    when 'measure-checked' then has_any_column_privilege(session_user, 'kept.measure_check', 'insert')
    when 'field-decided' then has_any_column_privilege(session_user, 'kept.field_decision', 'insert')
    else false
  end;
$function$;

-- part: function kept.person_permits(uuid)
CREATE OR REPLACE FUNCTION kept.person_permits(person uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(bit_or(1::bigint << purpose.bit::integer), 0)
    from kept.purpose as purpose
   where purpose.in_force
     and case purpose.gate
           when 'always' then true
           when 'consent' then exists (
             select from kept.consent_record as given
              where given.person_id = person and given.purpose = purpose.name and given.withdrawn_at is null
                and given.text_hash = any (purpose.consent_hashes))
           else not exists (
             select from kept.objection as made
              where made.person_id = person and made.purpose = purpose.name and made.withdrawn_at is null)
         end
     and (purpose.despite_restriction or not exists (
       select from kept.restriction as restricted
        where restricted.person_id = person and restricted.lifted_at is null));
$function$;

-- part: function kept.recorded_stays()
CREATE OR REPLACE FUNCTION kept.recorded_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if new is distinct from old and not pg_has_role(session_user, (select relowner from pg_class where oid = tg_relid), 'member') then
    raise exception 'what is recorded in kept.% stays', tg_table_name
      using errcode = 'insufficient_privilege', hint = 'Record what is so now as a new row.';
  end if;
  return new;
end $function$;

-- part: function kept.refresh_permits(uuid)
CREATE OR REPLACE FUNCTION kept.refresh_permits(person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform kept.lock_person(person);
  perform kept.refresh_rows(person, kept.person_permits(person));
end $function$;

-- part: function kept.refresh_rows(uuid,bigint)
CREATE OR REPLACE FUNCTION kept.refresh_rows(person uuid, bits bigint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
end $function$;

-- part: function kept.search_gaps(text)
CREATE OR REPLACE FUNCTION kept.search_gaps(sound text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (SELECT COALESCE(array_agg(DISTINCT OVERLAY(search_gaps.sound PLACING ''::text FROM at.at FOR 1)), '{}'::text[]) AS "coalesce" FROM generate_series(1, CASE WHEN (length(search_gaps.sound) >= 4) THEN LEAST(length(search_gaps.sound), 20) ELSE 0 END) at(at));

-- part: function kept.search_queries(text)
CREATE OR REPLACE FUNCTION kept.search_queries(typed text)
 RETURNS tsquery[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  asked text[] := '{}';
  word text;
  sound text;
  ending text;
begin
  foreach word in array (kept.search_words(typed))[1:6] loop
    sound := kept.search_sound(word);
    -- Of a long word the end may still be missing; of a short one that would be anything.
    ending := case when length(sound) >= 6 then ':*' else '' end;
    asked := asked || array[
      quote_literal('w' || word),
      quote_literal('w' || word) || ':*',
      quote_literal('s' || sound) || ':*',
      '(' || quote_literal('s' || sound) || ':*'
        || (select coalesce(string_agg(' | ' || quote_literal('s' || gap) || ending || ' | ' || quote_literal('g' || gap) || ending, ''), '')
              from unnest(kept.search_gaps(sound)) as gap)
        || case when length(sound) >= 4 then ' | ' || quote_literal('g' || sound) || ending else '' end || ')'];
  end loop;
  return array(select string_agg(asked[at], ' & ' order by at)::tsquery
                 from generate_series(1, cardinality(asked)) as at
                group by (at - 1) % 4 order by (at - 1) % 4);
end $function$;

-- part: function kept.search_sound(text)
CREATE OR REPLACE FUNCTION kept.search_sound(word text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(translate(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(translate(word, 'åäáàâãøöóòôõæéèêëíïúüýčçđðŋñšŧž'::text, 'aaaaaaooooooeeeeeiiuuyccddnnstz'::text), 'ae'::text, 'e'::text), 'oe'::text, 'o'::text), 'ch'::text, 'k'::text), 'ck'::text, 'k'::text), 'ph'::text, 'f'::text), 'th'::text, 't'::text), 'dt'::text, 't'::text), 'hj'::text, 'j'::text), 'gj'::text, 'j'::text), 'hv'::text, 'v'::text), 'x'::text, 'ks'::text), 'cqwzyj'::text, 'kkvsii'::text), '(.)\1+'::text, '\1'::text, 'g'::text);

-- part: function kept.search_vector(text)
CREATE OR REPLACE FUNCTION kept.search_vector(given text)
 RETURNS tsvector
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT SECURITY DEFINER COST 10000
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  found text[] := '{}';
  word text;
  sound text;
  gap integer;
begin
  foreach word in array kept.search_words(given) loop
    sound := kept.search_sound(word);
    found := found || ('w' || word) || ('s' || sound);
    if length(sound) >= 4 then
      for gap in 1..least(length(sound), 20) loop
        found := found || ('g' || overlay(sound placing '' from gap for 1));
      end loop;
    end if;
  end loop;
  return array_to_tsvector(found);
end $function$;

-- part: function kept.search_words(text)
CREATE OR REPLACE FUNCTION kept.search_words(given text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (array_remove(regexp_split_to_array((lower((translate(NORMALIZE(given, NFC), 'ÆØÅÄÖÁČĐŊŠŦŽÉÈÊËÜÍÏÓÒÔÕÚÀÂÃÇÑÝÐÞ'::text, 'æøåäöáčđŋšŧžéèêëüíïóòôõúàâãçñýðþ'::text) COLLATE "C")) COLLATE "C"), '[[:space:][:punct:]]+'::text), ''::text))[1:12];

-- part: function kept.staff_left()
CREATE OR REPLACE FUNCTION kept.staff_left()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  delete from kept.account_session where account_id = new.staff_id;
  delete from kept.credential where account_id = new.staff_id;
  delete from kept.passkey where account_id = new.staff_id;
  delete from kept.second_step where account_id = new.staff_id;
  delete from kept.verification where account_id = new.staff_id;
  return null;
end $function$;

-- part: function kept.staff_used()
CREATE OR REPLACE FUNCTION kept.staff_used()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  update kept.staff set last_used_at = new.used_at
   where staff_id = new.account_id and (last_used_at is null or last_used_at < new.used_at);
  return null;
end $function$;

-- part: function register.credited_within_invoice()
CREATE OR REPLACE FUNCTION register.credited_within_invoice()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  invoiced bigint;
begin
  select net_ore into invoiced from register.invoice
   where customer_id = new.customer_id and invoice_id = new.credited_invoice_id for no key update;
  if (select sum(credit.net_ore) from register.invoice as credit
       where credit.customer_id = new.customer_id and credit.credited_invoice_id = new.credited_invoice_id) > invoiced then
    raise exception 'more is credited than the invoice says'
      using errcode = 'check_violation', hint = 'Credit what is left of it.';
  end if;
  return null;
end $function$;

-- part: function register.delivery_to_invoice()
CREATE OR REPLACE FUNCTION register.delivery_to_invoice()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  update register.sales_order set to_invoice_since = new.dispatched_at
   where customer_id = new.customer_id and order_id = new.order_id and to_invoice_since is null;
  return null;
end $function$;

-- part: function register.forget_patterns()
CREATE OR REPLACE FUNCTION register.forget_patterns()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  delete from register.purchase_pattern where customer_id = new.person_id;
  return null;
end $function$;

-- part: function register.invoice_issued()
CREATE OR REPLACE FUNCTION register.invoice_issued()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  new.outstanding_ore := case when new.kind = 'invoice' then new.net_ore + new.vat_ore else 0 end;
  return new;
end $function$;

-- part: function register.invoice_line_stays()
CREATE OR REPLACE FUNCTION register.invoice_line_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if tg_op = 'DELETE' then
    if old.permits = 0 then
      return old;
    end if;
  elsif to_jsonb(new) - 'permits' = to_jsonb(old) - 'permits' then
    return new;
  end if;
  raise exception 'a line of an invoice that is issued never changes'
    using errcode = 'restrict_violation', hint = 'Credit it, and issue a new one.';
end $function$;

-- part: function register.invoice_settled()
CREATE OR REPLACE FUNCTION register.invoice_settled()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if tg_table_name = 'invoice' then
    if new.credited_invoice_id is not null then
      update register.invoice set outstanding_ore = 0
       where customer_id = new.customer_id and invoice_id = new.credited_invoice_id;
    end if;
    if new.kind = 'invoice' or new.bill_again then
      update register.sales_order
         set to_invoice_since = case when new.bill_again then statement_timestamp() end
       where customer_id = new.customer_id and order_id = new.order_id
         and (to_invoice_since is null) = new.bill_again;
    end if;
    return null;
  end if;
  if tg_op <> 'INSERT' then
    update register.invoice set outstanding_ore = 0 where customer_id = old.customer_id and invoice_id = old.invoice_id;
  end if;
  if tg_op <> 'DELETE' then
    update register.invoice set outstanding_ore = 0 where customer_id = new.customer_id and invoice_id = new.invoice_id;
  end if;
  return null;
end $function$;

-- part: function register.invoice_stays()
CREATE OR REPLACE FUNCTION register.invoice_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if tg_op = 'DELETE' then
    if old.permits = 0 then
      return old;
    end if;
  elsif to_jsonb(new) - '{permits,outstanding_ore}'::text[] = to_jsonb(old) - '{permits,outstanding_ore}'::text[] then
    new.outstanding_ore := register.outstanding_of(new.customer_id, new.invoice_id, new.kind, new.net_ore + new.vat_ore);
    return new;
  end if;
  raise exception 'an invoice that is issued never changes'
    using errcode = 'restrict_violation', hint = 'Credit it, and issue a new one.';
end $function$;

-- part: function register.lead_became_customer()
CREATE OR REPLACE FUNCTION register.lead_became_customer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  delete from register.lead where lead_id = new.customer_id;
  return null;
end $function$;

-- part: function register.lines_come_at_once()
CREATE OR REPLACE FUNCTION register.lines_come_at_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if exists (
    select from (select customer_id, invoice_id, count(*) as many, sum(net_ore) as net from added group by 1, 2) as latest
      join register.invoice as issued using (customer_id, invoice_id)
     cross join lateral (
       select count(*) as many, coalesce(sum(line.net_ore), 0) as net from register.invoice_line as line
        where line.customer_id = issued.customer_id and line.invoice_id = issued.invoice_id) as all_lines
     where all_lines.net > issued.net_ore
        or (all_lines.many > latest.many and all_lines.net - latest.net >= issued.net_ore)) then
    raise exception 'an invoice that is issued gets no further lines'
      using errcode = 'restrict_violation', hint = 'Issue another invoice.';
  end if;
  return null;
end $function$;

-- part: function register.never_emptied()
CREATE OR REPLACE FUNCTION register.never_emptied()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  raise exception '% is never emptied', tg_table_name using errcode = 'restrict_violation';
end $function$;

-- part: function register.outstanding_of(uuid,uuid,text,bigint)
CREATE OR REPLACE FUNCTION register.outstanding_of(whose uuid, invoice uuid, kind text, total bigint)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select case when kind <> 'invoice' then 0 else total
    - coalesce((select sum(paid.amount_ore) from register.payment as paid
                 where paid.customer_id = whose and paid.invoice_id = invoice), 0)::bigint
    - coalesce((select sum(credit.net_ore + credit.vat_ore) from register.invoice as credit
                 where credit.customer_id = whose and credit.credited_invoice_id = invoice), 0)::bigint end;
$function$;

-- part: function register.payout_stays()
CREATE OR REPLACE FUNCTION register.payout_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if old.account_sealed is not null and new.account_sealed is not null and old.account_sealed <> new.account_sealed
     or old.account_sealed is null and new.account_sealed is not null
     or new.account_last_four is not null and new.account_last_four is distinct from old.account_last_four
     or old.approved_by is not null and (new.approved_by is distinct from old.approved_by)
     or old.paid_on is not null and (new.paid_on is distinct from old.paid_on or new.refused_at is distinct from old.refused_at)
     or old.refused_at is not null and (new.refused_at, new.approved_by, new.paid_on)
        is distinct from (old.refused_at, old.approved_by, old.paid_on)
     or (new.customer_id, new.payout_id, new.about_invoice_id, new.amount_ore, new.reason, new.requested_by, new.requested_at)
        is distinct from (old.customer_id, old.payout_id, old.about_invoice_id, old.amount_ore, old.reason, old.requested_by, old.requested_at)
  then
    raise exception 'a payout that was asked for never changes'
      using errcode = 'restrict_violation', hint = 'Refuse it, and ask for another.';
  end if;
  return new;
end $function$;

-- part: function register.protect_customer_address()
CREATE OR REPLACE FUNCTION register.protect_customer_address()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  kept register.protected_address;
begin
  if new.protected_address then
    if num_nonnulls(new.street_address, new.postal_code, new.city) > 0 then
      insert into register.protected_address (customer_id, address_id, street_address, postal_code, city)
      values (new.customer_id, new.customer_id, new.street_address, new.postal_code, new.city)
      on conflict (customer_id, address_id) do update
        set street_address = excluded.street_address, postal_code = excluded.postal_code, city = excluded.city;
      new.street_address := null;
      new.postal_code := null;
      new.city := null;
    end if;
  elsif old.protected_address then
    delete from register.protected_address
     where customer_id = new.customer_id and address_id = new.customer_id returning * into kept;
    if num_nonnulls(new.street_address, new.postal_code, new.city) = 0 then
      new.street_address := kept.street_address;
      new.postal_code := kept.postal_code;
      new.city := kept.city;
    end if;
  end if;
  return new;
end $function$;

-- part: function register.protect_earlier_orders()
CREATE OR REPLACE FUNCTION register.protect_earlier_orders()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  update register.sales_order
     set deliver_to_street = deliver_to_street, deliver_to_postal_code = deliver_to_postal_code,
         deliver_to_city = deliver_to_city
   where customer_id = new.customer_id
     and num_nonnulls(deliver_to_street, deliver_to_postal_code, deliver_to_city) > 0;
  return null;
end $function$;

-- part: function register.protect_order_address()
CREATE OR REPLACE FUNCTION register.protect_order_address()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  confidential boolean;
begin
  if num_nonnulls(new.deliver_to_street, new.deliver_to_postal_code, new.deliver_to_city) = 0 then
    return new;
  end if;
  select protected_address into confidential from register.customer where customer_id = new.customer_id for share;
  if confidential then
    insert into register.protected_address (customer_id, address_id, about_order, street_address, postal_code, city)
    values (new.customer_id, new.order_id, new.order_id, new.deliver_to_street, new.deliver_to_postal_code,
            new.deliver_to_city)
    on conflict (customer_id, address_id) do update
      set street_address = excluded.street_address, postal_code = excluded.postal_code, city = excluded.city;
    new.deliver_to_street := null;
    new.deliver_to_postal_code := null;
    new.deliver_to_city := null;
  end if;
  return new;
end $function$;

-- part: function register.series_follows()
CREATE OR REPLACE FUNCTION register.series_follows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into register.invoice_series as known (series, next_number) values ('invoice', new.invoice_number + 1)
  on conflict (series) do update set next_number = excluded.next_number where known.next_number < excluded.next_number;
  return null;
end $function$;

-- part: function register.series_only_grows()
CREATE OR REPLACE FUNCTION register.series_only_grows()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if tg_op = 'UPDATE' and new.series = old.series and new.next_number >= old.next_number then
    return new;
  end if;
  raise exception 'a series of invoice numbers only goes on'
    using errcode = 'restrict_violation', hint = 'Credit what is wrong; its number stays used.';
end $function$;

-- part: function register.verify_address()
CREATE OR REPLACE FUNCTION register.verify_address()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  person constant uuid := to_jsonb(new) ->> tg_argv[0];
begin
  if tg_op = 'INSERT' then
    if not pg_has_role(session_user, current_user, 'member') then
      new.email_verified_at := null;
    end if;
    return new;
  end if;
  if new.email is distinct from old.email then
    new.email_verified_at := null;
  elsif new.email_verified_at is distinct from old.email_verified_at
    and not pg_has_role(session_user, current_user, 'member')
    and not exists (select from kept.outbox as mail
                     where mail.person_id = person and mail.addressee = new.email and mail.template = 'sign-in-link'
                       and mail.created_at between new.email_verified_at - interval '1 hour' and new.email_verified_at)
  then
    new.email_verified_at := old.email_verified_at;
  end if;
  return new;
end $function$;

-- part: index kept.access_log access_log_by_time
CREATE INDEX access_log_by_time ON ONLY kept.access_log USING brin (at);

-- part: index kept.access_review access_review_by_time
CREATE INDEX access_review_by_time ON kept.access_review USING btree (signed_at);

-- part: index kept.account_session account_session_by_id
CREATE INDEX account_session_by_id ON kept.account_session USING btree (session_id);

-- part: index kept.consent_record consent_in_force
CREATE INDEX consent_in_force ON kept.consent_record USING btree (person_id, purpose) WHERE (withdrawn_at IS NULL);

-- part: index kept.disclosure disclosure_by_adviser
CREATE INDEX disclosure_by_adviser ON kept.disclosure USING btree (adviser_id);

-- part: index kept.field_decision field_decision_by_field
CREATE INDEX field_decision_by_field ON kept.field_decision USING btree (table_name, column_name, decided_on);

-- part: index kept.look_finding look_finding_by_day
CREATE INDEX look_finding_by_day ON kept.look_finding USING btree (day, finding_id);

-- part: index kept.look_reason look_reason_by_staff
CREATE INDEX look_reason_by_staff ON kept.look_reason USING btree (staff_id, person_id, purpose, at);

-- part: index kept.measure_check measure_check_by_measure
CREATE INDEX measure_check_by_measure ON kept.measure_check USING btree (measure, checked_on);

-- part: index kept.objection objection_in_force
CREATE INDEX objection_in_force ON kept.objection USING btree (person_id, purpose) WHERE (withdrawn_at IS NULL);

-- part: index kept.outbox outbox_by_person
CREATE INDEX outbox_by_person ON kept.outbox USING btree (person_id);

-- part: index kept.outbox outbox_waiting
CREATE INDEX outbox_waiting ON kept.outbox USING btree (created_at) WHERE ((sent_at IS NULL) AND (stopped_at IS NULL));

-- part: index kept.restriction restriction_in_force
CREATE INDEX restriction_in_force ON kept.restriction USING btree (person_id) WHERE (lifted_at IS NULL);

-- part: index kept.staff staff_email_any_case
CREATE UNIQUE INDEX staff_email_any_case ON kept.staff USING btree (lower(email));

-- part: index kept.verification verification_by_expiry
CREATE INDEX verification_by_expiry ON kept.verification USING btree (expires_at);

-- part: index kept.verification verification_by_identifier
CREATE INDEX verification_by_identifier ON kept.verification USING btree (identifier_digest, created_at);

-- part: index register.add_on add_on_by_time
CREATE INDEX add_on_by_time ON register.add_on USING btree (accepted_at, customer_id, add_on_id);

-- part: index register.claim claim_open
CREATE INDEX claim_open ON register.claim USING btree (answer_due_on, customer_id, claim_id) WHERE (status <> 'closed'::text);

-- part: index register.claim claim_withdrawal_once
CREATE UNIQUE INDEX claim_withdrawal_once ON register.claim USING btree (customer_id, about_order_id) WHERE (kind = 'withdrawal'::text);

-- part: index register.claim_entry claim_entry_answered
CREATE INDEX claim_entry_answered ON register.claim_entry USING btree (external_id);

-- part: index register.claim_entry claim_entry_external_id
CREATE UNIQUE INDEX claim_entry_external_id ON register.claim_entry USING btree (customer_id, external_id) WHERE (direction = 'in'::text);

-- part: index register.claim_entry claim_entry_unanswered
CREATE INDEX claim_entry_unanswered ON register.claim_entry USING btree (customer_id, claim_id) WHERE ((direction = 'in'::text) AND (answered_at IS NULL));

-- part: index register.contact_person contact_person_email
CREATE INDEX contact_person_email ON register.contact_person USING btree (email);

-- part: index register.contact_person contact_person_email_begins
CREATE INDEX contact_person_email_begins ON register.contact_person USING btree (email text_pattern_ops);

-- part: index register.contact_person contact_person_id
CREATE UNIQUE INDEX contact_person_id ON register.contact_person USING btree (contact_person_id);

-- part: index register.contact_person contact_person_phone
CREATE INDEX contact_person_phone ON register.contact_person USING btree (phone) WHERE (phone IS NOT NULL);

-- part: index register.contact_person contact_person_search
CREATE INDEX contact_person_search ON register.contact_person USING gin (kept.search_vector(full_name)) WITH (fastupdate=off);

-- part: index register.credit_check credit_check_once
CREATE UNIQUE INDEX credit_check_once ON register.credit_check USING btree (customer_id, order_id);

-- part: index register.credit_check credit_check_open
CREATE INDEX credit_check_open ON register.credit_check USING btree (requested_at, customer_id, credit_check_id) WHERE (outcome IS NULL);

-- part: index register.customer customer_email
CREATE UNIQUE INDEX customer_email ON register.customer USING btree (email);

-- part: index register.customer customer_email_begins
CREATE INDEX customer_email_begins ON register.customer USING btree (email text_pattern_ops);

-- part: index register.customer customer_organisation
CREATE INDEX customer_organisation ON register.customer USING btree (organisation_number) WHERE (organisation_number IS NOT NULL);

-- part: index register.customer customer_phone
CREATE INDEX customer_phone ON register.customer USING btree (phone) WHERE (phone IS NOT NULL);

-- part: index register.customer customer_search
CREATE INDEX customer_search ON register.customer USING gin (kept.search_vector(legal_name)) WITH (fastupdate=off);

-- part: index register.delivery delivery_by_order
CREATE INDEX delivery_by_order ON register.delivery USING btree (customer_id, order_id);

-- part: index register.delivery delivery_under_way
CREATE INDEX delivery_under_way ON register.delivery USING btree (dispatched_at, customer_id, delivery_id) WHERE (completed_at IS NULL);

-- part: index register.dispute dispute_open
CREATE INDEX dispute_open ON register.dispute USING btree (review_on, customer_id, dispute_id) WHERE (status = 'open'::text);

-- part: index register.import_run import_run_by_time
CREATE INDEX import_run_by_time ON register.import_run USING btree (uploaded_at);

-- part: index register.invoice invoice_by_credited
CREATE INDEX invoice_by_credited ON register.invoice USING btree (customer_id, credited_invoice_id) WHERE (credited_invoice_id IS NOT NULL);

-- part: index register.invoice invoice_by_due
CREATE INDEX invoice_by_due ON register.invoice USING btree (due_on, customer_id, invoice_id);

-- part: index register.invoice invoice_by_order
CREATE INDEX invoice_by_order ON register.invoice USING btree (customer_id, order_id);

-- part: index register.invoice invoice_outstanding
CREATE INDEX invoice_outstanding ON register.invoice USING btree (due_on, customer_id, invoice_id) WHERE (outstanding_ore <> 0);

-- part: index register.invoice invoice_payment_reference
CREATE INDEX invoice_payment_reference ON register.invoice USING btree (payment_reference);

-- part: index register.lead lead_by_list
CREATE INDEX lead_by_list ON register.lead USING btree (lead_list_id, lead_id);

-- part: index register.lead lead_delete_on
CREATE INDEX lead_delete_on ON register.lead USING btree (delete_on);

-- part: index register.lead lead_notice_due
CREATE INDEX lead_notice_due ON register.lead USING btree (notice_due_on, lead_id) WHERE (notice_sent_on IS NULL);

-- part: index register.list_export list_export_by_time
CREATE INDEX list_export_by_time ON register.list_export USING btree (exported_at);

-- part: index register.message message_by_contact
CREATE INDEX message_by_contact ON register.message USING btree (with_contact) WHERE (with_contact IS NOT NULL);

-- part: index register.message message_by_time
CREATE INDEX message_by_time ON register.message USING btree (customer_id, at);

-- part: index register.message message_external_id
CREATE UNIQUE INDEX message_external_id ON register.message USING btree (external_id, customer_id) WHERE (external_id IS NOT NULL);

-- part: index register.message message_unanswered
CREATE INDEX message_unanswered ON register.message USING btree (at, customer_id, message_id) WHERE ((direction = 'in'::text) AND (answered_at IS NULL));

-- part: index register.order_line order_line_by_product
CREATE INDEX order_line_by_product ON register.order_line USING btree (product_id);

-- part: index register.payment payment_by_invoice
CREATE INDEX payment_by_invoice ON register.payment USING btree (customer_id, invoice_id);

-- part: index register.payment payment_of_entry
CREATE UNIQUE INDEX payment_of_entry ON register.payment USING btree (payment_file_id, entry_number);

-- part: index register.payment_entry payment_entry_open
CREATE INDEX payment_entry_open ON register.payment_entry USING btree (booked_on, payment_file_id, entry_number) WHERE (state = 'unmatched'::text);

-- part: index register.payout payout_once
CREATE UNIQUE INDEX payout_once ON register.payout USING btree (customer_id, about_invoice_id) WHERE ((paid_on IS NULL) AND (refused_at IS NULL));

-- part: index register.payout payout_open
CREATE INDEX payout_open ON register.payout USING btree (requested_at, customer_id, payout_id) WHERE (paid_on IS NULL);

-- part: index register.reminder reminder_by_invoice
CREATE INDEX reminder_by_invoice ON register.reminder USING btree (customer_id, invoice_id);

-- part: index register.sales_order sales_order_by_placed
CREATE INDEX sales_order_by_placed ON register.sales_order USING btree (placed_at, customer_id, order_id);

-- part: index register.sales_order sales_order_by_status
CREATE INDEX sales_order_by_status ON register.sales_order USING btree (status, placed_at, customer_id, order_id);

-- part: index register.sales_order sales_order_by_time
CREATE INDEX sales_order_by_time ON register.sales_order USING btree (customer_id, placed_at);

-- part: index register.sales_order sales_order_imported_once
CREATE UNIQUE INDEX sales_order_imported_once ON register.sales_order USING btree (imported_reference, customer_id) WHERE (imported_reference IS NOT NULL);

-- part: index register.sales_order sales_order_search
CREATE INDEX sales_order_search ON register.sales_order USING gin (kept.search_vector(deliver_to_name)) WITH (fastupdate=off) WHERE (status = ANY (ARRAY['placed'::text, 'confirmed'::text, 'part-delivered'::text]));

-- part: index register.sales_order sales_order_to_invoice
CREATE INDEX sales_order_to_invoice ON register.sales_order USING btree (to_invoice_since, customer_id, order_id) WHERE (to_invoice_since IS NOT NULL);

-- part: index register.supplier_contact supplier_contact_id
CREATE UNIQUE INDEX supplier_contact_id ON register.supplier_contact USING btree (supplier_contact_id);

-- part: index register.unsorted_message unsorted_message_by_time
CREATE INDEX unsorted_message_by_time ON register.unsorted_message USING btree (received_at, unsorted_message_id);

-- part: index register.unsorted_message unsorted_message_external_id
CREATE UNIQUE INDEX unsorted_message_external_id ON register.unsorted_message USING btree (external_id, from_address);

-- part: index register.usage_event usage_event_by_product
CREATE INDEX usage_event_by_product ON register.usage_event USING btree (product_id, day, kind);

-- part: trigger kept.access_review choice_stays
CREATE TRIGGER choice_stays BEFORE UPDATE ON kept.access_review FOR EACH ROW EXECUTE FUNCTION kept.choice_stays('never');

-- part: trigger kept.access_review_line choice_stays
CREATE TRIGGER choice_stays BEFORE UPDATE ON kept.access_review_line FOR EACH ROW EXECUTE FUNCTION kept.choice_stays('never');

-- part: trigger kept.account_session staff_used
CREATE TRIGGER staff_used AFTER INSERT OR UPDATE OF used_at ON kept.account_session FOR EACH ROW EXECUTE FUNCTION kept.staff_used();

-- part: trigger kept.consent_record choice_stays
CREATE TRIGGER choice_stays BEFORE UPDATE ON kept.consent_record FOR EACH ROW EXECUTE FUNCTION kept.choice_stays('withdrawn_at', 'withdrawn_method');

-- part: trigger kept.consent_record forget_patterns
CREATE TRIGGER forget_patterns AFTER UPDATE OF withdrawn_at ON kept.consent_record FOR EACH ROW WHEN (((new.purpose = 'marketing-profiling'::text) AND (new.withdrawn_at IS NOT NULL))) EXECUTE FUNCTION register.forget_patterns();

-- part: trigger kept.consent_record refresh_permits
CREATE TRIGGER refresh_permits AFTER INSERT OR DELETE OR UPDATE ON kept.consent_record FOR EACH ROW EXECUTE FUNCTION kept.choice_changed();

-- part: trigger kept.disclosure choice_stays
CREATE TRIGGER choice_stays BEFORE UPDATE ON kept.disclosure FOR EACH ROW EXECUTE FUNCTION kept.choice_stays('ended_on');

-- part: trigger kept.field_decision recorded_stays
CREATE TRIGGER recorded_stays BEFORE UPDATE ON kept.field_decision FOR EACH ROW EXECUTE FUNCTION kept.recorded_stays();

-- part: trigger kept.ledger_checkpoint only_grows
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON kept.ledger_checkpoint FOR EACH ROW EXECUTE FUNCTION kept.ledger_refuse_change();
alter table kept.ledger_checkpoint enable always trigger only_grows;

-- part: trigger kept.ledger_checkpoint only_grows_whole
CREATE TRIGGER only_grows_whole BEFORE TRUNCATE ON kept.ledger_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION kept.ledger_refuse_change();
alter table kept.ledger_checkpoint enable always trigger only_grows_whole;

-- part: trigger kept.ledger_entry only_grows
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON kept.ledger_entry FOR EACH ROW EXECUTE FUNCTION kept.ledger_refuse_change();
alter table kept.ledger_entry enable always trigger only_grows;

-- part: trigger kept.ledger_entry only_grows_whole
CREATE TRIGGER only_grows_whole BEFORE TRUNCATE ON kept.ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION kept.ledger_refuse_change();
alter table kept.ledger_entry enable always trigger only_grows_whole;

-- part: trigger kept.look_finding choice_stays
CREATE TRIGGER choice_stays BEFORE UPDATE ON kept.look_finding FOR EACH ROW EXECUTE FUNCTION kept.choice_stays('looked_into_at', 'looked_into_by', 'note');

-- part: trigger kept.look_reason choice_stays
CREATE TRIGGER choice_stays BEFORE UPDATE ON kept.look_reason FOR EACH ROW EXECUTE FUNCTION kept.choice_stays('never');

-- part: trigger kept.measure_check recorded_stays
CREATE TRIGGER recorded_stays BEFORE UPDATE ON kept.measure_check FOR EACH ROW EXECUTE FUNCTION kept.recorded_stays();

-- part: trigger kept.objection choice_stays
CREATE TRIGGER choice_stays BEFORE UPDATE ON kept.objection FOR EACH ROW EXECUTE FUNCTION kept.choice_stays('withdrawn_at');

-- part: trigger kept.objection refresh_permits
CREATE TRIGGER refresh_permits AFTER INSERT OR DELETE OR UPDATE ON kept.objection FOR EACH ROW EXECUTE FUNCTION kept.choice_changed();

-- part: trigger kept.outbox mail_gate
CREATE TRIGGER mail_gate BEFORE INSERT OR UPDATE ON kept.outbox FOR EACH ROW EXECUTE FUNCTION kept.mail_gate();

-- part: trigger kept.outbox mail_stays
CREATE TRIGGER mail_stays BEFORE UPDATE ON kept.outbox FOR EACH ROW EXECUTE FUNCTION kept.mail_stays();

-- part: trigger kept.restriction choice_stays
CREATE TRIGGER choice_stays BEFORE UPDATE ON kept.restriction FOR EACH ROW EXECUTE FUNCTION kept.choice_stays('lifted_at');

-- part: trigger kept.restriction refresh_permits
CREATE TRIGGER refresh_permits AFTER INSERT OR DELETE OR UPDATE ON kept.restriction FOR EACH ROW EXECUTE FUNCTION kept.choice_changed();

-- part: trigger kept.staff staff_left
CREATE TRIGGER staff_left AFTER UPDATE OF left_at ON kept.staff FOR EACH ROW WHEN (((old.left_at IS NULL) AND (new.left_at IS NOT NULL))) EXECUTE FUNCTION kept.staff_left();

-- part: trigger register.contact_person contact_left
CREATE TRIGGER contact_left AFTER DELETE ON register.contact_person FOR EACH ROW EXECUTE FUNCTION kept.contact_left();

-- part: trigger register.contact_person verify_address
CREATE TRIGGER verify_address BEFORE INSERT OR UPDATE ON register.contact_person FOR EACH ROW EXECUTE FUNCTION register.verify_address('contact_person_id');

-- part: trigger register.customer lead_became_customer
CREATE TRIGGER lead_became_customer AFTER INSERT ON register.customer FOR EACH ROW EXECUTE FUNCTION register.lead_became_customer();

-- part: trigger register.customer protect_address
CREATE TRIGGER protect_address BEFORE UPDATE OF protected_address, street_address, postal_code, city ON register.customer FOR EACH ROW EXECUTE FUNCTION register.protect_customer_address();

-- part: trigger register.customer protect_earlier_orders
CREATE TRIGGER protect_earlier_orders AFTER UPDATE OF protected_address ON register.customer FOR EACH ROW WHEN ((new.protected_address AND (NOT old.protected_address))) EXECUTE FUNCTION register.protect_earlier_orders();

-- part: trigger register.customer verify_address
CREATE TRIGGER verify_address BEFORE INSERT OR UPDATE ON register.customer FOR EACH ROW EXECUTE FUNCTION register.verify_address('customer_id');

-- part: trigger register.delivery delivery_to_invoice
CREATE TRIGGER delivery_to_invoice AFTER INSERT ON register.delivery FOR EACH ROW EXECUTE FUNCTION register.delivery_to_invoice();

-- part: trigger register.invoice credited_within_invoice
CREATE TRIGGER credited_within_invoice AFTER INSERT ON register.invoice FOR EACH ROW WHEN ((new.credited_invoice_id IS NOT NULL)) EXECUTE FUNCTION register.credited_within_invoice();

-- part: trigger register.invoice invoice_issued
CREATE TRIGGER invoice_issued BEFORE INSERT ON register.invoice FOR EACH ROW EXECUTE FUNCTION register.invoice_issued();

-- part: trigger register.invoice invoice_settled
CREATE TRIGGER invoice_settled AFTER INSERT ON register.invoice FOR EACH ROW EXECUTE FUNCTION register.invoice_settled();

-- part: trigger register.invoice invoice_stays
CREATE TRIGGER invoice_stays BEFORE DELETE OR UPDATE ON register.invoice FOR EACH ROW EXECUTE FUNCTION register.invoice_stays();

-- part: trigger register.invoice never_emptied
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON register.invoice FOR EACH STATEMENT EXECUTE FUNCTION register.never_emptied();

-- part: trigger register.invoice series_follows
CREATE TRIGGER series_follows AFTER INSERT ON register.invoice FOR EACH ROW EXECUTE FUNCTION register.series_follows();

-- part: trigger register.invoice_line invoice_line_stays
CREATE TRIGGER invoice_line_stays BEFORE DELETE OR UPDATE ON register.invoice_line FOR EACH ROW EXECUTE FUNCTION register.invoice_line_stays();

-- part: trigger register.invoice_line lines_come_at_once
CREATE TRIGGER lines_come_at_once AFTER INSERT ON register.invoice_line REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION register.lines_come_at_once();

-- part: trigger register.invoice_line never_emptied
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON register.invoice_line FOR EACH STATEMENT EXECUTE FUNCTION register.never_emptied();

-- part: trigger register.invoice_series series_only_grows
CREATE TRIGGER series_only_grows BEFORE DELETE OR UPDATE ON register.invoice_series FOR EACH ROW EXECUTE FUNCTION register.series_only_grows();

-- part: trigger register.payment invoice_settled
CREATE TRIGGER invoice_settled AFTER INSERT OR DELETE OR UPDATE OF customer_id, invoice_id, amount_ore ON register.payment FOR EACH ROW EXECUTE FUNCTION register.invoice_settled();

-- part: trigger register.payout payout_stays
CREATE TRIGGER payout_stays BEFORE UPDATE ON register.payout FOR EACH ROW EXECUTE FUNCTION register.payout_stays();

-- part: trigger register.sales_order protect_address
CREATE TRIGGER protect_address BEFORE INSERT OR UPDATE OF deliver_to_street, deliver_to_postal_code, deliver_to_city ON register.sales_order FOR EACH ROW EXECUTE FUNCTION register.protect_order_address();

-- part: rights function kept.access_log_partitions(integer)
revoke all on function kept.access_log_partitions(integer) from public;

-- part: rights function kept.access_shape_id(text,text,text[],text[])
revoke all on function kept.access_shape_id(text,text,text[],text[]) from public;

-- part: rights function kept.canonical_act(jsonb)
revoke all on function kept.canonical_act(jsonb) from public;

-- part: rights function kept.choice_changed()
revoke all on function kept.choice_changed() from public;

-- part: rights function kept.choice_stays()
revoke all on function kept.choice_stays() from public;

-- part: rights function kept.contact_left()
revoke all on function kept.contact_left() from public;

-- part: rights function kept.fields_read(text[],text[],date)
revoke all on function kept.fields_read(text[],text[],date) from public;

-- part: rights function kept.ledger_append(text,bytea)
revoke all on function kept.ledger_append(text,bytea) from public;

-- part: rights function kept.ledger_commitment(uuid)
revoke all on function kept.ledger_commitment(uuid) from public;

-- part: rights function kept.ledger_refuse_change()
revoke all on function kept.ledger_refuse_change() from public;

-- part: rights function kept.lock_person(uuid)
revoke all on function kept.lock_person(uuid) from public;

-- part: rights function kept.lock_person_shared(uuid)
revoke all on function kept.lock_person_shared(uuid) from public;

-- part: rights function kept.log_access(integer,text,text,uuid[])
revoke all on function kept.log_access(integer,text,text,uuid[]) from public;

-- part: rights function kept.mail_gate()
revoke all on function kept.mail_gate() from public;

-- part: rights function kept.mail_stays()
revoke all on function kept.mail_stays() from public;

-- part: rights function kept.mail_stop(kept.outbox,uuid,timestamp with time zone)
revoke all on function kept.mail_stop(kept.outbox,uuid,timestamp with time zone) from public;

-- part: rights function kept.may_append(text)
revoke all on function kept.may_append(text) from public;

-- part: rights function kept.person_permits(uuid)
revoke all on function kept.person_permits(uuid) from public;

-- part: rights function kept.recorded_stays()
revoke all on function kept.recorded_stays() from public;

-- part: rights function kept.refresh_permits(uuid)
revoke all on function kept.refresh_permits(uuid) from public;

-- part: rights function kept.refresh_rows(uuid,bigint)
revoke all on function kept.refresh_rows(uuid,bigint) from public;

-- part: rights function kept.search_gaps(text)
revoke all on function kept.search_gaps(text) from public;

-- part: rights function kept.search_queries(text)
revoke all on function kept.search_queries(text) from public;

-- part: rights function kept.search_sound(text)
revoke all on function kept.search_sound(text) from public;

-- part: rights function kept.search_vector(text)
revoke all on function kept.search_vector(text) from public;

-- part: rights function kept.search_words(text)
revoke all on function kept.search_words(text) from public;

-- part: rights function kept.staff_left()
revoke all on function kept.staff_left() from public;

-- part: rights function kept.staff_used()
revoke all on function kept.staff_used() from public;

-- part: rights function register.credited_within_invoice()
revoke all on function register.credited_within_invoice() from public;

-- part: rights function register.delivery_to_invoice()
revoke all on function register.delivery_to_invoice() from public;

-- part: rights function register.forget_patterns()
revoke all on function register.forget_patterns() from public;

-- part: rights function register.invoice_issued()
revoke all on function register.invoice_issued() from public;

-- part: rights function register.invoice_line_stays()
revoke all on function register.invoice_line_stays() from public;

-- part: rights function register.invoice_settled()
revoke all on function register.invoice_settled() from public;

-- part: rights function register.invoice_stays()
revoke all on function register.invoice_stays() from public;

-- part: rights function register.lead_became_customer()
revoke all on function register.lead_became_customer() from public;

-- part: rights function register.lines_come_at_once()
revoke all on function register.lines_come_at_once() from public;

-- part: rights function register.never_emptied()
revoke all on function register.never_emptied() from public;

-- part: rights function register.outstanding_of(uuid,uuid,text,bigint)
revoke all on function register.outstanding_of(uuid,uuid,text,bigint) from public;

-- part: rights function register.payout_stays()
revoke all on function register.payout_stays() from public;

-- part: rights function register.protect_customer_address()
revoke all on function register.protect_customer_address() from public;

-- part: rights function register.protect_earlier_orders()
revoke all on function register.protect_earlier_orders() from public;

-- part: rights function register.protect_order_address()
revoke all on function register.protect_order_address() from public;

-- part: rights function register.series_follows()
revoke all on function register.series_follows() from public;

-- part: rights function register.series_only_grows()
revoke all on function register.series_only_grows() from public;

-- part: rights function register.verify_address()
revoke all on function register.verify_address() from public;

-- part: rights schema public
revoke all on schema public from public;
