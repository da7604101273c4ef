/**
 * Doors beside the compiled ones that no comparison of roles and grants shows: functions that act with their owner's
 * rights, rights that come by themselves, copies that leave the database, settings that switch a guard off.
 */
import type { LocalizedText } from '../../policy/index.ts';
import type { PoolClient } from '../../postgres/index.ts';
import type { Drift } from './find-drift.ts';

interface Opening {
  readonly says: LocalizedText;
  /** Gives `place`; $1 is the prefix of Kept's roles, $2 the tables of people. */
  readonly sql: string;
}

/** Kept's roles and everybody. */
const OURS_OR_ALL = (grantee: string): string =>
  `(${grantee} = 0 or exists (select from pg_roles where oid = ${grantee} and starts_with(rolname, $1 || '_')))`;
const NAME = (grantee: string): string => `case ${grantee} when 0 then 'public' else ${grantee}::regrole::text end`;

/** What switches off the guards, the durability of a log entry, or sends names elsewhere. */
const GUARDING = ['row_security', 'search_path', 'role', 'session_authorization', 'session_replication_role'];
const ALSO_GUARDING = [...GUARDING, 'synchronous_commit', 'session_preload_libraries', 'local_preload_libraries'];

const OPENINGS: readonly Opening[] = [
  {
    says: {
      nb: 'Funksjonen handler med eierens rettigheter, og andre kan kjøre den.',
      en: 'The function acts with its owner’s rights, and others may run it.',
    },
    sql: `select ${NAME('acl.grantee')} || ' ' || proc.oid::regprocedure as place
            from pg_proc as proc join pg_namespace as space on space.oid = pronamespace,
                 aclexplode(coalesce(proacl, acldefault('f', proowner))) as acl
           where prosecdef and nspname not in ('pg_catalog', 'information_schema', 'kept')
             and ${OURS_OR_ALL('acl.grantee')}`,
  },
  {
    says: { nb: 'Alle roller kan kjøre funksjonen.', en: 'Every role may run the function.' },
    sql: `select 'public ' || oid::regprocedure as place from pg_proc
           where pronamespace = 'kept'::regnamespace
             and exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) as acl where acl.grantee = 0)`,
  },
  {
    says: { nb: 'Rollen kan gi retten videre.', en: 'The role may pass the right on.' },
    sql: `with granted as (
              select oid::regclass::text as place, acl.* from pg_class, aclexplode(relacl) as acl
              union all
              select attrelid::regclass || '.' || attname, acl.* from pg_attribute, aclexplode(attacl) as acl)
          select place || ' ' || rolname as place from granted join pg_roles on pg_roles.oid = grantee
           where is_grantable and starts_with(rolname, $1 || '_')`,
  },
  {
    says: { nb: 'Rollen eier den og er ikke bundet av regler.', en: 'The role owns it and is bound by no rule.' },
    sql: `select rolname || ' owns ' || pg_describe_object(classid, objid, objsubid) as place
            from pg_shdepend join pg_roles on pg_roles.oid = refobjid
           where deptype = 'o' and starts_with(rolname, $1 || '_')
             and (dbid = 0 or dbid = (select oid from pg_database where datname = current_database()))
             and not exists (select from pg_class where oid = objid and relpersistence = 't')`,
  },
  {
    says: {
      nb: 'Det som lages heretter, blir åpnet av seg selv.',
      en: 'What is made from now on is opened by itself.',
    },
    sql: `select concat_ws(' ', 'default privileges', nullif(defaclnamespace, 0)::regnamespace, ${NAME('acl.grantee')}) as place
            from pg_default_acl, aclexplode(defaclacl) as acl where acl.grantee <> defaclrole`,
  },
  {
    says: { nb: 'Rollen kan lage egne tabeller.', en: 'The role may make tables of its own.' },
    sql: `select concat_ws(' ', 'create', 'database', ${NAME('acl.grantee')}) as place
            from pg_database, aclexplode(datacl) as acl
           where datname = current_database() and privilege_type = 'CREATE' and ${OURS_OR_ALL('acl.grantee')}
          union
          select concat_ws(' ', 'create', nspname, ${NAME('acl.grantee')}) from pg_namespace, aclexplode(nspacl) as acl
           where privilege_type = 'CREATE' and ${OURS_OR_ALL('acl.grantee')}`,
  },
  {
    says: { nb: 'Rollen kan slå av et vern for seg selv.', en: 'The role may switch a guard off for itself.' },
    sql: `select concat_ws(' ', 'parameter', parname, ${NAME('acl.grantee')}) as place
            from pg_parameter_acl, aclexplode(paracl) as acl where ${OURS_OR_ALL('acl.grantee')}`,
  },
  {
    says: {
      nb: 'Innstillingen gjelder alle roller og slår av et vern.',
      en: 'The setting holds for all roles and switches a guard off.',
    },
    sql: `select 'setting ' || split_part(one, '=', 1) as place
            from pg_db_role_setting, unnest(setconfig) as one
           where setrole = 0 and (setdatabase = 0 or setdatabase = (select oid from pg_database where datname = current_database()))
             and split_part(one, '=', 1) = any ('{${ALSO_GUARDING.join(',')}}')
          union
          select 'setting ' || name from pg_settings
           where (name, reset_val) in (('session_replication_role', 'replica'), ('session_replication_role', 'local'),
                                       ('row_security', 'off'), ('fsync', 'off'))`,
  },
  {
    says: { nb: 'Utløseren virker på hele databasen.', en: 'The trigger acts on the whole database.' },
    sql: `select 'event trigger ' || evtname as place from pg_event_trigger`,
  },
  {
    says: {
      nb: 'Kopier av tabeller om personer forlater databasen.',
      en: 'Copies of tables of people leave the database.',
    },
    sql: `select 'publication ' || pubname as place from pg_publication_tables
           where format('%s.%s', schemaname, tablename) = any ($2)
          union
          select 'publication ' || pubname from pg_publication where puballtables
          union
          select 'replication slot ' || slot_name from pg_replication_slots where database = current_database()`,
  },
  {
    says: { nb: 'Rader kommer inn utenom vernet.', en: 'Rows come in past the guards.' },
    sql: `select 'subscription ' || subname as place from pg_subscription
           where subdbid = (select oid from pg_database where datname = current_database())`,
  },
];

/** @param tables Qualified names of tables that are about people. */
export async function findOpenings(client: PoolClient, tables: readonly string[], prefix: string): Promise<Drift[]> {
  const drifts: Drift[] = [];
  for (const { sql, says } of OPENINGS) {
    const { rows } = await client.query<{ place: string }>(
      `with given (prefix, tables) as (values ($1::text, $2::text[])) select distinct place from (${sql}) as found order by 1`,
      [prefix, tables],
    );
    for (const { place } of rows) drifts.push({ kind: 'role-reaches-too-far', place, says });
  }
  return drifts;
}
