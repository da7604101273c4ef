/** Until when a consumer may withdraw from a purchase. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { isPublicHoliday } from '../../src/enforcement/index.ts';
import { withdrawalEndsOn, withdrawalOf } from '../../src/register/index.ts';

const OSLO = 'Europe/Oslo';

test.each([
  ['a Monday', '2026-11-02T12:00:00Z', '2026-11-16'],
  ['half past midnight in Oslo, which is the day before in London', '2026-11-02T23:30:00Z', '2026-11-17'],
  ['a Saturday, so that the last day would be one too', '2026-11-07T12:00:00Z', '2026-11-23'],
  ['two weeks before Maundy Thursday', '2026-03-19T12:00:00Z', '2026-04-07'],
  ['two weeks before the seventeenth of May', '2027-05-03T12:00:00Z', '2027-05-18'],
  ['two weeks before Christmas Day', '2026-12-11T12:00:00Z', '2026-12-28'],
])('received on %s, the right runs until %s -> %s', (_, received, last) => {
  expect(withdrawalEndsOn(new Date(received), OSLO)).toBe(last);
});

test('the holidays of 2026 and 2027 are those of the Norwegian calendar', () => {
  const expected: Readonly<Record<number, string>> = {
    2026: '01-01 04-02 04-03 04-05 04-06 05-01 05-14 05-17 05-24 05-25 12-25 12-26',
    2027: '01-01 03-25 03-26 03-28 03-29 05-01 05-06 05-16 05-17 12-25 12-26',
  };
  for (const [year, days] of Object.entries(expected)) {
    const all = Array.from({ length: 365 }, (_, at) => Temporal.PlainDate.from(`${year}-01-01`).add({ days: at }));
    const found = all
      .map(String)
      .filter((day) => isPublicHoliday(day, 'NO'))
      .map((day) => day.slice(5));
    expect(found.join(' ')).toBe(days);
  }
});

test('goods count from their receipt, services from our yes, and companies have no such right', () => {
  const at = new Date('2026-11-02T12:00:00Z');
  const order = { kind: 'private', confirmedAt: at, productKinds: ['goods', 'service'], receivedAt: null } as const;
  expect(withdrawalOf(order, OSLO)).toBe('not-begun');
  expect(withdrawalOf({ ...order, receivedAt: new Date('2026-11-09T12:00:00Z') }, OSLO)).toBe('2026-11-23');
  expect(withdrawalOf({ ...order, productKinds: ['service'] }, OSLO)).toBe('2026-11-16');
  expect(withdrawalOf({ ...order, kind: 'company' }, OSLO)).toBeNull();
});
