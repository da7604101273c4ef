-- The log's door answers, so that a statement can give out its rows on the condition that their entry is written; and it
-- becomes the only door, so that what guards an entry stands in it and costs each entry less.
-- Why: a read then carries its entry as a write does, in one round trip and one commit. An older server can still run
-- against this until the policy is applied again: it calls the same function and does not look at the answer.

-- A function's type cannot be changed, so it is made anew; who could call it still can, and who wrote rows calls it now.
create temporary table may_log on commit drop as
  select grantee::regrole::text as role
    from pg_proc, aclexplode(proacl) as acl
   where pg_proc.oid = 'kept.log_access(integer, text, text, uuid[])'::regprocedure and grantee <> proowner
  union
  select grantee::regrole::text
    from pg_class, aclexplode(relacl) as acl
   where pg_class.oid = 'kept.access_log'::regclass and privilege_type = 'INSERT' and grantee <> relowner;
drop function kept.log_access(integer, text, text, uuid[]);

-- One entry, in the transaction of the statement that it tells of. Null: no row was met, so nothing is told. Array
-- elements that are null are nobody. A purpose logs under the shapes of its own; the role of the log, which tells of
-- refusals and of reads in transactions, under all. The look is part of the insert: one of its own costs as much.
create function kept.log_access(shape integer, principal_kind text, principal_id text, data_subjects uuid[])
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
      from kept.access_shape as used cross join kept.installation as here
     where used.shape_id = shape
       and session_user in (here.role_prefix || '_' || replace(used.purpose, '-', '_'),
                            here.role_prefix || '_access_log');
  if found then
    return true;
  end if;
  if not pg_has_role(session_user, current_user, 'member') then
    raise exception 'the role % logs nothing for another purpose', session_user
      using errcode = 'insufficient_privilege';
  end if;
  insert into kept.access_log (shape_id, principal_kind, principal_id, data_subjects)
    values (shape, principal_kind, principal_id, array_remove(data_subjects, null));
  return true;
end $$;
revoke execute on function kept.log_access(integer, text, text, uuid[]) from public;

do $$
declare
  allowed text;
begin
  for allowed in select role from may_log loop
    execute format('grant execute on function kept.log_access(integer, text, text, uuid[]) to %s', allowed);
  end loop;
end $$;

-- Nobody looks an entry up by its number: a person's entries are found by person, in months that are over by their
-- index, and ordered then. A key kept up for each entry, and a check that Postgres reads anew from the catalogue for
-- each insert, cost more than writing the entry does. Numbers stay unique: no role but the owner gives one.
alter table kept.access_log drop constraint access_log_pkey;
do $$
declare
  part regclass;
begin
  for part in
    select 'kept.access_log'::regclass union all
    select inhrelid::regclass from pg_inherits where inhparent = 'kept.access_log'::regclass
  loop
    execute format('alter table %s drop constraint if exists access_log_principal_kind_check', part);
  end loop;
end $$;
