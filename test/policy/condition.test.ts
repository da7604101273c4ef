/** What a condition of a policy may say: it becomes SQL that the owner of the database runs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCondition } from '../../src/policy/condition.ts';
import { checkPolicy } from '../../src/policy/index.ts';
import { changed, KNOWN_CONTROLS } from './small-policy.ts';

const columns = new Set(['kind', 'city', 'sent', 'amount', 'at']);
const holds = (text: string): boolean => isCondition(text, columns);

describe('a condition', () => {
  const good = [
    'sent',
    'not sent',
    `kind = 'private'`,
    `kind = 'private' and (city is not null or not kind in ('a', 'b'))`,
    `city like 'O''Brien%' or amount between -1 and 2.5`,
    'KIND is null'.replace('KIND', 'kind'),
    `  kind <> city AND sent IS NOT TRUE  `,
    `kind not in ('a')`,
    `kind not like '--;%'`,
    `((sent))`,
  ];
  for (const text of good) test(`may be: ${text}`, () => expect(holds(text)).toBe(true));

  const bad = [
    '',
    'true) or (true; drop table register.customer; --',
    `kind = 'private') or true --`,
    `kind = 'private' -- and`,
    `kind = 'private' /* */`,
    'pg_sleep(1) is null',
    `exists (select 1)`,
    `(select true)`,
    `kind = (select email from register.customer)`,
    `kind = current_user`,
    `kind::text = 'a'`,
    `kind = E'\\'' or true`,
    `kind = e'x'`,
    `kind = $$x$$`,
    `kind = "city"`,
    `kind = 'open`,
    `kind || city = 'x'`,
    `amount - 1 = 2`,
    `amount = --1`,
    `kind;`,
    `kind in ()`,
    `kind in ('a', city)`,
    `kind not`,
    `kind is city`,
    `kind =`,
    `and kind`,
    `(kind`,
    `kind)`,
    `unknown = 1`,
    `register.customer.kind = 'x'`,
    `${'('.repeat(200)}sent${')'.repeat(200)}`,
    `kind = '${'x'.repeat(2_000)}'`,
  ];
  for (const text of bad) test(`is not: ${text.slice(0, 60)}`, () => expect(holds(text)).toBe(false));

  test('has its parentheses closed and its texts ended, whatever stands in it', () => {
    const piece = fc.constantFrom(
      'kind',
      'sent',
      '=',
      '(',
      ')',
      `'a'`,
      `'`,
      'and',
      'or',
      'not',
      ';',
      '--',
      'select',
      '1',
      ',',
      'in',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join(' ');
        if (!holds(text)) return;
        const plain = text.replaceAll(/'(?:[^']|'')*'/g, '');
        expect(plain).not.toMatch(/[';]|--|select/);
        let depth = 0;
        for (const letter of plain) {
          if (letter === '(') depth += 1;
          if (letter === ')') depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
      { numRuns: 5_000 },
    );
  });
});

test('a policy whose conditions do more than compare is refused, whoever wrote it', () => {
  const break_out = '"true) or (select pg_sleep(9)) is null or (true"';
  const folders = [
    changed('data.yaml', `where: kind = 'private'`, `where: ${break_out}`),
    changed('retention.yaml', 'where: delivered_at is not null', `where: ${break_out}`),
  ];
  for (const files of folders) {
    const { policy, diagnostics } = checkPolicy(files, { knownControls: KNOWN_CONTROLS });
    expect(policy).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['KEPT-230']);
  }
});
