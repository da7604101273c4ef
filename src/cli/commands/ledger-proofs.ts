/** `kept ledger proof|check-proof|key`: proof of one entry for somebody who need not trust, nor reach, this database. */
import { readFileSync, writeFileSync } from 'node:fs';
import { exportInclusionProof, type ProvenEntry, verifyInclusionProof } from '../../enforcement/index.ts';
import { ToldError } from '../../postgres/index.ts';
import type { Environment } from '../environment.ts';
import { ledgerSigner } from '../ledger-signer.ts';
import { ledgerWords } from '../ledger-words.ts';
import type { Terminal } from '../terminal.ts';
import { inHouse } from './apply.ts';

/** Bytes; a proof has an act of 16 kB at most, about fifty hashes and a checkpoint. */
const LARGEST_PROOF = 100_000;

/**
 * Exports the proof of an entry.
 * @param out The file it is written to; null for standard output.
 * @returns The exit code: 1 when there is no such entry or it is not signed yet.
 */
export function proof(
  index: number,
  out: string | null,
  environment: Environment,
  terminal: Terminal,
): Promise<number> {
  return inHouse(environment, terminal, (house) =>
    answering(terminal, async () => {
      const text = await exportInclusionProof(house.owner, index);
      if (out === null) terminal.print(text);
      else writeFileSync(out, text);
    }),
  );
}

/**
 * Checks a proof with nothing but the file and the key.
 * @returns The exit code: 1 when it proves nothing.
 */
export function checkProof(file: string, verifierKey: string, terminal: Terminal): Promise<number> {
  return answering(terminal, async () => {
    const { index, leaf, checkpoint } = verifyInclusionProof(readProof(file), verifierKey.trim());
    terminal.print(proven({ index, leaf, checkpoint })[terminal.language]);
    terminal.print(leaf);
  });
}

/** @returns The exit code 0. */
export function publicKey(environment: Environment, terminal: Terminal): Promise<number> {
  return inHouse(environment, terminal, async (house) => {
    terminal.print(ledgerSigner(house).verifierKey);
    return 0;
  });
}

/** A file that is too long to be a proof is read no further, and is then none. */
function readProof(file: string): string {
  try {
    return readFileSync(file).subarray(0, LARGEST_PROOF).toString('utf8');
  } catch (cause) {
    throw new ToldError({ nb: `filen ${file} kan ikke leses`, en: `the file ${file} cannot be read` }, { cause });
  }
}

const proven = ({ index, checkpoint: { origin, size } }: ProvenEntry): { nb: string; en: string } => ({
  nb: `Oppføring ${index} står i hovedboken ${origin}, slik den ble signert med ${size} oppføringer:`,
  en: `Entry ${index} stands in the ledger ${origin}, as it was signed with ${size} entries:`,
});

async function answering(terminal: Terminal, work: () => Promise<void>): Promise<number> {
  try {
    await work();
    return 0;
  } catch (error) {
    const words = ledgerWords(error);
    if (words === null) throw error;
    terminal.tell(words);
    return 1;
  }
}
