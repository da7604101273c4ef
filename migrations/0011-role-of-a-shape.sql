-- Each kind of look names the role that may log it, so that the log's door finds it in one row by its key.
-- Why: working the role's name out from two tables cost an entry about as much as writing it. An older server can still
-- run against this: the function fills the column for it.

alter table kept.access_shape add column role_name name;
update kept.access_shape
   set role_name = (select role_prefix || '_' || replace(purpose, '-', '_') from kept.installation);

-- The number of a shape, made at its first use. Tables and categories come sorted.
create or replace function kept.access_shape_id(purpose text, action text, tables text[], categories text[])
returns integer
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
    insert into kept.access_shape (purpose, action, tables, categories, role_name)
      values (purpose, action, tables, categories,
              (select here.role_prefix || '_' || replace(purpose, '-', '_') from kept.installation as here))
      on conflict do nothing returning shape_id into found;
    exit when found is not null;
  end loop;
  return found;
end $$;

-- One entry, in the transaction of the statement that it tells of. Null: no row was met, so nothing is told. Array
-- elements that are null are nobody. A purpose logs under the shapes of its own; the role of the log, which tells of
-- refusals and of reads in transactions, under all, and so does the owner. The look is part of the insert: one of its own
-- costs as much.
create or replace function kept.log_access(shape integer, principal_kind text, principal_id text, data_subjects uuid[])
returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
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
end $$;
