/**
 * What guards the tables and is made by migrations, not by the policy: functions with the bodies that were written,
 * triggers that are on, nothing that everybody may run, no right that may be passed on.
 */
import { type Pool, type PoolClient, readMigrations } from '../../postgres/index.ts';
import type { Drift } from './find-drift.ts';

type Db = Pick<Pool | PoolClient, 'query'>;

export async function findTampering(db: Db, prefix: string): Promise<Drift[]> {
  return [
    ...(await replacedFunctions(db)),
    ...(await triggersOff(db)),
    ...(await functionsForEverybody(db)),
    ...(await grantsPassedOn(db, prefix)),
  ];
}

/** The generated ones; the plan compares them. */
const GENERATED = /^kept\.(refresh_rows|refresh_all_rows|stamp_)/;

/** The body of each function as the last migration that made it has it, by qualified name. */
function writtenBodies(): ReadonlyMap<string, string> {
  const bodies = new Map<string, string>();
  for (const { sql } of readMigrations()) {
    for (const [, name = '', body = ''] of sql.matchAll(
      /create (?:or replace )?function (kept\.\w+)\([^$]*?\bas \$\$(.*?)\$\$/gs,
    )) {
      if (!GENERATED.test(name)) bodies.set(name, body);
    }
  }
  return bodies;
}

async function replacedFunctions(db: Db): Promise<Drift[]> {
  const { rows } = await db.query<{ name: string; bodies: string[] }>(
    `select 'kept.' || proname as name, array_agg(prosrc) as bodies
       from pg_proc where pronamespace = 'kept'::regnamespace group by 1`,
  );
  const live = new Map(rows.map(({ name, bodies }) => [name, bodies]));
  return [...writtenBodies()].flatMap(([name, body]): Drift[] => {
    const found = live.get(name) ?? [];
    if (found.length === 1 && found[0] === body) return [];
    const says = {
      nb: 'Funksjonen er ikke slik produktet laget den.',
      en: 'The function is not as the product made it.',
    };
    return [{ kind: 'differs-from-policy', place: `function ${name}`, says }];
  });
}

/** Table, trigger, and how it must stand: O fires for everybody but replicas, A for them too. */
const GUARDS = [
  ['kept.consent_record', 'refresh_permits', 'O'],
  ['kept.objection', 'refresh_permits', 'O'],
  ['kept.restriction', 'refresh_permits', 'O'],
  ['kept.ledger_entry', 'only_grows', 'A'],
  ['kept.ledger_entry', 'only_grows_whole', 'A'],
  ['kept.ledger_checkpoint', 'only_grows', 'A'],
  ['kept.ledger_checkpoint', 'only_grows_whole', 'A'],
] as const;

async function triggersOff(db: Db): Promise<Drift[]> {
  const { rows } = await db.query<{ place: string }>(
    `select concat_ws(' ', tgrelid::regclass::text, tgname, tgenabled::text) as place from pg_trigger
      where not tgisinternal and tgqual is null`,
  );
  const on = new Set(rows.map(({ place }) => place));
  const says = {
    nb: 'Utløseren er borte, slått av eller har fått et vilkår.',
    en: 'The trigger is gone, switched off, or has got a condition.',
  };
  return GUARDS.filter((guard) => !on.has(guard.join(' '))).map(([table, trigger]) => {
    return { kind: 'differs-from-policy', place: `trigger ${table} ${trigger}`, says };
  });
}

/** Postgres lets everybody run a new function unless that is taken away. */
async function functionsForEverybody(db: Db): Promise<Drift[]> {
  const { rows } = await db.query<{ name: string }>(
    `select oid::regprocedure::text as name from pg_proc
      where pronamespace = 'kept'::regnamespace
        and (proacl is null or exists (select from aclexplode(proacl) as acl where acl.grantee = 0))`,
  );
  const says = { nb: 'Alle roller kan kjøre funksjonen.', en: 'Every role may run the function.' };
  return rows.map(({ name }) => ({ kind: 'role-reaches-too-far', place: `public ${name}`, says }));
}

async function grantsPassedOn(db: Db, prefix: string): Promise<Drift[]> {
  const { rows } = await db.query<{ place: string }>(
    `with granted as (
         select oid::regclass::text as place, acl.* from pg_class, aclexplode(relacl) as acl
         union all
         select attrelid::regclass || '.' || attname, acl.* from pg_attribute, aclexplode(attacl) as acl)
     select distinct place || ' ' || rolname as place
       from granted join pg_roles on pg_roles.oid = grantee
      where is_grantable and starts_with(rolname, $1 || '_')`,
    [prefix],
  );
  const says = { nb: 'Rollen kan gi retten videre.', en: 'The role may pass the right on.' };
  return rows.map(({ place }) => ({ kind: 'role-reaches-too-far', place, says }));
}
