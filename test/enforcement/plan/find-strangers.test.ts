/** Rights that no policy gave: of strangers, of purposes, of everybody, and copies that leave the database. */
import { createDatabaseOnOwnServer } from '../../support/own-server.ts';
import { type Tampered, testTampering } from './tampered.ts';

const IN_RIGHTS: readonly Tampered[] = [
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
    'a role that passes by row security',
    'alter role ROLE_marketing bypassrls',
    'alter role ROLE_marketing nobypassrls',
    'differs-from-policy role ROLE_marketing',
  ],
  [
    'a stranger in a role that reads everything, to be put on when wanted',
    'create role STRANGER login noinherit; grant pg_read_all_data to STRANGER',
    'drop role STRANGER',
    'role-reaches-too-far STRANGER',
  ],
  [
    'a stranger whom no row policy holds',
    'create role STRANGER login bypassrls',
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

testTampering(IN_RIGHTS, createDatabaseOnOwnServer);
