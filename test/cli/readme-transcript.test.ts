/** The transcript of the README, run: a fresh embedded database, each command, and what it prints. */
import { execFile } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectionFromUrl, openPool } from '../../src/postgres/index.ts';
import { type CommandLine, openCommandLine } from '../support/command-line.ts';
import { type Site, startSite } from '../support/site.ts';
import { commandsIn, differenceFrom } from '../support/transcript.ts';

const root = resolve(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const commands = commandsIn(readme);

let line: CommandLine;
let site: Site;
let policy: string;

beforeAll(async () => {
  // The site starts with the packaged policy, for its invented customers; what is changed is a copy.
  const start = openCommandLine(null);
  policy = join(start.folder, 'policy');
  cpSync(join(root, 'policies/easy-step'), policy, { recursive: true });
  site = await startSite(start);
  line = { ...start, kept: (...args) => openKept(start, args) };
});
afterAll(async () => {
  await site?.end();
  line?.close();
});

const openKept = async ({ environment }: CommandLine, args: readonly string[]) => {
  const there = openCommandLine(null, { KEPT_DATA: environment.KEPT_DATA ?? '', KEPT_POLICY: policy });
  return there.kept(...args).finally(() => there.close());
};

function change(file: string, from: RegExp, to: string): void {
  const path = join(policy, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after, `${file} holds ${from}`).not.toBe(before);
  writeFileSync(path, after);
}

/** What the README says was done to the policy before the command. */
const BEFORE: Readonly<Record<string, () => void>> = {
  'npx kept check': () =>
    change('purposes.yaml', /(?<=^ {2}marketing:\n(?: {4}.*\n)*? {4}basis: )consent$/m, 'consnet'),
  'npx kept plan': () => {
    change('purposes.yaml', /basis: consnet/, 'basis: consent');
    change('purposes.yaml', /(?<=^ {2}marketing:\n(?: {4}.*\n)*? {4}uses: \[identity, )phone-number, /m, '');
    change('controller.yaml', /number: "2026-1"/, 'number: "2026-2"');
  },
};

async function printedBy(text: string): Promise<string> {
  const args = /^npx kept (.*)$/.exec(text)?.[1]?.split(' ');
  if (args === undefined) throw new Error(`the README has a command that this test does not run: ${text}`);
  BEFORE[text]?.();
  const { stdout, stderr } = await line.kept(...args);
  return `${stdout}\n${stderr}`;
}

/** As psql draws it, whose width does not count. */
async function answerOf(url: string, sql: string): Promise<string> {
  const pool = openPool(connectionFromUrl(url), { max: 1, applicationName: 'kept test' });
  try {
    const { rows, fields } = await pool.query<Record<string, unknown>>(sql);
    const names = fields.map(({ name }) => name);
    const drawn = rows.map((row) => names.map((name) => String(row[name])).join(' | '));
    return [
      names.join(' | '),
      names.map(() => '-').join('+'),
      ...drawn,
      `(${rows.length} row${rows.length === 1 ? '' : 's'})`,
    ].join('\n');
  } catch (error) {
    return `ERROR:  ${error instanceof Error ? error.message : ''}`;
  } finally {
    await pool.end();
  }
}

/** @returns null on a machine without psql. */
async function answerOfPsql(url: string, sql: string): Promise<string | null> {
  const env = { ...process.env, PGCLIENTENCODING: 'UTF8' };
  return promisify(execFile)('psql', [url, '-X', '-c', sql], { env }).then(
    ({ stdout }) => stdout,
    (error: NodeJS.ErrnoException & { stderr?: string }) => (error.code === 'ENOENT' ? null : (error.stderr ?? '')),
  );
}

test('every command of the transcript prints what the README shows, in its order', async () => {
  let url = '';
  for (const { kind, text, prints } of commands) {
    const opensPsql = /^psql "\$\((.*)\)"$/.exec(text)?.[1];
    if (opensPsql !== undefined) url = (await printedBy(opensPsql)).trim().split('\n')[0] ?? '';
    else if (kind === 'shell') expect(differenceFrom(prints, await printedBy(text)), text).toBe(null);
    else {
      expect(differenceFrom(prints, await answerOf(url, text)), text).toBe(null);
      const fromPsql = await answerOfPsql(url, text);
      if (fromPsql !== null) expect(differenceFrom(prints, fromPsql), `psql: ${text}`).toBe(null);
    }
  }
});

test('the transcript goes from a mistake to a promise that holds', () => {
  expect(commands.map(({ text }) => text.split(/ (?=kunde|legal)/)[0])).toEqual([
    ...['npx kept check', 'npx kept plan', 'npx kept apply', 'npx kept apply', 'psql "$(npx kept url marketing)"'],
    ...['select', 'select buyer_name from register.invoice;', 'npx kept consent give', 'select'],
    ...['npx kept verify', 'npx kept ledger verify'],
  ]);
});

test('a word, a line or a figure that differs is seen; hashes, times and widths are not', () => {
  const shown = ['Policy version 875792a44e5f → 376b83fd6b1d', '…', '0 new, 4 changed, 0 gone.'];
  const printed = 'Policy version aaaaaaaaaaaa → bbbbbbbbbbbb\n\nmore\n0 new, 4 changed, 0 gone.\n';
  expect(differenceFrom(shown, printed)).toBe(null);
  expect(differenceFrom(shown, printed.replace('4 changed', '5 changed'))).toContain('4 changed');
  expect(differenceFrom(shown, printed.replace('Policy', 'The policy'))).toContain('printed was "The policy');
  expect(differenceFrom(shown, `${printed}and more`)).toContain('and more');
  expect(differenceFrom(['1 fault.'], '')).toContain('nothing more');
  expect(differenceFrom([' a  |  b', '----+----', '(0 rows)'], 'a | b\n---+---\n(0 rows)')).toBe(null);
  expect(differenceFrom(['35 promises hold, 0 are broken'], '36 promises hold, 1 are broken')).toContain(
    '0 are broken',
  );
});
