/** Each way in which a live database can leave its policy is planted, and found. */
import { type Tampered, testTampering } from './tampered.ts';

const DRIFTED: readonly Tampered[] = [
  [
    'a choice that no longer reaches the rows',
    'alter table kept.objection disable trigger refresh_permits',
    'alter table kept.objection enable trigger refresh_permits',
    'differs-from-policy trigger kept.objection refresh_permits',
  ],
  [
    'a ledger that may be changed',
    'alter table kept.ledger_entry disable trigger only_grows',
    'alter table kept.ledger_entry enable always trigger only_grows',
    'differs-from-policy trigger kept.ledger_entry only_grows',
  ],
  [
    'a function of the product with another body',
    `create or replace function kept.lock_person(person uuid) returns void language sql volatile security definer
       set search_path = pg_catalog, pg_temp as 'select null::void'`,
    `create or replace function kept.lock_person(person uuid) returns void language sql volatile security definer
       set search_path = pg_catalog, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended(person::text, 4711));
$$`,
    'differs-from-policy function kept.lock_person(uuid)',
  ],
  [
    'a function that everybody may run',
    'grant execute on function kept.refresh_permits(uuid) to public',
    'revoke execute on function kept.refresh_permits(uuid) from public',
    'role-reaches-too-far public kept.refresh_permits(uuid)',
  ],
  [
    'a right that may be passed on',
    'grant select (email) on register.customer to ROLE_support with grant option',
    'revoke select (email) on register.customer from ROLE_support',
    'role-reaches-too-far register.customer.email ROLE_support',
  ],
  [
    'a search that is opened to a purpose without names',
    'grant execute on function kept.find_register_sales_order_deliver_to_name(text,integer) to ROLE_support',
    'revoke execute on function kept.find_register_sales_order_deliver_to_name(text,integer) from ROLE_support',
    'differs-from-policy execute kept.find_register_sales_order_deliver_to_name(text,integer) ROLE_support',
  ],
  [
    'a search that no longer says how it looks',
    'alter function kept.find_register_sales_order_deliver_to_name(text,integer) reset enable_seqscan',
    'REAPPLY',
    'differs-from-policy function kept.find_register_sales_order_deliver_to_name(text,integer)',
  ],
  [
    'a table nobody described',
    'create table register.secret_list (name text)',
    'drop table register.secret_list',
    'unknown-table register.secret_list',
  ],
  [
    'a table in a schema of its own',
    'create schema side; create table side.copy (name text)',
    'drop schema side cascade',
    'unknown-table side.copy',
  ],
  [
    'a view that looks with its owner’s eyes',
    'create view public.all_customers as select * from register.customer',
    'drop view public.all_customers',
    'unknown-table public.all_customers',
  ],
  [
    'a column nobody described',
    'alter table register.customer add column shoe_size text',
    'alter table register.customer drop column shoe_size',
    'unknown-column register.customer.shoe_size',
  ],
  [
    'a column that went missing',
    'alter table register.product rename column sku to sku2',
    'alter table register.product rename column sku2 to sku',
    'missing-column register.product.sku',
  ],
  [
    'a column granted beside the policy',
    'grant select (phone) on register.customer to ROLE_support',
    'revoke select (phone) on register.customer from ROLE_support',
    'differs-from-policy grant register.customer ROLE_support select',
  ],
  [
    'a whole table granted',
    'grant update on register.message to ROLE_marketing',
    'revoke update on register.message from ROLE_marketing',
    'differs-from-policy grant register.message ROLE_marketing update',
  ],
  [
    'a grant taken away',
    'revoke select on register.message from ROLE_support',
    'grant select (customer_id, message_id, direction, channel, at, extends_relationship, subject_line, body) on register.message to ROLE_support',
    'differs-from-policy grant register.message ROLE_support select',
  ],
  [
    'row-level security switched off',
    'alter table register.customer disable row level security',
    'alter table register.customer enable row level security',
    'differs-from-policy row-security register.customer',
  ],
  [
    'a row policy that lets everything through',
    'alter policy ROLE_marketing on register.customer using (true)',
    'REAPPLY',
    'differs-from-policy row-policy register.customer ROLE_marketing',
  ],
  [
    'a row policy of somebody else',
    'create policy extra on register.customer using (true)',
    'drop policy extra on register.customer',
    'differs-from-policy row-policy register.customer extra',
  ],
  [
    'a purpose made member of another',
    'grant ROLE_support to ROLE_marketing',
    'revoke ROLE_support from ROLE_marketing',
    'differs-from-policy role ROLE_marketing',
  ],
  [
    'a stamp that no longer stamps',
    'alter table register.message disable trigger stamp_permits',
    'alter table register.message enable trigger stamp_permits',
    'differs-from-policy trigger register.message stamp_permits',
  ],
  [
    'a function with another body',
    'create or replace function kept.refresh_all_rows() returns void language plpgsql as $$ begin end $$',
    'REAPPLY',
    'differs-from-policy function kept.refresh_all_rows()',
  ],
  [
    'a view that shows more',
    'drop view marketing.customer; create view marketing.customer as select * from register.customer',
    'REAPPLY',
    'differs-from-policy view marketing.customer',
  ],
  [
    'another search path',
    'alter role ROLE_marketing in database DATABASE set search_path = register',
    'REAPPLY',
    'differs-from-policy setting ROLE_marketing',
  ],
  [
    'a gate that was opened',
    `update kept.purpose set gate = 'always' where name = 'marketing'`,
    'REAPPLY',
    'differs-from-policy kept.purpose marketing',
  ],
  [
    'a function granted',
    'grant execute on function kept.refresh_permits(uuid) to ROLE_marketing',
    'revoke execute on function kept.refresh_permits(uuid) from ROLE_marketing',
    'differs-from-policy execute kept.refresh_permits(uuid) ROLE_marketing',
  ],
  [
    'a stranger who can log in and read',
    'create role STRANGER login; grant usage on schema register to STRANGER; grant select (email) on register.customer to STRANGER',
    'drop owned by STRANGER; drop role STRANGER',
    'role-reaches-too-far STRANGER',
  ],
  [
    'a stranger who may become a purpose',
    'create role STRANGER login noinherit; grant ROLE_support to STRANGER',
    'drop owned by STRANGER; drop role STRANGER',
    'role-reaches-too-far STRANGER',
  ],
  [
    'everybody let in',
    'grant select on register.customer to public',
    'revoke select on register.customer from public',
    'role-reaches-too-far public',
  ],
];

testTampering(DRIFTED);
