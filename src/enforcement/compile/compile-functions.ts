/** Functions and triggers that keep `permits` right on every gated row. */
import type { Policy, Table } from '../../policy/index.ts';
import { gateOf } from '../plan/purpose-rows.ts';
import { lastDueDate, todaySql } from '../retention/due-date.ts';
import type { WantedFact } from './fact.ts';
import { isAbout, isGated, ownerColumn, ownersOfRow } from './row-owner.ts';
import { ident, tableIdent } from './sql.ts';

/** @param bits The bit of each purpose. */
export function compileFunctions(policy: Policy, bits: ReadonlyMap<string, number>): WantedFact[] {
  const gated = Object.values(policy.tables).filter(isGated);
  const unasked = bitsOfUnasked(policy, bits);
  return [
    refreshRows(policy, gated),
    refreshAllRows(policy, gated),
    ...gated.flatMap((table) => stamp(policy, table, unasked)),
  ];
}

/** What a row permits now, from the choices of its people and its last date. */
export function wantedPermits(policy: Policy, table: Table, row: string): string {
  const bits = ownersOfRow(table.belongsTo, row).map((owner) => `kept.person_permits(${owner})`);
  return withinTime(policy, table, row, bits.join(' & '));
}

/** Past its last date a row permits nothing, until it is deleted. */
function withinTime(policy: Policy, table: Table, row: string, bits: string): string {
  return `case when ${lastDueDate(policy, table, row)} < ${todaySql(policy)} then 0::bigint else ${bits} end`;
}

const REASON = {
  nb: 'Hver rad bærer det personen tillater.',
  en: 'Every row carries what its person permits.',
};

/**
 * The lock of a person orders who goes first, but only a statement with a snapshot of its own sees what the other did.
 * At the stricter levels a row would carry a consent that was withdrawn before it, and a withdrawal would miss a row.
 */
const REFUSE_OLD_SNAPSHOT = [
  `  if current_setting('transaction_isolation') in ('repeatable read', 'serializable') then
    raise exception 'rows of people and their choices are written at the isolation level read committed'
      using errcode = 'feature_not_supported', hint = 'Begin the transaction without an isolation level.';
  end if;`,
];

/** People's own tables come first: whoever adds a row reads the bits there. */
function refreshRows(policy: Policy, gated: readonly Table[]): WantedFact {
  const ordered = [...gated].sort((a, b) => Number(b.belongsTo.kind === 'self') - Number(a.belongsTo.kind === 'self'));
  const updates = ordered.map((table) => {
    const several = table.belongsTo.kind === 'shared';
    const bits = several ? wantedPermits(policy, table, 't') : withinTime(policy, table, 't', 'bits');
    return `  update ${tableIdent(table.name)} as t set permits = ${bits}
   where (${isAbout(table.belongsTo, 't', 'person')}) and t.permits is distinct from ${bits};`;
  });
  const lines = [...REFUSE_OLD_SNAPSHOT, ...updates];
  return functionFact('kept.refresh_rows(uuid,bigint)', 'kept.refresh_rows(person uuid, bits bigint)', 'void', lines);
}

function refreshAllRows(policy: Policy, gated: readonly Table[]): WantedFact {
  const updates = gated.map((table) => {
    const bits = wantedPermits(policy, table, 't');
    return `  update ${tableIdent(table.name)} as t set permits = wanted.bits
    from (select ${table.key.map((key) => `t.${ident(key)}`).join(', ')}, ${bits} as bits from ${tableIdent(table.name)} as t) as wanted
   where ${table.key.map((key) => `t.${ident(key)} = wanted.${ident(key)}`).join(' and ')} and t.permits is distinct from wanted.bits;`;
  });
  return functionFact('kept.refresh_all_rows()', 'kept.refresh_all_rows()', 'void', updates);
}

/** A new row is stamped before it is checked and stored, whoever adds it and whatever they wrote into `permits`. */
function stamp(policy: Policy, table: Table, unasked: bigint): WantedFact[] {
  const name = `stamp_${table.schema}_${table.table}`;
  const owners = ownersOfRow(table.belongsTo, 'new');
  const lines = [
    ...REFUSE_OLD_SNAPSHOT,
    ...owners.map((owner) => `  perform ${lockShared(owner)};`),
    ...bitsOfNew(policy, table, owners, unasked),
    '  return new;',
  ];
  const on = tableIdent(table.name);
  const create = `create trigger stamp_permits before insert on ${on} for each row execute function kept.${name}()`;
  return [
    functionFact(`kept.${name}()`, `kept.${name}()`, 'trigger', lines),
    {
      ...{ kind: 'trigger', key: `${table.name} stamp_permits`, value: triggerValue(`${create} O`), reason: REASON },
      create: [create],
      drop: `drop trigger stamp_permits on ${on}`,
    },
  ];
}

/** The lock that kept.lock_person_shared takes, without the call: the trigger has the owner's rights already. */
const lockShared = (person: string): string =>
  `pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended(${person}::text, 4711))`;

/** What a person admits who has made no choice: what kept.person_permits gives where it finds none of theirs. */
function bitsOfUnasked(policy: Policy, bits: ReadonlyMap<string, number>): bigint {
  const open = Object.values(policy.purposes).filter((purpose) => gateOf(purpose) !== 'consent');
  return open.reduce((sum, { name }) => sum | (1n << BigInt(bits.get(name) ?? 0)), 0n);
}

/** The person's own row has the bits ready; where there is none yet, most have made no choice. Else they are worked out. */
function bitsOfNew(policy: Policy, table: Table, owners: readonly string[], unasked: bigint): string[] {
  const { belongsTo } = table;
  const all = owners.map((owner) => `kept.person_permits(${owner})`).join(' & ');
  const [owner] = owners;
  if (belongsTo.kind === 'self' && owner !== undefined) {
    return [
      `  if ${hasChosen(owner)} then`,
      `    new.permits := ${all};`,
      '  else',
      `    new.permits := ${unasked};`,
      '  end if;',
    ];
  }
  const home = belongsTo.kind === 'direct' ? policy.tables[belongsTo.to] : undefined;
  const key = home === undefined || !isGated(home) ? null : ownerColumn(home.belongsTo);
  if (home === undefined || key === null) return [`  new.permits := ${all};`];
  return [
    `  select home.permits into new.permits from ${tableIdent(home.name)} as home where home.${ident(key)} = ${owner};`,
    `  if coalesce(new.permits, 0) = 0 then new.permits := ${all}; end if;`,
  ];
}

/** Whether anything of what kept.person_permits looks at is there for a person. */
const hasChosen = (person: string): string =>
  [
    `exists (select from kept.consent_record as given where given.person_id = ${person} and given.withdrawn_at is null)`,
    `exists (select from kept.objection as made where made.person_id = ${person} and made.withdrawn_at is null)`,
    `exists (select from kept.restriction as found where found.person_id = ${person} and found.lifted_at is null)`,
  ].join('\n      or ');

export interface FunctionOptions {
  /** Of plpgsql's DECLARE, each with its semicolon. */
  readonly variables?: readonly string[];
  readonly volatility?: 'volatile' | 'stable';
  /** Beside the search path, each as `name=value`. */
  readonly settings?: readonly string[];
  readonly reason?: WantedFact['reason'];
}

/** A generated function: it runs as the owner, and a search path of its own keeps others' names out of it. */
export function functionFact(
  key: string,
  signature: string,
  returns: string,
  lines: readonly string[],
  { variables = [], volatility = 'volatile', settings = [], reason = REASON }: FunctionOptions = {},
): WantedFact {
  const declared = variables.length === 0 ? '' : `\ndeclare\n${variables.join('\n')}`;
  const body = `${declared}\nbegin\n${lines.join('\n')}\nend `;
  const create = `create or replace function ${signature} returns ${returns} language plpgsql ${volatility} security definer
  ${['search_path = pg_catalog, pg_temp', ...settings].map((one) => `set ${one}`).join(' ')} as $kept$${body}$kept$`;
  return {
    ...{
      kind: 'function',
      key,
      value: functionValue(body, true, ['search_path=pg_catalog, pg_temp', ...settings]),
      reason,
    },
    create: [create, `revoke all on function ${key} from public`],
    // Triggers hang on it.
    replace: [create],
    drop: returns === 'trigger' ? `drop function ${key} cascade` : `drop function ${key}`,
  };
}

export const functionValue = (body: string, definer: boolean, settings: readonly string[]): string =>
  `${definer ? 'definer' : 'invoker'} ${settings.join(' ')} ${body}`;

/** How Postgres prints a trigger and how it was written differ in case and quotes. The last letter says when it fires. */
export const triggerValue = (definition: string): string => definition.toLowerCase().replaceAll('"', '');
