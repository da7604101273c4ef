-- How it is known that a delivery arrived, and what an add-on service's supplier must be told.
-- Why: the end of the customer relationship counts from the receipt, so its source stands beside it; and an add-on is
-- ordered by accepting just the fields that its supplier needs, so the catalogue names them.
-- An older server can still run: it writes neither column.

alter table register.delivery
  -- The receipt that was confirmed, what the carrier says, or that fourteen days passed without a word.
  add column completed_through text check (completed_through in ('receipt', 'carrier', 'time'));

alter table register.product
  -- Names of what is shared with the supplier of an add-on; empty for what we provide ourselves.
  add column shared_fields text[] not null default '{}'
    check (shared_fields <@ array['name', 'email', 'phone', 'postal-address', 'order-number']),
  add constraint product_shares_with_supplier check (shared_fields = '{}' or supplier_id is not null);
