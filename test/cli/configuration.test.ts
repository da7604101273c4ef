/** The reference page of settings is made from the list the program reads, so neither can say more than the other. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { VARIABLES } from '../../src/cli/variables.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/reference/configuration.md'), 'utf8');
const reader = readFileSync(resolve(import.meta.dirname, '../../src/cli/environment.ts'), 'utf8');

test('the page has one row for each setting, with its default and what it does', () => {
  const rows = VARIABLES.map(({ name, byDefault, does }) => {
    const value = byDefault === '' ? '' : `\`${byDefault}\``;
    return `| \`${name}\` | ${value} | ${does.en} |`;
  });
  expect(page.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows);
});

test('every setting that the program reads is in the list', () => {
  const read = [...reader.matchAll(/'((?:KEPT_|DATABASE_|PORT)[A-Z_]*)'/g)].map(([, name]) => name);
  const listed = VARIABLES.map(({ name }) => name);
  expect([...new Set(read)].filter((name) => name !== undefined && !listed.includes(name))).toEqual([]);
});
