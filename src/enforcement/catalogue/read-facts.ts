/** The live catalogue as facts of the same form as the compiled ones. Only what concerns Kept's own roles is read. */
import type { Pool, PoolClient } from '../../postgres/index.ts';
import { functionValue, triggerValue } from '../compile/compile-functions.ts';
import { columnsValue, grantBase } from '../compile/compile-grants.ts';
import { viewValue } from '../compile/compile-views.ts';
import type { Fact } from '../compile/fact.ts';
import { ident, tableIdent } from '../compile/sql.ts';
import { readDatabaseRights } from './read-database-rights.ts';

type Db = Pick<Pool | PoolClient, 'query'>;

/** Roles whose names begin so are Kept's in this database; `_` is no wildcard here. */
const ours = (column: string): string => `starts_with(${column}, $1 || '_')`;

/** @param prefix `kept.installation.role_prefix`. */
export async function readFacts(db: Db, prefix: string): Promise<Fact[]> {
  const readers = [
    readDatabaseRights,
    readRoles,
    readFunctions,
    readSchemas,
    readUsage,
    readRowSecurity,
    readRowPolicies,
    readExecute,
    readGrants,
    readViews,
    readTriggers,
    readSettings,
  ];
  const facts: Fact[] = [];
  for (const read of readers) facts.push(...(await read(db, prefix)));
  return facts;
}

async function readRoles(db: Db, prefix: string): Promise<Fact[]> {
  const { rows } = await db.query<{ name: string; value: string }>(
    `select rolname as name,
            concat_ws(' ', case when rolcanlogin then 'login' end, case when rolsuper then 'superuser' end,
              case when rolbypassrls then 'bypassrls' end, case when rolcreaterole then 'createrole' end,
              case when rolcreatedb then 'createdb' end, case when rolreplication then 'replication' end,
              (select 'member of ' || string_agg(granted.rolname, ', ' order by granted.rolname)
                 from pg_auth_members as membership join pg_roles as granted on granted.oid = membership.roleid
                where membership.member = role.oid)) as value
       from pg_roles as role where ${ours('rolname')}`,
    [prefix],
  );
  return rows.map(({ name, value }) => {
    return { kind: 'role', key: name, value, drop: `drop owned by ${ident(name)}; drop role ${ident(name)}` };
  });
}

/** The generated functions; those of migrations are not compiled. */
async function readFunctions(db: Db): Promise<Fact[]> {
  const { rows } = await db.query<{ key: string; body: string; definer: boolean; settings: string[] | null }>(
    `select proc.oid::regprocedure::text as key, prosrc as body, prosecdef as definer, proconfig as settings
       from pg_proc as proc join pg_namespace as space on space.oid = pronamespace
      where nspname = 'kept' and (proname in ('refresh_rows', 'refresh_all_rows')
         or starts_with(proname, 'stamp_') or starts_with(proname, 'due_dates_')
         or starts_with(proname, 'find_'))`,
  );
  return rows.map(({ key, body, definer, settings }) => {
    const drop = key.startsWith('kept.stamp_') ? `drop function ${key} cascade` : `drop function ${key}`;
    return { kind: 'function', key, value: functionValue(body, definer, settings ?? []), drop };
  });
}

/** Schemas of views: those that hold a view made for one of our roles, or nothing but views of Kept's tables. */
async function readSchemas(db: Db, prefix: string): Promise<Fact[]> {
  const { rows } = await db.query<{ name: string }>(
    `select nspname as name from pg_namespace
      where exists (select from aclexplode(nspacl) as acl join pg_roles as role on role.oid = acl.grantee
                     where ${ours('rolname')} and rolname = $1 || '_' || nspname)`,
    [prefix],
  );
  return rows.map(({ name }) => {
    return { kind: 'schema', key: name, value: 'present', drop: `drop schema ${ident(name)} cascade` };
  });
}

async function readUsage(db: Db, prefix: string): Promise<Fact[]> {
  const { rows } = await db.query<{ schema: string; role: string; value: string }>(
    `select nspname as schema, rolname as role, string_agg(lower(privilege_type), ' ' order by privilege_type) as value
       from pg_namespace, aclexplode(nspacl) as acl join pg_roles on pg_roles.oid = acl.grantee
      where ${ours('rolname')} group by nspname, rolname`,
    [prefix],
  );
  return rows.map(({ schema, role, value }) => {
    const drop = `revoke all on schema ${ident(schema)} from ${ident(role)}`;
    return { kind: 'usage', key: `${schema} ${role}`, value, drop };
  });
}

async function readRowSecurity(db: Db): Promise<Fact[]> {
  const { rows } = await db.query<{ name: string }>(
    `select nspname || '.' || relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relrowsecurity`,
  );
  return rows.map(({ name }) => {
    const drop = `alter table ${tableIdent(name)} disable row level security`;
    return { kind: 'row-security', key: name, value: 'on', drop };
  });
}

async function readRowPolicies(db: Db): Promise<Fact[]> {
  const { rows } = await db.query<{ name: string; table: string; value: string }>(
    `select policyname as name, schemaname || '.' || tablename as table,
            lower(cmd) || ' ' || lower(permissive) || ' ' || roles::text || ' using ' || coalesce(qual, '')
              || ' check ' || coalesce(with_check, '') as value
       from pg_policies`,
  );
  return rows.map(({ name, table, value }) => {
    const drop = `drop policy ${ident(name)} on ${tableIdent(table)}`;
    return { kind: 'row-policy', key: `${table} ${name}`, value, drop };
  });
}

async function readExecute(db: Db, prefix: string): Promise<Fact[]> {
  const { rows } = await db.query<{ key: string; role: string }>(
    `select proc.oid::regprocedure::text as key, rolname as role
       from pg_proc as proc, aclexplode(proacl) as acl join pg_roles on pg_roles.oid = acl.grantee
      where ${ours('rolname')}`,
    [prefix],
  );
  return rows.map(({ key, role }) => {
    const drop = `revoke all on function ${key} from ${ident(role)}`;
    return { kind: 'execute', key: `${key} ${role}`, value: 'execute', drop };
  });
}

/** Tables only: the grants of views belong to the views. */
async function readGrants(db: Db, prefix: string): Promise<Fact[]> {
  const { rows } = await db.query<{ table: string; role: string; privilege: string; columns: string[] }>(
    `with given as (
       select nspname || '.' || relname as table, '*' as column, acl.grantee, acl.privilege_type as privilege
         from pg_class join pg_namespace on pg_namespace.oid = relnamespace, aclexplode(relacl) as acl
        where relkind in ('r', 'p', 'f', 'm', 'S')
       union all
       select nspname || '.' || relname, attname, acl.grantee, acl.privilege_type
         from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace,
              aclexplode(attacl) as acl
        where relkind in ('r', 'p', 'f', 'm') and not attisdropped)
     select given.table, rolname as role, lower(privilege) as privilege, array_agg(given.column::text) as columns
       from given join pg_roles on pg_roles.oid = given.grantee
      where ${ours('rolname')} group by given.table, rolname, privilege`,
    [prefix],
  );
  return rows.map(({ table, role, privilege, columns }) => {
    return { ...grantBase(role, privilege, table), value: columns.includes('*') ? '*' : columnsValue(columns) };
  });
}

/** Views in the read schemas, with what they say, as whom they look and who may use them. */
async function readViews(db: Db, prefix: string): Promise<Fact[]> {
  const { rows } = await db.query<{ schema: string; view: string; body: string; invoker: boolean; grants: string[] }>(
    `select nspname as schema, relname as view, pg_get_viewdef(pg_class.oid) as body,
            coalesce(reloptions @> array['security_invoker=true'], false) as invoker,
            array(select case when acl.grantee = 0 then 'public' else grantee.rolname::text end || '=' || lower(acl.privilege_type)
                    from aclexplode(relacl) as acl left join pg_roles as grantee on grantee.oid = acl.grantee
                   where acl.grantee <> relowner) as grants
       from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind = 'v' and nspname in (
        select nspname from pg_namespace, aclexplode(nspacl) as acl join pg_roles as role on role.oid = acl.grantee
         where ${ours('rolname')} and rolname = $1 || '_' || nspname)`,
    [prefix],
  );
  return rows.map(({ schema, view, body, invoker, grants }) => {
    const drop = `drop view ${ident(schema)}.${ident(view)}`;
    return { kind: 'view', key: `${schema}.${view}`, value: viewValue(body, invoker, grants), drop };
  });
}

/** Whole, as Postgres writes it: a condition, other events or another function make it another trigger. */
async function readTriggers(db: Db): Promise<Fact[]> {
  const { rows } = await db.query<{ table: string; value: string }>(
    `select nspname || '.' || relname as table, pg_get_triggerdef(pg_trigger.oid) || ' ' || tgenabled::text as value
       from pg_trigger join pg_class on pg_class.oid = tgrelid join pg_namespace on pg_namespace.oid = relnamespace
      where tgname = 'stamp_permits' and not tgisinternal and tgparentid = 0`,
  );
  return rows.map(({ table, value }) => {
    const drop = `drop trigger stamp_permits on ${tableIdent(table)}`;
    return { kind: 'trigger', key: `${table} stamp_permits`, value: triggerValue(value), drop };
  });
}

/** Settings of Kept's roles: in this database, and those that hold in every one. */
async function readSettings(db: Db, prefix: string): Promise<Fact[]> {
  const { rows } = await db.query<{ role: string; database: string | null; value: string }>(
    `select rolname as role, datname as database, array_to_string(setconfig, '; ') as value
       from pg_db_role_setting as setting join pg_roles on pg_roles.oid = setrole
       left join pg_database on pg_database.oid = setdatabase
      where (datname = current_database() or setdatabase = 0) and ${ours('rolname')}`,
    [prefix],
  );
  return rows.map(({ role, database, value }) => {
    const where = database === null ? '' : ` in database ${ident(database)}`;
    const drop = `alter role ${ident(role)}${where} reset all`;
    return { kind: 'setting', key: database === null ? `${role} everywhere` : role, value, drop };
  });
}
