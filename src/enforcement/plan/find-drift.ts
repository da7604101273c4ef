/**
 * Where the live database is not what the policy says: whatever a plan would change, and beyond it what no plan makes
 * right by itself: tables and columns that nobody described, and roles from elsewhere that reach people's data.
 */
import type { LocalizedText, Policy } from '../../policy/index.ts';
import { inTransaction, type Pool, type PoolClient } from '../../postgres/index.ts';
import { readFacts } from '../catalogue/read-facts.ts';
import { compileDatabase } from '../compile/compile-database.ts';
import { isGated } from '../compile/row-owner.ts';
import { tableIdent } from '../compile/sql.ts';
import { identifierOfPurpose } from '../roles.ts';
import { differenceOf, type Step } from './difference.ts';
import { findLargeObjects } from './find-large-objects.ts';
import { findOpenings } from './find-openings.ts';
import { findStrangers } from './find-strangers.ts';
import { findTampering } from './find-tampering.ts';
import { changedPurposeRows, readPurposeRows, wantedPurposeRows } from './purpose-rows.ts';

export interface Drift {
  readonly kind:
    | 'unknown-table'
    | 'unknown-column'
    | 'missing-column'
    | 'unused-table-has-rows'
    | 'differs-from-policy'
    | 'role-reaches-too-far';
  /** What differs: a table, a column, a role, or a fact by its key. */
  readonly place: string;
  readonly says: LocalizedText;
}

type Db = Pick<Pool | PoolClient, 'query'>;

/** Reads only, in one transaction. */
export function findDrift(owner: Pool, policy: Policy, prefix: string): Promise<Drift[]> {
  return inTransaction(owner, async (db) => {
    // Names come out qualified then, whatever the owner is called and has set.
    await db.query('set local search_path = pg_catalog');
    const people = tablesOfPeople(policy);
    return [
      ...(await unknownColumns(db, policy)),
      ...(await unknownViews(db, policy, people)),
      ...(await missingColumns(db, policy)),
      ...(await rowsWithoutUse(db, policy)),
      ...(await differences(db, policy, prefix)),
      ...(await findStrangers(db, people, prefix)),
      ...(await findTampering(db)),
      ...(await findLargeObjects(db)),
      ...(await findOpenings(db, people, prefix)),
    ];
  });
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

/** What the company says it does not use must be empty: rows there would be data that no notice tells of. */
async function rowsWithoutUse(db: Db, policy: Policy): Promise<Drift[]> {
  const drifts: Drift[] = [];
  const says = {
    nb: 'Policyen sier at tabellen ikke er i bruk, men den har rader.',
    en: 'The policy says that the table is not in use, but it has rows.',
  };
  for (const { name, unused } of Object.values(policy.tables)) {
    if (!unused) continue;
    const { rows } = await db.query<{ there: boolean }>('select to_regclass($1) is not null as there', [name]);
    if (rows[0]?.there !== true) continue;
    const found = await db.query<{ filled: boolean }>(`select exists (select from ${tableIdent(name)}) as filled`);
    if (found.rows[0]?.filled === true) drifts.push({ kind: 'unused-table-has-rows', place: name, says });
  }
  return drifts;
}

/** What the policy cannot see into: views of others that lead to tables of people with their owner's eyes. */
async function unknownViews(db: Db, policy: Policy, people: readonly string[]): Promise<Drift[]> {
  const ours = Object.keys(policy.purposes).map(identifierOfPurpose);
  const { rows } = await db.query<{ view: string }>(
    `with recursive leads (oid) as (
       select to_regclass(name)::oid from unnest($2::text[]) as people (name)
       union
       select ev_class from leads join pg_depend on refclassid = 'pg_class'::regclass and refobjid = leads.oid
         join pg_rewrite on pg_rewrite.oid = objid and classid = 'pg_rewrite'::regclass
        where ev_class <> leads.oid)
     select nspname || '.' || relname as view
       from leads join pg_class using (oid) join pg_namespace on pg_namespace.oid = relnamespace
      where relkind = 'v' and not (nspname = any($1)) order by 1`,
    [ours, people],
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
