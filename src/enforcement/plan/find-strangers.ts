/** Who reaches people's data without being a purpose: roles from elsewhere, by what they hold and what they may become. */
import type { PoolClient } from '../../postgres/index.ts';
import type { Drift } from './find-drift.ts';

/**
 * Login roles that are neither the owner, nor a superuser, nor Kept's, and may touch a table that is about people; and
 * what everybody may. Partitions count with their table.
 * @param tables Qualified names.
 */
export async function findStrangers(client: PoolClient, tables: readonly string[], prefix: string): Promise<Drift[]> {
  const { rows } = await client.query<{ role: string; tables: string[] }>(REACHING, [tables, prefix]);
  return rows.map(({ role, tables: reached }) => ({
    kind: 'role-reaches-too-far',
    place: role,
    says: {
      nb: `Rollen kan logge inn og nå ${reached.slice(0, 5).join(', ')} utenom formålene.`,
      en: `The role can log in and reach ${reached.slice(0, 5).join(', ')} beside the purposes.`,
    },
  }));
}

/** A role acts with what it inherits, and as whatever it can become by "set role". */
const REACHING = `
  with people as (
      select class.oid, class.relowner from unnest($1::text[]) as described (name)
        cross join lateral (select to_regclass(described.name)::oid as root) as found
        join pg_class as class on class.oid = found.root
          or class.oid in (select relid::oid from pg_partition_tree(found.root))),
    acting as (
      select stranger.rolname::text as role, other.oid as as_role, other.rolbypassrls as bypasses, other.rolsuper
        from pg_roles as stranger join pg_roles as other
          on other.oid = stranger.oid or pg_has_role(stranger.oid, other.oid, 'set')
             or pg_has_role(stranger.oid, other.oid, 'usage')
       where stranger.rolcanlogin and not stranger.rolsuper and not starts_with(stranger.rolname, $2 || '_')
         and not exists (select from people where relowner = stranger.oid)),
    reaching as (
      select role, people.oid from people cross join acting
       where bypasses or rolsuper or as_role = relowner
         or has_table_privilege(as_role, people.oid, 'select, insert, update, delete')
         or has_any_column_privilege(as_role, people.oid, 'select, insert, update')
      union
      select 'public', people.oid from people join pg_class using (oid), aclexplode(relacl) as acl where acl.grantee = 0
      union
      select 'public', people.oid
        from people join pg_attribute on attrelid = people.oid, aclexplode(attacl) as acl where acl.grantee = 0)
  select role, array_agg(distinct reaching.oid::regclass::text) as tables from reaching group by 1 order by 1`;
