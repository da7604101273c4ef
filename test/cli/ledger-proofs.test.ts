/** Proofs of ledger entries on the command line: exported from a database, checked without one. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LedgerError, verifyInclusionProof } from '../../src/enforcement/index.ts';
import { type CommandLine, openCommandLine, type Ran } from '../support/command-line.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let commands: CommandLine;
let key: string;
let file: string;

beforeAll(async () => {
  database = await createTestDatabase();
  commands = openCommandLine(database);
  file = join(commands.folder, 'entry.tlog-proof');
  // Two entries: the policy applied, the notice published.
  expect(await commands.kept('apply')).toMatchObject({ code: 0 });
  key = (await commands.kept('ledger', 'key')).stdout.trim();
});
afterAll(async () => {
  commands.close();
  await database.close();
});

/** No database can be reached through this address. */
const nowhere = 'postgres://nobody:none@127.0.0.1:1/none';

const check = (path: string, withKey = key, language = 'en'): Promise<Ran> => {
  const away = openCommandLine(database, { DATABASE_URL: nowhere, KEPT_LANGUAGE: language });
  return away.kept('ledger', 'check-proof', path, '--key', withKey).finally(() => away.close());
};

test('what is not signed yet has no proof, and the message says how it gets one', async () => {
  const { code, stderr } = await commands.kept('ledger', 'proof', '0');
  expect(code).toBe(1);
  expect(stderr).toContain('kept ledger checkpoint');
});

test('a proof is exported to a file and checked without any database', async () => {
  expect(await commands.kept('ledger', 'checkpoint')).toMatchObject({ code: 0 });
  expect(await commands.kept('ledger', 'proof', '1', '--out', file)).toMatchObject({ code: 0, stdout: '' });
  const { code, stdout } = await check(file);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Entry 1 stands in the ledger example\.com\/\S+, as it was signed with 2 entries:\n/);
  expect(stdout).toContain('"kind":"notice-published"');
  expect((await commands.kept('ledger', 'proof', '1')).stdout).toBe(readFileSync(file, 'utf8'));
});

test('no byte of a proof can be changed unseen', () => {
  const text = readFileSync(file);
  expect(verifyInclusionProof(text.toString(), key).index).toBe(1);
  for (let at = 0; at < text.length; at += 1) {
    const changed = Buffer.from(text);
    changed.writeUInt8((text[at] ?? 0) ^ 0x01, at);
    expect(() => verifyInclusionProof(changed.toString(), key), `byte ${at}`).toThrow(LedgerError);
  }
});

test('on the command line a changed proof, another key and another file are told in both languages', async () => {
  const changed = join(commands.folder, 'changed');
  writeFileSync(changed, readFileSync(file, 'utf8').replace('index 1', 'index 0'));
  expect(await check(changed)).toMatchObject({ code: 1, stderr: expect.stringContaining('The proof is wrong') });
  expect(await check(changed, key, 'nb')).toMatchObject({ code: 1, stderr: expect.stringContaining('stemmer ikke') });
  const elsewhere = openCommandLine(database);
  const otherKey = (await elsewhere.kept('ledger', 'key')).stdout.trim();
  elsewhere.close();
  expect(otherKey).not.toBe(key);
  expect(await check(file, otherKey)).toMatchObject({ code: 1, stderr: expect.stringContaining('not signed with') });
  expect(await check(file, 'key', 'nb')).toMatchObject({ code: 1, stderr: expect.stringContaining('kept ledger key') });
  writeFileSync(changed, 'something else');
  expect(await check(changed)).toMatchObject({ code: 1, stderr: expect.stringContaining('not a proof') });
  expect(await check(join(commands.folder, 'missing'))).toMatchObject({ code: 3 });
});

test('an entry that is not there is told, and the list shows those that are, the newest first', async () => {
  expect(await commands.kept('ledger', 'proof', '99')).toMatchObject({
    ...{ code: 1, stderr: expect.stringContaining('kept ledger list') },
  });
  const { stdout } = await commands.kept('ledger', 'list');
  expect(stdout.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^ {5}1 {2}\S+Z {2}notice-published {2}languages 2 {2}version \S+$/),
    expect.stringMatching(/^ {5}0 {2}\S+Z {2}policy-applied {2}contentHash [0-9a-f]{64} /),
  ]);
  const json = JSON.parse((await commands.kept('ledger', 'list', '--limit', '1', '--json')).stdout);
  expect(json).toMatchObject({ size: 2, entries: [{ index: 1, kind: 'notice-published', person: null }] });
});
