-- What is owed on an invoice is paid back once.
-- Why: nothing kept two payouts of the same money apart; each had four eyes, and neither pair saw the other.
-- An older server can still run: where it asks a second time it is refused.

-- Of those that wait for the same invoice the one that has come furthest stays.
update register.payout as other set refused_at = statement_timestamp(), account_sealed = null, account_last_four = null
 where other.paid_on is null and other.refused_at is null
   and exists (select from register.payout as kept
                where kept.customer_id = other.customer_id and kept.about_invoice_id = other.about_invoice_id
                  and kept.paid_on is null and kept.refused_at is null
                  and (kept.approved_at is null, kept.requested_at, kept.payout_id)
                    < (other.approved_at is null, other.requested_at, other.payout_id));
create unique index payout_once on register.payout (customer_id, about_invoice_id)
  where paid_on is null and refused_at is null;

-- What those who approve and pay look at stays as it was asked for: the invoice and the digits that are shown, too.
create or replace function register.payout_stays() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.account_sealed is not null and new.account_sealed is not null and old.account_sealed <> new.account_sealed
     or old.account_sealed is null and new.account_sealed is not null
     or new.account_last_four is not null and new.account_last_four is distinct from old.account_last_four
     or old.approved_by is not null and (new.approved_by is distinct from old.approved_by)
     or old.paid_on is not null and (new.paid_on is distinct from old.paid_on or new.refused_at is distinct from old.refused_at)
     or old.refused_at is not null and (new.refused_at, new.approved_by, new.paid_on)
        is distinct from (old.refused_at, old.approved_by, old.paid_on)
     or (new.customer_id, new.payout_id, new.about_invoice_id, new.amount_ore, new.reason, new.requested_by, new.requested_at)
        is distinct from (old.customer_id, old.payout_id, old.about_invoice_id, old.amount_ore, old.reason, old.requested_by, old.requested_at)
  then
    raise exception 'a payout that was asked for never changes'
      using errcode = 'restrict_violation', hint = 'Refuse it, and ask for another.';
  end if;
  return new;
end $$;
