/** No text makes the check throw: whatever a policy folder holds, diagnostics come out, and they can be shown. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPolicy, type PolicyFiles, renderDiagnostics, YAML_FILE_NAMES } from '../../src/policy/index.ts';
import { KNOWN_CONTROLS, SMALL_POLICY } from './small-policy.ts';

const PIECES = [
  '{',
  '}',
  '[',
  ']',
  ':',
  '- ',
  '&a',
  '*a',
  '<<: *a',
  '? ',
  '|\n',
  '"',
  "'",
  '#',
  '\t',
  '\u0000',
  '!!map',
  '~',
  '-1e999',
  '__proto__: {}',
  'constructor: 1',
  '\r\n',
  '%YAML 9',
  '---\n',
  'æøå 𝕏',
];

/** One change of a text: something taken out, put in, doubled or swapped for a word from elsewhere. */
const change = fc.record({
  file: fc.constantFrom(...YAML_FILE_NAMES),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 40 }),
  put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 }), fc.constant(null)),
});

function mutate(
  files: PolicyFiles,
  { file, at, length, put }: { file: string; at: number; length: number; put: string | null },
): PolicyFiles {
  const text = files[file] ?? '';
  const start = Math.floor(at * text.length);
  const piece = put ?? text.slice(start, start + length).repeat(2);
  return { ...files, [file]: text.slice(0, start) + piece + text.slice(start + length) };
}

function holdsTogether(files: PolicyFiles): void {
  const { policy, diagnostics } = checkPolicy(files, { knownControls: KNOWN_CONTROLS });
  expect(policy === null).toBe(diagnostics.some(({ severity }) => severity === 'fault'));
  for (const language of ['nb', 'en'] as const) {
    const text = renderDiagnostics(diagnostics, { language, files, colour: false });
    expect(text === '').toBe(diagnostics.length === 0);
  }
  for (const { place } of diagnostics) {
    const lines = (files[place.file] ?? '').split('\n');
    expect(place.line).toBeLessThanOrEqual(lines.length);
    expect(place.length).toBeGreaterThan(0);
  }
}

test('a policy changed in any places is checked without throwing, and every place lies in its file', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      holdsTogether(changes.reduce(mutate, SMALL_POLICY));
    }),
    { numRuns: 400 },
  );
});

test('any text at all is checked without throwing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...YAML_FILE_NAMES), fc.string({ unit: 'binary', maxLength: 400 }), (file, text) => {
      holdsTogether({ ...SMALL_POLICY, [file]: text });
    }),
    { numRuns: 200 },
  );
});

test('any YAML value in any file is checked without throwing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...YAML_FILE_NAMES), fc.jsonValue({ maxDepth: 5 }), (file, value) => {
      holdsTogether({ ...SMALL_POLICY, [file]: JSON.stringify(value) });
    }),
    { numRuns: 200 },
  );
});

test('aliases that unfold without end are refused', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...Array.from(
      'bcdefghij',
      (letter, index) => `${letter}: &${letter} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(', ')}]`,
    ),
  ];
  const { diagnostics } = checkPolicy({ ...SMALL_POLICY, 'data.yaml': bomb.join('\n') }, { knownControls: [] });
  expect(diagnostics[0]?.code).toBe('KEPT-101');
});
