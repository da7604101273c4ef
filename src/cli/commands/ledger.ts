/** `kept ledger verify|checkpoint|list`: recomputing the ledger, signing what it has become, reading it. */
import {
  decodeAct,
  ledgerSize,
  readEntries,
  readWitness,
  type StoredEntry,
  signCheckpoint,
  verifyLedger,
  witnessCheckpoints,
} from '../../enforcement/index.ts';
import type { Environment } from '../environment.ts';
import { ledgerSigner } from '../ledger-signer.ts';
import type { Terminal } from '../terminal.ts';
import { inHouse } from './apply.ts';

/** @returns The exit code: 1 when an entry was changed, removed or reordered. */
export function verifyTheLedger(environment: Environment, terminal: Terminal): Promise<number> {
  return inHouse(environment, terminal, async (house) => {
    const witness = await readWitness(environment.witnessFolder);
    const found = await verifyLedger(house.owner, ledgerSigner(house).verifierKey, witness);
    const { size, signedSize, witnessedSize, faults } = found;
    for (const { kind, from, until, what } of faults)
      terminal.print(`${kind} ${from ?? ''}-${until ?? ''} ${what ?? ''}`);
    const counts = {
      nb: `${size} oppføringer, ${signedSize} signert, ${witnessedSize} bevitnet, ${faults.length} feil.`,
      en: `${size} entries, ${signedSize} signed, ${witnessedSize} witnessed, ${faults.length} faults.`,
    };
    terminal.print(counts[terminal.language]);
    return faults.length === 0 ? 0 : 1;
  });
}

/** @returns The exit code 0. */
export function checkpoint(environment: Environment, terminal: Terminal): Promise<number> {
  return inHouse(environment, terminal, async (house) => {
    const signer = ledgerSigner(house);
    const signed = await signCheckpoint(house.owner, signer, () => new Date());
    await witnessCheckpoints(house.owner, environment.witnessFolder, signer.verifierKey);
    terminal.print(signed?.note ?? { nb: 'Hovedboken er tom.', en: 'The ledger is empty.' }[terminal.language]);
    return 0;
  });
}

export interface ListOptions {
  /** Entries at most. */
  readonly limit: number;
  readonly json: boolean;
}

/**
 * Prints the newest entries first. Whom one is about stands there as a commitment, which says nothing to a reader.
 * @returns The exit code 0.
 */
export function listLedger(options: ListOptions, environment: Environment, terminal: Terminal): Promise<number> {
  return inHouse(environment, terminal, async ({ owner }) => {
    const size = await ledgerSize(owner);
    const entries: StoredEntry[] = [];
    for await (const entry of readEntries(owner, Math.max(0, size - options.limit), size)) entries.unshift(entry);
    if (options.json) terminal.print(JSON.stringify({ size, entries: entries.map(asJson) }, null, 2));
    else for (const entry of entries) terminal.print(lineOf(entry));
    return 0;
  });
}

function asJson(entry: StoredEntry) {
  const { index, kind, at, leaf, leafHash } = entry;
  const act = decodeAct(leaf);
  // A leaf that is no act was changed; verify says so, and its bytes are not shown as if they were one.
  return { index, kind, at, leafHash: leafHash.toString('hex'), person: act?.person ?? null, body: act?.body ?? null };
}

function lineOf(entry: StoredEntry): string {
  const { index, kind, at, person, body } = asJson(entry);
  const facts = Object.entries(body ?? {}).map(([name, value]) => `${name} ${value}`);
  const whom = person === null ? [] : [`person ${person.slice(0, 12)}…`];
  return [String(index).padStart(6), at.toISOString().replace(/\.\d+Z$/, 'Z'), kind, ...whom, ...facts].join('  ');
}
