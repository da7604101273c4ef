/** `npx kept` runs the built file itself, which the compiler writes without the right to be run. */
import { accessSync, constants } from 'node:fs';
import { expect, test } from 'vitest';
import { MAIN } from '../support/command-line.ts';

test('what is built can be run as a command', () => {
  expect(() => accessSync(MAIN, constants.X_OK)).not.toThrow();
});
