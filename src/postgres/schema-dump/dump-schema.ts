/**
 * The migrated schema written from the catalogue, in an order that does not depend on how it came about: what a reviewer
 * reads, and what shows that a migration changed more than it says. Running it in an empty database gives the same.
 */
import { inTransaction, type Pool, type PoolClient } from '../pool.ts';
import { constraintsOf, functionsOf, indexesOf, triggersOf } from './beside-tables.ts';
import { ALL_SCHEMAS, partsOf, type SchemaPart } from './reading.ts';
import { optionsOf, partitionsOf, tablesOf } from './tables.ts';

const HEAD = `-- The schema after all migrations, written by \`npm run schema:dump\`; a test compares. Never edited, never run by Kept.
-- Left out: the months of kept.access_log, which come and go, and everything that a policy makes.

set check_function_bodies = off;
`;

/** What stands before each part, so that the parts are found again. */
export const MARK = '-- part: ';

/**
 * Reads a database that was migrated and nothing more.
 * @throws Error when there is a kind of object that this dump does not know, rather than leaving it out.
 */
export async function dumpSchema(pool: Pool): Promise<string> {
  return inTransaction(pool, async (client) => {
    // Names come out qualified then, whatever the server's default is.
    await client.query('set local search_path = pg_catalog');
    await refuseUnknownKinds(client);
    const parts: SchemaPart[] = [];
    for (const read of READERS) parts.push(...(await read(client, ALL_SCHEMAS)));
    return [HEAD, ...parts.map(({ name, sql }) => `${MARK}${name}\n${sql}`)].join('\n');
  });
}

async function refuseUnknownKinds(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ what: string }>(
    `select 'type ' || typname as what from pg_type join pg_namespace on pg_namespace.oid = typnamespace
      where ${ALL_SCHEMAS} and typtype in ('e', 'd', 'r')
     union all
     select 'relation ' || relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where ${ALL_SCHEMAS} and (relkind in ('m', 'f')
        or relkind = 'S' and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'i'))
     union all
     select 'extension ' || extname from pg_extension where extname <> 'plpgsql'
     union all
     select 'function ' || proname from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
      where ${ALL_SCHEMAS} and prokind not in ('f', 'p')
     union all
     select 'event trigger ' || evtname from pg_event_trigger
     union all
     select 'rule ' || rulename from pg_rewrite where rulename <> '_RETURN' and ev_class >= 16384
     union all
     select 'row policy ' || polname from pg_policy order by 1`,
  );
  if (rows.length > 0) {
    const kinds = rows.map(({ what }) => what).join(', ');
    throw new Error(`the schema dump does not know ${kinds}; teach it in dump-schema.ts`);
  }
}

const schemasOf = (client: PoolClient, schemas: string): Promise<SchemaPart[]> =>
  partsOf(
    client,
    `select 'schema ' || quote_ident(nspname) as name, format('create schema %I', nspname) as sql from pg_namespace
      where ${schemas} and nspname <> 'public' order by 1`,
  );

const viewsOf = (client: PoolClient, schemas: string): Promise<SchemaPart[]> =>
  partsOf(
    client,
    `select format('view %s', pg_class.oid::regclass) as name,
            format(E'create view %s%s as\n%s', pg_class.oid::regclass,
              coalesce(' with (' || array_to_string(reloptions, ', ') || ')', ''),
              trim(trailing ';' from pg_get_viewdef(pg_class.oid))) as sql
       from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where ${schemas} and relkind = 'v' order by 1`,
  );

/** What differs from the rights that an object is born with. The owner's own are not told. */
const grantsOf = (client: PoolClient, schemas: string): Promise<SchemaPart[]> =>
  partsOf(
    client,
    `with object as (
       select format('schema %I', nspname) as name, nspacl as acl, nspowner as owner, nspname = 'public' as born_open
         from pg_namespace where ${schemas}
       union all
       select format('function %s', pg_proc.oid::regprocedure), proacl, proowner, true
         from pg_proc join pg_namespace on pg_namespace.oid = pronamespace where ${schemas}
       union all
       select format('table %s', pg_class.oid::regclass), relacl, relowner, false
         from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where ${schemas} and relkind in ('r', 'p', 'v')),
     granted as (
       select name, grantee, string_agg(lower(privilege_type), ', ' order by privilege_type) as rights
         from object, aclexplode(acl) where grantee <> owner group by 1, 2)
     select 'rights ' || name as name, format('revoke all on %s from public', name) as sql from object
      where born_open and acl is not null and not exists (select from aclexplode(acl) where grantee = 0)
     union all
     select 'rights ' || name, format('grant %s on %s to %s', rights, name,
                                      case grantee when 0 then 'public' else grantee::regrole::text end)
       from granted join object using (name) where not (born_open and grantee = 0) order by 1, 2`,
  );

const READERS = [
  ...[schemasOf, tablesOf, partitionsOf, optionsOf, constraintsOf, functionsOf, indexesOf, viewsOf, triggersOf],
  grantsOf,
];
