/** When credit may be checked, when a lead may be contacted, who may be looked up, and how people on lists are recognised. */
import { describe, expect, test } from 'vitest';
import {
  contactRefusal,
  creditRefusal,
  keysOf,
  leadDeleteOn,
  MOST_CHECKS,
  noticeDueOn,
  readBoughtList,
  readReservations,
  supplementRefusal,
} from '../../src/register/index.ts';

describe('credit', () => {
  const order = { status: 'placed', paymentTerms: 'invoice', amountOre: 1250 } as const;

  test.each([
    ['an order on invoice that waits', order, [], 0, null],
    ['an order that is paid in advance', { ...order, paymentTerms: 'prepaid' as const }, [], 0, 'not-on-invoice'],
    ['an order of nothing', { ...order, amountOre: 0 }, [], 0, 'no-amount'],
    ['an order that is confirmed', { ...order, status: 'confirmed' }, [], 0, 'order-moved-on'],
    ['an order whose check is open', order, [{ decided: false }], 0, 'already-open'],
    ['an order that was decided', order, [{ decided: true }], 0, 'already-decided'],
    ['one of many within ten minutes', order, [], MOST_CHECKS, 'too-many'],
  ] as const)('of %s: %j', (_case, given, earlier, recent, refusal) => {
    expect(creditRefusal(given, earlier, recent)).toBe(refusal);
  });
});

describe('a lead', () => {
  const lead = {
    ...{ state: 'new' as const, reserved: false, deleteOn: '2027-11-20' },
    ...{ street: 'Prøveveien 1', postalCode: '7030', phone: '+4740000001' },
  } as const;

  test.each([
    ['washed the same day', lead, '2026-11-23', 'phone', '2026-11-23', null],
    ['washed on the first of the month', lead, '2026-11-01', 'post', '2026-11-30', null],
    ['never washed', lead, null, 'phone', '2026-11-23', 'never-washed'],
    ['washed the day before, in another month', lead, '2026-11-30', 'phone', '2026-12-01', 'wash-old'],
    ['washed in the same month a year ago', lead, '2025-11-23', 'phone', '2026-11-23', 'wash-old'],
    ['washed after the contact', lead, '2026-11-24', 'phone', '2026-11-23', 'wash-old'],
    ['who is reserved', { ...lead, reserved: true }, '2026-11-23', 'phone', '2026-11-23', 'reserved'],
    [
      'who was contacted',
      { ...lead, state: 'contacted' as const },
      '2026-11-23',
      'post',
      '2026-11-23',
      'contacted-already',
    ],
    ['without an address', { ...lead, street: null }, '2026-11-23', 'post', '2026-11-23', 'no-address'],
    ['without a number', { ...lead, phone: null }, '2026-11-23', 'phone', '2026-11-23', 'no-number'],
    ['on the day of deletion', lead, '2027-11-20', 'phone', '2027-11-20', 'past-its-date'],
  ] as const)('%s', (_case, given, washedOn, channel, on, refusal) => {
    expect(contactRefusal(given, washedOn, channel, on)).toBe(refusal);
  });

  test('is told within a month and deleted after a year, also at the end of a month', () => {
    expect([noticeDueOn('2027-01-31'), leadDeleteOn('2028-02-29')]).toEqual(['2027-02-28', '2029-02-28']);
  });

  test('is recognised by number, address and mail, however they are written', () => {
    const keys = (phone: string, name: string, street: string) =>
      keysOf({ name, phone, street, postalCode: '7030', email: ' Ola@Example.no ' });
    expect(keys('400 00 001', 'Ola  Nordmann', 'Storgata 1 B')).toEqual(
      keys('+4740000001', 'OLA NORDMANN', 'storgata 1b'),
    );
    expect(keysOf({ name: 'Ola', phone: null, street: null, postalCode: '7030', email: null })).toEqual([]);
  });
});

describe('a list', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  test('is read by its headings in either language, and each row that cannot be used is named with why', async () => {
    const read = await readBoughtList(
      bytes(
        'First name,Last name,Mobile,Shoe size\nKari,Nordmann,40000001,38\n,,40000002,\nPer,Hansen,123,\nKort,Nummer,4111 1111 1111 1111,\n',
      ),
    );
    expect(read).toMatchObject({
      ok: true,
      people: [{ fullName: 'Kari Nordmann', phone: '+4740000001', email: null }],
      refused: [
        { rowNumber: 3, fault: 'name-missing' },
        { rowNumber: 4, fault: 'phone-wrong' },
        { rowNumber: 5, fault: 'forbidden-number' },
      ],
    });
    expect(JSON.stringify(read)).not.toContain('38');
  });

  test('of reservations needs something to recognise people by', async () => {
    expect(await readReservations(bytes('Navn;Sted\nOla;Oslo\n'))).toEqual({ ok: false, fault: 'no-reach-column' });
    expect(await readReservations(bytes('Telefon;Sted\n40000001;Oslo\n'))).toMatchObject({ ok: true });
  });
});

test('only a company without a confidential address is looked up', () => {
  const company = { kind: 'company', protectedAddress: false, organisationNumber: '123456785' } as const;
  expect(supplementRefusal(company)).toBeNull();
  expect(supplementRefusal({ ...company, kind: 'private' })).toBe('private-person');
  expect(supplementRefusal({ ...company, protectedAddress: true })).toBe('protected-address');
  expect(supplementRefusal({ ...company, organisationNumber: null })).toBe('no-number');
});
