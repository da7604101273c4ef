/**
 * The note text of the C2SP tlog-checkpoint format (c2sp.org/tlog-checkpoint): origin, tree size, root hash. It is the
 * whole ledger up to that size in three lines.
 */
import { LedgerError } from './ledger-error.ts';
import type { Hash } from './merkle.ts';
import { decodeBase64, type NoteSigner, nameOfVerifierKey, openNote } from './note.ts';

export interface Checkpoint {
  readonly origin: string;
  /** Number of entries. */
  readonly size: number;
  readonly root: Hash;
}

export interface SignedCheckpoint extends Checkpoint {
  /** The signed note, whole. */
  readonly note: string;
}

export function formatCheckpoint(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${checkpoint.root.toString('base64')}\n`;
}

/**
 * Reads the text of a checkpoint; extension lines are let through unread, as the format asks.
 * @throws LedgerError `checkpoint-malformed`.
 */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  const [origin = '', size = '', root = ''] = lines;
  const hash = decodeBase64(root);
  const whole = text.endsWith('\n') && lines.length >= 4 && !lines.slice(0, -1).includes('');
  if (!whole || !/^(0|[1-9][0-9]{0,14})$/.test(size) || hash?.length !== 32) {
    throw new LedgerError('checkpoint-malformed', 'a checkpoint is an origin, a size and a root hash of 32 bytes');
  }
  return { origin, size: Number(size), root: hash };
}

/** Signs with the log's own key, whose name is the origin. */
export function signCheckpointText(signer: NoteSigner, size: number, root: Hash): SignedCheckpoint {
  const checkpoint = { origin: signer.name, size, root };
  return { ...checkpoint, note: signer.sign(formatCheckpoint(checkpoint)) };
}

/**
 * A checkpoint whose signature fits and whose origin is that of the key.
 * @throws LedgerError `note-malformed`, `note-not-signed`, `checkpoint-malformed`.
 */
export function openCheckpoint(note: string, verifierKey: string): SignedCheckpoint {
  const checkpoint = parseCheckpoint(openNote(note, verifierKey));
  if (checkpoint.origin !== nameOfVerifierKey(verifierKey)) {
    throw new LedgerError('checkpoint-malformed', 'the checkpoint is of another log than the key');
  }
  return { ...checkpoint, note };
}
