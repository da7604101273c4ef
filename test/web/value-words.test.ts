/** Values in words: what the database can hold has a word in each language, and no form of value is shown raw. */
import { describe, expect, test } from 'vitest';
import { compileFolder } from '../../src/cli/compile-policy.ts';
import type { Column, Language } from '../../src/policy/index.ts';
import { valueInWords } from '../../src/web/mypage/value-in-words.ts';
import { valuesEn } from '../../src/web/texts/en/values.ts';
import { valuesNb } from '../../src/web/texts/nb/values.ts';
import { withDatabase } from '../support/database.ts';

const { compiled } = compileFolder(`${import.meta.dirname}/../../policies/easy-step`);
if (compiled === null) throw new Error('the policy of Easy Step has faults');
const { policy } = compiled;

const plain: Column = {
  ...{
    name: 'anything',
    category: 'preferences',
    label: null,
    source: 'system',
    protect: 'none',
    search: null,
    mandatory: false,
  },
};
const wordsFor = (language: Language, value: unknown, column: Partial<Column> = {}): string | null =>
  valueInWords({ policy, language, products: new Map(), orders: new Map() }, 'x.y', { ...plain, ...column }, value);

test('every value that a check of the database allows in a column about people has a word in both languages', () =>
  withDatabase(async ({ pool }) => {
    const { rows } = await pool.query<{ table: string; column: string; rule: string }>(
      `select nspname || '.' || relname as table, attname as column, pg_get_constraintdef(con.oid) as rule
         from pg_constraint as con join pg_class as class on class.oid = conrelid
         join pg_namespace as space on space.oid = relnamespace
         join pg_attribute as attribute on attrelid = conrelid and attnum = conkey[1]
        where contype = 'c' and cardinality(conkey) = 1 and nspname in ('kept', 'register') and not relispartition`,
    );
    const sets = rows.filter(({ table, column }) => policy.tables[table]?.columns[column]?.category);
    const missing = sets.flatMap(({ table, column, rule }) => {
      const values = /= ANY \(ARRAY\[/.test(rule)
        ? [...rule.matchAll(/'([a-z-]+)'::text/g)].map(([, value]) => value)
        : [];
      const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>>[] = [valuesNb, valuesEn];
      return catalogues.flatMap((words) =>
        values
          .filter((value) => words[`${table}.${column}`]?.[value ?? ''] === undefined)
          .map((value) => `${table}.${column} ${value}`),
      );
    });
    expect(sets.length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  }));

test('both catalogues have the same columns and values', () => {
  const keys = (words: Readonly<Record<string, object>>) =>
    Object.entries(words).map(([column, values]) => [column, Object.keys(values)]);
  expect(keys(valuesEn)).toEqual(keys(valuesNb));
});

describe('a value that no catalogue names', () => {
  test.each([
    [true, 'Ja', 'Yes'],
    [false, 'Nei', 'No'],
    [null, null, null],
    ['', null, null],
    [[], null, null],
    ['2026-11-23', '23. november 2026', '23 November 2026'],
    [new Date('2026-11-23T12:00:00Z'), '23. november 2026 kl. 13:00', '23 November 2026 at 13:00'],
    ['2026-11-23T12:00:00Z', '23. november 2026 kl. 13:00', '23 November 2026 at 13:00'],
    ['+4740000001', '400 00 001', '400 00 001'],
    [12345, '12345', '12345'],
    [['a', 'b'], 'a og b', 'a and b'],
    ['Ánte', 'Ánte', 'Ánte'],
  ])('%s is told by its form', (value, nb, en) => {
    expect(wordsFor('nb', value)).toBe(nb);
    expect(wordsFor('en', value)).toBe(en);
  });

  test('that is a key is not shown as one, and one that is kept unreadable is not shown at all', () => {
    const key = '01912345-0000-7000-8000-000000000001';
    expect(wordsFor('nb', key)).not.toContain('0191');
    expect(wordsFor('nb', 'c0ffee', { protect: 'hashed' })).toBe('Lagret som et avtrykk, som ikke kan leses');
    expect(wordsFor('en', 'c0ffee', { protect: 'encrypted' })).toBe('Kept encrypted, and not shown');
  });

  test('that is an amount is in kroner', () => {
    expect(wordsFor('nb', 125_050, { name: 'net_ore' })).toBe('1\u00a0250,50\u00a0kr');
    expect(wordsFor('en', 125_050, { name: 'net_ore' })).toBe('NOK\u00a01,250.50');
  });
});
