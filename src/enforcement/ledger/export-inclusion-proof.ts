/**
 * Writes a proof for one entry, to be handed to the person or to the authority. The path is hashed in one pass over
 * the entries that the checkpoint covers.
 */
import type { Pool } from '../../postgres/index.ts';
import { formatInclusionProof } from './inclusion-proof.ts';
import { LedgerError } from './ledger-error.ts';
import { CompactRange, type Hash, inclusionRanges, type LeafRange, leafHash } from './merkle.ts';
import { type Queryable, readCheckpoints, readEntries } from './store.ts';

/**
 * The proof of entry `index` under the smallest stored checkpoint that covers it.
 * @returns the text of a `.tlog-proof` file.
 * @throws LedgerError `entry-unknown`, `entry-not-covered` (sign a checkpoint first).
 */
export async function exportInclusionProof(pool: Pool, index: number): Promise<string> {
  const entries: Buffer[] = [];
  for await (const entry of readEntries(pool, index, index + 1)) entries.push(entry.leaf);
  const leaf = entries[0];
  if (leaf === undefined) throw new LedgerError('entry-unknown', `the ledger has no entry ${index}`);
  const [checkpoint] = await readCheckpoints(pool, index);
  if (checkpoint === undefined) {
    throw new LedgerError('entry-not-covered', `no checkpoint covers entry ${index} yet: sign one, then export again`);
  }
  const path = await rootsOf(pool, inclusionRanges(index, checkpoint.size));
  return formatInclusionProof({ index, leaf, path, checkpointNote: checkpoint.note });
}

async function rootsOf(client: Queryable, ranges: readonly LeafRange[]): Promise<Hash[]> {
  const roots: Hash[] = [];
  for (const { start, end } of ranges) {
    const tree = new CompactRange();
    for await (const entry of readEntries(client, start, end)) tree.append(leafHash(entry.leaf));
    roots.push(tree.root());
  }
  return roots;
}
