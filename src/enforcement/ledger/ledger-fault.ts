/**
 * What is wrong with a ledger, and how the entries that were meddled with are told from those that only moved along.
 */
import type { Hash } from './merkle.ts';

export type LedgerFaultKind =
  /** The entry's bytes, hash, kind or time are not those that were appended. */
  | 'changed'
  | 'removed'
  | 'inserted'
  | 'reordered'
  /** Entries at the end that a checkpoint speaks of are gone. */
  | 'truncated'
  /** A checkpoint is not signed by the ledger's key, or its columns are not those of its note. */
  | 'checkpoint-invalid'
  /** A witnessed checkpoint is not stored any more. */
  | 'checkpoint-removed'
  /** Two checkpoints that cannot both be true: the ledger was rewritten and signed again. */
  | 'checkpoint-contradicts'
  /** A trigger that refuses change is missing, switched off or replaced. */
  | 'unprotected'
  /** The witness folder's hashes do not fit its own checkpoints. */
  | 'witness-damaged';

export interface LedgerFault {
  readonly kind: LedgerFaultKind;
  /** The first entry it concerns; for checkpoints their size; null for triggers. */
  readonly from: number | null;
  /** One more than the last entry it may concern; `from + 1` where one entry is named. */
  readonly until: number | null;
  /** What exactly: a trigger, a column, a file; empty where the kind says all. */
  readonly what: string;
}

export function entryFault(kind: LedgerFaultKind, index: number, what = ''): LedgerFault {
  return { kind, from: index, until: index + 1, what };
}

/**
 * Compares the hashes of the entries with those that were witnessed, and names what was done to get from one to the
 * other: an entry that is gone, one that was put in, one that was rewritten in place, or known entries out of order.
 */
export function compareWithWitness(actual: readonly Hash[], witnessed: readonly Hash[]): LedgerFault[] {
  const compared = actual.slice(0, witnessed.length);
  const same = compared.length === witnessed.length && compared.every((hash, at) => hash.equals(witnessed[at] ?? hash));
  if (same) return [];
  // All entries count here: what was witnessed may have moved past the end of the witnessed part.
  const actualAt = placesOf(actual);
  const witnessedAt = placesOf(witnessed);
  const faults: LedgerFault[] = [];
  for (const [index, hash] of witnessed.entries()) {
    if (actualAt.has(keyOf(hash))) continue;
    const inPlace = actual[index];
    if (inPlace !== undefined && !witnessedAt.has(keyOf(inPlace))) faults.push(entryFault('changed', index));
    else if (index >= actual.length) faults.push(entryFault('truncated', index));
    else faults.push(entryFault('removed', index));
  }
  for (const [index, hash] of compared.entries()) {
    const before = witnessed[index];
    if (witnessedAt.has(keyOf(hash)) || before === undefined || !actualAt.has(keyOf(before))) continue;
    faults.push(entryFault('inserted', index));
  }
  return [...faults, ...outOfOrder(actual, witnessedAt)];
}

/** Sorted by entry, and neighbours with the same fault told as one. */
export function joined(faults: readonly LedgerFault[]): LedgerFault[] {
  const sorted = faults.toSorted((a, b) => (a.from ?? -1) - (b.from ?? -1));
  const told: LedgerFault[] = [];
  for (const fault of sorted) {
    const last = told.at(-1);
    const goesOn = last?.until !== null && last?.until === fault.from && last.kind === fault.kind;
    if (goesOn && last.what === fault.what && fault.until !== null && !fault.kind.startsWith('checkpoint')) {
      told[told.length - 1] = { ...last, until: fault.until };
    } else {
      told.push(fault);
    }
  }
  return told;
}

/** Known entries whose order among each other is not the witnessed one. */
function outOfOrder(actual: readonly Hash[], witnessedAt: ReadonlyMap<string, number>): LedgerFault[] {
  const order = actual.flatMap((hash) => witnessedAt.get(keyOf(hash)) ?? []);
  const sorted = order.toSorted((a, b) => a - b);
  return sorted.filter((index, at) => order[at] !== index).map((index) => entryFault('reordered', index));
}

function placesOf(hashes: readonly Hash[]): Map<string, number> {
  return new Map(hashes.map((hash, index) => [keyOf(hash), index]));
}

function keyOf(hash: Hash): string {
  return hash.toString('latin1');
}
