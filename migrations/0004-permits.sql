-- What a row permits: one bit a purpose, on the row itself.
-- Why: row-level security then looks at nothing but the row, and a choice of the person changes the bits in the
-- transaction that records it. An older server can still run against this: nothing it uses is changed.

-- The purposes that a person admits today. `always`: nothing they choose stands in the way; `consent`: only while one is
-- in force; `objection`: until they object. A restriction (Art. 18) leaves only what goes on despite it.
create function kept.person_permits(person uuid) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(bit_or(1::bigint << purpose.bit::integer), 0)
    from kept.purpose as purpose
   where purpose.in_force
     and case purpose.gate
           when 'always' then true
           when 'consent' then exists (
             select from kept.consent_record as given
              where given.person_id = person and given.purpose = purpose.name and given.withdrawn_at is null)
           else not exists (
             select from kept.objection as made
              where made.person_id = person and made.purpose = purpose.name and made.withdrawn_at is null)
         end
     and (purpose.despite_restriction or not exists (
       select from kept.restriction as restricted
        where restricted.person_id = person and restricted.lifted_at is null));
$$;

-- Who changes what a person admits waits for who adds rows of that person, and the other way round: a row is never
-- stamped with bits that a choice committed meanwhile has taken away.
create function kept.lock_person(person uuid) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended(person::text, 4711));
$$;
create function kept.lock_person_shared(person uuid) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select pg_advisory_xact_lock_shared(hashtextextended(person::text, 4711));
$$;

-- Replaced by `kept apply` with one statement for each table of the policy that has a gate.
create function kept.refresh_rows(person uuid, bits bigint) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
end $$;

-- Brings the bits of all rows of a person up to what they admit now. plpgsql, so that each statement sees what was
-- committed while the lock was waited for.
create function kept.refresh_permits(person uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform kept.lock_person(person);
  perform kept.refresh_rows(person, kept.person_permits(person));
end $$;

create function kept.choice_changed() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    perform kept.refresh_permits(old.person_id);
  end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.person_id <> old.person_id) then
    perform kept.refresh_permits(new.person_id);
  end if;
  return null;
end $$;

create trigger refresh_permits after insert or update or delete on kept.consent_record
  for each row execute function kept.choice_changed();
create trigger refresh_permits after insert or update or delete on kept.objection
  for each row execute function kept.choice_changed();
create trigger refresh_permits after insert or update or delete on kept.restriction
  for each row execute function kept.choice_changed();

revoke execute on function kept.person_permits(uuid), kept.lock_person(uuid), kept.lock_person_shared(uuid),
  kept.refresh_rows(uuid, bigint), kept.refresh_permits(uuid), kept.choice_changed() from public;
