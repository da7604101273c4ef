/**
 * Signs what the ledger has become. A log never signs two trees of which one does not begin with the other: the new
 * tree is grown from the subtree roots of the last signed one, and only from them.
 */
import type { Pool, PoolClient } from '../../postgres/index.ts';
import { openCheckpoint, type SignedCheckpoint, signCheckpointText } from './checkpoint.ts';
import { LedgerError } from './ledger-error.ts';
import { CompactRange, leafHash } from './merkle.ts';
import type { NoteSigner } from './note.ts';
import { insertCheckpoint, ledgerSize, lockSigning, readEntries, readLastCheckpoint } from './store.ts';

/**
 * Signs and stores a checkpoint of all entries there are.
 * @returns the checkpoint; the last one where nothing was added since; null while the ledger is empty.
 * @throws LedgerError `inconsistent` when entries are missing or the stored checkpoint was tampered with;
 *   `note-not-signed` when the last checkpoint was signed with another key.
 */
export async function signCheckpoint(
  pool: Pool,
  signer: NoteSigner,
  now: () => Date,
): Promise<SignedCheckpoint | null> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await lockSigning(client);
    const signed = await signGrowth(client, signer, now);
    await client.query('commit');
    return signed;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function signGrowth(client: PoolClient, signer: NoteSigner, now: () => Date): Promise<SignedCheckpoint | null> {
  const last = await readLastCheckpoint(client);
  const size = await ledgerSize(client);
  if (last !== null) openCheckpoint(last.note, signer.verifierKey);
  if (last !== null && size < last.size) throw shrunk(last.size, size);
  if (last !== null && size === last.size) return last;
  if (size === 0) return null;
  const tree = await grow(client, last === null ? new CompactRange() : resume(last, signer), size);
  const checkpoint = { ...signCheckpointText(signer, size, tree.root()), frontier: tree.frontier };
  await insertCheckpoint(client, checkpoint, now());
  return checkpoint;
}

type LastCheckpoint = NonNullable<Awaited<ReturnType<typeof readLastCheckpoint>>>;

function resume(last: LastCheckpoint, signer: NoteSigner): CompactRange {
  const signed = openCheckpoint(last.note, signer.verifierKey);
  const tree = signed.size === last.size ? CompactRange.from(last.size, last.frontier) : null;
  if (tree === null || !tree.root().equals(signed.root)) {
    throw new LedgerError(
      'inconsistent',
      `the stored checkpoint of ${last.size} entries is not the one that was signed`,
    );
  }
  return tree;
}

async function grow(client: PoolClient, tree: CompactRange, size: number): Promise<CompactRange> {
  for await (const entry of readEntries(client, tree.size, size)) {
    if (entry.index !== tree.size) break;
    tree.append(leafHash(entry.leaf));
  }
  if (tree.size !== size) {
    throw new LedgerError('inconsistent', `entry ${tree.size} of the ledger is missing: nothing is signed over a gap`);
  }
  return tree;
}

function shrunk(signed: number, found: number): LedgerError {
  return new LedgerError(
    'inconsistent',
    `a checkpoint of ${signed} entries was signed and the ledger has ${found}: run kept ledger verify`,
  );
}
