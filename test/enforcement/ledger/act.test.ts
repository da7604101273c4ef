/**
 * Acts as bytes: one spelling each, and no personal value among them.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canonicalJson,
  decodeAct,
  encodeAct,
  type LedgerAct,
  LedgerError,
  LONGEST_LEAF,
} from '../../../src/enforcement/index.ts';

const at = new Date('2026-11-23T10:00:00.000Z');
const commitment = 'ab'.repeat(32);
const act = (body: LedgerAct['body']): LedgerAct => ({ kind: 'consent-given', personId: 'p', body });
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof LedgerError ? error.code : 'another error';
  }
};

describe('canonical JSON', () => {
  test('keys are sorted by code unit and nothing is spelled in two ways', () => {
    expect(canonicalJson({ b: 1e21, a: [true, null, 'å\n"'], '€': 0.1, A: -0 })).toBe(
      '{"A":0,"a":[true,null,"å\\n\\""],"b":1e+21,"€":0.1}',
    );
  });

  test('the order in which members were written does not matter', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.boolean(), fc.integer())), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('what JSON cannot hold is refused', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
    expect(() => canonicalJson('\ud800')).toThrow(TypeError);
  });
});

describe('acts', () => {
  test('an act has exactly these bytes', () => {
    const leaf = encodeAct(act({ purpose: 'marketing', version: 3 }), commitment, at);
    expect(leaf.toString('utf8')).toBe(
      `{"at":"2026-11-23T10:00:00.000Z","body":{"purpose":"marketing","version":3},"kind":"consent-given","person":"${commitment}","v":1}`,
    );
    expect(decodeAct(leaf)).toEqual({
      at: '2026-11-23T10:00:00.000Z',
      kind: 'consent-given',
      person: commitment,
      body: { purpose: 'marketing', version: 3 },
    });
  });

  test.each([
    ['an e-mail address', { note: 'wrote to kari@example.com' }],
    ['a Norwegian mobile number', { note: 'ring 40 00 00 01' }],
    ['a number with its country', { note: '+47 40000001' }],
    ['an eight-digit number', { note: '40000001' }],
    ['a national identity number', { note: '010190 12345' }],
    ['eleven digits as a number', { value: 12345678901 }],
    ['a card number', { note: '4111 1111 1111 1111' }],
  ])('an act that holds %s is refused', (_, body) => {
    expect(codeOf(() => encodeAct(act(body), commitment, at))).toBe('act-personal');
  });

  test('ids, digests, times, versions and counts are let through', () => {
    const body = {
      consent: '01890000-0000-7000-8000-000000000001',
      hash: '0123456789'.repeat(6).padEnd(64, 'a'),
      when: '2026-11-23T10:00:00.123Z',
      day: '2026-11-23',
      notice: '3.1',
      rows: 41_000_000,
      none: null,
      done: true,
    };
    expect(codeOf(() => encodeAct(act(body), commitment, at))).toBe('none');
  });

  test('the refusal names the field and never the value', () => {
    expect(() => encodeAct(act({ contact: 'kari@example.com' }), commitment, at)).toThrow(
      /^(?!.*kari).*the field contact .* looks like an e-mail address/,
    );
  });

  test('a person needs a commitment, and a commitment a person', () => {
    expect(codeOf(() => encodeAct(act({}), null, at))).toBe('act-malformed');
    expect(codeOf(() => encodeAct({ ...act({}), personId: null }, commitment, at))).toBe('act-malformed');
  });

  test('an act past the longest length is refused', () => {
    expect(codeOf(() => encodeAct(act({ a: 'x'.repeat(LONGEST_LEAF) }), commitment, at))).toBe('act-too-long');
  });

  test('bytes that are not canonical are no act', () => {
    const leaf = encodeAct(act({ a: 1 }), commitment, at).toString('utf8');
    expect(decodeAct(Buffer.from(leaf.replace('"a":1', '"a": 1')))).toBeNull();
    expect(decodeAct(Buffer.from('[]'))).toBeNull();
    expect(decodeAct(Buffer.from([0xff]))).toBeNull();
  });
});
