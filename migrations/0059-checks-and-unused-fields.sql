-- That a security measure was looked at, by whom and when; which fields of people were read last when, and what was decided
-- about those that nobody reads.
-- Why: a company must not have to edit its policy each month to say that it has looked; and what nobody has used for a
-- year is not needed (Art. 5(1)(c)), unless somebody says why it is.
-- An older server can still run: it writes none of these.

create table kept.measure_check (
  check_id uuid primary key,
  -- The name that the policy has for it.
  measure text not null,
  checked_on date not null,
  -- A staff_id.
  checked_by uuid not null,
  note text check (length(note) between 1 and 1000),
  recorded_at timestamptz not null
);
create index measure_check_by_measure on kept.measure_check (measure, checked_on);

-- Every field of people that the policy describes, since when, and the last day on which a purpose read it. What people
-- see of themselves does not count: it says nothing of whether the company needs it.
create table kept.field (
  table_name text not null,
  column_name text not null,
  known_since date not null,
  last_read_on date,
  primary key (table_name, column_name)
);

create table kept.field_decision (
  decision_id uuid primary key,
  table_name text not null,
  column_name text not null,
  decision text not null check (decision in ('keep', 'remove')),
  reason text not null check (length(reason) between 3 and 1000),
  decided_on date not null,
  -- A staff_id.
  decided_by uuid not null
);
create index field_decision_by_field on kept.field_decision (table_name, column_name, decided_on);

-- Told by the program a few times an hour, all that were read since; names of tables and columns, and nothing of anybody.
create function kept.fields_read(tables text[], columns text[], day date) returns void
language sql volatile strict security definer set search_path = pg_catalog, pg_temp as $$
  update kept.field as known set last_read_on = day
    from unnest(tables, columns) as used (table_name, column_name)
   where known.table_name = used.table_name and known.column_name = used.column_name
     and (known.last_read_on is null or known.last_read_on < day);
$$;
revoke execute on function kept.fields_read(text[], text[], date) from public;

-- As before, and acts of checking are for who may record a check.
create or replace function kept.may_append(kind text) returns boolean
language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
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
$$;

-- What somebody answered for stays as they wrote it; a later check or decision is a row of its own.
create function kept.recorded_stays() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new is distinct from old and not pg_has_role(session_user, (select relowner from pg_class where oid = tg_relid), 'member') then
    raise exception 'what is recorded in kept.% stays', tg_table_name
      using errcode = 'insufficient_privilege', hint = 'Record what is so now as a new row.';
  end if;
  return new;
end $$;
create trigger recorded_stays before update on kept.measure_check
  for each row execute function kept.recorded_stays();
create trigger recorded_stays before update on kept.field_decision
  for each row execute function kept.recorded_stays();
revoke execute on function kept.recorded_stays() from public;
