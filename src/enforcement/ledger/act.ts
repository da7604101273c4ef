/**
 * Acts as ledger entries: the exact bytes of an act, and the guard that keeps personal values out of a log that can
 * never be rewritten. Whom an act is about stands there as a commitment, which nobody can open once its salt is gone.
 */
import type { LedgerAct } from '../types.ts';
import { canonicalJson } from './canonical-json.ts';
import { LedgerError } from './ledger-error.ts';

/** Bytes; `kept.ledger_append` holds the same limit. */
export const LONGEST_LEAF = 16_384;

/** An act as it is read back from its bytes. */
export interface StoredAct {
  readonly kind: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** HMAC-SHA256 of the person's id under their salt, hexadecimal; null where the act is about no person. */
  readonly person: string | null;
  readonly body: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * The leaf of an act.
 * @param commitment What `kept.ledger_commitment` returned for `act.personId`; null where that is null.
 * @throws LedgerError `act-personal` when the body looks like it holds a personal value; `act-too-long`;
 *   `act-malformed` when person and commitment do not go together.
 */
export function encodeAct(act: LedgerAct, commitment: string | null, at: Date): Buffer {
  if ((act.personId === null) !== (commitment === null)) {
    throw new LedgerError('act-malformed', `an act ${act.kind} about a person needs a commitment, and no other does`);
  }
  refusePersonalValues(act);
  const text = canonicalJson({ at: at.toISOString(), body: act.body, kind: act.kind, person: commitment, v: 1 });
  const leaf = Buffer.from(text, 'utf8');
  if (leaf.length > LONGEST_LEAF) {
    throw new LedgerError('act-too-long', `an act has at most ${LONGEST_LEAF} bytes, ${act.kind} has ${leaf.length}`);
  }
  return leaf;
}

/**
 * Reads a leaf back.
 * @returns null when the bytes are not the canonical JSON of an act.
 */
export function decodeAct(leaf: Uint8Array): StoredAct | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(leaf);
    // The parser's result is checked field by field below; the shape is trusted no further.
    const value = JSON.parse(text) as Partial<Record<string, unknown>> | null;
    if (value === null || typeof value !== 'object') return null;
    const { at, body, kind, person } = value;
    if (typeof at !== 'string' || typeof kind !== 'string' || !(person === null || typeof person === 'string'))
      return null;
    if (body === null || typeof body !== 'object' || Array.isArray(body)) return null;
    const act = { at, kind, person, body: body as StoredAct['body'] };
    return canonicalJson({ ...act, v: 1 }) === text ? act : null;
  } catch {
    return null;
  }
}

/** Ids, digests and times are what an act should hold; they are taken out before the rest is looked at. */
const HARMLESS = [
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
  /\b[0-9a-f]{32,128}\b/gi,
  /\b\d{4}-\d{2}-\d{2}(T[0-9:.]+(Z|[+-]\d{2}:\d{2})?)?/g,
];

const PERSONAL: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['an e-mail address', /[^\s@]@[^\s@]+\.[^\s@]/],
  ['a telephone number', /(\+\d[\d ().-]{5,}\d)|((?<![\d.-])[2-9]\d(?:[ ]?\d\d){3}(?![\d.-]))/],
  ['a number of 11 digits', /(?<!\d)\d{6}[ ]?\d{5}(?!\d)/],
  ['a card number', /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/],
];

function refusePersonalValues(act: LedgerAct): void {
  for (const [key, value] of Object.entries(act.body)) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const text = HARMLESS.reduce((rest, pattern) => rest.replace(pattern, ' '), String(value));
    // A number is a count, an amount or a version: eight digits alone say nothing of a telephone then.
    const found = PERSONAL.find(([name, pattern]) =>
      typeof value === 'number' && name === 'a telephone number' ? false : pattern.test(text),
    );
    if (found !== undefined) {
      throw new LedgerError(
        'act-personal',
        `the field ${key} of an act ${act.kind} looks like ${found[0]}; acts hold ids, names from the policy and digests`,
      );
    }
  }
}
