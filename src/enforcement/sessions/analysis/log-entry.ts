/**
 * The call that puts an entry into the access log, inside the statement that it tells of. Its first three arguments are
 * the parameters that follow the statement's own: the shape's number, the principal's kind and id.
 */
import { ident } from '../../compile/sql.ts';
import type { PersonColumn } from './attribution.ts';
import type { Footprint } from './footprint.ts';

/** @param people An expression of type uuid[]; null and an array of nobody make no entry. */
export function logEntry(parameters: number, people: string): string {
  const [shape, kind, id] = [1, 2, 3].map((place) => `$${parameters + place}`);
  return `kept.log_access(${shape}::integer, ${kind}::text, ${id}::text, ${people})`;
}

/** The function's name, by which its failures are told from those of the statement around it. */
export const LOG_FUNCTION = 'log_access';

/** The people of all rows of `source` as one array of type uuid[]; null where there is no row. */
export function peopleOf(source: string, people: readonly PersonColumn[], print: Footprint): string {
  const each = people.map(({ name, listed }) =>
    listed
      ? `select unnest(${ident(name)})::uuid as person from ${source}`
      : `select ${ident(name)}::uuid as person from ${source}`,
  );
  const [only] = each;
  const once =
    hasRowEach(print, people) && only !== undefined
      ? only
      : `select distinct person from (${each.join(' union all ')}) as found`;
  return `nullif(array(${once}), '{}')`;
}

/** People's own table by itself has one row each, so that nobody need be looked for twice. */
function hasRowEach({ uses }: Footprint, [column]: readonly PersonColumn[]): boolean {
  const table = uses[0]?.table;
  return uses.length === 1 && table?.belongsTo.kind === 'self' && table.key.length === 1 && column?.listed === false;
}
