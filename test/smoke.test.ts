import { expect, test } from 'vitest';
import { LANGUAGES } from '../src/policy/index.ts';

test('the product speaks bokmål first and English second', () => {
  expect(LANGUAGES).toEqual(['nb', 'en']);
});
