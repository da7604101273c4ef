-- A Message-ID identifies a mail of one sender; a lead becomes a customer in one act; no more is credited than was invoiced.
-- Why: whoever reused a Message-ID made another customer's mail vanish. A lead was deleted in a transaction of its own
-- after the customer was registered, and a crash between the two left both. Two indexes on the same column were written.
-- An older server can still run: it looks for Message-IDs of anybody as before, and deletes a lead that is gone already.

drop index register.message_external_id;
create unique index message_external_id on register.message (external_id, customer_id) where external_id is not null;

alter table register.unsorted_message drop constraint unsorted_message_external_id_key;
create unique index unsorted_message_external_id on register.unsorted_message (external_id, from_address);

-- Whoever registers customers sees no leads. A lead who becomes a customer keeps their id, so that they are converted
-- once, what they are told of who has looked at their data goes on, and the lead goes in the same transaction.
create function register.lead_became_customer() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from register.lead where lead_id = new.customer_id;
  return null;
end $$;
create trigger lead_became_customer after insert on register.customer
  for each row execute function register.lead_became_customer();
revoke execute on function register.lead_became_customer() from public;

drop index register.invoice_by_reference;

-- Of an invoice no more is credited than it says, whoever writes the credit note, and also when two write at once: the
-- first statement waits for whoever else settles the invoice, the second sees what they wrote. VAT is rounded on each
-- document by itself, so what is compared is without it.
create function register.credited_within_invoice() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  invoiced bigint;
begin
  select net_ore into invoiced from register.invoice
   where customer_id = new.customer_id and invoice_id = new.credited_invoice_id for no key update;
  if (select sum(credit.net_ore) from register.invoice as credit
       where credit.customer_id = new.customer_id and credit.credited_invoice_id = new.credited_invoice_id) > invoiced then
    raise exception 'more is credited than the invoice says'
      using errcode = 'check_violation', hint = 'Credit what is left of it.';
  end if;
  return null;
end $$;
create trigger credited_within_invoice after insert on register.invoice
  for each row when (new.credited_invoice_id is not null) execute function register.credited_within_invoice();
revoke execute on function register.credited_within_invoice() from public;
