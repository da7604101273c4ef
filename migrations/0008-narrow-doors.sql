-- The doors that every purpose may knock on open only as far as the purpose goes, and what was recorded stays.
-- Why: who holds the password of one purpose could append acts of any kind to the ledger, and bytes that are no act, after
-- which it never verifies again; tell looks of another purpose into the access log; make a withdrawn consent stand again;
-- send everybody's mail, also what was sent, to an address of their own; hold up withdrawals with a lock of Postgres; and
-- put people's data into large objects, which belong to no table and can be handed to another purpose.
-- An older server can still run against this: what it appends, logs and changes is let through.

-- The one spelling of an act (RFC 8785); null for what an act cannot be. Numbers are those that JavaScript writes as
-- Postgres does.
create function kept.canonical_act(act jsonb) returns text
language sql immutable strict set search_path = pg_catalog, pg_temp as $$
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
$$;

-- Whether the role that signed in may append acts of a kind: acts of the system are the owner's; an act about a record
-- is for who may write such records; a request can reach any purpose.
create function kept.may_append(kind text) returns boolean
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
    else false
  end;
$$;

create or replace function kept.ledger_append(kind text, leaf bytea) returns bigint
language plpgsql volatile strict security definer set search_path = pg_catalog, pg_temp as $$
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
end $$;

-- A purpose logs under the shapes of its own: its role is named after it. The look is part of the insert, because one
-- of its own costs as much as the entry; a name that ends another (check, credit-check) is not told apart.
create or replace function kept.log_access(shape integer, principal_kind text, principal_id text, data_subjects uuid[])
returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
begin
  insert into kept.access_log (shape_id, principal_kind, principal_id, data_subjects)
    select shape, principal_kind, principal_id, coalesce(array_remove(data_subjects, null), '{}')
      from kept.access_shape as used
     where used.shape_id = shape and session_user like '%\_' || replace(used.purpose, '-', '\_');
  if not found then
    if not pg_has_role(session_user, current_user, 'member') then
      raise exception 'the role % logs nothing for another purpose', session_user
        using errcode = 'insufficient_privilege';
    end if;
    insert into kept.access_log (shape_id, principal_kind, principal_id, data_subjects)
      values (shape, principal_kind, principal_id, coalesce(array_remove(data_subjects, null), '{}'));
  end if;
end $$;

-- What a person chose is evidence (Art. 7(1)): it ends, once, and is not changed otherwise. The first argument is the
-- column that says when; the others may change with it. The owner may, to carry out what the law asks for.
create function kept.choice_stays() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
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
end $$;
create trigger choice_stays before update on kept.consent_record
  for each row execute function kept.choice_stays('withdrawn_at', 'withdrawn_method');
create trigger choice_stays before update on kept.objection
  for each row execute function kept.choice_stays('withdrawn_at');
create trigger choice_stays before update on kept.restriction
  for each row execute function kept.choice_stays('lifted_at');

-- A mail goes to whom it was written to, with the words that were written, and once.
create function kept.mail_stays() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if pg_has_role(session_user, (select relowner from pg_class where oid = tg_relid), 'member') then
    return new;
  end if;
  if (new.mail_id, new.person_id, new.addressee, new.language, new.template, new.subject_line, new.body_text,
      new.body_html, new.created_at)
    is distinct from
     (old.mail_id, old.person_id, old.addressee, old.language, old.template, old.subject_line, old.body_text,
      old.body_html, old.created_at)
    or (old.sent_at is not null and new.sent_at is distinct from old.sent_at)
  then
    raise exception 'a mail is not changed once it is written' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger mail_stays before update on kept.outbox for each row execute function kept.mail_stays();

revoke execute on function kept.canonical_act(jsonb), kept.may_append(text), kept.choice_stays(),
  kept.mail_stays() from public;

-- Postgres lets everybody make large objects and take advisory locks under any number, also those by which withdrawals and the ledger wait for each other. Kept's own functions take them as their owner. On
-- a server whose superuser is somebody else, Postgres warns and leaves it; `kept verify` names large objects there.
do $$
declare
  open text;
begin
  for open in
    select oid::regprocedure::text from pg_proc
     where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^(lo_|loread$|lowrite$|pg_(try_)?advisory_)'
       and has_function_privilege('public', oid, 'execute')
  loop
    execute format('grant execute on function %s to current_user', open);
    execute format('revoke execute on function %s from public', open);
  end loop;
end $$;
