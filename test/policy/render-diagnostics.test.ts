/** How diagnostics read, in both languages. */
import { expect, test } from 'vitest';
import { checkPolicy, renderDiagnostics } from '../../src/policy/index.ts';
import { EN, FORMS_EN } from '../../src/policy/messages/en.ts';
import { FORMS_NB, NB } from '../../src/policy/messages/nb.ts';
import { changed, KNOWN_CONTROLS } from './small-policy.ts';

const files = changed('purposes.yaml', 'basis: contract', 'basis: contrakt');
const { diagnostics } = checkPolicy(files, { knownControls: KNOWN_CONTROLS });

test('a fault shows file, line and column, the line, a caret under it, its code and one line of help', () => {
  expect(renderDiagnostics(diagnostics, { language: 'en', files, colour: false })).toBe(
    `purposes.yaml:9:12: fault KEPT-106: purposes.customer-administration.basis has a value that is not among the possible ones.
  9 |     basis: contrakt
    |            ^^^^^^^^
  Help: Did you mean "contract"? Possible: consent, contract, pre-contract, legal-obligation, vital-interests, public-task, legitimate-interest.
`,
  );
});

test('the same fault reads in Norwegian', () => {
  const text = renderDiagnostics(diagnostics, { language: 'nb', files, colour: false });
  expect(text).toContain('purposes.yaml:9:12: feil KEPT-106');
  expect(text).toContain('Mente du «contract»?');
});

test('a finding cites its section', () => {
  const found = changed('recipients.yaml', 'countries: ["NO"]', 'countries: ["NO", US]');
  const { diagnostics: all } = checkPolicy(found, { knownControls: KNOWN_CONTROLS });
  expect(renderDiagnostics(all, { language: 'en', files: found, colour: false })).toContain(
    'Law: Art. 13(1)(f), 44-49 GDPR',
  );
});

test('colours are only there when they are asked for', () => {
  expect(renderDiagnostics(diagnostics, { language: 'en', files, colour: true })).toContain('\u001b[31m');
});

const factsIn = (words: string): string[] =>
  [...new Set([...words.matchAll(/\{\??(\w+)/g)].map((match) => match[1] ?? ''))].sort();

test('both languages have every message, with the same facts in it', () => {
  expect(Object.keys(NB)).toEqual(Object.keys(EN));
  expect(Object.keys(FORMS_NB)).toEqual(Object.keys(FORMS_EN));
  for (const [code, message] of Object.entries(EN)) {
    const both = [message, NB[code]].map((it) => factsIn(`${it?.says} ${it?.help}`));
    expect(both[1], code).toEqual(both[0]);
  }
});
