-- The ledger: entries are appended in one dense row of numbers, and neither entries nor checkpoints are ever changed.
-- Why: what happened must be provable afterwards, also against whoever runs the database.
-- An older server can still run against this: nothing it uses is changed.

-- Refuses, also for the owner. Who drops the trigger is found by `kept ledger verify`, which looks for it and
-- recomputes every hash up to checkpoints that lie outside the database.
create function kept.ledger_refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'kept.% only grows: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'insufficient_privilege',
          hint = 'What was wrong is told by a new entry; nothing is rewritten.';
end $$;

create trigger only_grows before update or delete on kept.ledger_entry
  for each row execute function kept.ledger_refuse_change();
create trigger only_grows_whole before truncate on kept.ledger_entry
  for each statement execute function kept.ledger_refuse_change();
create trigger only_grows before update or delete on kept.ledger_checkpoint
  for each row execute function kept.ledger_refuse_change();
create trigger only_grows_whole before truncate on kept.ledger_checkpoint
  for each statement execute function kept.ledger_refuse_change();
-- Always: `session_replication_role = replica` switches ordinary triggers off.
alter table kept.ledger_entry enable always trigger only_grows;
alter table kept.ledger_entry enable always trigger only_grows_whole;
alter table kept.ledger_checkpoint enable always trigger only_grows;
alter table kept.ledger_checkpoint enable always trigger only_grows_whole;

-- The roots of the full subtrees, 32 bytes each, left to right: the next checkpoint goes on from them.
alter table kept.ledger_checkpoint add column frontier bytea not null;

-- Appends the canonical JSON of an act and returns its index. Acts wait for each other until commit, so that indexes
-- are dense: an act that is rolled back leaves no gap.
create function kept.ledger_append(kind text, leaf bytea) returns bigint
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
  perform pg_advisory_xact_lock(hashtextextended('kept.ledger_append', 0));
  select coalesce(max(entry.entry_index) + 1, 0) into place from kept.ledger_entry as entry;
  insert into kept.ledger_entry (entry_index, at, kind, leaf, leaf_hash)
    values (place, (act ->> 'at')::timestamptz, kind, leaf, sha256('\x00'::bytea || leaf));
  return place;
end $$;

-- HMAC-SHA256 of the person's id under their salt, hexadecimal. Programs get the commitment, never the salt; deleting
-- the salt erases the link between the person and the entries.
create function kept.ledger_commitment(person uuid) returns text
language plpgsql volatile strict security definer set search_path = pg_catalog, pg_temp as $$
declare
  key bytea;
  inner_pad bytea := decode(repeat('36', 64), 'hex');
  outer_pad bytea := decode(repeat('5c', 64), 'hex');
begin
  -- gen_random_uuid is the strong random source that needs no extension; two of them hold 244 random bits.
  insert into kept.ledger_salt (person_id, salt)
    values (person, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
    on conflict (person_id) do nothing;
  select salted.salt into strict key from kept.ledger_salt as salted where salted.person_id = person;
  for place in 0..31 loop
    inner_pad := set_byte(inner_pad, place, get_byte(inner_pad, place) # get_byte(key, place));
    outer_pad := set_byte(outer_pad, place, get_byte(outer_pad, place) # get_byte(key, place));
  end loop;
  return encode(sha256(outer_pad || sha256(inner_pad || convert_to(person::text, 'UTF8'))), 'hex');
end $$;

-- A role acts under a purpose or not at all: what may append is granted by name.
revoke execute on function kept.ledger_append(text, bytea), kept.ledger_commitment(uuid), kept.ledger_refuse_change()
  from public;

-- A control that could not run (it asks for web pages, and only the database is at hand) says so.
alter table kept.control_result drop constraint control_result_status_check;
alter table kept.control_result add check (status in ('holds', 'broken', 'not-run'));
