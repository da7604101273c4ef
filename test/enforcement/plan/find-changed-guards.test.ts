/** Guards that are still there but no longer guard: stamps made anew, and settings that switch something off. */
import { type Tampered, testTampering } from './tampered.ts';

const CHANGED: readonly Tampered[] = [
  [
    'a stamp that got a condition',
    `drop trigger stamp_permits on register.message; create trigger stamp_permits before insert on register.message
       for each row when (new.channel = 'mail') execute function kept.stamp_register_message()`,
    'REAPPLY',
    'differs-from-policy trigger register.message stamp_permits',
  ],
  [
    'a stamp at other events',
    `create or replace trigger stamp_permits before insert or update on register.message
       for each row execute function kept.stamp_register_message()`,
    'REAPPLY',
    'differs-from-policy trigger register.message stamp_permits',
  ],
  [
    'a stamp for a part of the columns',
    `create or replace trigger stamp_permits before insert or update of body on register.message
       for each row execute function kept.stamp_register_message()`,
    'REAPPLY',
    'differs-from-policy trigger register.message stamp_permits',
  ],
  [
    'a stamp once a statement',
    `create or replace trigger stamp_permits before insert on register.message
       for each statement execute function kept.stamp_register_message()`,
    'REAPPLY',
    'differs-from-policy trigger register.message stamp_permits',
  ],
  [
    'a stamp of another table',
    `create or replace trigger stamp_permits before insert on register.message
       for each row execute function kept.stamp_register_sales_order()`,
    'REAPPLY',
    'differs-from-policy trigger register.message stamp_permits',
  ],
  [
    'a stamp that fires for replicas only',
    'alter table register.message enable replica trigger stamp_permits',
    'REAPPLY',
    'differs-from-policy trigger register.message stamp_permits',
  ],
  ...[
    'row_security = off',
    'search_path = register',
    `session_replication_role = replica`,
    'synchronous_commit = off',
  ].map(
    (setting) =>
      [
        `${setting} for a purpose in every database`,
        `alter role ROLE_marketing set ${setting}`,
        'REAPPLY',
        'differs-from-policy setting ROLE_marketing everywhere',
      ] as const,
  ),
  [
    'another identity for a purpose that signs in',
    'alter role ROLE_marketing set role = ROLE_support',
    'REAPPLY',
    'differs-from-policy setting ROLE_marketing everywhere',
  ],
  [
    'a further setting for a purpose in this database',
    'alter role ROLE_marketing in database DATABASE set session_replication_role = replica',
    'REAPPLY',
    'differs-from-policy setting ROLE_marketing',
  ],
  [
    'a setting for the role of the access log',
    'alter role ROLE_access_log in database DATABASE set synchronous_commit = off',
    'alter role ROLE_access_log in database DATABASE reset all',
    'differs-from-policy setting ROLE_access_log',
  ],
  [
    'a setting for all roles of this database',
    'alter database DATABASE set session_replication_role = replica',
    'alter database DATABASE reset session_replication_role',
    'role-reaches-too-far setting session_replication_role',
  ],
];

testTampering(CHANGED);
