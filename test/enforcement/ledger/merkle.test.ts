/**
 * The Merkle tree against the definitions of RFC 6962 written out naively, and against the reference tree that
 * Certificate Transparency implementations share.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CompactRange,
  consistencyRanges,
  EMPTY_ROOT,
  type Hash,
  inclusionRanges,
  leafHash,
  proofOf,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '../../../src/enforcement/index.ts';

const REFERENCE_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));

const REFERENCE_ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const sha256 = (...parts: Uint8Array[]): Hash => createHash('sha256').update(Buffer.concat(parts)).digest();

/** MTH(D[n]) as RFC 6962 section 2.1 defines it. */
function naiveRoot(leaves: readonly Uint8Array[]): Hash {
  const [only] = leaves;
  if (only === undefined) return sha256();
  if (leaves.length === 1) return sha256(Buffer.from([0]), only);
  const k = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return sha256(Buffer.from([1]), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

/** PATH(m, D[n]) as RFC 6962 section 2.1.1 defines it. */
function naivePath(index: number, leaves: readonly Uint8Array[]): Hash[] {
  if (leaves.length <= 1) return [];
  const k = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return index < k
    ? [...naivePath(index, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naivePath(index - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}

/** SUBPROOF(m, D[n], b) as RFC 6962 section 2.1.2 defines it. */
function naiveSubproof(first: number, leaves: readonly Uint8Array[], known: boolean): Hash[] {
  if (first === leaves.length) return known ? [] : [naiveRoot(leaves)];
  const k = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return first <= k
    ? [...naiveSubproof(first, leaves.slice(0, k), known), naiveRoot(leaves.slice(k))]
    : [...naiveSubproof(first - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))];
}

const leavesOf = (size: number): Buffer[] => Array.from({ length: size }, (_, index) => Buffer.from(`act ${index}`));
const flipped = (hash: Hash): Hash => Buffer.from(hash.map((byte, at) => (at === 7 ? byte ^ 1 : byte)));

describe('known vectors', () => {
  test('the empty tree has the hash of nothing', () => {
    expect(EMPTY_ROOT.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(rootOf([]).equals(EMPTY_ROOT)).toBe(true);
  });

  test.each(REFERENCE_ROOTS.map((root, at) => [at + 1, root] as const))(
    'the reference tree of %i leaves has its published root',
    (size, root) => {
      expect(rootOf(REFERENCE_LEAVES.slice(0, size).map(leafHash)).toString('hex')).toBe(root);
    },
  );
});

describe('against the definitions', () => {
  const sizes = fc.integer({ min: 1, max: 70 });

  test('roots, paths and consistency proofs are those of RFC 6962 for every tree of up to 33 leaves', () => {
    for (let size = 1; size <= 33; size += 1) {
      const leaves = leavesOf(size);
      const hashes = leaves.map(leafHash);
      expect(rootOf(hashes).equals(naiveRoot(leaves))).toBe(true);
      for (let index = 0; index < size; index += 1) {
        expect(proofOf(inclusionRanges(index, size), hashes)).toEqual(naivePath(index, leaves));
        expect(proofOf(consistencyRanges(index + 1, size), hashes)).toEqual(naiveSubproof(index + 1, leaves, true));
      }
    }
  });

  test('every inclusion proof verifies, and no longer once anything about it is altered', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, place, where) => {
        const index = place % size;
        const hashes = leavesOf(size).map(leafHash);
        const proof = proofOf(inclusionRanges(index, size), hashes);
        const leaf = hashes[index] ?? EMPTY_ROOT;
        const root = rootOf(hashes);
        expect(verifyInclusion(leaf, index, size, proof, root)).toBe(true);
        expect(verifyInclusion(flipped(leaf), index, size, proof, root)).toBe(false);
        expect(verifyInclusion(leaf, index, size, proof, flipped(root))).toBe(false);
        expect(verifyInclusion(leaf, index, size, [...proof, root], root)).toBe(false);
        expect(verifyInclusion(leaf, size, size, proof, root)).toBe(false);
        if (proof.length === 0) return;
        const at = where % proof.length;
        const altered = proof.map((hash, position) => (position === at ? flipped(hash) : hash));
        expect(verifyInclusion(leaf, index, size, altered, root)).toBe(false);
        expect(verifyInclusion(leaf, index, size, proof.slice(1), root)).toBe(false);
      }),
    );
  });

  test('every consistency proof verifies, and none leads from a tree that was rewritten', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (second, place) => {
        const first = 1 + (place % second);
        const hashes = leavesOf(second).map(leafHash);
        const proof = proofOf(consistencyRanges(first, second), hashes);
        const older = rootOf(hashes.slice(0, first));
        const newer = rootOf(hashes);
        expect(verifyConsistency(first, second, proof, older, newer)).toBe(true);
        expect(verifyConsistency(first, second, proof, flipped(older), newer)).toBe(false);
        expect(verifyConsistency(first, second, proof, older, flipped(newer))).toBe(false);
        expect(verifyConsistency(first, second, [...proof, newer], older, newer)).toBe(false);
        if (first < second) expect(verifyConsistency(first, second, proof.slice(1), older, newer)).toBe(false);
      }),
    );
  });

  test('a tree goes on from its stored frontier as if it had seen all leaves', () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.nat({ max: 50 }), (size, more) => {
        const hashes = leavesOf(size + more).map(leafHash);
        const before = new CompactRange();
        for (const hash of hashes.slice(0, size)) before.append(hash);
        const after = CompactRange.from(size, [...before.frontier]);
        for (const hash of hashes.slice(size)) after.append(hash);
        expect(after.root().equals(rootOf(hashes))).toBe(true);
        expect(after.size).toBe(size + more);
      }),
    );
  });
});

describe('what cannot be', () => {
  test('a leaf past the end, a tree that shrinks and a frontier of the wrong length are refused', () => {
    expect(() => inclusionRanges(5, 5)).toThrow(RangeError);
    expect(() => consistencyRanges(6, 5)).toThrow(RangeError);
    expect(() => consistencyRanges(0, 5)).toThrow(RangeError);
    expect(() => CompactRange.from(3, [EMPTY_ROOT])).toThrow(RangeError);
    expect(verifyConsistency(0, 4, [], EMPTY_ROOT, EMPTY_ROOT)).toBe(false);
  });
});
