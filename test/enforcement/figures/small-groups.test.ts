/** Figures about groups: small ones are not told, and nothing that is told depends on them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, SMALLEST_GROUP, withoutSmallGroups } from '../../../src/enforcement/index.ts';

const ROWS = ['a', 'b', 'c'];
const COLUMNS = ['1', '2', '3'];
const PLACES = ROWS.flatMap((row) => COLUMNS.map((column) => ({ row, column })));
const tables = fc
  .array(fc.nat(12), { minLength: 9, maxLength: 9 })
  .map((counts) =>
    PLACES.map((place, at): Cell => ({ ...place, people: counts[at] ?? 0, amount: (counts[at] ?? 0) * 3 })),
  );
const told = (cells: readonly Cell[], smallest?: number) => withoutSmallGroups(ROWS, COLUMNS, cells, smallest);

test('a group of five is told of, one of four is not, nor is an empty one told from it', () => {
  const { shown } = told([
    { row: 'a', column: '1', people: 5, amount: 17 },
    { row: 'a', column: '2', people: 4, amount: 900 },
  ]);
  expect(shown[0]).toEqual([17, null, null]);
});

test('whatever the small groups are, what is told is the same: nothing can be worked out by subtracting', () => {
  fc.assert(
    fc.property(tables, fc.array(fc.nat(SMALLEST_GROUP - 1), { minLength: 9, maxLength: 9 }), (cells, others) => {
      const changed = cells.map((cell, at) =>
        cell.people >= SMALLEST_GROUP ? cell : { ...cell, people: others[at] ?? 0, amount: (others[at] ?? 0) * 7 },
      );
      expect(told(changed)).toEqual(told(cells));
    }),
  );
});

test('totals are those of what stands in the table', () => {
  fc.assert(
    fc.property(tables, (cells) => {
      const { shown, rowTotals, columnTotals } = told(cells);
      const sum = (figures: readonly (number | null)[]): number =>
        figures.reduce<number>((all, one) => all + (one ?? 0), 0);
      expect(rowTotals).toEqual(shown.map(sum));
      expect(columnTotals).toEqual(COLUMNS.map((_, at) => sum(shown.map((row) => row[at] ?? null))));
    }),
  );
});

test('no policy makes the limit lower than five, and one may make it higher', () => {
  const cells = [
    { row: 'a', column: '1', people: 4, amount: 4 },
    { row: 'b', column: '1', people: 7, amount: 7 },
  ];
  expect(told(cells, 1).shown[0]).toEqual([null, null, null]);
  expect(told(cells, 10).shown[1]).toEqual([null, null, null]);
});
