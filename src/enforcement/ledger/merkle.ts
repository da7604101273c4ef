/**
 * The Merkle tree of RFC 6962 and the proofs of RFC 9162, pure. Proofs are told as the leaf ranges whose roots they
 * hold, so that a caller can hash them from memory or in one pass over a table of any length.
 */
import { createHash } from 'node:crypto';

/** Thirty-two bytes of SHA-256. */
export type Hash = Buffer;

/** Leaves `start` (included) to `end` (not included), counted from 0. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

const LEAF = Buffer.from([0x00]);
const NODE = Buffer.from([0x01]);

/** The root of the tree without leaves: SHA-256 of nothing (RFC 6962 section 2.1). */
export const EMPTY_ROOT: Hash = createHash('sha256').digest();

/** SHA-256(0x00 || leaf), RFC 6962 section 2.1. */
export function leafHash(leaf: Uint8Array): Hash {
  return createHash('sha256').update(LEAF).update(leaf).digest();
}

/** SHA-256(0x01 || left || right), RFC 6962 section 2.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Hash {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

/** The largest power of two smaller than `size`; arithmetic, because bit operators end at 32 bits. */
function split(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/**
 * The roots of the full subtrees that a tree of `size` leaves falls into, left to right: at most 53 hashes from which
 * the tree can grow without its leaves.
 */
export class CompactRange {
  #size = 0;
  readonly #roots: Hash[] = [];

  /**
   * Goes on from a stored frontier.
   * @throws RangeError when the number of hashes is not that of the full subtrees of `size`.
   */
  static from(size: number, frontier: readonly Hash[]): CompactRange {
    const range = new CompactRange();
    if (frontier.length !== onesOf(size)) {
      throw new RangeError(`a tree of ${size} leaves has ${onesOf(size)} full subtrees, found ${frontier.length}`);
    }
    range.#size = size;
    range.#roots.push(...frontier);
    return range;
  }

  get size(): number {
    return this.#size;
  }

  get frontier(): readonly Hash[] {
    return this.#roots;
  }

  /** Adds the next leaf by its hash. */
  append(hash: Hash): void {
    let joined = hash;
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = this.#roots.pop();
      if (left === undefined) throw new RangeError('the frontier is shorter than its size says');
      joined = nodeHash(left, joined);
    }
    this.#roots.push(joined);
    this.#size += 1;
  }

  root(): Hash {
    const [last, ...rest] = this.#roots.toReversed();
    if (last === undefined) return EMPTY_ROOT;
    return rest.reduce((right, left) => nodeHash(left, right), last);
  }
}

function onesOf(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}

/** MTH of RFC 6962 section 2.1 over leaf hashes. */
export function rootOf(hashes: Iterable<Hash>): Hash {
  const range = new CompactRange();
  for (const hash of hashes) range.append(hash);
  return range.root();
}

/**
 * The ranges whose roots prove that leaf `index` lies in the tree of `size` leaves, from the leaf's sibling up.
 * @throws RangeError when the tree has no such leaf.
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`);
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + split(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/**
 * The ranges whose roots prove that the tree of `second` leaves begins with the tree of `first` (RFC 9162 2.1.4.1).
 * @throws RangeError when `first` is greater than `second` or less than 1.
 */
export function consistencyRanges(first: number, second: number): LeafRange[] {
  if (!(first >= 1 && first <= second)) throw new RangeError(`no consistency proof leads from ${first} to ${second}`);
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = second;
  while (first !== end) {
    const middle = start + split(end - start);
    if (first <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  // The old tree itself is known to who checks; a right-hand part of it is not.
  if (start > 0) ranges.push({ start, end });
  return ranges.reverse();
}

/** The proof whose ranges are given, hashed from leaf hashes in memory. */
export function proofOf(ranges: readonly LeafRange[], hashes: readonly Hash[]): Hash[] {
  return ranges.map(({ start, end }) => rootOf(hashes.slice(start, end)));
}

/** Whether `proof` leads from the leaf to `root`: the algorithm of RFC 9162 section 2.1.3.2. */
export function verifyInclusion(
  leaf: Hash,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!(index >= 0 && index < size)) return false;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.equals(root);
}

/** Whether the tree of `second` leaves begins with that of `first`: the algorithm of RFC 9162 section 2.1.4.2. */
export function verifyConsistency(
  first: number,
  second: number,
  proof: readonly Uint8Array[],
  firstRoot: Uint8Array,
  secondRoot: Uint8Array,
): boolean {
  if (first < 1 || first > second) return false;
  if (first === second) return proof.length === 0 && Buffer.compare(firstRoot, secondRoot) === 0;
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : [...proof];
  const seed = path.shift();
  if (seed === undefined) return false;
  let node = first - 1;
  let last = second - 1;
  while (node % 2 === 1) [node, last] = [(node - 1) / 2, Math.floor(last / 2)];
  let older: Hash = Buffer.from(seed);
  let newer: Hash = Buffer.from(seed);
  for (const sibling of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      older = nodeHash(sibling, older);
      newer = nodeHash(sibling, newer);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      newer = nodeHash(newer, sibling);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && older.equals(firstRoot) && newer.equals(secondRoot);
}

function isPowerOfTwo(size: number): boolean {
  return onesOf(size) === 1;
}
