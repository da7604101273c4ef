-- The access log's doors: how an entry gets in, and partitions made ahead of time.
-- Why: a role acts under a purpose or not at all, so nobody but these functions writes the log, and nothing changes it.
-- An older server can still run against this: nothing it uses is changed.

-- The number of a shape, made at its first use. Tables and categories come sorted.
create function kept.access_shape_id(purpose text, action text, tables text[], categories text[]) returns integer
language plpgsql volatile strict security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
declare
  found integer;
begin
  loop
    select shape.shape_id into found from kept.access_shape as shape
      where shape.purpose = purpose and shape.action = action
        and shape.tables = tables and shape.categories = categories;
    exit when found is not null;
    insert into kept.access_shape (purpose, action, tables, categories) values (purpose, action, tables, categories)
      on conflict do nothing returning shape_id into found;
    exit when found is not null;
  end loop;
  return found;
end $$;

-- One entry, in the transaction of the write that it tells of. Array elements that are null are nobody.
create function kept.log_access(shape integer, principal_kind text, principal_id text, data_subjects uuid[])
returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
begin
  insert into kept.access_log (shape_id, principal_kind, principal_id, data_subjects)
    values (shape, principal_kind, principal_id, coalesce(array_remove(data_subjects, null), '{}'));
end $$;

-- An index by person is kept up for each of the many people of a list, and costs every entry a tenth of its time. It is
-- made in one go when a month is over; the running month is short enough to be read through.
drop index kept.access_log_by_person;

-- Makes the partitions of this month and of the `months_ahead` after it; those that stand are left alone. Rows that
-- waited in the default partition move to where they belong. Months that are over get their index by person. Returns
-- how many partitions it made.
create function kept.access_log_partitions(months_ahead integer) returns integer
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
       and to_regclass(format('kept.%I', part.relname || '_by_person')) is null
  loop
    execute format('create index %I on kept.%I using gin (data_subjects)', name || '_by_person', name);
  end loop;
  return made;
end $$;

-- A role acts under a purpose or not at all: what may call these is granted by name.
revoke execute on function kept.access_shape_id(text, text, text[], text[]),
  kept.log_access(integer, text, text, uuid[]), kept.access_log_partitions(integer) from public;

select kept.access_log_partitions(2);
