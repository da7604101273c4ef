/** Column grants: what each purpose may read and write, as `accessOfPurpose` says. */
import { accessOfPurpose, type LocalizedText, type Policy } from '../../policy/index.ts';
import { roleOfPurpose } from '../roles.ts';
import { usageFact } from './compile-roles.ts';
import type { WantedFact } from './fact.ts';
import { ident, tableIdent } from './sql.ts';

export const PRIVILEGES = ['select', 'insert', 'update', 'delete'] as const;
export type Privilege = (typeof PRIVILEGES)[number];

export function compileGrants(policy: Policy, prefix: string): WantedFact[] {
  return Object.values(policy.purposes).flatMap((purpose) => {
    const role = roleOfPurpose(prefix, purpose.name);
    const reason = {
      nb: `«${purpose.label.nb}» bruker disse kategoriene.`,
      en: `"${purpose.label.en}" uses these categories.`,
    };
    const access = accessOfPurpose(policy, purpose.name);
    const schemas = new Set(access.map(({ table }) => table.split('.')[0] ?? '').filter((name) => name !== 'kept'));
    return [
      ...[...schemas].map((schema) => usageFact(schema, role, reason)),
      ...access.flatMap((one) => [
        ...grantFact(role, 'select', one.table, one.read, reason),
        ...grantFact(role, 'insert', one.table, one.insert, reason),
        ...grantFact(role, 'update', one.table, one.update, reason),
        ...(one.delete ? [wholeTableFact(role, 'delete', one.table, reason)] : []),
      ]),
    ];
  });
}

/** Equal columns in any order are the same grant. */
export const columnsValue = (columns: readonly string[]): string => [...columns].sort().join(', ');

function grantFact(
  role: string,
  privilege: Privilege,
  table: string,
  columns: readonly string[],
  reason: LocalizedText,
): WantedFact[] {
  if (columns.length === 0) return [];
  const list = columns.map(ident).join(', ');
  const create = `grant ${privilege} (${list}) on ${tableIdent(table)} to ${ident(role)}`;
  return [{ ...grantBase(role, privilege, table), value: columnsValue(columns), create: [create], reason }];
}

function wholeTableFact(role: string, privilege: Privilege, table: string, reason: LocalizedText): WantedFact {
  const create = `grant ${privilege} on ${tableIdent(table)} to ${ident(role)}`;
  return { ...grantBase(role, privilege, table), value: '*', create: [create], reason };
}

/** Revoking from the table takes its column grants away too. */
export function grantBase(role: string, privilege: string, table: string) {
  const drop = `revoke ${privilege} on ${tableIdent(table)} from ${ident(role)}`;
  return { kind: 'grant', key: `${table} ${role} ${privilege}`, drop } as const;
}
