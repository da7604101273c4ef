/**
 * The migrated schema written from the catalogue, in an order that does not depend on how it came about: what a reviewer
 * reads, and what shows that a migration changed more than it says. Running it in an empty database gives the same.
 */
import { inTransaction, type Pool, type PoolClient } from '../pool.ts';
import { constraintsOf, indexesOf, triggersOf } from './parts.ts';
import { linesOf, OWN_SCHEMAS } from './reading.ts';
import { tablesOf } from './tables.ts';

const HEAD = `-- The schema after all migrations, written by \`npm run schema:dump\`; a test compares. Never edited, never run by Kept.
-- Left out: the months of kept.access_log, which come and go, and everything that a policy makes.

set check_function_bodies = off;
`;

/**
 * Reads a database that was migrated and nothing more.
 * @throws Error when there is a kind of object that this dump does not know, rather than leaving it out.
 */
export async function dumpSchema(pool: Pool): Promise<string> {
  return inTransaction(pool, async (client) => {
    // Names come out qualified then, whatever the server's default is.
    await client.query('set local search_path = pg_catalog');
    await refuseUnknownKinds(client);
    const parts = [
      await schemasOf(client),
      await tablesOf(client),
      await constraintsOf(client),
      await indexesOf(client),
      await functionsOf(client),
      await viewsOf(client),
      await triggersOf(client),
      await grantsOf(client),
    ];
    return `${[HEAD, ...parts].filter((part) => part !== '').join('\n')}`;
  });
}

async function refuseUnknownKinds(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ what: string }>(
    `select 'type ' || typname as what from pg_type join pg_namespace on pg_namespace.oid = typnamespace
      where ${OWN_SCHEMAS} and typtype in ('e', 'd', 'r')
     union all
     select 'relation ' || relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where ${OWN_SCHEMAS} and (relkind in ('m', 'f')
        or relkind = 'S' and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'i'))
     union all
     select 'extension ' || extname from pg_extension where extname <> 'plpgsql'
     union all
     select 'function ' || proname from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
      where ${OWN_SCHEMAS} and prokind not in ('f', 'p')
     union all
     select 'event trigger ' || evtname from pg_event_trigger
     union all
     select 'rule ' || rulename from pg_rewrite where rulename <> '_RETURN' and ev_class >= 16384
     union all
     select 'row policy ' || polname from pg_policy order by 1`,
  );
  if (rows.length > 0) {
    throw new Error(
      `the schema dump does not know ${rows.map(({ what }) => what).join(', ')}; teach it in dump-schema.ts`,
    );
  }
}

const schemasOf = (client: PoolClient): Promise<string> =>
  linesOf(
    client,
    `select format('create schema %I', nspname) as line from pg_namespace
      where ${OWN_SCHEMAS} and nspname <> 'public' order by 1`,
  );

const functionsOf = (client: PoolClient): Promise<string> =>
  linesOf(
    client,
    `select E'\n' || trim(trailing E'\n' from pg_get_functiondef(pg_proc.oid)) as line
       from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
      where ${OWN_SCHEMAS} order by pg_proc.oid::regprocedure::text`,
  );

const viewsOf = (client: PoolClient): Promise<string> =>
  linesOf(
    client,
    `select format(E'\ncreate view %s%s as\n%s', pg_class.oid::regclass,
              coalesce(' with (' || array_to_string(reloptions, ', ') || ')', ''),
              trim(trailing ';' from pg_get_viewdef(pg_class.oid))) as line
       from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where ${OWN_SCHEMAS} and relkind = 'v' order by pg_class.oid::regclass::text`,
  );

/** What differs from the rights that an object is born with. The owner's own are not told. */
const grantsOf = (client: PoolClient): Promise<string> =>
  linesOf(
    client,
    `with object as (
       select format('schema %I', nspname) as name, nspacl as acl, nspowner as owner, nspname = 'public' as born_open
         from pg_namespace where ${OWN_SCHEMAS}
       union all
       select format('function %s', pg_proc.oid::regprocedure), proacl, proowner, true
         from pg_proc join pg_namespace on pg_namespace.oid = pronamespace where ${OWN_SCHEMAS}
       union all
       select format('table %s', pg_class.oid::regclass), relacl, relowner, false
         from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where ${OWN_SCHEMAS} and relkind in ('r', 'p', 'v')),
     granted as (
       select name, grantee, string_agg(lower(privilege_type), ', ' order by privilege_type) as rights
         from object, aclexplode(acl) where grantee <> owner group by 1, 2)
     select format('revoke all on %s from public', name) as line from object
      where born_open and acl is not null and not exists (select from aclexplode(acl) where grantee = 0)
     union all
     select format('grant %s on %s to %s', rights, name, case grantee when 0 then 'public' else grantee::regrole::text end)
       from granted join object using (name) where not (born_open and grantee = 0) order by 1`,
  );
