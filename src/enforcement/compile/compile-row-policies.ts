/**
 * Row policies: which rows of people a purpose touches. Each looks at the row itself and at settings that are read
 * once, so that it costs what a comparison costs. The expressions stand here as Postgres prints them, so that a changed
 * one is found by comparing.
 */
import { accessOfPurpose, type Policy, type Purpose, type Table } from '../../policy/index.ts';
import { roleOfPurpose } from '../roles.ts';
import type { WantedFact } from './fact.ts';
import { isGated } from './row-owner.ts';
import { ident, tableIdent } from './sql.ts';

/** The person who is signed in, set by the session for their own purposes. */
const PERSON = `( SELECT (NULLIF(current_setting('kept.person'::text, true), ''::text))::uuid AS "nullif")`;

export function compileRowPolicies(policy: Policy, prefix: string, bits: ReadonlyMap<string, number>): WantedFact[] {
  const people = Object.values(policy.tables).filter(({ belongsTo }) => belongsTo.kind !== 'nobody');
  const facts = people.map(rowSecurityFact);
  for (const purpose of Object.values(policy.purposes)) {
    const reached = new Set(accessOfPurpose(policy, purpose.name).map(({ table }) => table));
    for (const table of people.filter(({ name }) => reached.has(name))) {
      facts.push(rowPolicyFact(policy, purpose, table, prefix, bits));
    }
  }
  return facts;
}

/** What row-level security needs to be on for: every table whose rows are about people. */
function rowSecurityFact({ name, label }: Table): WantedFact {
  return {
    ...{ kind: 'row-security', key: name, value: 'on' },
    create: [`alter table ${tableIdent(name)} enable row level security`],
    drop: `alter table ${tableIdent(name)} disable row level security`,
    reason: { nb: `Rader i «${label.nb}» er om personer.`, en: `Rows of "${label.en}" are about people.` },
  };
}

function rowPolicyFact(
  policy: Policy,
  purpose: Purpose,
  table: Table,
  prefix: string,
  bits: ReadonlyMap<string, number>,
): WantedFact {
  const role = roleOfPurpose(prefix, purpose.name);
  const bit = bits.get(purpose.name);
  if (bit === undefined) throw new Error(`the purpose ${purpose.name} has no bit`);
  const admitted = isGated(table) ? [`((permits & '${2n ** BigInt(bit)}'::bigint) <> 0)`] : [];
  const own = purpose.ownRowsOnly ? [ownRows(policy, table)] : [];
  const using = joined([...admitted, ...own]);
  // What may be written is bounded by the person alone: a new row gets its bits before it is checked.
  const check = joined(own);
  return rowPolicy(table.name, role, using, check, {
    nb: `«${purpose.label.nb}» ser bare rader som tillater det.`,
    en: `"${purpose.label.en}" sees only rows that permit it.`,
  });
}

const joined = (conditions: readonly string[]): string =>
  conditions.length > 1 ? `(${conditions.join(' AND ')})` : (conditions[0] ?? 'true');

function ownRows(policy: Policy, { belongsTo, name }: Table): string {
  switch (belongsTo.kind) {
    case 'self':
    case 'direct':
      return `(${ident(belongsTo.column)} = ${PERSON})`;
    case 'listed':
      return `(${ident(belongsTo.column)} @> ARRAY[${PERSON}])`;
    case 'shared':
      return `(${belongsTo.among.map((one) => ownRows(policy, { ...requireTable(policy, name), belongsTo: one })).join(' OR ')})`;
    // A path needs a look at other tables for each row, and whoever looks would need grants there: not for people.
    case 'path':
    case 'nobody':
      return 'false';
    default:
      return belongsTo satisfies never;
  }
}

function requireTable(policy: Policy, name: string): Table {
  const table = policy.tables[name];
  if (table === undefined) throw new Error(`the policy does not describe ${name}`);
  return table;
}

function rowPolicy(
  table: string,
  role: string,
  using: string,
  check: string,
  reason: WantedFact['reason'],
): WantedFact {
  const on = `${ident(role)} on ${tableIdent(table)}`;
  return {
    ...{ kind: 'row-policy', key: `${table} ${role}`, reason },
    value: `all permissive {${role}} using ${using} check ${check}`,
    create: [`create policy ${on} as permissive for all to ${ident(role)} using (${using}) with check (${check})`],
    drop: `drop policy ${on}`,
  };
}
