/**
 * Large objects: data that lies in no table, which no policy describes, no retention rule reaches and no row policy
 * guards. Kept makes none, and lets no purpose make one where it may forbid it.
 */
import type { Pool, PoolClient } from '../../postgres/index.ts';
import type { Drift } from './find-drift.ts';

export async function findLargeObjects(db: Pick<Pool | PoolClient, 'query'>): Promise<Drift[]> {
  const { rows } = await db.query<{ owner: string; many: number }>(
    `select lomowner::regrole::text as owner, count(*) as many from pg_largeobject_metadata group by 1 order by 1`,
  );
  const open = await db.query<{ name: string }>(
    `select oid::regprocedure::text as name from pg_proc
      where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^(lo_|loread$|lowrite$|pg_(try_)?advisory_)'
        and has_function_privilege('public', oid, 'execute') and pg_has_role(proowner, 'usage')
      order by 1`,
  );
  return [
    ...rows.map(({ owner, many }) => lies(owner, many)),
    ...open.rows.map(({ name }): Drift => ({ kind: 'role-reaches-too-far', place: `public ${name}`, says: EVERYBODY })),
  ];
}

const EVERYBODY = { nb: 'Alle roller kan kjøre funksjonen.', en: 'Every role may run the function.' };

function lies(owner: string, many: number): Drift {
  return {
    kind: 'unknown-table',
    place: `pg_largeobject ${owner}`,
    says: {
      nb: `Rollen har ${many} store objekter, og dem beskriver policyen ikke.`,
      en: `The role has ${many} large objects, which the policy does not describe.`,
    },
  };
}
