-- What was inferred of somebody goes in the transaction in which they take back their yes to it.
-- Why: afterwards the purpose sees none of their rows, and so could not delete them itself.
-- An older server can still run: it withdraws consents as before, and nothing else changes.

create function register.forget_patterns() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from register.purchase_pattern where customer_id = new.person_id;
  return null;
end $$;
revoke execute on function register.forget_patterns() from public;

create trigger forget_patterns after update of withdrawn_at on kept.consent_record
  for each row when (new.purpose = 'marketing-profiling' and new.withdrawn_at is not null)
  execute function register.forget_patterns();
