-- The whole customer relationship: everything that sections 1 and 2 of the promises name has its table.
-- Why: staff work in one register for all of it, each under the purpose of the work. Every primary key begins with the
-- customer's id (or that of the lead or organisation), so that all rows of one customer lie together and shard together.
-- Columns that point at a row which need not be there are named about_… or after who did it: a column with the name of
-- another table's key says that the row lies under that one.
-- An older server can still run: it names the columns that it writes, and what is new has a default or may be empty.

-- Who they are ------------------------------------------------------------------------------------------------------
alter table register.customer
  -- «Strengt fortrolig» or «fortrolig» address: shown to nobody who does not deliver, and never enriched from elsewhere.
  add column protected_address boolean not null default false;

-- What an open register says about a company, beside what the customer told: with where and when it was read.
create table register.supplement (
  customer_id uuid not null references register.customer on delete cascade,
  supplement_id uuid not null,
  field text not null check (length(field) between 1 and 60),
  found_value text not null check (length(found_value) <= 500),
  source_name text not null check (length(source_name) between 1 and 100),
  source_url text not null check (source_url ~ '^https?://' and length(source_url) <= 500),
  retrieved_at timestamptz not null,
  -- When a member of staff took it over into the customer's own row.
  taken_over_at timestamptz,
  permits bigint not null default 0,
  primary key (customer_id, supplement_id)
);

create table register.preference (
  customer_id uuid not null references register.customer on delete cascade,
  preference_id uuid not null,
  topic text not null check (length(topic) between 1 and 60),
  choice text not null check (length(choice) <= 200),
  source text not null check (source in ('stated', 'inferred')),
  set_at timestamptz not null,
  permits bigint not null default 0,
  primary key (customer_id, preference_id),
  unique (customer_id, topic)
);

create table register.note (
  customer_id uuid not null references register.customer on delete cascade,
  note_id uuid not null,
  written_at timestamptz not null,
  -- A staff_id.
  written_by uuid not null,
  body text not null check (length(body) between 1 and 4000),
  permits bigint not null default 0,
  primary key (customer_id, note_id)
);

-- Suppliers and partners --------------------------------------------------------------------------------------------
create table register.supplier (
  supplier_id uuid primary key,
  kind text not null check (kind in ('supplier', 'partner')),
  name text not null check (length(name) between 1 and 200),
  organisation_number text check (organisation_number ~ '^[0-9]{9}$'),
  delivers text check (length(delivers) <= 200),
  agreement_reference text check (length(agreement_reference) <= 100),
  review_by date,
  registered_at timestamptz not null,
  ended_on date
);

create table register.supplier_contact (
  supplier_id uuid not null references register.supplier on delete cascade,
  supplier_contact_id uuid not null,
  kind text not null check (kind in ('supplier', 'partner')),
  full_name text not null check (length(full_name) between 1 and 200),
  position text check (length(position) <= 100),
  email text check (length(email) between 3 and 254) constraint supplier_contact_email_lower check (email = lower(email)),
  phone text check (phone ~ '^\+[0-9]{5,15}$'),
  registered_at timestamptz not null,
  registered_through text not null check (registered_through in ('web', 'phone', 'store', 'import')),
  notice_version text not null,
  ended_on date,
  permits bigint not null default 0,
  primary key (supplier_id, supplier_contact_id)
);
create unique index supplier_contact_id on register.supplier_contact (supplier_contact_id);

-- The catalogue -----------------------------------------------------------------------------------------------------
alter table register.product drop constraint product_kind_check;
alter table register.product
  add constraint product_kind_check check (kind in ('goods', 'service', 'add-on')),
  -- Who provides an add-on service; with it data is shared, after a confirmation of its own.
  add column supplier_id uuid references register.supplier,
  add constraint product_add_on_supplier check (kind <> 'add-on' or supplier_id is not null);

-- From order to payment ---------------------------------------------------------------------------------------------
alter table register.sales_order drop constraint sales_order_status_check;
alter table register.sales_order
  add constraint sales_order_status_check
    check (status in ('placed', 'confirmed', 'part-delivered', 'delivered', 'completed', 'cancelled')),
  add column payment_terms text not null default 'prepaid' check (payment_terms in ('prepaid', 'invoice')),
  -- EN 16931 BT-10: what the buyer wants to find on the invoice.
  add column buyer_reference text check (length(buyer_reference) <= 100),
  -- The contact person of the company who ordered.
  add column ordered_by uuid,
  add column confirmed_at timestamptz,
  add column cancelled_at timestamptz,
  add column cancel_reason text check (length(cancel_reason) <= 500);
create index sales_order_by_status on register.sales_order (status, placed_at, customer_id, order_id);

alter table register.delivery
  add column delivery_number bigint generated always as identity (start with 70001) unique,
  add column tracking_reference text check (length(tracking_reference) <= 100);
create index delivery_under_way on register.delivery (dispatched_at, customer_id, delivery_id) where completed_at is null;

-- What of each line went with a delivery. A delivery from before this has none and counts as the whole order.
create table register.delivery_line (
  customer_id uuid not null,
  delivery_id uuid not null,
  line_number smallint not null check (line_number between 1 and 200),
  quantity integer not null check (quantity between 1 and 10000),
  permits bigint not null default 0,
  primary key (customer_id, delivery_id, line_number),
  foreign key (customer_id, delivery_id) references register.delivery on delete cascade
);

-- The next number of a series: taken inside the transaction that issues, so that there is neither hole nor double.
create table register.invoice_series (
  series text primary key,
  next_number bigint not null check (next_number > 0)
);

alter table register.invoice
  add column kind text not null default 'invoice' check (kind in ('invoice', 'credit-note')),
  add column credited_invoice_id uuid,
  add column delivered_on date,
  add column buyer_organisation_number text check (buyer_organisation_number ~ '^[0-9]{9}$'),
  add column buyer_reference text check (length(buyer_reference) <= 100),
  add column currency text not null default 'NOK' check (currency ~ '^[A-Z]{3}$'),
  add constraint invoice_credits check ((kind = 'credit-note') = (credited_invoice_id is not null)),
  add foreign key (customer_id, credited_invoice_id) references register.invoice;
create index invoice_by_due on register.invoice (due_on, customer_id, invoice_id);

-- As the invoice printed them; a catalogue that changes afterwards changes nothing here.
create table register.invoice_line (
  customer_id uuid not null,
  invoice_id uuid not null,
  line_number smallint not null check (line_number between 1 and 400),
  product_id uuid references register.product,
  description text not null check (length(description) between 1 and 300),
  quantity integer not null check (quantity between 1 and 10000),
  unit_price_ore bigint not null check (unit_price_ore >= 0),
  vat_rate smallint not null check (vat_rate in (0, 12, 15, 25)),
  net_ore bigint not null check (net_ore >= 0),
  permits bigint not null default 0,
  primary key (customer_id, invoice_id, line_number),
  foreign key (customer_id, invoice_id) references register.invoice on delete cascade
);

create table register.reminder (
  customer_id uuid not null,
  reminder_id uuid not null,
  invoice_id uuid not null,
  -- 1: a reminder; 2: the written warning before collection (inkassoloven § 9: at least fourteen days).
  level smallint not null check (level between 1 and 2),
  sent_on date not null,
  due_on date not null check (due_on >= sent_on + 14),
  fee_ore bigint not null default 0 check (fee_ore >= 0),
  permits bigint not null default 0,
  primary key (customer_id, reminder_id),
  unique (customer_id, invoice_id, level),
  foreign key (customer_id, invoice_id) references register.invoice on delete cascade
);

-- A file of the bank, known by its digest, so that it is never registered twice.
create table register.payment_file (
  payment_file_id uuid primary key,
  format text not null check (format in ('ocr-giro', 'camt.054')),
  digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
  entry_count integer not null check (entry_count >= 0),
  total_ore bigint not null,
  imported_at timestamptz not null,
  -- A staff_id.
  imported_by uuid not null
);

-- One amount of a bank file. It bears no name: whose it is, is known once it is registered as somebody's payment.
create table register.payment_entry (
  payment_file_id uuid not null references register.payment_file on delete cascade,
  entry_number integer not null check (entry_number > 0),
  booked_on date not null,
  amount_ore bigint not null check (amount_ore > 0),
  payment_reference text check (payment_reference ~ '^[0-9-]{2,25}$'),
  bank_reference text check (length(bank_reference) <= 60),
  state text not null check (state in ('matched', 'unmatched', 'assigned', 'returned')),
  primary key (payment_file_id, entry_number)
);
create index payment_entry_open on register.payment_entry (booked_on, payment_file_id, entry_number) where state = 'unmatched';

alter table register.payment drop constraint payment_method_check;
alter table register.payment
  add constraint payment_method_check check (method in ('bank', 'card', 'vipps', 'cash')),
  add column bank_reference text check (length(bank_reference) <= 60),
  -- The provider's token of a card; the card's number never comes here (PCI DSS 3.5.1).
  add column card_token text check (length(card_token) <= 100),
  add column card_expires text check (card_expires ~ '^[0-9]{4}-[0-9]{2}$'),
  add column registered_at timestamptz,
  add column payment_file_id uuid,
  add column entry_number integer;
create unique index payment_of_entry on register.payment (payment_file_id, entry_number);

-- What the company owes a customer. Two members of staff: one asks for it, another approves.
create table register.payout (
  customer_id uuid not null references register.customer on delete cascade,
  payout_id uuid not null,
  about_invoice_id uuid,
  amount_ore bigint not null check (amount_ore > 0),
  reason text not null check (length(reason) between 1 and 300),
  -- Ciphertext; null before it is known and after it is no longer needed.
  account_sealed text,
  account_last_four text check (account_last_four ~ '^[0-9]{4}$'),
  requested_at timestamptz not null,
  requested_by uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  paid_on date,
  permits bigint not null default 0,
  primary key (customer_id, payout_id),
  check (approved_by is null or approved_by <> requested_by),
  check (paid_on is null or approved_by is not null)
);
create index payout_open on register.payout (requested_at, customer_id, payout_id) where paid_on is null;

create table register.credit_check (
  customer_id uuid not null,
  credit_check_id uuid not null,
  -- The exposure: an order on invoice, with its amount at the time.
  order_id uuid not null,
  amount_ore bigint not null check (amount_ore > 0),
  reason text not null check (length(reason) between 1 and 300),
  requested_by uuid not null,
  requested_at timestamptz not null,
  provider text check (length(provider) <= 100),
  -- The provider's answer in a word; `no-data` also where the person has frozen their credit: it never counts against them.
  answer text check (answer in ('sufficient', 'insufficient', 'no-data')),
  report_sealed text,
  report_delete_on date,
  outcome text check (outcome in ('invoice', 'prepayment')),
  decided_by uuid,
  decided_at timestamptz,
  decision_note text check (length(decision_note) <= 500),
  copy_sent_at timestamptz,
  permits bigint not null default 0,
  primary key (customer_id, credit_check_id),
  foreign key (customer_id, order_id) references register.sales_order on delete cascade,
  check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
  check (report_sealed is null or report_delete_on is not null)
);
create index credit_check_open on register.credit_check (requested_at, customer_id, credit_check_id) where outcome is null;

-- An add-on service of a supplier: accepted for itself, naming the supplier and what is shared.
create table register.add_on (
  customer_id uuid not null,
  add_on_id uuid not null,
  order_id uuid not null,
  product_id uuid not null references register.product,
  supplier_id uuid not null references register.supplier,
  shared_fields text not null check (length(shared_fields) <= 300),
  accepted_at timestamptz not null,
  accepted_words_hash text not null check (accepted_words_hash ~ '^[0-9a-f]{64}$'),
  ended_at timestamptz,
  permits bigint not null default 0,
  primary key (customer_id, add_on_id),
  foreign key (customer_id, order_id) references register.sales_order on delete cascade
);

-- When something goes wrong -----------------------------------------------------------------------------------------
create table register.claim (
  customer_id uuid not null references register.customer on delete cascade,
  claim_id uuid not null,
  claim_number bigint generated always as identity (start with 30001) unique,
  about_order_id uuid,
  about_line_number smallint,
  received_at timestamptz not null,
  received_through text not null check (received_through in ('web', 'mail', 'phone', 'store')),
  discovered_on date,
  description text not null check (length(description) between 1 and 4000),
  wants text check (wants in ('repair', 'replacement', 'price-reduction', 'refund', 'other')),
  status text not null check (status in ('received', 'under-review', 'closed')),
  -- The last day on which the claim could be made: forbrukerkjøpsloven § 27 (2), kjøpsloven § 32.
  window_ends_on date,
  answer_due_on date not null,
  outcome text check (outcome in ('repaired', 'replaced', 'price-reduced', 'refunded', 'refused', 'withdrawn')),
  outcome_text text check (length(outcome_text) <= 4000),
  -- Foreldelsesloven: until then the customer can still take the matter further.
  limitation_on date,
  closed_at timestamptz,
  handled_by uuid,
  permits bigint not null default 0,
  primary key (customer_id, claim_id),
  check ((status = 'closed') = (closed_at is not null) and (status = 'closed') = (outcome is not null))
);
create index claim_open on register.claim (answer_due_on, customer_id, claim_id) where status <> 'closed';

create table register.dispute (
  customer_id uuid not null references register.customer on delete cascade,
  dispute_id uuid not null,
  dispute_number bigint generated always as identity (start with 20001) unique,
  about_claim_id uuid,
  about_invoice_id uuid,
  opened_at timestamptz not null,
  opened_by uuid not null,
  matter text not null check (length(matter) between 1 and 4000),
  our_position text check (length(our_position) <= 4000),
  limitation_on date not null,
  -- A dispute is looked at again by then, so that none is kept open for ever.
  review_on date not null,
  status text not null check (status in ('open', 'settled', 'decided', 'dropped')),
  outcome_text text check (length(outcome_text) <= 4000),
  closed_at timestamptz,
  permits bigint not null default 0,
  primary key (customer_id, dispute_id),
  check ((status = 'open') = (closed_at is null))
);
create index dispute_open on register.dispute (review_on, customer_id, dispute_id) where status = 'open';

-- Messages ----------------------------------------------------------------------------------------------------------
alter table register.message
  -- The purpose it was written or received for.
  add column purpose text not null default 'customer-communication' check (length(purpose) <= 60),
  add column template text check (length(template) <= 60),
  add column about_claim_id uuid,
  add column about_dispute_id uuid,
  add column with_contact uuid,
  add column in_reply_to uuid,
  -- RFC 5322 Message-ID: the same mail is taken in once.
  add column external_id text check (length(external_id) <= 998),
  -- Of a message to us: when it was answered or needed no answer.
  add column answered_at timestamptz,
  -- A staff_id.
  add column handled_by uuid,
  add column extension_reason text check (length(extension_reason) <= 300);
create unique index message_external_id on register.message (external_id);
create index message_unanswered on register.message (at, customer_id, message_id)
  where direction = 'in' and answered_at is null;

-- Mail from an address that is nobody's in the register, until somebody has sorted it.
create table register.unsorted_message (
  unsorted_message_id uuid primary key,
  person_id uuid,
  received_at timestamptz not null,
  external_id text unique check (length(external_id) <= 998),
  from_address text not null check (length(from_address) <= 254),
  from_name text check (length(from_name) <= 200),
  subject_line text not null check (length(subject_line) <= 200),
  body text not null check (length(body) <= 10000)
);
create index unsorted_message_by_time on register.unsorted_message (received_at, unsorted_message_id);

-- Becoming better ---------------------------------------------------------------------------------------------------
create table register.survey (
  survey_id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  question_nb text not null check (length(question_nb) between 1 and 300),
  question_en text not null check (length(question_en) between 1 and 300),
  in_use boolean not null default false,
  created_at timestamptz not null
);

-- That somebody was asked, so that nobody is asked too often. It does not say what they answered.
create table register.survey_invitation (
  customer_id uuid not null references register.customer on delete cascade,
  invitation_id uuid not null,
  survey_id uuid not null references register.survey,
  sent_at timestamptz not null,
  token_digest text not null unique check (token_digest ~ '^[0-9a-f]{64}$'),
  used boolean not null default false,
  expires_on date not null,
  permits bigint not null default 0,
  primary key (customer_id, invitation_id)
);

-- What was answered, by nobody in particular: no key, time or word in it leads to an invitation.
create table register.survey_answer (
  survey_id uuid not null references register.survey,
  answer_id uuid not null,
  -- The first day of the month.
  month date not null check (extract(day from month) = 1),
  score smallint not null check (score between 1 and 5),
  reasons text[] not null default '{}',
  primary key (survey_id, answer_id)
);

-- How products are used, under a pseudonym whose key is destroyed at the end of the day.
create table register.usage_event (
  day date not null,
  event_id uuid not null,
  pseudonym text not null check (pseudonym ~ '^[0-9a-f]{32}$'),
  product_id uuid references register.product,
  kind text not null check (kind in ('viewed', 'ordered', 'searched', 'supported')),
  primary key (day, event_id)
);
create index usage_event_by_product on register.usage_event (product_id, day, kind);

-- Marketing ---------------------------------------------------------------------------------------------------------
create table register.offer (
  offer_id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  headline_nb text not null check (length(headline_nb) between 1 and 150),
  headline_en text not null check (length(headline_en) between 1 and 150),
  text_nb text not null check (length(text_nb) between 1 and 4000),
  text_en text not null check (length(text_en) between 1 and 4000),
  product_id uuid references register.product,
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  created_at timestamptz not null
);

create table register.campaign (
  campaign_id uuid primary key,
  offer_id uuid not null references register.offer,
  name text not null check (length(name) between 1 and 100),
  channel text not null check (channel in ('mail', 'sms')),
  -- A topic of preference; null: everyone who said yes.
  topic text check (length(topic) <= 60),
  status text not null check (status in ('draft', 'ready', 'sent', 'dropped')),
  created_at timestamptz not null,
  created_by uuid not null
);

create table register.campaign_recipient (
  customer_id uuid not null references register.customer on delete cascade,
  campaign_id uuid not null references register.campaign on delete cascade,
  added_at timestamptz not null,
  sent_at timestamptz,
  permits bigint not null default 0,
  primary key (customer_id, campaign_id)
);

-- What is inferred of somebody who said yes to it, in words that they can read.
create table register.purchase_pattern (
  customer_id uuid not null references register.customer on delete cascade,
  pattern_id uuid not null,
  segment text not null check (length(segment) between 1 and 60),
  rule_name text not null check (length(rule_name) between 1 and 60),
  computed_at timestamptz not null,
  last_used_at timestamptz,
  permits bigint not null default 0,
  primary key (customer_id, pattern_id),
  unique (customer_id, segment)
);

create table register.lead_list (
  lead_list_id uuid primary key,
  vendor text not null check (length(vendor) between 1 and 200),
  agreement_reference text not null check (length(agreement_reference) between 1 and 100),
  received_on date not null,
  row_count integer not null check (row_count >= 0),
  refused_count integer not null default 0 check (refused_count >= 0),
  reserved_count integer not null default 0 check (reserved_count >= 0),
  -- The day of the last check against the register of reservations and our own; null: never, and nobody is contacted.
  washed_on date,
  imported_at timestamptz not null,
  imported_by uuid not null
);

create table register.lead (
  lead_id uuid primary key,
  lead_list_id uuid not null references register.lead_list on delete cascade,
  full_name text not null check (length(full_name) between 1 and 200),
  email text check (length(email) between 3 and 254) constraint lead_email_lower check (email = lower(email)),
  phone text check (phone ~ '^\+[0-9]{5,15}$'),
  street_address text check (length(street_address) <= 200),
  postal_code text check (postal_code ~ '^[0-9]{4}$'),
  city text check (length(city) <= 100),
  received_on date not null,
  -- Art. 14(3): within a month, and before or with the first contact.
  notice_due_on date not null,
  notice_sent_on date,
  first_contact_on date check (first_contact_on is null or notice_sent_on <= first_contact_on),
  reserved boolean not null default false,
  registered_at timestamptz not null,
  registered_through text not null check (registered_through in ('web', 'phone', 'store', 'import')),
  notice_version text not null,
  state text not null check (state in ('new', 'contacted', 'declined', 'converted')),
  delete_on date not null,
  permits bigint not null default 0,
  check (not (reserved and first_contact_on is not null))
);
create index lead_by_list on register.lead (lead_list_id, lead_id);
create index lead_notice_due on register.lead (notice_due_on, lead_id) where notice_sent_on is null;
create index lead_delete_on on register.lead (delete_on);
