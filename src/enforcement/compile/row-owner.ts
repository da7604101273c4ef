/** Whose a row is, as SQL: the keys of its people, and the rows of one person. */
import type { Ownership, Table } from '../../policy/index.ts';
import { ident, tableIdent } from './sql.ts';

/**
 * SQL expressions for the keys of the people that a row is about.
 * @param row The alias of the row: a table's alias, or `new` in a trigger.
 */
export function ownersOfRow(ownership: Ownership, row: string): readonly string[] {
  switch (ownership.kind) {
    case 'self':
    case 'direct':
      return [`${row}.${ident(ownership.column)}`];
    case 'path':
      return [alongPath(ownership.steps, row)];
    case 'shared':
      return ownership.among.flatMap((one) => ownersOfRow(one, row));
    case 'listed':
    case 'nobody':
      return [];
    default:
      return ownership satisfies never;
  }
}

function alongPath(steps: Extract<Ownership, { kind: 'path' }>['steps'], row: string): string {
  const last = steps.length - 1;
  const from = steps.map((step, index) => {
    const on = `step${index}.${ident(step.toColumn)} = ${index === 0 ? row : `step${index - 1}`}.${ident(step.column)}`;
    return index === 0
      ? { table: `${tableIdent(step.toTable)} as step0`, on }
      : { table: `join ${tableIdent(step.toTable)} as step${index} on ${on}`, on: '' };
  });
  const target = `step${last}.${ident(steps[last]?.toColumn ?? '')}`;
  return `(select ${target} from ${from.map(({ table }) => table).join(' ')} where ${from[0]?.on} limit 1)`;
}

/** A condition that holds for the rows about `person`, a uuid expression. */
export function isAbout(ownership: Ownership, row: string, person: string): string {
  if (ownership.kind === 'listed') return `${row}.${ident(ownership.column)} @> array[${person}]`;
  const owners = ownersOfRow(ownership, row);
  return owners.length === 0 ? 'false' : owners.map((owner) => `${owner} = ${person}`).join(' or ');
}

/** Whether a row's bits are kept on it: its people are known and it has the gate. */
export const isGated = (table: Table): boolean =>
  table.gate.kind === 'permits' && ownersOfRow(table.belongsTo, 't').length > 0;

/** The row's own column that names the one person it is about; null where that takes more than a column. */
export function ownerColumn(ownership: Ownership): string | null {
  return ownership.kind === 'self' || ownership.kind === 'direct' ? ownership.column : null;
}
