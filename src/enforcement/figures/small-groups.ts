/**
 * Figures about groups, without those so small that somebody could be known in them. What is told does not depend on the
 * small ones at all: not on how small they are, nor on whether there is anybody. Totals are of what is shown, so that
 * nothing comes out by subtracting. Pure.
 */

/** The fewest people in a group that is told of. Smaller is not allowed, whatever a policy says. */
export const SMALLEST_GROUP = 5;

export interface Cell {
  readonly row: string;
  readonly column: string;
  /** People (or person-days) in it. */
  readonly people: number;
  /** What is counted of them, as pieces; `people` itself where that is the figure. */
  readonly amount: number;
}

export interface ShownTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row and column; null for a group that is too small to tell of, or empty. */
  readonly shown: readonly (readonly (number | null)[])[];
  /** Of what is shown. */
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
}

/** @param rows Names of all rows, and of all columns, whether anything is in them or not. */
export function withoutSmallGroups(
  rows: readonly string[],
  columns: readonly string[],
  cells: readonly Cell[],
  smallest: number = SMALLEST_GROUP,
): ShownTable {
  const least = Math.max(smallest, SMALLEST_GROUP);
  const amounts = new Map(
    cells.filter(({ people }) => people >= least).map(({ row, column, amount }) => [`${row}\0${column}`, amount]),
  );
  const shown = rows.map((row) => columns.map((column) => amounts.get(`${row}\0${column}`) ?? null));
  const sum = (figures: readonly (number | null)[]): number =>
    figures.reduce<number>((total, figure) => total + (figure ?? 0), 0);
  return {
    ...{ rows, columns, shown },
    rowTotals: shown.map(sum),
    columnTotals: columns.map((_, at) => sum(shown.map((row) => row[at] ?? null))),
  };
}
