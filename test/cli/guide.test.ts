/** The guide to a policy of one's own is true: its commands run as they stand, with the changes it shows between them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ended, type KeptFolder, openKeptFolder } from '../support/kept-process.ts';

const guide = readFileSync(resolve(import.meta.dirname, '../../docs/guides/a-policy-of-your-own.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, text]) => text ?? '');

let folder: KeptFolder;
beforeAll(() => {
  folder = openKeptFolder();
});
afterAll(() => folder.close());

const env: NodeJS.ProcessEnv = {};

/** Runs a line of the guide: assignments before the command or after `export`, then `npx kept`. */
async function run(line: string): Promise<Ended | null> {
  const [, exported, here = '', command] = /^(export )?((?:\w+=\S+\s*)*)(?:npx kept (.*))?$/.exec(line) ?? [];
  const set = Object.fromEntries(
    here
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map((one) => one.split('=')),
  );
  if (exported !== undefined) Object.assign(env, set);
  if (command === undefined) return null;
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return folder.run(words, { env: { ...env, ...set } });
}

async function runBlock(text: string): Promise<Record<string, Ended>> {
  const ended: Record<string, Ended> = {};
  for (const line of text.trim().split('\n')) {
    const result = await run(line);
    if (result === null) continue;
    expect([result.code, result.code === 0 ? '' : result.stdout + result.stderr], line).toEqual([0, '']);
    ended[/kept (\w+)/.exec(line)?.[1] ?? ''] = result;
  }
  return ended;
}

function edit(file: string, from: RegExp, to: string): void {
  const path = join(folder.path, 'policy', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

test('its commands run in order, and its changes lead where it says', async () => {
  const [init = '', check = '', apply = '', publish = ''] = blocks('sh');
  const [period = '', recipient = '', version = ''] = blocks('yaml');
  await runBlock(init);
  await runBlock(check);
  expect((await runBlock(apply)).plan?.stdout).toContain('grant');
  expect(period).toContain('for: P6M');
  edit('retention.yaml', /(?<=correspondence:\n(?: {4}.*\n)*? {4}for: )P1Y/, 'P6M');
  edit('recipients.yaml', /(?<=^recipients:\n)/m, recipient.replace(/^#.*\n/, ''));
  const refused = await run('npx kept apply');
  expect([refused?.code, refused?.stderr]).toEqual([3, expect.stringContaining('new version.number')]);
  edit('controller.yaml', /^ {2}number: .*/m, /^ {2}number: .*/m.exec(version)?.[0] ?? '');
  edit('controller.yaml', / {2}changes:\n.*\n.*\n/, /^ {2}changes:\n.*\n.*\n/m.exec(version)?.[0] ?? '');
  const ended = await runBlock(publish);
  expect(ended.plan?.stdout).toContain('2026-2');
  expect(ended.verify?.stdout).toMatch(/promises hold, 0 are broken/);
}, 300_000);
