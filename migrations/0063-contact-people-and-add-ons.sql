-- How an add-on service ended, and a contact person who leaves.
-- Why: who ended an add-on and why stands beside when; whoever is no longer a contact person is out in the same
-- transaction, with nothing left to sign in with; and messages are found by the contact person who wrote them.
-- An older server can still run: what is new may be empty.

alter table register.add_on
  -- In words that the customer reads; empty where they ended it themselves.
  add column end_reason text check (length(end_reason) between 1 and 500),
  -- A staff_id.
  add column ended_by uuid,
  add constraint add_on_end_has_time check (ended_at is not null or (end_reason is null and ended_by is null)),
  add constraint add_on_end_has_reason check ((ended_by is null) = (end_reason is null)),
  add constraint add_on_ends_after check (ended_at >= accepted_at);
create index add_on_by_time on register.add_on (accepted_at, customer_id, add_on_id);

create index message_by_contact on register.message (with_contact) where with_contact is not null;

-- The account of a contact person has their key and is of nobody else: it goes with them, and sessions, passwords and
-- the log of sign-ins with it.
create function kept.contact_left() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from kept.verification where account_id = old.contact_person_id;
  delete from kept.account where account_id = old.contact_person_id;
  return null;
end $$;
create trigger contact_left after delete on register.contact_person
  for each row execute function kept.contact_left();
revoke execute on function kept.contact_left() from public;

-- Accounts that contact people left behind before this.
delete from kept.account as account
 where not exists (select from register.customer where customer_id = account.account_id)
   and not exists (select from register.contact_person where contact_person_id = account.account_id)
   and not exists (select from kept.staff where staff_id = account.account_id);
