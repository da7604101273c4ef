-- The customer system's first tables: customers, their contact persons, the catalogue, orders to cash, messages.
-- Why: the first thread through all rooms, with the events that retention rules count from.
-- Every primary key begins with the customer's id, so that all rows of one customer lie together (and shard together).
-- An older server can still run: nothing existing is touched.

create schema register;

create table register.customer (
  customer_id uuid primary key,
  customer_number bigint generated always as identity (start with 10001) unique,
  account_id text unique,
  kind text not null check (kind in ('private', 'company')),
  legal_name text not null check (length(legal_name) between 1 and 200),
  organisation_number text check (organisation_number ~ '^[0-9]{9}$'),
  email text not null check (length(email) between 3 and 254),
  phone text check (phone ~ '^\+[0-9]{5,15}$'),
  street_address text check (length(street_address) <= 200),
  postal_code text check (postal_code ~ '^[0-9]{4}$'),
  city text check (length(city) <= 100),
  country text not null default 'NO' check (country ~ '^[A-Z]{2}$'),
  preferred_language text not null default 'nb' check (preferred_language in ('nb', 'en')),
  registered_at timestamptz not null,
  -- How the data came: web, phone, store, import; and which notice the person was pointed to then.
  registered_through text not null check (registered_through in ('web', 'phone', 'store', 'import')),
  notice_version text not null,
  permits bigint not null default 0,
  check ((kind = 'company') = (organisation_number is not null))
);
create unique index customer_email on register.customer (lower(email));
create index customer_name on register.customer (lower(legal_name) text_pattern_ops);

create table register.contact_person (
  customer_id uuid not null references register.customer on delete cascade,
  contact_person_id uuid not null,
  full_name text not null check (length(full_name) between 1 and 200),
  position text check (length(position) <= 100),
  email text check (length(email) between 3 and 254),
  phone text check (phone ~ '^\+[0-9]{5,15}$'),
  registered_at timestamptz not null,
  registered_through text not null check (registered_through in ('web', 'phone', 'store', 'import')),
  notice_version text not null,
  permits bigint not null default 0,
  primary key (customer_id, contact_person_id)
);
create unique index contact_person_id on register.contact_person (contact_person_id);

create table register.product (
  product_id uuid primary key,
  sku text not null unique,
  kind text not null check (kind in ('goods', 'service')),
  name_nb text not null,
  name_en text not null,
  description_nb text not null,
  description_en text not null,
  -- Minor units (øre), VAT not included.
  price_ore bigint not null check (price_ore >= 0),
  -- Per cent.
  vat_rate smallint not null check (vat_rate in (0, 12, 15, 25)),
  -- forbrukerkjøpsloven § 27: two years, or five for what is meant to last considerably longer.
  durability text not null check (durability in ('normal', 'long')),
  in_catalogue boolean not null default true
);

create table register.sales_order (
  customer_id uuid not null references register.customer on delete cascade,
  order_id uuid not null,
  order_number bigint generated always as identity (start with 50001) unique,
  placed_at timestamptz not null,
  placed_through text not null check (placed_through in ('web', 'phone', 'store', 'import')),
  notice_version text not null,
  status text not null check (status in ('placed', 'delivered', 'completed', 'cancelled')),
  deliver_to_name text not null,
  deliver_to_street text,
  deliver_to_postal_code text check (deliver_to_postal_code ~ '^[0-9]{4}$'),
  deliver_to_city text,
  net_ore bigint not null check (net_ore >= 0),
  vat_ore bigint not null check (vat_ore >= 0),
  permits bigint not null default 0,
  primary key (customer_id, order_id)
);

create table register.order_line (
  customer_id uuid not null,
  order_id uuid not null,
  line_number smallint not null check (line_number between 1 and 200),
  product_id uuid not null references register.product,
  quantity integer not null check (quantity between 1 and 10000),
  unit_price_ore bigint not null check (unit_price_ore >= 0),
  vat_rate smallint not null check (vat_rate in (0, 12, 15, 25)),
  permits bigint not null default 0,
  primary key (customer_id, order_id, line_number),
  foreign key (customer_id, order_id) references register.sales_order on delete cascade
);

create table register.delivery (
  customer_id uuid not null,
  delivery_id uuid not null,
  order_id uuid not null,
  dispatched_at timestamptz not null,
  -- Confirmed receipt, else the carrier's delivery, else dispatch and fourteen days.
  completed_at timestamptz,
  carrier text,
  permits bigint not null default 0,
  primary key (customer_id, delivery_id),
  foreign key (customer_id, order_id) references register.sales_order on delete cascade
);

create table register.invoice (
  customer_id uuid not null,
  invoice_id uuid not null,
  order_id uuid not null,
  invoice_number bigint not null unique,
  issued_on date not null,
  due_on date not null,
  buyer_name text not null,
  buyer_address text,
  payment_reference text not null check (payment_reference ~ '^[0-9]{2,25}$'),
  net_ore bigint not null,
  vat_ore bigint not null,
  permits bigint not null default 0,
  primary key (customer_id, invoice_id),
  foreign key (customer_id, order_id) references register.sales_order
);

create table register.payment (
  customer_id uuid not null,
  payment_id uuid not null,
  invoice_id uuid not null,
  paid_on date not null,
  amount_ore bigint not null check (amount_ore > 0),
  method text not null check (method in ('bank', 'card', 'vipps')),
  -- A card is a provider's token with brand and last four digits; the number itself never comes here (PCI DSS 3.5.1).
  card_brand text,
  card_last_four text check (card_last_four ~ '^[0-9]{4}$'),
  permits bigint not null default 0,
  primary key (customer_id, payment_id),
  foreign key (customer_id, invoice_id) references register.invoice
);

create table register.message (
  customer_id uuid not null references register.customer on delete cascade,
  message_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  channel text not null check (channel in ('mail', 'phone', 'counter', 'web')),
  at timestamptz not null,
  -- Contact of commercial nature started by the customer: it says that the relationship still stands.
  extends_relationship boolean not null,
  subject_line text not null check (length(subject_line) <= 200),
  body text not null check (length(body) <= 10000),
  permits bigint not null default 0,
  primary key (customer_id, message_id),
  check (direction = 'in' or not extends_relationship)
);

create index order_line_by_product on register.order_line (product_id);
create index delivery_by_order on register.delivery (customer_id, order_id);
create index invoice_by_order on register.invoice (customer_id, order_id);
create index payment_by_invoice on register.payment (customer_id, invoice_id);
create index message_by_time on register.message (customer_id, at);
create index sales_order_by_time on register.sales_order (customer_id, placed_at);
