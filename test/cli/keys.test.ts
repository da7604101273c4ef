/** The files that hold keys: made for their owner alone, and not taken from anybody else. */
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnvironment } from '../../src/cli/environment.ts';
import { readKeys } from '../../src/cli/keys.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keys = () => readKeys(readEnvironment({ KEPT_DATA: folder }, folder));

test('keys are made once, readable by their owner alone', () => {
  const { secret } = keys();
  for (const name of ['secret', 'ledger.key']) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  expect(keys().secret).toEqual(secret);
});

test('a key that others on the machine can read or write is refused, with the way out', () => {
  keys();
  for (const mode of [0o644, 0o604, 0o602, 0o620]) {
    chmodSync(join(folder, 'secret'), mode);
    expect(keys, mode.toString(8)).toThrow(/chmod 600/);
  }
  // A group may read it: so are keys handed to a service.
  chmodSync(join(folder, 'secret'), 0o640);
  expect(keys).not.toThrow();
});

test('a secret that somebody else laid out beforehand opens nothing', () => {
  writeFileSync(join(folder, 'secret'), 'f'.repeat(64), { mode: 0o644 });
  expect(keys).toThrow(/secret/);
});
