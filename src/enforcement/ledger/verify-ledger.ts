/**
 * Recomputes the whole ledger from the bytes of its entries and holds it against every checkpoint that was ever signed
 * and against what was witnessed outside the database, also when whoever changed it recomputed all stored hashes.
 */
import type { Pool } from '../../postgres/index.ts';
import { decodeAct } from './act.ts';
import { openCheckpoint, type SignedCheckpoint } from './checkpoint.ts';
import { LedgerError } from './ledger-error.ts';
import { compareWithWitness, entryFault, joined, type LedgerFault } from './ledger-fault.ts';
import { CompactRange, type Hash, leafHash, rootOf } from './merkle.ts';
import { missingProtection, type Queryable, readCheckpoints, readEntries, type StoredEntry } from './store.ts';
import { NO_WITNESS, type Witness } from './witness.ts';

export interface LedgerVerification {
  /** Number of entries found. */
  readonly size: number;
  readonly root: Hash;
  /** Entries covered by the newest good checkpoint; later ones are only protected by the database. */
  readonly signedSize: number;
  /** Entries covered by the newest good checkpoint outside the database. */
  readonly witnessedSize: number;
  readonly checkpoints: number;
  /** Empty: the ledger is intact. In the order of the entries they concern. */
  readonly faults: readonly LedgerFault[];
}

/**
 * @param verifierKey `name+key id+key`, kept outside the database.
 * @throws LedgerError `key-unusable`. What is wrong with the ledger is returned, not thrown.
 */
export async function verifyLedger(
  pool: Pool,
  verifierKey: string,
  witness: Witness = NO_WITNESS,
): Promise<LedgerVerification> {
  const client = await pool.connect();
  try {
    // One snapshot, so that acts which are appended meanwhile do not look like faults.
    await client.query('begin isolation level repeatable read read only');
    return await verifySnapshot(client, verifierKey, witness);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function verifySnapshot(client: Queryable, verifierKey: string, witness: Witness): Promise<LedgerVerification> {
  const faults: LedgerFault[] = (await missingProtection(client)).map((what) => ({
    kind: 'unprotected' as const,
    from: null,
    until: null,
    what,
  }));
  const stored = await openStored(client, verifierKey, faults);
  const witnessed = openNotes(witness.checkpoints, verifierKey, faults);
  faults.push(...contradictions(stored, witnessed));
  const walked = await walk(client, [...stored, ...witnessed]);
  faults.push(...walked.faults);
  const leafFaults = compareWithWitness(walked.hashes, trustedHashes(witness, witnessed, faults));
  faults.push(...leafFaults.filter((fault) => !walked.faults.some((known) => known.from === fault.from)));
  const wrongRoot = walked.wrongRoot;
  if (wrongRoot !== null && !faults.some((fault) => concerns(fault, wrongRoot))) faults.push(wrongRoot);
  const size = walked.hashes.length;
  faults.push(...truncation(size, [...stored, ...witnessed], faults));
  return {
    size,
    root: walked.root,
    signedSize: largest(stored),
    witnessedSize: largest(witnessed),
    checkpoints: stored.length,
    faults: joined(faults),
  };
}

/** A range that only says "somewhere in here" is not told where an entry in it is named. */
function concerns(fault: LedgerFault, range: LedgerFault): boolean {
  if (fault.kind.startsWith('checkpoint') || fault.from === null) return false;
  return fault.from < (range.until ?? 0) && (fault.until ?? 0) > (range.from ?? 0);
}

async function openStored(client: Queryable, verifierKey: string, faults: LedgerFault[]): Promise<SignedCheckpoint[]> {
  const opened: SignedCheckpoint[] = [];
  for (const row of await readCheckpoints(client)) {
    const [checkpoint] = openNotes([row.note], verifierKey, faults, row.size);
    if (checkpoint === undefined) continue;
    if (checkpoint.size !== row.size || !checkpoint.root.equals(row.root)) {
      faults.push(checkpointFault('checkpoint-invalid', row.size, 'the columns are not those of the signed note'));
    }
    opened.push(checkpoint);
  }
  return opened;
}

function openNotes(
  notes: readonly string[],
  verifierKey: string,
  faults: LedgerFault[],
  size: number | null = null,
): SignedCheckpoint[] {
  return notes.flatMap((note) => {
    try {
      return [openCheckpoint(note, verifierKey)];
    } catch (error) {
      if (!(error instanceof LedgerError) || error.code === 'key-unusable') throw error;
      const where = size === null ? 'outside the database' : 'in the database';
      faults.push(checkpointFault('checkpoint-invalid', size, `${where}: ${error.message}`));
      return [];
    }
  });
}

function contradictions(stored: readonly SignedCheckpoint[], witnessed: readonly SignedCheckpoint[]): LedgerFault[] {
  const roots = new Map(stored.map(({ size, root }) => [size, root]));
  return witnessed.flatMap(({ size, root }) => {
    const own = roots.get(size);
    if (own === undefined) return [checkpointFault('checkpoint-removed', size, 'it was witnessed and is not stored')];
    return own.equals(root)
      ? []
      : [checkpointFault('checkpoint-contradicts', size, 'it was witnessed with another root')];
  });
}

interface Walk {
  readonly hashes: readonly Hash[];
  readonly root: Hash;
  readonly faults: readonly LedgerFault[];
  /** Between the last checkpoint that fits and the first that does not. */
  readonly wrongRoot: LedgerFault | null;
}

async function walk(client: Queryable, checkpoints: readonly SignedCheckpoint[]): Promise<Walk> {
  const due = checkpoints.toSorted((a, b) => a.size - b.size);
  const tree = new CompactRange();
  const hashes: Hash[] = [];
  const faults: LedgerFault[] = [];
  let expected = 0;
  let fitting = 0;
  let wrongRoot: LedgerFault | null = null;
  for await (const entry of readEntries(client, 0)) {
    if (entry.index > expected) faults.push({ kind: 'removed', from: expected, until: entry.index, what: '' });
    faults.push(...faultsOf(entry));
    expected = entry.index + 1;
    hashes.push(leafHash(entry.leaf));
    tree.append(leafHash(entry.leaf));
    for (; due[0]?.size === tree.size; due.shift()) {
      if (due[0].root.equals(tree.root())) fitting = tree.size;
      else wrongRoot ??= { kind: 'changed', from: fitting, until: tree.size, what: 'one of these, or their order' };
    }
  }
  return { hashes, root: tree.root(), faults, wrongRoot };
}

function faultsOf(entry: StoredEntry): LedgerFault[] {
  const act = decodeAct(entry.leaf);
  if (!leafHash(entry.leaf).equals(entry.leafHash)) return [entryFault('changed', entry.index, 'leaf or leaf_hash')];
  if (act === null) return [entryFault('changed', entry.index, 'leaf is not the canonical JSON of an act')];
  if (act.kind !== entry.kind) return [entryFault('changed', entry.index, 'kind')];
  return Date.parse(act.at) === entry.at.getTime() ? [] : [entryFault('changed', entry.index, 'at')];
}

/** The witnessed hashes that a witnessed checkpoint vouches for. */
function trustedHashes(witness: Witness, witnessed: readonly SignedCheckpoint[], faults: LedgerFault[]): Hash[] {
  const newest = witnessed.toSorted((a, b) => b.size - a.size)[0];
  if (newest === undefined || witness.leafHashes.length === 0) return [];
  const hashes = witness.leafHashes.slice(0, newest.size);
  if (hashes.length === newest.size && rootOf(hashes).equals(newest.root)) return hashes;
  faults.push(checkpointFault('witness-damaged', newest.size, 'its hashes do not lead to its newest checkpoint'));
  return [];
}

function truncation(
  size: number,
  checkpoints: readonly SignedCheckpoint[],
  known: readonly LedgerFault[],
): LedgerFault[] {
  const signed = largest(checkpoints);
  const named = known.some(({ kind }) => kind === 'truncated' || kind === 'removed');
  return signed > size && !named ? [{ kind: 'truncated', from: size, until: signed, what: '' }] : [];
}

function largest(checkpoints: readonly SignedCheckpoint[]): number {
  return checkpoints.reduce((most, { size }) => Math.max(most, size), 0);
}

function checkpointFault(kind: LedgerFault['kind'], size: number | null, what: string): LedgerFault {
  return { kind, from: size, until: size, what };
}
