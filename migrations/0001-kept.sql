-- Kept's own tables: which policy is in force, who may what, what was looked at, what happened.
-- Why: everything the enforcement room compiles to, and the records that prove it, live in the schema `kept`.
-- An older server cannot run against this: it is the first.

revoke all on schema public from public;

create table kept.installation (
  only_row boolean primary key default true check (only_row),
  -- Purpose roles are named `<prefix>_<purpose>`: roles are shared by all databases of a server.
  role_prefix text not null check (role_prefix ~ '^[a-z][a-z0-9_]{0,30}$'),
  -- The first line of every checkpoint (C2SP tlog-checkpoint).
  ledger_origin text not null,
  created_at timestamptz not null default now()
);

create table kept.policy_version (
  version_number bigint generated always as identity primary key,
  -- SHA-256 over the canonical policy folder, hexadecimal.
  content_hash text not null,
  notice_version text not null,
  files jsonb not null,
  applied_at timestamptz not null default now(),
  applied_by text not null
);

create table kept.purpose (
  name text primary key,
  -- The bit of `permits`: given once, never given to another purpose. bigint holds 63.
  bit smallint not null unique check (bit between 0 and 62),
  -- What a person's own choices do: always | consent | objection.
  gate text not null check (gate in ('always', 'consent', 'objection')),
  despite_restriction boolean not null,
  in_force boolean not null
);

create table kept.consent_record (
  person_id uuid not null,
  consent_id uuid not null,
  purpose text not null references kept.purpose (name),
  -- SHA-256 of the words that were shown, hexadecimal, and the notice they stood beside.
  text_hash text not null,
  notice_version text not null,
  language text not null check (language in ('nb', 'en')),
  -- How it was given: web-form, my-page, phone, import.
  method text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_method text,
  primary key (person_id, consent_id),
  check (withdrawn_at is null or withdrawn_at >= given_at)
);
create index consent_in_force on kept.consent_record (person_id, purpose) where withdrawn_at is null;

create table kept.objection (
  person_id uuid not null,
  objection_id uuid not null,
  purpose text not null references kept.purpose (name),
  made_at timestamptz not null,
  method text not null,
  withdrawn_at timestamptz,
  primary key (person_id, objection_id)
);
create index objection_in_force on kept.objection (person_id, purpose) where withdrawn_at is null;

create table kept.restriction (
  person_id uuid not null,
  restriction_id uuid not null,
  -- Art. 18(1): accuracy, unlawful, claims, objection.
  ground text not null check (ground in ('accuracy', 'unlawful', 'claims', 'objection')),
  since timestamptz not null,
  lifted_at timestamptz,
  primary key (person_id, restriction_id)
);
create index restriction_in_force on kept.restriction (person_id) where lifted_at is null;

create table kept.notice_version (
  version_number text not null,
  language text not null check (language in ('nb', 'en')),
  content_hash text not null,
  html text not null,
  -- Sentence texts by promise id, for the comparison of two versions and for the evidence board.
  promises jsonb not null,
  place text not null,
  approved_on date not null,
  approver text not null,
  effective_from date not null,
  published_at timestamptz not null default now(),
  primary key (version_number, language)
);

create table kept.notice_shown (
  person_id uuid not null,
  shown_id uuid not null,
  version_number text not null,
  shown_at timestamptz not null,
  -- web-form, phone, counter, mail.
  channel text not null,
  primary key (person_id, shown_id)
);

create table kept.staff (
  staff_id uuid primary key,
  account_id text unique,
  name text not null,
  email text not null unique,
  roles text[] not null,
  access_until date,
  left_at timestamptz,
  created_at timestamptz not null default now()
);

-- What a statement looks at is the same every time it runs, so it is written once here and pointed to.
create table kept.access_shape (
  shape_id integer generated always as identity primary key,
  purpose text not null,
  action text not null check (action in ('read', 'write', 'count', 'refused', 'export')),
  tables text[] not null,
  categories text[] not null,
  unique (purpose, action, tables, categories)
);

-- One row a statement that touched people's data. Partitioned by month: forgetting is a dropped partition.
create table kept.access_log (
  at timestamptz not null default clock_timestamp(),
  entry_id bigint generated always as identity,
  shape_id integer not null,
  principal_kind text not null check (principal_kind in ('staff', 'data-subject', 'visitor', 'system')),
  -- staff_id, person_id, or the name of a job; never a name of a person.
  principal_id text not null,
  data_subjects uuid[] not null,
  primary key (at, entry_id)
) partition by range (at);
create index access_log_by_person on kept.access_log using gin (data_subjects);
create table kept.access_log_default partition of kept.access_log default;

create table kept.ledger_entry (
  entry_index bigint primary key check (entry_index >= 0),
  at timestamptz not null,
  kind text not null,
  -- The exact bytes that are hashed: canonical JSON.
  leaf bytea not null,
  -- RFC 6962: SHA-256(0x00 || leaf).
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32)
);

create table kept.ledger_checkpoint (
  tree_size bigint primary key,
  root_hash bytea not null check (octet_length(root_hash) = 32),
  -- The signed note, whole (C2SP signed-note).
  note text not null,
  signed_at timestamptz not null
);

-- A person's salt turns their id into the commitment that ledger entries hold; deleting it erases the link.
create table kept.ledger_salt (
  person_id uuid primary key,
  salt bytea not null check (octet_length(salt) = 32)
);

create table kept.outbox (
  mail_id uuid primary key,
  person_id uuid,
  addressee text not null,
  language text not null check (language in ('nb', 'en')),
  template text not null,
  subject_line text not null,
  body_text text not null,
  body_html text,
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text
);

create table kept.control_result (
  control text primary key,
  status text not null check (status in ('holds', 'broken')),
  evidence jsonb not null,
  checked_at timestamptz not null
);

create table kept.setting (
  name text primary key,
  value jsonb not null
);
