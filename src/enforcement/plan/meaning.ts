/** What a plan means for the data that is there: who sees less, what goes when, which consents no longer cover. */
import { accessOfPurpose, checkPolicy, type LocalizedText, type Policy, type PolicyFiles } from '../../policy/index.ts';
import type { Pool, PoolClient } from '../../postgres/index.ts';
import { isGated, ownersOfRow } from '../compile/row-owner.ts';
import { tableIdent } from '../compile/sql.ts';
import { dueDateOf, todaySql } from '../retention/due-date.ts';
import type { Step } from './difference.ts';
import type { PurposeRow } from './purpose-rows.ts';

type Db = Pick<Pool | PoolClient, 'query'>;

export interface Meaning {
  /** Columns, `register.customer.email`, that a purpose may read from now on, or no longer. */
  readonly columns: readonly { purpose: string; gains: readonly string[]; loses: readonly string[] }[];
  /** Rows of people that a purpose sees now and would not see. */
  readonly rowsLost: readonly { purpose: string; table: string; rows: number }[];
  /** Rules that are new or changed, with the rows that are past their date at once and the first date to come. */
  readonly retention: readonly {
    rule: string;
    label: LocalizedText;
    table: string;
    dueNow: number;
    next: string | null;
  }[];
  /** Consents in force that were given to other words than those of the policy. */
  readonly consents: readonly { purpose: string; consents: number }[];
  /** The version of the notice that comes, and how many people were shown an earlier one; null where none comes. */
  readonly notice: { readonly from: string | null; readonly to: string; readonly people: number } | null;
}

export interface MeaningInput {
  readonly policy: Policy;
  readonly steps: readonly Step[];
  readonly prefix: string;
  /** All rows of purposes as the policy wants them, and those of them that are new or differ. */
  readonly wanted: readonly PurposeRow[];
  readonly changed: readonly PurposeRow[];
  readonly present: readonly PurposeRow[];
  /** Whether notices come with it. */
  readonly publishes: boolean;
}

export async function meaningOf(db: Db, input: MeaningInput): Promise<Meaning> {
  const before = await policyInForce(db);
  return {
    columns: columnChanges(input),
    rowsLost: await rowsLost(db, input, before),
    retention: await retentionChanges(db, input.policy, before),
    consents: await consentsUncovered(db, input.wanted),
    notice: input.publishes ? await noticeChange(db, input.policy) : null,
  };
}

/** The policy applied last; null before the first, and where an older language wrote what this one cannot read. */
async function policyInForce(db: Db): Promise<Policy | null> {
  const { rows } = await db.query<{ files: PolicyFiles }>(
    'select files from kept.policy_version order by version_number desc limit 1',
  );
  const files = rows[0]?.files;
  if (files === undefined) return null;
  const { policy, diagnostics } = checkPolicy(files, { knownControls: [] });
  if (policy !== null) return policy;
  // Controls come and go with the program; what the policy said about data is what counts here.
  const names = diagnostics.filter(({ code }) => code === 'KEPT-214').map(({ facts }) => facts.name ?? '');
  return checkPolicy(files, { knownControls: names }).policy;
}

function columnChanges({ steps, prefix, policy }: MeaningInput): Meaning['columns'] {
  const gains = new Map<string, string[]>();
  const loses = new Map<string, string[]>();
  for (const { sign, fact, before } of steps) {
    const [table = '', role = '', privilege = ''] = fact.key.split(' ');
    if (fact.kind !== 'grant' || privilege !== 'select') continue;
    const purpose = role.slice(prefix.length + 1).replaceAll('_', '-');
    const now = sign === '-' ? [] : fact.value.split(', ');
    const then = (sign === '-' ? fact.value : (before ?? '')).split(', ').filter((name) => name !== '');
    const note = (into: Map<string, string[]>, columns: string[]): void => {
      if (columns.length > 0)
        into.set(purpose, [...(into.get(purpose) ?? []), ...columns.map((it) => `${table}.${it}`)]);
    };
    note(
      gains,
      now.filter((column) => !then.includes(column)),
    );
    note(
      loses,
      then.filter((column) => !now.includes(column)),
    );
  }
  const names = new Set([...Object.keys(policy.purposes), ...gains.keys(), ...loses.keys()]);
  return [...names]
    .map((purpose) => ({ purpose, gains: gains.get(purpose) ?? [], loses: loses.get(purpose) ?? [] }))
    .filter((change) => change.gains.length + change.loses.length > 0);
}

/**
 * Rows that carry a purpose's bit in tables it reads today, and that it would not see: because it reads the table no
 * longer, or because its gate or the words of its consent admit fewer people.
 */
async function rowsLost(db: Db, input: MeaningInput, before: Policy | null): Promise<Meaning['rowsLost']> {
  const lost: { purpose: string; table: string; rows: number }[] = [];
  if (before === null) return lost;
  for (const { name, bit } of input.present.filter(({ inForce }) => inForce)) {
    const gate = input.changed.find((row) => row.name === name) ?? null;
    const reads = tablesReadFor(input.policy, name);
    for (const tableName of tablesReadFor(before, name)) {
      const table = before.tables[tableName];
      const gone = !reads.has(tableName) || gate?.inForce === false;
      if (table === undefined || !isGated(table) || (gate === null && !gone)) continue;
      const rows = await rowsWithBit(db, { table, bit, gate: gone ? null : gate });
      if (rows > 0) lost.push({ purpose: name, table: tableName, rows });
    }
  }
  return lost;
}

const tablesReadFor = (policy: Policy, purpose: string): ReadonlySet<string> =>
  new Set(accessOfPurpose(policy, purpose).flatMap(({ table, read }) => (read.length > 0 ? [table] : [])));

/** @param gate What the rows that stay have to satisfy; null when none stays. */
async function rowsWithBit(
  db: Db,
  { table, bit, gate }: { table: Policy['tables'][string]; bit: number; gate: PurposeRow | null },
): Promise<number> {
  const stays =
    gate === null
      ? 'false'
      : ownersOfRow(table.belongsTo, 't')
          .map((owner) => admitsSql(gate, owner))
          .join(' and ');
  const values = gate === null || gate.gate === 'always' ? [bit] : [bit, gate.name];
  const { rows } = await db.query<{ rows: number }>(
    `select count(*) as rows from ${tableIdent(table.name)} as t
      where t.permits & (1::bigint << $1::integer) <> 0 and not (${stays})`,
    gate?.gate === 'consent' ? [...values, gate.consentHashes] : values,
  );
  return rows[0]?.rows ?? 0;
}

function admitsSql({ gate }: PurposeRow, owner: string): string {
  if (gate === 'always') return 'true';
  const choice = (record: string, condition: string): string => `exists (select from kept.${record} as choice
    where choice.person_id = ${owner} and choice.purpose = $2 and choice.withdrawn_at is null${condition})`;
  return gate === 'consent'
    ? choice('consent_record', ' and choice.text_hash = any ($3::text[])')
    : `not ${choice('objection', '')}`;
}

async function retentionChanges(db: Db, policy: Policy, before: Policy | null): Promise<Meaning['retention']> {
  const old = new Map((before?.retention ?? []).map((rule) => [rule.name, JSON.stringify(rule)]));
  const changes: { rule: string; label: LocalizedText; table: string; dueNow: number; next: string | null }[] = [];
  for (const rule of policy.retention.filter((it) => old.get(it.name) !== JSON.stringify(it))) {
    for (const { table: name } of rule.keep) {
      const table = policy.tables[name];
      if (table === undefined || !(await tableExists(db, name))) continue;
      const due = dueDateOf(policy, rule, table, 't');
      const { rows } = await db.query<{ due_now: number; next: string | null }>(
        `select count(*) filter (where due < ${todaySql(policy)}) as due_now,
                (min(due) filter (where due >= ${todaySql(policy)}) + 1)::text as next
           from (select ${due} as due from ${tableIdent(name)} as t) as dated`,
      );
      const { due_now: dueNow, next } = rows[0] ?? { due_now: 0, next: null };
      changes.push({ rule: rule.name, label: rule.label, table: name, dueNow, next });
    }
  }
  return changes;
}

async function tableExists(db: Db, table: string): Promise<boolean> {
  const { rows } = await db.query<{ found: boolean }>('select to_regclass($1) is not null as found', [table]);
  return rows[0]?.found === true;
}

async function consentsUncovered(db: Db, wanted: readonly PurposeRow[]): Promise<Meaning['consents']> {
  const uncovered: { purpose: string; consents: number }[] = [];
  for (const { name, consentHashes } of wanted) {
    const { rows } = await db.query<{ consents: number }>(
      `select count(*) as consents from kept.consent_record
        where purpose = $1 and withdrawn_at is null and not (text_hash = any ($2))`,
      [name, consentHashes],
    );
    const consents = rows[0]?.consents ?? 0;
    if (consents > 0) uncovered.push({ purpose: name, consents });
  }
  return uncovered;
}

async function noticeChange(db: Db, policy: Policy): Promise<Meaning['notice']> {
  const { number } = policy.controller.version;
  const { rows } = await db.query<{ from: string | null; present: boolean; people: number }>(
    `select (select version_number from kept.notice_version order by published_at desc, effective_from desc limit 1) as from,
            exists (select from kept.notice_version where version_number = $1) as present,
            (select count(distinct person_id) from kept.notice_shown where version_number <> $1) as people`,
    [number],
  );
  const row = rows[0];
  return row === undefined || row.present ? null : { from: row.from, to: number, people: row.people };
}
