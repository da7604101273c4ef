/** Which passwords are taken. */
import { expect, test } from 'vitest';
import { faultOfPassword } from '../../src/records/accounts/passwords.ts';
import { newRecoveryCodes, recoveryCodeFrom } from '../../src/records/accounts/recovery-codes.ts';

test.each([
  ['kort', 'short'],
  ['ellevetegn!', 'short'],
  ['passwordpassword', 'common'],
  ['Password2026!!', 'common'],
  ['121212121212', 'common'],
  ['a'.repeat(129), 'long'],
  ['ni grå katter på taket', null],
  ['Vz7#kq!pLm2x', null],
])('%s: %s', (password, fault) => {
  expect(faultOfPassword(password)).toBe(fault);
});

test('recovery codes differ, have no letters that look alike, and are found however they are typed', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
    expect(recoveryCodeFrom(` ${code.toUpperCase().replace('-', ' ')} `)).toBe(code);
  }
});
