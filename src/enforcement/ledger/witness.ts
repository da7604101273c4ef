/**
 * Keeps signed checkpoints, and the hash of every entry, in a folder outside the database: who rules the database does
 * not rule the witness. The hashes say nothing of any person; with them a changed entry is named, not only noticed.
 */
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from '../../postgres/index.ts';
import { openCheckpoint, type SignedCheckpoint } from './checkpoint.ts';
import { LedgerError } from './ledger-error.ts';
import { type Hash, leafHash, rootOf } from './merkle.ts';
import { decodeBase64 } from './note.ts';
import { readCheckpoints, readEntries } from './store.ts';

/** What the folder holds. */
export interface Witness {
  /** Signed notes in the order in which they were witnessed. */
  readonly checkpoints: readonly string[];
  /** By index: the hash that entry had when it was witnessed. */
  readonly leafHashes: readonly Hash[];
}

export const NO_WITNESS: Witness = { checkpoints: [], leafHashes: [] };

const CHECKPOINTS = 'checkpoints.txt';
const LEAF_HASHES = 'leaf-hashes.txt';

/**
 * Appends the checkpoints that the folder lacks, each after checking that it grows out of what was witnessed before.
 * @returns how many were added.
 * @throws LedgerError `inconsistent` when the ledger no longer begins with what was witnessed, and nothing is written;
 *   `witness-unwritable`.
 */
export async function witnessCheckpoints(pool: Pool, folder: string, verifierKey: string): Promise<number> {
  const witness = await readWitness(folder);
  const last = lastSize(witness, verifierKey);
  const hashes = witness.leafHashes.slice(0, last);
  if (hashes.length < last) throw inconsistent(`the witness folder lacks the hash of entry ${hashes.length}`);
  const added: SignedCheckpoint[] = [];
  for (const stored of await readCheckpoints(pool, last)) {
    const checkpoint = openCheckpoint(stored.note, verifierKey);
    for await (const entry of readEntries(pool, hashes.length, checkpoint.size)) hashes.push(leafHash(entry.leaf));
    if (hashes.length !== checkpoint.size || !rootOf(hashes).equals(checkpoint.root)) {
      throw inconsistent(`the checkpoint of ${checkpoint.size} entries does not grow out of the witnessed ${last}`);
    }
    added.push(checkpoint);
  }
  if (added.length > 0) await append(folder, hashes, last, added);
  return added.length;
}

function lastSize(witness: Witness, verifierKey: string): number {
  const sizes = witness.checkpoints.map((note) => openCheckpoint(note, verifierKey).size);
  return Math.max(0, ...sizes);
}

async function append(
  folder: string,
  hashes: readonly Hash[],
  from: number,
  checkpoints: readonly SignedCheckpoint[],
): Promise<void> {
  const lines = hashes.slice(from).map((hash, offset) => `${from + offset} ${hash.toString('base64')}\n`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Hashes first: a crash between the two leaves hashes that no checkpoint speaks of, and those are not trusted.
    await appendDurably(join(folder, LEAF_HASHES), lines.join(''));
    await appendDurably(join(folder, CHECKPOINTS), checkpoints.map(({ note }) => `${note}\n`).join(''));
  } catch (cause) {
    throw new LedgerError('witness-unwritable', `the witness folder ${folder} cannot be written`, { cause });
  }
}

async function appendDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.appendFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Reads the folder; one that is not there yet has witnessed nothing. */
export async function readWitness(folder: string): Promise<Witness> {
  const checkpoints = splitNotes(await readIfThere(join(folder, CHECKPOINTS)));
  const leafHashes: Hash[] = [];
  for (const line of (await readIfThere(join(folder, LEAF_HASHES))).split('\n')) {
    const [index = '', encoded = ''] = line.split(' ');
    const hash = decodeBase64(encoded);
    // A later line for the same index repeats what a crash cut off.
    if (hash?.length === 32 && Number(index) <= leafHashes.length) leafHashes[Number(index)] = hash;
  }
  return { checkpoints, leafHashes };
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

/** A checkpoint's text has no empty line, so text and signatures take turns between empty lines. */
function splitNotes(text: string): string[] {
  const blocks = text.split('\n\n').filter((block) => block !== '');
  const notes: string[] = [];
  for (let at = 0; at + 1 < blocks.length; at += 2) notes.push(`${blocks[at]}\n\n${blocks[at + 1]?.trimEnd()}\n`);
  return notes;
}

function inconsistent(what: string): LedgerError {
  return new LedgerError('inconsistent', `${what}: run kept ledger verify before anything else is written`);
}
