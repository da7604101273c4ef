/** Details of people hold no number that must never lie here, wherever they are typed. */
import { expect, test } from 'vitest';
import { personDetails, personFaults } from '../../src/register/index.ts';

const typed = {
  ...{ legalName: 'Åse Ávži', email: 'ase@example.no', phone: '99 88 77 66' },
  ...{ street: 'Storgata 12', postalCode: '7030', city: 'Trondheim' },
};

test('a name, a street or a city with a payment card number or a national identity number is refused', () => {
  const faultsOf = (more: Partial<typeof typed>) => personFaults(personDetails('private', { ...typed, ...more }));
  expect(faultsOf({})).toEqual({});
  expect(faultsOf({ street: 'Kort 4111 1111 1111 1111' })).toEqual({ street: 'card-number' });
  for (const name of ['legalName', 'city'] as const) {
    expect(faultsOf({ [name]: 'Åse 018190 00049' })).toEqual({ [name]: 'identity-number' });
  }
});
