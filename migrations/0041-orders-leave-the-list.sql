-- An order leaves the list of what is to be invoiced with its invoice, and comes back with a credit note that says so.
-- Why: an invoice that comes in otherwise than by issuing (from another system) left its order on the list.
-- An older server can still run: it takes the order off the list itself, which then changes nothing.

create or replace function register.invoice_settled() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'invoice' then
    if new.credited_invoice_id is not null then
      update register.invoice set outstanding_ore = 0
       where customer_id = new.customer_id and invoice_id = new.credited_invoice_id;
    end if;
    if new.kind = 'invoice' or new.bill_again then
      update register.sales_order
         set to_invoice_since = case when new.bill_again then statement_timestamp() end
       where customer_id = new.customer_id and order_id = new.order_id
         and (to_invoice_since is null) = new.bill_again;
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

update register.sales_order as placed set to_invoice_since = null
 where to_invoice_since is not null
   and exists (select from register.invoice as issued
                where issued.customer_id = placed.customer_id and issued.order_id = placed.order_id
                  and not exists (select from register.invoice_line as line
                                   where line.customer_id = issued.customer_id and line.invoice_id = issued.invoice_id));
