/**
 * Where the live database is not what the policy says: whatever a plan would change, and beyond it what no plan makes
 * right by itself: tables and columns that nobody described, and roles from elsewhere that reach people's data.
 */
import type { LocalizedText, Policy } from '../../policy/index.ts';
import type { Pool, PoolClient } from '../../postgres/index.ts';
import { readFacts } from '../catalogue/read-facts.ts';
import { compileDatabase } from '../compile/compile-database.ts';
import { isGated } from '../compile/row-owner.ts';
import { identifierOfPurpose } from '../roles.ts';
import { differenceOf, type Step } from './difference.ts';
import { findLargeObjects } from './find-large-objects.ts';
import { findTampering } from './find-tampering.ts';
import { changedPurposeRows, readPurposeRows, wantedPurposeRows } from './purpose-rows.ts';

export interface Drift {
  readonly kind: 'unknown-table' | 'unknown-column' | 'missing-column' | 'differs-from-policy' | 'role-reaches-too-far';
  /** What differs: a table, a column, a role, or a fact by its key. */
  readonly place: string;
  readonly says: LocalizedText;
}

type Db = Pick<Pool | PoolClient, 'query'>;

export async function findDrift(db: Db, policy: Policy, prefix: string): Promise<Drift[]> {
  return [
    ...(await unknownColumns(db, policy)),
    ...(await unknownViews(db, policy)),
    ...(await missingColumns(db, policy)),
    ...(await differences(db, policy, prefix)),
    ...(await strangersWhoReach(db, policy, prefix)),
    ...(await findTampering(db, prefix)),
    ...(await findLargeObjects(db)),
  ];
}

/** Every table of the database counts, those of libraries too; partitions are described by their parent. */
async function unknownColumns(db: Db, policy: Policy): Promise<Drift[]> {
  const { rows } = await db.query<{ table: string; columns: string[] }>(
    `select nspname || '.' || relname as table, array_agg(attname::text order by attnum) as columns
       from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       left join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
      where relkind in ('r', 'p', 'f', 'm') and not relispartition and relpersistence <> 't'
        and nspname <> 'information_schema' and not starts_with(nspname, 'pg_') and not (nspname = any($1))
      group by 1 order by 1`,
    [Object.keys(policy.schemas)],
  );
  return rows.flatMap(({ table, columns }): Drift[] => {
    const described = policy.tables[table];
    if (described === undefined) return [unknown('unknown-table', table, 'Tabellen', 'The table')];
    const own = isGated(described) ? ['permits'] : [];
    return columns
      .filter((column) => described.columns[column] === undefined && !own.includes(column))
      .map((column) => unknown('unknown-column', `${table}.${column}`, 'Kolonnen', 'The column'));
  });
}

function unknown(kind: Drift['kind'], place: string, nb: string, en: string): Drift {
  return {
    kind,
    place,
    says: { nb: `${nb} er ikke beskrevet i policyen.`, en: `${en} is not described in the policy.` },
  };
}

async function missingColumns(db: Db, policy: Policy): Promise<Drift[]> {
  const drifts: Drift[] = [];
  for (const table of Object.values(policy.tables)) {
    const { rows } = await db.query<{ name: string }>(
      `select attname::text as name from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped`,
      [table.name],
    );
    const live = new Set(rows.map(({ name }) => name));
    const says = {
      nb: 'Policyen beskriver den, men den finnes ikke.',
      en: 'The policy describes it, but it is not there.',
    };
    for (const column of Object.keys(table.columns)) {
      if (!live.has(column)) drifts.push({ kind: 'missing-column', place: `${table.name}.${column}`, says });
    }
  }
  return drifts;
}

/** What the policy cannot see into: views of others that lead to tables of people with their owner's eyes. */
async function unknownViews(db: Db, policy: Policy): Promise<Drift[]> {
  const ours = Object.keys(policy.purposes).map(identifierOfPurpose);
  const { rows } = await db.query<{ view: string }>(
    `select distinct nspname || '.' || relname as view
       from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       join pg_rewrite on ev_class = pg_class.oid
       join pg_depend on objid = pg_rewrite.oid and classid = 'pg_rewrite'::regclass and refclassid = 'pg_class'::regclass
      where relkind = 'v' and not (nspname = any($1)) and refobjid <> pg_class.oid
        and refobjid in (select to_regclass(name)::oid from unnest($2::text[]) as people (name))`,
    [ours, tablesOfPeople(policy)],
  );
  return rows.map(({ view }) => unknown('unknown-table', view, 'Visningen', 'The view'));
}

const tablesOfPeople = (policy: Policy): string[] =>
  Object.values(policy.tables)
    .filter(({ belongsTo }) => belongsTo.kind !== 'nobody')
    .map(({ name }) => name);

/** Passwords are not compared; any secret gives the same facts. */
async function differences(db: Db, policy: Policy, prefix: string): Promise<Drift[]> {
  const present = await readPurposeRows(db);
  const wanted = wantedPurposeRows(policy, present);
  const bits = new Map(wanted.map(({ name, bit }) => [name, bit]));
  const { rows } = await db.query<{ name: string }>('select current_database() as name');
  const options = { prefix, secret: Buffer.alloc(32), database: rows[0]?.name ?? '' };
  const steps = differenceOf(compileDatabase(policy, options, bits), await readFacts(db, prefix));
  const purposes = changedPurposeRows(wanted, present).map(({ name }) => ({
    ...{ kind: 'differs-from-policy' as const, place: `kept.purpose ${name}` },
    says: { nb: 'Formålet er ikke slik policyen sier.', en: 'The purpose is not what the policy says.' },
  }));
  return [...steps.map(driftOfStep), ...purposes];
}

const SAYS: Readonly<Record<Step['sign'], LocalizedText>> = {
  '+': { nb: 'Policyen ber om det, men det finnes ikke.', en: 'The policy asks for it, but it is not there.' },
  '~': { nb: 'Det er endret siden policyen ble tatt i bruk.', en: 'It was changed after the policy was applied.' },
  '-': { nb: 'Det finnes, men policyen ber ikke om det.', en: 'It is there, but the policy does not ask for it.' },
};

function driftOfStep({ sign, fact }: Step): Drift {
  return { kind: 'differs-from-policy', place: `${fact.kind} ${fact.key}`, says: SAYS[sign] };
}

/** Login roles that are neither the owner, nor a superuser, nor Kept's, and may touch a table that is about people. */
async function strangersWhoReach(db: Db, policy: Policy, prefix: string): Promise<Drift[]> {
  const { rows } = await db.query<{ role: string; tables: string[] }>(
    `with people as (select class.* from unnest($1::text[]) as reached (name)
         join pg_class as class on class.oid = to_regclass(reached.name)),
       reaching as (
         select rolname::text as role, people.oid
           from people join pg_roles as role on rolcanlogin and not rolsuper and role.oid <> people.relowner
          where not starts_with(rolname, $2 || '_') and not pg_has_role(role.oid, people.relowner, 'member')
            and (has_table_privilege(role.oid, people.oid, 'select, insert, update, delete')
              or has_any_column_privilege(role.oid, people.oid, 'select, insert, update'))
         union
         -- What it can become by "set role", also where it does not inherit it.
         select role.rolname::text, people.oid
           from people cross join pg_roles as role join pg_roles as purpose on starts_with(purpose.rolname, $2 || '_')
          where role.rolcanlogin and not role.rolsuper and role.oid <> people.relowner
            and not starts_with(role.rolname, $2 || '_') and pg_has_role(role.oid, purpose.oid, 'member')
            and not pg_has_role(role.oid, people.relowner, 'member')
            and has_any_column_privilege(purpose.oid, people.oid, 'select, insert, update')
         union
         select rolname::text, people.oid from people join pg_roles as role on rolcanlogin and rolbypassrls
          where not rolsuper and role.oid <> people.relowner and not starts_with(rolname, $2 || '_')
         union
         select 'public', people.oid from people, aclexplode(people.relacl) as acl where acl.grantee = 0
         union
         select 'public', people.oid
           from people join pg_attribute on attrelid = people.oid, aclexplode(attacl) as acl where acl.grantee = 0)
     select role, array_agg(distinct reaching.oid::regclass::text) as tables from reaching
      group by 1`,
    [tablesOfPeople(policy), prefix],
  );
  return rows.map(({ role, tables }) => ({
    kind: 'role-reaches-too-far',
    place: role,
    says: {
      nb: `Rollen kan logge inn og nå ${tables.slice(0, 5).join(', ')} utenom formålene.`,
      en: `The role can log in and reach ${tables.slice(0, 5).join(', ')} beside the purposes.`,
    },
  }));
}
