/** What goes wrong at the terminal is told in the language of whoever sits there, with what to do. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandLine, MAIN, openCommandLine } from '../support/command-line.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let folder: string;
const lines: CommandLine[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'kept-told-'));
});
afterAll(async () => {
  for (const line of lines) line.close();
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

function inLanguage(language: string, more: Readonly<Record<string, string>> = {}): CommandLine {
  const line = openCommandLine(database, { KEPT_LANGUAGE: language, ...more });
  lines.push(line);
  return line;
}

describe.each([
  ['nb', /policymappen .* kan ikke leses/, /PORT: må være/],
  ['en', /policy folder .* cannot be read/, /PORT: must be/],
] as const)('in %s', (language, noFolder, badPort) => {
  test('a folder that is not there is named', async () => {
    const { code, stderr } = await inLanguage(language).kept('check', join(folder, 'nowhere'));
    expect(code).toBe(3);
    expect(stderr).toMatch(noFolder);
  });

  test('a setting that cannot be used is named before anything starts, and its value is not repeated', async () => {
    const { code, stderr } = await inLanguage(language, { PORT: '99999999' }).kept('plan');
    expect(code).toBe(3);
    expect(stderr).toMatch(badPort);
    expect(stderr).not.toContain('99999999');
  });
});

test('a language that the product does not speak is refused, in that of the machine', async () => {
  const { code, stderr } = await inLanguage('fr', { LC_ALL: 'nb_NO.UTF-8' }).kept('plan');
  expect(code).toBe(3);
  expect(stderr).toContain('KEPT_LANGUAGE: må være nb eller en');
});

test('a database made by a newer version is left alone, and the terminal says which one to start', async () => {
  await database.pool.query(`insert into kept.migration (version, name, checksum) values (9999, 'to-come', 'x')`);
  const { code, stderr } = await inLanguage('nb').kept('plan');
  await database.pool.query('delete from kept.migration where version = 9999');
  expect(code).toBe(3);
  expect(stderr).toContain('den er laget av en nyere utgave; start den');
});

test('a reader that stops before the end of the output ends the command in no error', () => {
  const { environment, folder: place } = inLanguage('en');
  const line = `"${process.execPath}" "${MAIN}" --help | true`;
  const { status, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', line], { env: environment, cwd: place });
  expect(stderr.toString()).toBe('');
  expect(status).toBe(0);
});

test('a ledger key that is none is named, and not replaced', async () => {
  const key = join(folder, 'ledger.key');
  writeFileSync(key, 'not a key', { mode: 0o600 });
  const { code, stderr } = await inLanguage('nb', { KEPT_LEDGER_KEY: key }).kept('plan');
  expect(code).toBe(3);
  expect(stderr).toContain(`${key} har ikke en privat nøkkel`);
});
