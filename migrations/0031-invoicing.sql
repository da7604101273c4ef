-- Invoices that are issued never change; their numbers follow each other; what is still to be paid stands beside them.
-- Why: bokføringsloven § 13 and bokføringsforskriften §§ 5-1-1 and 8-1 want sales documents that cannot be changed and a
-- series that can be checked. Lists of what is to be invoiced, and of what is overdue, must not read every order.
-- An older server can still run: it writes invoices and payments as before, and the triggers keep the rest.

alter table register.invoice
  -- Where it was delivered, as the invoice says it (lines of text).
  add column delivery_place text check (length(delivery_place) <= 500),
  -- Of a credit note: what it credits is to be invoiced anew.
  add column bill_again boolean not null default false,
  -- Still to be paid, less than nothing when too much was paid. Kept by triggers alone; no part of the document.
  add column outstanding_ore bigint not null default 0;

alter table register.invoice_line
  -- The line of the order that is invoiced.
  add column about_order_line smallint;
create index invoice_outstanding on register.invoice (due_on, customer_id, invoice_id) where outstanding_ore <> 0;
create index invoice_by_credited on register.invoice (customer_id, credited_invoice_id)
  where credited_invoice_id is not null;
create index reminder_by_invoice on register.reminder (customer_id, invoice_id);

alter table register.sales_order
  -- Since when something of it has been delivered and not invoiced; null when there is nothing.
  add column to_invoice_since timestamptz;
create index sales_order_to_invoice on register.sales_order (to_invoice_since, customer_id, order_id)
  where to_invoice_since is not null;

-- The series -----------------------------------------------------------------------------------------------------------
-- The row is locked by whoever issues until they commit, so that the next number is that of the next document.
insert into register.invoice_series (series, next_number)
select 'invoice', max(invoice_number) + 1 from register.invoice having count(*) > 0;

-- An invoice that comes in beside it (from another system) moves the series on.
create function register.series_follows() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into register.invoice_series as known (series, next_number) values ('invoice', new.invoice_number + 1)
  on conflict (series) do update set next_number = excluded.next_number where known.next_number < excluded.next_number;
  return null;
end $$;
create trigger series_follows after insert on register.invoice
  for each row execute function register.series_follows();

create function register.series_only_grows() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.series = old.series and new.next_number >= old.next_number then
    return new;
  end if;
  raise exception 'a series of invoice numbers only goes on'
    using errcode = 'restrict_violation', hint = 'Credit what is wrong; its number stays used.';
end $$;
create trigger series_only_grows before update or delete on register.invoice_series
  for each row execute function register.series_only_grows();

-- What is outstanding --------------------------------------------------------------------------------------------------
create function register.outstanding_of(whose uuid, invoice uuid, kind text, total bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when kind <> 'invoice' then 0 else total
    - coalesce((select sum(paid.amount_ore) from register.payment as paid
                 where paid.customer_id = whose and paid.invoice_id = invoice), 0)::bigint
    - coalesce((select sum(credit.net_ore + credit.vat_ore) from register.invoice as credit
                 where credit.customer_id = whose and credit.credited_invoice_id = invoice), 0)::bigint end;
$$;

-- Issued invoices stay ------------------------------------------------------------------------------------------------
-- Only what a row permits, and what is outstanding, may differ from what was issued. What is outstanding is counted here
-- whatever was written. A row goes when its time is over, which is when it permits nobody to use it.
create function register.invoice_stays() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.permits = 0 then
      return old;
    end if;
  elsif to_jsonb(new) - '{permits,outstanding_ore}'::text[] = to_jsonb(old) - '{permits,outstanding_ore}'::text[] then
    new.outstanding_ore := register.outstanding_of(new.customer_id, new.invoice_id, new.kind, new.net_ore + new.vat_ore);
    return new;
  end if;
  raise exception 'an invoice that is issued never changes'
    using errcode = 'restrict_violation', hint = 'Credit it, and issue a new one.';
end $$;
create trigger invoice_stays before update or delete on register.invoice
  for each row execute function register.invoice_stays();

create function register.invoice_line_stays() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.permits = 0 then
      return old;
    end if;
  elsif to_jsonb(new) - 'permits' = to_jsonb(old) - 'permits' then
    return new;
  end if;
  raise exception 'a line of an invoice that is issued never changes'
    using errcode = 'restrict_violation', hint = 'Credit it, and issue a new one.';
end $$;
create trigger invoice_line_stays before update or delete on register.invoice_line
  for each row execute function register.invoice_line_stays();

create function register.never_emptied() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception '% is never emptied', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger never_emptied before truncate on register.invoice execute function register.never_emptied();
create trigger never_emptied before truncate on register.invoice_line execute function register.never_emptied();

create function register.invoice_issued() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.outstanding_ore := case when new.kind = 'invoice' then new.net_ore + new.vat_ore else 0 end;
  return new;
end $$;
create trigger invoice_issued before insert on register.invoice
  for each row execute function register.invoice_issued();

-- Lines come all at once, with the sum that the document says; none is put in afterwards.
create function register.lines_come_at_once() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (
    select from (select customer_id, invoice_id, count(*) as many, sum(net_ore) as net from added group by 1, 2) as latest
      join register.invoice as issued using (customer_id, invoice_id)
     cross join lateral (
       select count(*) as many, coalesce(sum(line.net_ore), 0) as net from register.invoice_line as line
        where line.customer_id = issued.customer_id and line.invoice_id = issued.invoice_id) as all_lines
     where all_lines.net > issued.net_ore
        or (all_lines.many > latest.many and all_lines.net - latest.net >= issued.net_ore)) then
    raise exception 'an invoice that is issued gets no further lines'
      using errcode = 'restrict_violation', hint = 'Issue another invoice.';
  end if;
  return null;
end $$;
create trigger lines_come_at_once after insert on register.invoice_line
  referencing new table as added for each statement execute function register.lines_come_at_once();

-- A payment or a credit note changes what is outstanding of the invoice that it is for.
create function register.invoice_settled() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'invoice' then
    if new.credited_invoice_id is not null then
      update register.invoice set outstanding_ore = 0
       where customer_id = new.customer_id and invoice_id = new.credited_invoice_id;
    end if;
    return null;
  end if;
  if tg_op <> 'INSERT' then
    update register.invoice set outstanding_ore = 0 where customer_id = old.customer_id and invoice_id = old.invoice_id;
  end if;
  if tg_op <> 'DELETE' then
    update register.invoice set outstanding_ore = 0 where customer_id = new.customer_id and invoice_id = new.invoice_id;
  end if;
  return null;
end $$;
create trigger invoice_settled after insert on register.invoice
  for each row execute function register.invoice_settled();
create trigger invoice_settled after insert or delete or update of customer_id, invoice_id, amount_ore
  on register.payment for each row execute function register.invoice_settled();

-- What is to be invoiced ----------------------------------------------------------------------------------------------
create function register.delivery_to_invoice() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update register.sales_order set to_invoice_since = new.dispatched_at
   where customer_id = new.customer_id and order_id = new.order_id and to_invoice_since is null;
  return null;
end $$;
create trigger delivery_to_invoice after insert on register.delivery
  for each row execute function register.delivery_to_invoice();

-- Payouts -------------------------------------------------------------------------------------------------------------
-- What was asked for stays; somebody else approves it; an account number is only ever taken away.
create function register.payout_stays() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.account_sealed is not null and new.account_sealed is not null and old.account_sealed <> new.account_sealed
     or old.account_sealed is null and new.account_sealed is not null
     or old.approved_by is not null and (new.approved_by is distinct from old.approved_by)
     or old.paid_on is not null and (new.paid_on is distinct from old.paid_on or new.refused_at is distinct from old.refused_at)
     or old.refused_at is not null and (new.refused_at, new.approved_by, new.paid_on)
        is distinct from (old.refused_at, old.approved_by, old.paid_on)
     or (new.customer_id, new.payout_id, new.amount_ore, new.reason, new.requested_by, new.requested_at)
        is distinct from (old.customer_id, old.payout_id, old.amount_ore, old.reason, old.requested_by, old.requested_at)
  then
    raise exception 'a payout that was asked for never changes'
      using errcode = 'restrict_violation', hint = 'Refuse it, and ask for another.';
  end if;
  return new;
end $$;
create trigger payout_stays before update on register.payout
  for each row execute function register.payout_stays();
alter table register.payout add column refused_at timestamptz;

-- What is there already ------------------------------------------------------------------------------------------------
update register.invoice set outstanding_ore = 0;

-- An invoice from before lines were kept has those of its order, where they make up its sum.
insert into register.invoice_line (customer_id, invoice_id, line_number, product_id, description, quantity,
  unit_price_ore, vat_rate, net_ore, about_order_line, permits)
select issued.customer_id, issued.invoice_id, line.line_number, line.product_id,
       case customer.preferred_language when 'en' then product.name_en else product.name_nb end,
       line.quantity, line.unit_price_ore, line.vat_rate, line.quantity * line.unit_price_ore, line.line_number,
       issued.permits
  from register.invoice as issued
  join register.order_line as line using (customer_id, order_id)
  join register.product as product using (product_id)
  join register.customer as customer using (customer_id)
 where issued.net_ore = (select sum(all_lines.quantity * all_lines.unit_price_ore) from register.order_line as all_lines
                          where all_lines.customer_id = issued.customer_id and all_lines.order_id = issued.order_id)
   and not exists (select from register.invoice_line as old
                    where old.customer_id = issued.customer_id and old.invoice_id = issued.invoice_id);

update register.sales_order as placed set to_invoice_since = sent.since
  from (select customer_id, order_id, min(dispatched_at) as since from register.delivery group by 1, 2) as sent
 where sent.customer_id = placed.customer_id and sent.order_id = placed.order_id
   and not exists (select from register.invoice as issued
                    where issued.customer_id = placed.customer_id and issued.order_id = placed.order_id);

revoke execute on function register.series_follows(), register.series_only_grows(),
  register.outstanding_of(uuid, uuid, text, bigint), register.invoice_stays(), register.invoice_line_stays(),
  register.never_emptied(), register.invoice_issued(), register.lines_come_at_once(), register.invoice_settled(),
  register.delivery_to_invoice(), register.payout_stays() from public;
