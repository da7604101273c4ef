/** Which amounts settle which invoices by themselves, and which wait for a person. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BankEntry,
  isKid,
  matchEntries,
  mod10Digit,
  mod11Digit,
  type PayableInvoice,
} from '../../../src/register/index.ts';

const INVOICE: PayableInvoice = {
  customerId: 'c1',
  invoiceId: 'i1',
  invoiceNumber: 10_001,
  reference: '1234567897',
  outstandingOre: 50_000,
};

const entry = (reference: string | null, amountOre: number): BankEntry => ({
  ...{ entryNumber: 1, reference, amountOre, paidOn: '2026-11-20', bankReference: '' },
});

const whyOf = (...entries: BankEntry[]): (string | null)[] =>
  matchEntries(entries, [
    INVOICE,
    { ...INVOICE, invoiceId: 'i2', reference: '234567898765432', outstandingOre: 0 },
  ]).map((match) => (match.kind === 'matched' ? null : match.why));

describe('an amount', () => {
  test('that is what is outstanding on the invoice of its reference settles it', () => {
    expect(whyOf(entry('1234567897', 50_000))).toEqual([null]);
  });

  test.each([
    ['less than is outstanding', entry('1234567897', 49_999), 'too-little'],
    ['more than is outstanding', entry('1234567897', 50_001), 'too-much'],
    ['for an invoice that is paid', entry('234567898765432', 100), 'paid-already'],
    ['with a reference of no invoice', entry(`2000${mod10Digit('2000')}`, 50_000), 'unknown-reference'],
    ['with a check digit that is wrong', entry('1234567898', 50_000), 'wrong-check-digit'],
    ['without a reference', entry(null, 50_000), 'no-reference'],
    ['that the bank takes back', entry('1234567897', -50_000), 'taken-back'],
  ])('%s waits for a person', (_, given, why) => {
    expect(whyOf(given)).toEqual([why]);
  });

  test('that comes twice in one file settles once, and the second waits', () => {
    expect(whyOf(entry('1234567897', 50_000), entry('1234567897', 50_000))).toEqual([null, 'paid-already']);
  });
});

describe('the check digit', () => {
  test.each(['1234567897', '2345676'])('of %s is right', (kid) => expect(isKid(kid, null)).toBe(true));
  test.each(['1234567898', '', '7', '12345678901234567890123456', 'abc'])('of %j is not', (kid) =>
    expect(isKid(kid, null)).toBe(false),
  );

  test('is right for whatever it was made for, and wrong when one digit is another', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{2,24}$/), fc.nat(), fc.integer({ min: 1, max: 9 }), (payload, at, more) => {
        expect(isKid(payload + mod10Digit(payload), null)).toBe(true);
        expect(isKid(payload + mod11Digit(payload), null)).toBe(true);
        const place = at % payload.length;
        const other = payload.slice(0, place) + ((Number(payload[place]) + more) % 10) + payload.slice(place + 1);
        expect(mod10Digit(other)).not.toBe(mod10Digit(payload));
      }),
    );
  });
});
