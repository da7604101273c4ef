-- A consumer withdraws from a purchase (angrerettloven § 20).
-- Why: that it was done, and when, stands on the order, so that nothing more of it is sent; what has been sent comes back
-- through a case of its own kind among the claims, with the day on which the money is to be paid back.
-- An older server can still run: what is new has a default or may be empty.

alter table register.sales_order add column withdrawn_at timestamptz;

alter table register.claim
  add column kind text not null default 'fault' check (kind in ('fault', 'withdrawal'));
create unique index claim_withdrawal_once on register.claim (customer_id, about_order_id) where kind = 'withdrawal';
