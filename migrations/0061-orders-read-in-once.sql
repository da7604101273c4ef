-- An order that is read in keeps what the file calls it.
-- Why: the same file, or another with the same rows, made every order a second time.
-- An older server can still run: it reads orders in without, and two that have none are never the same.

alter table register.sales_order
  -- What the file that it was read in from calls it: once of each customer.
  add column imported_reference text check (length(imported_reference) between 1 and 60);
create unique index sales_order_imported_once on register.sales_order (imported_reference, customer_id)
  where imported_reference is not null;
