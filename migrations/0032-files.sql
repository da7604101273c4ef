-- Files in and out: bank files are looked at before they are registered, spreadsheets wait before they are read in, and
-- each list that is taken out is recorded.
-- Why: whoever reads a file in sees first what it will do; what waits is personal data of people whom nobody knows yet,
-- so it lies sealed and briefly; and a list that has left the system can be accounted for.
-- An older server can still run: it registers bank files at once, which is what the default of the state says.

alter table register.payment_file
  add column state text not null default 'registered' check (state in ('previewed', 'registered')),
  -- Entries of the file that are no payment to us.
  add column passed_over integer not null default 0 check (passed_over >= 0),
  add column registered_at timestamptz;

alter table register.payment_entry drop constraint payment_entry_amount_ore_check;
alter table register.payment_entry drop constraint payment_entry_state_check;
alter table register.payment_entry
  -- `read`: in a file that is not registered yet. An amount below zero is an earlier payment that the bank takes back.
  add constraint payment_entry_state_check check (state in ('read', 'matched', 'unmatched', 'assigned', 'returned')),
  add column why text check (length(why) <= 30),
  -- When and by which staff_id it was assigned or set aside.
  add column handled_at timestamptz,
  add column handled_by uuid;

create index invoice_by_reference on register.invoice (payment_reference);

-- That a spreadsheet was sent, and how far the reading has come.
create table register.import_run (
  import_id uuid primary key,
  kind text not null check (kind in ('customers', 'contacts', 'orders')),
  purpose text not null check (length(purpose) <= 60),
  state text not null check (state in ('uploaded', 'running', 'done', 'dropped')),
  row_count integer not null check (row_count > 0),
  part_count integer not null check (part_count > 0),
  uploaded_at timestamptz not null,
  -- A staff_id.
  uploaded_by uuid not null,
  -- Which version of the notice those in the file were pointed to, and how.
  notice_version text not null,
  told_through text check (told_through in ('mail', 'phone', 'counter')),
  -- By field the place of its column, as JSON.
  mapping text check (length(mapping) <= 2000),
  parts_done integer not null default 0 check (parts_done >= 0),
  written_count integer not null default 0 check (written_count >= 0),
  refused_count integer not null default 0 check (refused_count >= 0),
  started_at timestamptz,
  finished_at timestamptz,
  -- Set anew while somebody reads it in: when it is old, whoever did has stopped.
  beat_at timestamptz
);
create index import_run_by_time on register.import_run (uploaded_at);

-- The rows until they are read in, sealed under a key outside the database: part 0 is the header. Deleted part by part
-- in the transactions that write what they hold.
create table register.import_part (
  import_id uuid not null references register.import_run on delete cascade,
  part_number integer not null check (part_number >= 0),
  uploaded_at timestamptz not null,
  rows_sealed text not null,
  primary key (import_id, part_number)
);

-- Which rows were refused and why; of what they held, nothing.
create table register.import_refusal (
  import_id uuid not null references register.import_run on delete cascade,
  row_number integer not null check (row_number > 0),
  fault_number smallint not null check (fault_number > 0),
  code text not null check (length(code) <= 40),
  field text check (length(field) <= 40),
  -- From 1.
  column_number smallint check (column_number > 0),
  -- Another row that it is about, such as the one that had the same mail address first.
  other_row integer,
  primary key (import_id, row_number, fault_number)
);

-- A list that was taken out as a file: who, for what, which, how many, when.
create table register.list_export (
  export_id uuid primary key,
  list text not null check (length(list) between 1 and 60),
  purpose text not null check (length(purpose) between 1 and 60),
  format text not null check (format in ('csv', 'xlsx')),
  row_count integer not null check (row_count >= 0),
  exported_at timestamptz not null,
  -- A staff_id.
  exported_by uuid not null
);
create index list_export_by_time on register.list_export (exported_at);
