/** Which texts hold a card number or a national identity number, and which only look as if they did. */
import { describe, expect, test } from 'vitest';
import { holdsCardNumber, holdsIdentityNumber } from '../../../src/enforcement/controls/forbidden-numbers.ts';

/** The test numbers of the card schemes. */
const CARDS = [
  'Kortet er 4111111111111111',
  '4111 1111 1111 1111',
  '4111-1111-1111-1111',
  '4111.1111.1111.1111',
  '4111\u00a01111\u00a01111\u00a01111',
  '4111\u20111111\u20111111\u20111111',
  '4111 1111 1111 1111 12/27',
  '4111111111111111 12/27 123',
  'ring 40000001 eller bruk 4111 1111 1111 1111',
  '30.11.2026 4111 1111 1111 1111',
  '3782 822463 10005',
  '4222 2222 2222 2',
  '{"note": "5555555555554444"}',
];

const NOT_CARDS = [
  '4111111111111112',
  'Telefon +4740000001234567',
  'KID 0000000000000000',
  '4c6f2a10-4111-4111-8111-111111111111',
  '2026-11-23T12:00:00.4111111111111111',
  'Bestilling 50001 og 50002',
  '1111 1111 1111 1117',
];

describe('card numbers', () => {
  test.each(CARDS)('%j holds a card number', (text) => expect(holdsCardNumber(text)).toBe(true));
  test.each(NOT_CARDS)('%j holds no card number', (text) => expect(holdsCardNumber(text)).toBe(false));
});

/** Synthetic numbers, which have 80 added to the month: no person has them. */
const IDENTITIES = [
  '01819000049',
  '018190 00049',
  '018190-00049',
  '018190\u00a000049',
  'Fødselsnummer 018190 00049 40000001',
  'Ring 40000001. 018190 00049',
  'Nr. 01819000049, 7030 Trondheim',
];

const NOT_IDENTITIES = ['01819000048', '99819000049', '+4701819000049', '018190000490', '018190'];

describe('national identity numbers', () => {
  test.each(IDENTITIES)('%j holds an identity number', (text) => expect(holdsIdentityNumber(text)).toBe(true));
  test.each(NOT_IDENTITIES)('%j holds no identity number', (text) => expect(holdsIdentityNumber(text)).toBe(false));
});
