/**
 * A proof that an act stands in the ledger, in the C2SP tlog-proof format (c2sp.org/tlog-proof): one text file that
 * anybody checks with the verifier key alone, without the database. The act's bytes travel in the `extra` line.
 */
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { LedgerError } from './ledger-error.ts';
import { type Hash, leafHash, verifyInclusion } from './merkle.ts';
import { decodeBase64 } from './note.ts';

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';

export interface ProvenEntry {
  readonly index: number;
  /** The canonical JSON of the act. */
  readonly leaf: string;
  readonly checkpoint: Checkpoint;
}

interface ProofParts {
  readonly index: number;
  readonly leaf: Uint8Array;
  readonly path: readonly Hash[];
  readonly checkpointNote: string;
}

export function formatInclusionProof({ index, leaf, path, checkpointNote }: ProofParts): string {
  const head = [FIRST_LINE, `extra ${Buffer.from(leaf).toString('base64')}`, `index ${index}`];
  return `${[...head, ...path.map((hash) => hash.toString('base64'))].join('\n')}\n\n${checkpointNote}`;
}

/**
 * Checks signature, path and leaf.
 * @param text The content of a `.tlog-proof` file made here.
 * @throws LedgerError `proof-malformed`, `proof-wrong`, `note-not-signed`, `checkpoint-malformed`.
 */
export function verifyInclusionProof(text: string, verifierKey: string): ProvenEntry {
  const { index, leaf, path, checkpointNote } = readProof(text);
  const { origin, size, root } = openCheckpoint(checkpointNote, verifierKey);
  if (!verifyInclusion(leafHash(leaf), index, size, path, root)) {
    throw new LedgerError('proof-wrong', `the path does not lead from entry ${index} to the signed root of ${size}`);
  }
  return { index, leaf: Buffer.from(leaf).toString('utf8'), checkpoint: { origin, size, root } };
}

function readProof(text: string): ProofParts {
  const at = text.indexOf('\n\n');
  const [first, extra = '', index = '', ...hashes] = text.slice(0, Math.max(at, 0)).split('\n');
  const leaf = decodeBase64(extra.replace(/^extra /, ''));
  const path = hashes.map((line) => decodeBase64(line));
  const whole = path.filter((hash) => hash !== null && hash.length === 32);
  const position = /^index (0|[1-9][0-9]{0,14})$/.exec(index)?.[1];
  const readable = first === FIRST_LINE && extra.startsWith('extra ') && whole.length === path.length;
  if (!readable || leaf === null || position === undefined) {
    throw new LedgerError('proof-malformed', `a proof begins with ${FIRST_LINE}, the act, its index and the path`);
  }
  return {
    index: Number(position),
    leaf,
    path: whole.filter((hash) => hash !== null),
    checkpointNote: text.slice(at + 2),
  };
}
