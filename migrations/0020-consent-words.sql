-- A consent holds for the words it was given to (Art. 4(11), 7(1)).
-- Why: a purpose that asks in other words asks for something else, so consents given to the earlier words no longer
-- admit it, unless the policy says that the earlier words asked for the same.
-- An older server can still run against this, but its `kept apply` would write no words: apply with this version.

-- SHA-256 of the words in each language that a consent in force may have been given to, hexadecimal. Written by
-- `kept apply`; empty until then, so that nothing is admitted that has not been compared.
alter table kept.purpose add column consent_hashes text[] not null default '{}';

create or replace function kept.person_permits(person uuid) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(bit_or(1::bigint << purpose.bit::integer), 0)
    from kept.purpose as purpose
   where purpose.in_force
     and case purpose.gate
           when 'always' then true
           when 'consent' then exists (
             select from kept.consent_record as given
              where given.person_id = person and given.purpose = purpose.name and given.withdrawn_at is null
                and given.text_hash = any (purpose.consent_hashes))
           else not exists (
             select from kept.objection as made
              where made.person_id = person and made.purpose = purpose.name and made.withdrawn_at is null)
         end
     and (purpose.despite_restriction or not exists (
       select from kept.restriction as restricted
        where restricted.person_id = person and restricted.lifted_at is null));
$$;
