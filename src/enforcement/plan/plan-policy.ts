/** What it would take to make the database what the policy says, and what that means for the data in it. */
import type { Language, LocalizedText, Policy, PolicyFiles } from '../../policy/index.ts';
import { type Pool, type PoolClient, ToldError } from '../../postgres/index.ts';
import { readFacts } from '../catalogue/read-facts.ts';
import { compileDatabase } from '../compile/compile-database.ts';
import { contentHash } from './content-hash.ts';
import { differenceOf, type Step } from './difference.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { changedPurposeRows, type PurposeRow, readPurposeRows, wantedPurposeRows } from './purpose-rows.ts';
import { passwordSteps } from './role-passwords.ts';

/** One compiled notice, as it is stored and shown. */
export interface NoticeToPublish {
  readonly language: Language;
  readonly versionNumber: string;
  readonly html: string;
  readonly promises: Readonly<Record<string, string>>;
  readonly contentHash: string;
}

export interface PlanInput {
  readonly policy: Policy;
  /** The folder the policy was compiled from; its hash is the version's name. */
  readonly files: PolicyFiles;
  readonly notices: readonly NoticeToPublish[];
  /** `kept.installation.role_prefix`. */
  readonly prefix: string;
  /** What role passwords are derived from. */
  readonly secret: Buffer;
}

export interface Plan {
  readonly contentHash: string;
  /** The hash of the version in force; null before the first. */
  readonly inForce: string | null;
  readonly steps: readonly Step[];
  /** Purposes that are new or whose gate changes. */
  readonly purposes: readonly PurposeRow[];
  readonly meaning: Meaning;
  /** Nothing would be done. */
  readonly empty: boolean;
}

/** A plan that cannot be applied, with the way out. */
export class PlanError extends ToldError {
  override readonly name = 'PlanError';
  readonly code: 'notice-changed' | 'tables-missing';
  constructor(code: PlanError['code'], says: LocalizedText) {
    super(says);
    this.code = code;
  }
}

type Db = Pick<Pool | PoolClient, 'query'>;

/**
 * Compares the policy with the live catalogue; changes nothing.
 * @throws PlanError `tables-missing` when the policy describes what the database does not have.
 */
export async function planPolicy(db: Db, input: PlanInput): Promise<Plan> {
  await refuseMissing(db, input.policy);
  const present = await readPurposeRows(db);
  const wanted = wantedPurposeRows(input.policy, present);
  const changed = changedPurposeRows(wanted, present);
  const bits = new Map(wanted.map(({ name, bit }) => [name, bit]));
  const options = { prefix: input.prefix, secret: input.secret, database: await databaseName(db) };
  const facts = compileDatabase(input.policy, options, bits);
  const steps = [
    ...differenceOf(facts, await readFacts(db, input.prefix)),
    ...(await passwordSteps(db, facts, input.secret)),
  ];
  const hash = contentHash(input.files);
  const inForce = await versionInForce(db);
  const { policy, prefix, notices } = input;
  const meaning = await meaningOf(db, {
    policy,
    steps,
    prefix,
    wanted,
    changed,
    present,
    publishes: notices.length > 0,
  });
  const empty = steps.length === 0 && changed.length === 0 && inForce === hash && meaning.notice === null;
  return { contentHash: hash, inForce, steps, purposes: changed, meaning, empty };
}

async function databaseName(db: Db): Promise<string> {
  const { rows } = await db.query<{ name: string }>('select current_database() as name');
  return rows[0]?.name ?? '';
}

async function versionInForce(db: Db): Promise<string | null> {
  const { rows } = await db.query<{ content_hash: string }>(
    'select content_hash from kept.policy_version order by version_number desc limit 1',
  );
  return rows[0]?.content_hash ?? null;
}

/** Grants on what is not there would fail halfway with a less helpful word. */
async function refuseMissing(db: Db, policy: Policy): Promise<void> {
  const described = Object.values(policy.tables).flatMap(({ name, columns }) =>
    Object.keys(columns).map((column) => ({ table: name, column })),
  );
  const { rows } = await db.query<{ table: string; column: string }>(
    `select described.table, described.column
       from jsonb_to_recordset($1::jsonb) as described ("table" text, "column" text)
      where not exists (select from pg_attribute as att
                         where att.attrelid = to_regclass(described.table) and att.attname = described.column
                           and att.attnum > 0 and not att.attisdropped)`,
    [JSON.stringify(described)],
  );
  if (rows.length === 0) return;
  const places = rows.slice(0, 10).map(({ table, column }) => `${table}.${column}`);
  const list = `${places.join(', ')}${rows.length > 10 ? ', …' : ''}`;
  throw new PlanError('tables-missing', {
    nb: `data.yaml beskriver noe databasen ikke har: ${list}; oppdater databasen, eller ta det ut av data.yaml`,
    en: `data.yaml describes what the database does not have: ${list}; run the migrations, or take it out of data.yaml`,
  });
}
