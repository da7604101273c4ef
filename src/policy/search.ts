/**
 * By which columns whom can be searched: words of a column, for the purposes that read it. What a purpose may not read it
 * cannot search by; the functions in the database, what pages say and the tests of both read it from here.
 */
import { accessOfPurpose } from './access.ts';
import { columnsInCondition } from './condition.ts';
import type { Policy, Table } from './model.ts';

export interface SearchedColumn {
  readonly table: Table;
  readonly column: string;
  /** The column that a search gives: the first of the key, by which rows of one customer lie together. */
  readonly key: string;
  /** Rows in which it is searched; null: in all. */
  readonly where: string | null;
}

/** In the order of the policy. Rows that do not say what they permit are not searched. */
export function searchedColumns(policy: Policy): readonly SearchedColumn[] {
  return Object.values(policy.tables)
    .filter(({ gate, belongsTo }) => gate.kind === 'permits' && belongsTo.kind !== 'nobody')
    .flatMap((table) => {
      const [key] = table.key;
      return Object.values(table.columns).flatMap(({ name, search }) =>
        search === null || key === undefined ? [] : [{ table, column: name, key, where: search.where }],
      );
    });
}

/** Whether a purpose reads all that a search by the column tells of. Who sees only their own rows searches nobody. */
export function maySearch(policy: Policy, purpose: string, { table, column, key, where }: SearchedColumn): boolean {
  if (policy.purposes[purpose]?.ownRowsOnly !== false) return false;
  const read = accessOfPurpose(policy, purpose).find((access) => access.table === table.name)?.read ?? [];
  return [column, key, ...(where === null ? [] : columnsInCondition(where))].every((one) => read.includes(one));
}
