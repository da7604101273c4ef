/** What a text holds that must not be kept, or not without thought. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  holdsCardNumber,
  holdsIdentityNumber,
  passesLuhn,
} from '../../../src/enforcement/controls/forbidden-numbers.ts';
import { specialCategoriesIn, withoutForbiddenNumbers } from '../../../src/enforcement/index.ts';

const CARD = '4111 1111 1111 1111';
const IDENTITY = '010190 12345';

describe('numbers that must not be kept', () => {
  test('a card number is taken out of a mail, and the words around it stay', () => {
    const { text, takenOut } = withoutForbiddenNumbers(`Kortet mitt er ${CARD}, ordre 50001.`);
    expect(text).toBe('Kortet mitt er [kortnummer fjernet / card number removed], ordre 50001.');
    expect(takenOut).toEqual(['card-number']);
  });

  test('ordinary numbers stay as they are', () => {
    const ordinary = `Faktura 1001, KID 00012345678903, tlf. +47 726 06 060, ${IDENTITY}, 2026-11-25T10:00:00`;
    expect(withoutForbiddenNumbers(ordinary)).toEqual({ text: ordinary, takenOut: [] });
  });

  test('what is left never holds such a number, wherever it stood and however it was grouped', () => {
    const card = fc.stringMatching(/^[2-6][0-9]{14}$/).map((start) => {
      const last = [...'0123456789'].find((digit) => passesLuhn(start + digit)) ?? '0';
      return start + last;
    });
    const between = fc.constantFrom('', ' ', '-', '.');
    fc.assert(
      fc.property(card, between, fc.string(), fc.string(), (digits, mark, before, after) => {
        const shown = digits.replaceAll(/(\d{4})(?=\d)/g, `$1${mark}`);
        const { text } = withoutForbiddenNumbers(`${before} ${shown} ${after}`);
        expect([text, holdsCardNumber(text), holdsIdentityNumber(text)]).toEqual([text, false, false]);
      }),
    );
  });
});

describe('Art. 9 and 10: words that suggest more than a customer system should know', () => {
  test.each([
    ['Jeg er sykmeldt og får ikke hentet pakken', ['health']],
    ['I am in a wheelchair', ['health']],
    ['Fagforeningen min dekker det', ['union']],
    ['Han sitter i fengsel', ['convictions']],
    ['Som kristen og gravid ber jeg om…', ['health', 'belief']],
  ])('%s', (text, expected) => {
    expect(specialCategoriesIn(text)).toEqual(expected);
  });

  test.each([
    'Skoen er for stor, kan jeg bytte?',
    'Kreftgarn og operasjonslys er ikke varer vi har', // begins like a word of the list, and is another
    'The delivery was late and the sole is broken',
    'Jeg vil gjerne ha tilbud på reparasjon',
    'Hilsen Kristin Jødahl',
    'Kravet gjelder faktura 1001',
  ])('nothing in: %s', (text) => {
    expect(specialCategoriesIn(text)).toEqual([]);
  });
});
