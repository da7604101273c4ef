/** The numbers on invoices: payment references, account numbers, due dates. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAccountNumber } from '../../src/policy/index.ts';
import {
  accountNumberInWords,
  dueOn,
  ibanOf,
  isIban,
  isKid,
  kidOf,
  readAccountNumber,
} from '../../src/register/index.ts';

describe('payment references', () => {
  test.each(['1234567897', '602243'])('%s has the check digit of modulus 10', (kid) => {
    expect(isKid(kid, 'mod10')).toBe(true);
    expect(isKid(kid, 'mod11')).toBe(false);
  });

  test.each(['1234567892', '602248', '10003-'])('%s has the check digit of modulus 11', (kid) => {
    expect(isKid(kid, 'mod11')).toBe(true);
    expect(isKid(kid, 'mod10')).toBe(false);
  });

  test('a reference has two to 25 digits', () => {
    expect(isKid('0', 'mod10')).toBe(false);
    expect(isKid('18', 'mod10')).toBe(true);
    expect(isKid('0'.repeat(25), 'mod10')).toBe(true);
    expect(isKid('0'.repeat(26), 'mod10')).toBe(false);
    for (const text of ['', '12 34', 'abcd', '-1', '1-8']) expect(isKid(text, 'mod11')).toBe(false);
  });

  test('every invoice gets a reference of digits alone that its own check accepts, and no two the same', () => {
    const number = fc.integer({ min: 1, max: 99_999_999 });
    const customer = fc.integer({ min: 10_001, max: 9_999_999 });
    fc.assert(
      fc.property(customer, number, fc.constantFrom('mod10', 'mod11'), (who, invoice, check) => {
        const kid = kidOf(who, invoice, check);
        expect(kid).toMatch(/^[0-9]{17}$/);
        expect(isKid(kid, check)).toBe(true);
        expect(kidOf(who, invoice + 1, check)).not.toBe(kid);
      }),
    );
  });

  test('one wrong digit is noticed', () => {
    const kid = kidOf(10_001, 7, 'mod10');
    for (let place = 0; place < kid.length; place += 1) {
      const wrong = `${kid.slice(0, place)}${(Number(kid[place]) + 1) % 10}${kid.slice(place + 1)}`;
      expect(isKid(wrong, 'mod10')).toBe(false);
    }
  });
});

describe('account numbers', () => {
  test.each(['86011117947', '8601.11.17947', '8601 11 17947', 'NO93 8601 1117 947', 'no9386011117947'])(
    '%s is read as the same eleven digits',
    (typed) => expect(readAccountNumber(typed)).toBe('86011117947'),
  );

  test.each(['86011117948', '8601111794', '', 'NO6686011117948', 'NO9286011117947', 'DE89370400440532013000'])(
    '%s is no account number of Norway',
    (typed) => expect(readAccountNumber(typed)).toBeNull(),
  );

  test('an IBAN of Norway is checked inside too, where modulus 97 alone would let it through', () => {
    expect(isIban('NO9386011117947')).toBe(true);
    expect(isIban('NO6686011117948')).toBe(false);
    expect(ibanOf('86011117947')).toBe('NO9386011117947');
  });

  test('a check digit of ten makes no account number', () => {
    const without = Array.from({ length: 100 }, (_, last) => `12345678${String(last).padStart(2, '0')}`).filter(
      (start) => ![...'0123456789'].some((digit) => isAccountNumber(start + digit)),
    );
    expect(without.length).toBeGreaterThan(0);
  });

  test('it is written as banks write it', () => {
    expect(accountNumberInWords('86011117947')).toBe('8601\u00a011\u00a017947');
  });
});

describe('due dates', () => {
  test.each([
    ['2026-11-23', 14, '2026-12-07'],
    ['2026-11-21', 14, '2026-12-07'],
    ['2026-12-11', 14, '2026-12-28'],
    ['2026-03-19', 14, '2026-04-07'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('an invoice of %s with %i days is due on %s, a day on which banks work', (issued, days, due) => {
    expect(dueOn(issued, days)).toBe(due);
  });
});
