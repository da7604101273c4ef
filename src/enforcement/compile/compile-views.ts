/** A read schema for each purpose: views that show what the purpose sees, for people with psql or a report tool. */
import { accessOfPurpose, type Policy } from '../../policy/index.ts';
import { identifierOfPurpose, roleOfPurpose } from '../roles.ts';
import { usageFact } from './compile-roles.ts';
import type { WantedFact } from './fact.ts';
import { ident, tableIdent } from './sql.ts';

export function compileViews(policy: Policy, prefix: string): WantedFact[] {
  return Object.values(policy.purposes).flatMap((purpose) => {
    const schema = identifierOfPurpose(purpose.name);
    const role = roleOfPurpose(prefix, purpose.name);
    const reason = {
      nb: `I skjemaet ${schema} viser «select *» det «${purpose.label.nb}» ser.`,
      en: `In the schema ${schema}, "select *" shows what "${purpose.label.en}" sees.`,
    };
    const readable = accessOfPurpose(policy, purpose.name).filter(({ read }) => read.length > 0);
    const names = viewNames(readable.map(({ table }) => table));
    return [
      schemaFact(schema, reason),
      usageFact(schema, role, reason),
      ...readable.flatMap(({ table, read }, index) => viewFacts(schema, names[index] ?? '', table, read, role, reason)),
    ];
  });
}

/** The table's own name; with its schema where two would be the same. */
function viewNames(tables: readonly string[]): string[] {
  const short = tables.map((table) => table.split('.')[1] ?? table);
  return short.map((name, index) =>
    short.filter((other) => other === name).length > 1 ? (tables[index] ?? '').replace('.', '_') : name,
  );
}

function schemaFact(schema: string, reason: WantedFact['reason']): WantedFact {
  return {
    ...{ kind: 'schema', key: schema, value: 'present', reason },
    create: [`create schema ${ident(schema)}`],
    drop: `drop schema ${ident(schema)} cascade`,
  };
}

function viewFacts(
  schema: string,
  name: string,
  table: string,
  columns: readonly string[],
  role: string,
  reason: WantedFact['reason'],
): WantedFact[] {
  const view = `${ident(schema)}.${ident(name)}`;
  const body = `select ${columns.map(ident).join(', ')} from ${tableIdent(table)}`;
  return [
    {
      ...{ kind: 'view', key: `${schema}.${name}`, reason },
      value: viewValue(body, true, [`${role}=select`]),
      create: [
        `create view ${view} with (security_invoker = true) as ${body}`,
        `grant select on ${view} to ${ident(role)}`,
      ],
      drop: `drop view ${view}`,
    },
  ];
}

/** Quotes, line breaks and case of keywords are Postgres' own; the rest must be equal. */
export function viewValue(body: string, invoker: boolean, grants: readonly string[]): string {
  const plain = body
    .toLowerCase()
    .replaceAll('"', '')
    .replaceAll(/[\s;]+/g, ' ')
    .trim();
  return `${plain} | ${invoker ? 'invoker' : 'owner'} | ${[...grants].sort().join(', ')}`;
}
