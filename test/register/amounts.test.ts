/** Sums of orders. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountsOf } from '../../src/register/index.ts';

test('VAT is rounded once a rate, not once a line', () => {
  const line = { quantity: 1, unitPriceOre: 2, vatRate: 25 };
  expect(amountsOf([line, line])).toEqual({ netOre: 4, vatOre: 1 });
});

test('each rate is counted by itself', () => {
  const lines = [
    { quantity: 2, unitPriceOre: 79_920, vatRate: 25 },
    { quantity: 1, unitPriceOre: 10_348, vatRate: 15 },
    { quantity: 3, unitPriceOre: 100, vatRate: 0 },
  ];
  expect(amountsOf(lines)).toEqual({ netOre: 170_488, vatOre: 41_512 });
});

test('the order of the lines changes nothing, and sums are whole øre', () => {
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 10_000 }),
    unitPriceOre: fc.integer({ min: 0, max: 1_000_000 }),
    vatRate: fc.constantFrom(0, 12, 15, 25),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const sums = amountsOf(lines);
      expect(amountsOf(lines.toReversed())).toEqual(sums);
      expect(Number.isInteger(sums.netOre) && Number.isInteger(sums.vatOre)).toBe(true);
    }),
  );
});
