-- Need to know: why somebody was looked up, who has used what, access reviews, looks that are out of the ordinary, and
-- what advisers were given.
-- Why: that only those who need the data see it is shown by what they do, and by somebody who goes through it.
-- An older server can still run against this: it meets new tables and a new column that it does not name.

-- Why a member of staff opened a person whom they do not usually work with. The person can read it.
create table kept.look_reason (
  person_id uuid not null,
  reason_id uuid not null,
  staff_id uuid not null,
  purpose text not null,
  reason text not null check (length(reason) between 1 and 500),
  at timestamptz not null,
  primary key (person_id, reason_id)
);
create index look_reason_by_staff on kept.look_reason (staff_id, person_id, purpose, at);

-- When each member of staff last acted for a purpose; kept up once a day from the access log.
create table kept.staff_use (
  staff_id uuid not null,
  purpose text not null,
  last_used_on date not null,
  primary key (staff_id, purpose)
);

-- Somebody went through who has access to what, and signed it. `staff_id` is who signed.
create table kept.access_review (
  staff_id uuid not null,
  review_id uuid not null,
  signed_at timestamptz not null,
  -- How many had access then.
  staff_count integer not null check (staff_count >= 0),
  note text check (length(note) between 1 and 1000),
  primary key (staff_id, review_id)
);
create index access_review_by_time on kept.access_review (signed_at);

-- What each member of staff had when it was signed.
create table kept.access_review_line (
  staff_id uuid not null,
  review_id uuid not null,
  signed_at timestamptz not null,
  roles text[] not null,
  access_until date,
  last_used_at timestamptz,
  primary key (staff_id, review_id)
);

-- Looks of a day that are out of the ordinary for whoever made them. It names no customer: the log says whom.
create table kept.look_finding (
  staff_id uuid not null,
  finding_id uuid not null,
  kind text not null check (kind in ('many-people', 'odd-hours', 'same-surname')),
  day date not null,
  -- How many people, looks or people it was, what is usual for them a day, and what it takes to be told of.
  figure integer not null,
  usual numeric(9, 1),
  threshold integer not null,
  found_at timestamptz not null,
  looked_into_at timestamptz,
  looked_into_by uuid,
  note text check (length(note) between 1 and 1000),
  primary key (staff_id, finding_id),
  unique (staff_id, kind, day),
  check ((looked_into_at is null) = (note is null))
);
create index look_finding_by_day on kept.look_finding (day, finding_id);

-- What an adviser, an auditor or somebody like them was given for a particular need: an access, or a copy. `staff_id` is
-- who decided it; `adviser_id` the member of staff who got the access.
create table kept.disclosure (
  staff_id uuid not null,
  disclosure_id uuid not null,
  adviser_id uuid,
  form text not null check (form in ('access', 'copy')),
  -- One of recipients.yaml.
  recipient text not null,
  purpose text not null,
  categories text[] not null,
  reason text not null check (length(reason) between 1 and 500),
  given_on date not null,
  until date not null check (until >= given_on),
  -- When the access had ended or the copy was destroyed or given back.
  ended_on date,
  primary key (staff_id, disclosure_id),
  check ((form = 'access') = (adviser_id is not null))
);
create index disclosure_by_adviser on kept.disclosure (adviser_id);

-- What is recorded here is not changed afterwards, but for what ends it.
create trigger choice_stays before update on kept.look_reason
  for each row execute function kept.choice_stays('never');
create trigger choice_stays before update on kept.access_review
  for each row execute function kept.choice_stays('never');
create trigger choice_stays before update on kept.access_review_line
  for each row execute function kept.choice_stays('never');
create trigger choice_stays before update on kept.look_finding
  for each row execute function kept.choice_stays('looked_into_at', 'looked_into_by', 'note');
create trigger choice_stays before update on kept.disclosure
  for each row execute function kept.choice_stays('ended_on');

-- When somebody last used their access, as whoever reviews it wants to know; the sessions themselves stay theirs.
alter table kept.staff add column last_used_at timestamptz;
update kept.staff as staff
   set last_used_at = (select max(used_at) from kept.account_session where account_id = staff.staff_id);

create function kept.staff_used() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update kept.staff set last_used_at = new.used_at
   where staff_id = new.account_id and (last_used_at is null or last_used_at < new.used_at);
  return null;
end $$;
create trigger staff_used after insert or update of used_at on kept.account_session
  for each row execute function kept.staff_used();

-- Whoever leaves is out in the same transaction: no session, and nothing left to open one with.
create function kept.staff_left() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from kept.account_session where account_id = new.staff_id;
  delete from kept.credential where account_id = new.staff_id;
  delete from kept.passkey where account_id = new.staff_id;
  delete from kept.second_step where account_id = new.staff_id;
  delete from kept.verification where account_id = new.staff_id;
  return null;
end $$;
create trigger staff_left after update of left_at on kept.staff
  for each row when (old.left_at is null and new.left_at is not null) execute function kept.staff_left();

revoke execute on function kept.staff_used(), kept.staff_left() from public;

-- Whoever searches the log names a period: a block-range index by time costs an entry next to nothing and lets the
-- search read the blocks of the period alone.
create index access_log_by_time on kept.access_log using brin (at);

-- Makes the partitions of this month and of the `months_ahead` after it; those that stand are left alone. Rows that
-- waited in the default partition move to where they belong. Months that are over get their indexes by person and by
-- user. Returns how many partitions it made.
create or replace function kept.access_log_partitions(months_ahead integer) returns integer
language plpgsql volatile strict security definer set search_path = pg_catalog, pg_temp as $$
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
end $$;
