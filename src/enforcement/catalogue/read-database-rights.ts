/** What everybody may do with the database itself, as a fact of the same form as the compiled one. */
import type { Pool, PoolClient } from '../../postgres/index.ts';
import type { Fact } from '../compile/fact.ts';
import { ident } from '../compile/sql.ts';

/** Where the database belongs to somebody else, who applies cannot change it and does not try at every run. */
export async function readDatabaseRights(db: Pick<Pool | PoolClient, 'query'>): Promise<Fact[]> {
  const { rows } = await db.query<{ name: string }>(
    `select datname::text as name from pg_database
      where datname = current_database()
        and (not pg_has_role(datdba, 'usage') or not exists (
          select from aclexplode(coalesce(datacl, acldefault('d', datdba))) as acl
           where acl.grantee = 0 and acl.privilege_type = 'TEMPORARY'))`,
  );
  return rows.map(({ name }) => {
    const drop = `grant temporary on database ${ident(name)} to public`;
    return { kind: 'database', key: 'temporary', value: 'not for everybody', drop };
  });
}
