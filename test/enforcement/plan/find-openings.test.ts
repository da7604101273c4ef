/** Doors that nobody compiled, in tables and functions: each is opened by hand in a live database, and named. */
import { type Tampered, testTampering } from './tampered.ts';

const COPY = `create schema side; create table side.copy (name text);
  create function side.copy() returns trigger language plpgsql security definer as
    $$ begin insert into side.copy values (new::text); return new; end $$;
  revoke execute on function side.copy() from public;`;
const NO_COPY = 'drop schema side cascade';

const IN_TABLES: readonly Tampered[] = [
  [
    'a trigger that copies rows',
    `${COPY} create trigger copies after insert on register.customer for each row execute function side.copy()`,
    NO_COPY,
    'differs-from-policy trigger register.customer copies',
  ],
  [
    'a rule that copies rows',
    `${COPY} create rule copies as on insert to register.message do also insert into side.copy values (new.body)`,
    NO_COPY,
    'differs-from-policy rule register.message copies',
  ],
  [
    'a default that runs a function',
    `create schema side; create function side.leak() returns text language sql as $$ select 'NO' $$;
     alter table register.customer alter column country set default side.leak()`,
    `alter table register.customer alter column country set default 'NO'; ${NO_COPY}`,
    'differs-from-policy column register.customer.country',
  ],
  [
    'a check that runs a function',
    `create schema side; create function side.leak(text) returns boolean language sql immutable as $$ select true $$;
     alter table register.customer add constraint leaks check (side.leak(email))`,
    `alter table register.customer drop constraint leaks; ${NO_COPY}`,
    'differs-from-policy constraint register.customer leaks',
  ],
  [
    'an index that runs a function',
    `create schema side; create function side.leak(text) returns text language sql immutable as $$ select $1 $$;
     create index leaks on register.customer (side.leak(email))`,
    `drop index register.leaks; ${NO_COPY}`,
    'differs-from-policy index register.customer leaks',
  ],
  [
    'a check that was dropped',
    'alter table register.payment drop constraint payment_card_last_four_check',
    `alter table register.payment add constraint payment_card_last_four_check check (card_last_four ~ '^[0-9]{4}$')`,
    'differs-from-policy constraint register.payment payment_card_last_four_check',
  ],
  [
    'a key whose triggers are off',
    'alter table register.order_line disable trigger all',
    'alter table register.order_line enable trigger all',
    'differs-from-policy constraint register.order_line order_line_product_id_fkey',
  ],
  [
    'a unique index that is gone',
    'drop index register.customer_email',
    'create unique index customer_email on register.customer (email)',
    'differs-from-policy index register.customer customer_email',
  ],
  [
    'a ledger that a crash may lose',
    'alter table kept.ledger_entry set unlogged',
    'alter table kept.ledger_entry set logged',
    'differs-from-policy table kept.ledger_entry',
  ],
  [
    'a table that somebody inherits from',
    'create schema side; create table side.more () inherits (register.customer)',
    NO_COPY,
    'unknown-table side.more',
  ],
  [
    'a foreign table',
    `create foreign data wrapper away; create server away foreign data wrapper away;
     create foreign table register.away (name text) server away`,
    'drop foreign data wrapper away cascade',
    'unknown-table register.away',
  ],
  [
    'a view over a view of a purpose',
    'create view public.again as select * from marketing.customer; grant select on public.again to ROLE_support',
    'drop view public.again',
    'unknown-table public.again',
  ],
  [
    'a month of the access log that everybody may read',
    `do $$ begin execute format('grant select on %s to public',
       (select relid from pg_partition_tree('kept.access_log') where isleaf limit 1)); end $$`,
    `do $$ begin execute format('revoke select on %s from public',
       (select relid from pg_partition_tree('kept.access_log') where isleaf limit 1)); end $$`,
    'role-reaches-too-far public',
  ],
];

const IN_FUNCTIONS: readonly Tampered[] = [
  [
    'a function of the product that acts as its caller',
    'alter function kept.person_permits(uuid) security invoker',
    'alter function kept.person_permits(uuid) security definer',
    'differs-from-policy function kept.person_permits(uuid)',
  ],
  [
    'a function of the product with another search path',
    'alter function kept.person_permits(uuid) set search_path = register, pg_catalog',
    'alter function kept.person_permits(uuid) set search_path = pg_catalog, pg_temp',
    'differs-from-policy function kept.person_permits(uuid)',
  ],
  [
    'a generated function with another search path',
    'alter function kept.stamp_register_message() set search_path = register, pg_catalog',
    'REAPPLY',
    'differs-from-policy function kept.stamp_register_message()',
  ],
  [
    'a function that shadows one of the product',
    `create function kept.lock_person(text) returns void language sql as 'select null::void';
     revoke execute on function kept.lock_person(text) from public`,
    'drop function kept.lock_person(text)',
    'differs-from-policy function kept.lock_person(text)',
  ],
  [
    'a function that reads for everybody with its owner’s rights',
    `create schema side; create function side.all_customers() returns setof register.customer language sql
       security definer as 'select * from register.customer'`,
    NO_COPY,
    'role-reaches-too-far public side.all_customers()',
  ],
  [
    'the same, for one purpose',
    `create function public.all_customers() returns setof register.customer language sql
       security definer as 'select * from register.customer';
     revoke execute on function public.all_customers() from public;
     grant execute on function public.all_customers() to ROLE_marketing`,
    'drop function public.all_customers()',
    'role-reaches-too-far ROLE_marketing public.all_customers()',
  ],
  [
    'an event trigger',
    `create schema side; create function side.watch() returns event_trigger language plpgsql as 'begin end';
     create event trigger watches on ddl_command_end execute function side.watch()`,
    'drop event trigger watches; drop schema side cascade',
    'role-reaches-too-far event trigger watches',
  ],
];

testTampering([...IN_TABLES, ...IN_FUNCTIONS]);
