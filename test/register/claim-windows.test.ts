/** Until when a claim can be made: by kind of buyer and by how long the goods are meant to last. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { answerDueOn, claimWindow, limitationOn, timelinessOf } from '../../src/register/index.ts';

describe('forbrukerkjøpsloven § 27, kjøpsloven § 32: the window', () => {
  test.each([
    ['private', 'normal', '2026-03-15', '2028-03-15', 'forbrukerkjøpsloven § 27'],
    ['private', 'long', '2026-03-15', '2031-03-15', 'forbrukerkjøpsloven § 27'],
    ['company', 'normal', '2026-03-15', '2028-03-15', 'kjøpsloven § 32'],
    ['company', 'long', '2026-03-15', '2028-03-15', 'kjøpsloven § 32'],
    // The longer of the two days protects the buyer.
    ['private', 'long', '2024-02-29', '2029-03-01', 'forbrukerkjøpsloven § 27'],
    ['private', 'normal', '2024-02-29', '2026-03-01', 'forbrukerkjøpsloven § 27'],
  ] as const)('a %s buyer of goods that last %s, taken over on %s, can claim through %s', (...row) => {
    const [buyer, durability, takenOverOn, endsOn, law] = row;
    expect(claimWindow({ buyer, durability, takenOverOn, discoveredOn: takenOverOn })).toMatchObject({ endsOn, law });
  });

  test('it has no end before the goods have arrived', () => {
    const window = claimWindow({
      ...{ buyer: 'private', durability: 'normal', takenOverOn: null, discoveredOn: '2026-11-23' },
    });
    expect(window.endsOn).toBeNull();
    expect(timelinessOf(window, '2026-11-23')).toBe('in-time');
  });
});

describe('whether a claim came in time', () => {
  const bought = { buyer: 'private', durability: 'normal', takenOverOn: '2025-01-10' } as const;
  test.each([
    ['2026-11-01', '2026-11-01', 'in-time'],
    // Two months from discovery, to the day.
    ['2026-09-23', '2026-11-23', 'in-time'],
    ['2026-09-23', '2026-11-24', 'perhaps-late'],
    ['2027-01-09', '2027-01-10', 'in-time'],
    ['2027-01-09', '2027-01-11', 'window-over'],
  ])('discovered on %s and received on %s it is %s', (discoveredOn, receivedOn, expected) => {
    expect(timelinessOf(claimWindow({ ...bought, discoveredOn }), receivedOn)).toBe(expected);
  });

  test('a company has no months within which it is never late', () => {
    const window = claimWindow({ ...bought, buyer: 'company', discoveredOn: '2026-11-01' });
    expect(timelinessOf(window, '2026-11-01')).toBe('perhaps-late');
  });
});

describe('foreldelsesloven §§ 2, 3 and 10: when it is time-barred', () => {
  test.each([
    ['2026-03-15', '2026-04-01', '2029-03-15'],
    ['2026-03-15', '2029-01-01', '2030-01-01'],
    ['2024-02-29', '2024-03-01', '2027-03-01'],
    // Ten years beyond the three, however late it became known.
    ['2010-05-01', '2023-04-30', '2023-05-01'],
    [null, '2026-11-23', '2029-11-23'],
  ])('taken over on %s and known from %s: on %s', (takenOverOn, discoveredOn, expected) => {
    expect(limitationOn({ takenOverOn, discoveredOn })).toBe(expected);
  });

  test('it is never before three years, nor beyond thirteen', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 6000 }), (at, after) => {
        const takenOver = Temporal.PlainDate.from(at.toISOString().slice(0, 10));
        const limitation = Temporal.PlainDate.from(
          limitationOn({ takenOverOn: takenOver.toString(), discoveredOn: takenOver.add({ days: after }).toString() }),
        );
        expect(Temporal.PlainDate.compare(limitation, takenOver.add({ years: 3 }))).toBeGreaterThanOrEqual(0);
        expect(Temporal.PlainDate.compare(limitation, takenOver.add({ years: 13, days: 1 }))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

test('an answer is due fourteen days after a claim was received', () => {
  expect(answerDueOn('2026-11-25')).toBe('2026-12-09');
});
