/** Doors that nobody compiled: each is opened by hand in a live database, and named. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyPolicy, findDrift } from '../../../src/enforcement/index.ts';
import { inputFor } from '../../support/apply.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { tradePolicy } from '../../support/trade-policy.ts';

const { policy } = tradePolicy();
let database: TestDatabase;
let usual: Set<string>;

const places = async (): Promise<string[]> =>
  (await findDrift(database.pool, policy, database.rolePrefix)).map(({ kind, place }) => `${kind} ${place}`);

async function found(): Promise<string[]> {
  return (await places()).filter((place) => !usual.has(place));
}

beforeAll(async () => {
  database = await createTestDatabase();
  await applyPolicy(database.pool, inputFor(database));
  usual = new Set(await places());
});
afterAll(() => database.close());

type Case = readonly [what: string, plant: string, undo: string, finds: string];

const COPY = `create schema side; create table side.copy (name text);
  create function side.copy() returns trigger language plpgsql security definer as
    $$ begin insert into side.copy values (new::text); return new; end $$;
  revoke execute on function side.copy() from public;`;
const NO_COPY = 'drop schema side cascade';

const IN_TABLES: readonly Case[] = [
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
    'create unique index customer_email on register.customer (lower(email))',
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

const IN_FUNCTIONS: readonly Case[] = [
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

const IN_RIGHTS: readonly Case[] = [
  [
    'a purpose that owns a table',
    'alter table register.message owner to ROLE_support',
    'alter table register.message owner to current_user',
    'role-reaches-too-far ROLE_support owns table register.message',
  ],
  [
    'a purpose in a role that reads everything',
    'grant pg_read_all_data to ROLE_marketing',
    'revoke pg_read_all_data from ROLE_marketing',
    'differs-from-policy role ROLE_marketing',
  ],
  [
    'a stranger in a role that reads everything, to be put on when wanted',
    'create role STRANGER login noinherit; grant pg_read_all_data to STRANGER',
    'drop role STRANGER',
    'role-reaches-too-far STRANGER',
  ],
  [
    'a stranger behind another role',
    `create role STRANGER_group nologin; grant select on register.customer to STRANGER_group;
     create role STRANGER login; grant STRANGER_group to STRANGER with inherit false`,
    'drop owned by STRANGER_group; drop role STRANGER, STRANGER_group',
    'role-reaches-too-far STRANGER',
  ],
  [
    'a stranger who may become the owner',
    'do $$ begin execute format($f$create role STRANGER login; grant %I to STRANGER$f$, current_user); end $$',
    'drop role STRANGER',
    'role-reaches-too-far STRANGER',
  ],
  [
    'rights that come by themselves',
    'alter default privileges in schema register grant select on tables to ROLE_marketing',
    'alter default privileges in schema register revoke select on tables from ROLE_marketing',
    'role-reaches-too-far default privileges register ROLE_marketing',
  ],
  [
    'a purpose that may make tables',
    'grant create on schema register to ROLE_marketing',
    'revoke create on schema register from ROLE_marketing',
    'role-reaches-too-far create register ROLE_marketing',
  ],
  [
    'everybody may make tables',
    'grant create on schema public to public',
    'revoke create on schema public from public',
    'role-reaches-too-far create public public',
  ],
  [
    'a purpose that may make schemas',
    'grant create on database DATABASE to ROLE_marketing',
    'revoke create on database DATABASE from ROLE_marketing',
    'role-reaches-too-far create database ROLE_marketing',
  ],
  [
    'a purpose that may switch triggers off',
    'grant set on parameter session_replication_role to ROLE_marketing',
    'revoke set on parameter session_replication_role from ROLE_marketing',
    'role-reaches-too-far parameter session_replication_role ROLE_marketing',
  ],
  [
    'a publication of customers',
    'create publication out for table register.customer',
    'drop publication out',
    'role-reaches-too-far publication out',
  ],
  [
    'a publication of everything',
    'create publication out for all tables',
    'drop publication out',
    'role-reaches-too-far publication out',
  ],
  [
    'a subscription, whose rows no stamp meets',
    `create subscription inwards connection 'host=127.0.0.1 port=1' publication none with (connect = false, slot_name = none)`,
    'drop subscription inwards',
    'role-reaches-too-far subscription inwards',
  ],
];

describe.each([
  ['in tables', IN_TABLES],
  ['in functions', IN_FUNCTIONS],
  ['in rights', IN_RIGHTS],
] as const)('openings %s', (_where, cases) => {
  test.each(cases)('%s is found and named', async (_what, plant, undo, finds) => {
    const { rolePrefix } = database;
    const named = (text: string): string =>
      text
        .replaceAll('ROLE_', `${rolePrefix}_`)
        .replaceAll('DATABASE', rolePrefix)
        .replaceAll('STRANGER', `x${rolePrefix}`);
    await database.pool.query(named(plant));
    expect(await found()).toContain(named(finds));
    if (undo !== 'REAPPLY') await database.pool.query(named(undo));
    // What a policy makes comes back by itself.
    await applyPolicy(database.pool, inputFor(database));
    expect(await found()).toEqual([]);
  });
});
