/** The reference page of diagnostics is written from the messages; `vitest run -u` writes it anew. */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { diagnosticCodes, diagnosticMessages } from '../../src/policy/index.ts';

const HEAD = `# Diagnostics

\`kept check\` names each fault and finding with a code that stays the same. A *fault* keeps the policy from being
applied; a *finding* (KEPT-3…) is something the law asks for that the policy does not show, with its section.

| code | says | what to do |
|---|---|---|
`;

/** What is said only in some cases is shown as if it were; facts of the single case stand in italics. */
const plain = (text: string): string =>
  text
    .replaceAll(/\{\?\w+: ((?:[^{}]|\{\w+\})*)\}/g, '$1')
    .replaceAll(/\{(\w+)\}/g, '*$1*')
    .replaceAll('|', '\\|')
    .replaceAll(/\s+/g, ' ')
    .trim();

test('the reference page has every diagnostic as the program words it', async () => {
  const messages = diagnosticMessages('en');
  const rows = diagnosticCodes().map((code) => {
    const { says = '', help = '' } = messages[code] ?? {};
    return `| ${code} | ${plain(says)} | ${plain(help)} |`;
  });
  const page = `${HEAD}${rows.join('\n')}\n`;
  await expect(page).toMatchFileSnapshot(resolve(import.meta.dirname, '../../docs/reference/diagnostics.md'));
});

test('both languages have the same codes', () => {
  expect(Object.keys(diagnosticMessages('nb')).sort()).toEqual(diagnosticCodes());
});
