/**
 * Policy -> plan -> apply -> verify; purpose sessions and the access log; the ledger; controls. It reads consent only
 * inside SQL, through one function, and never imports the records room.
 */

export { decodeAct, encodeAct, LONGEST_LEAF, type StoredAct } from './ledger/act.ts';
export { type CanonicalValue, canonicalJson } from './ledger/canonical-json.ts';
export { type Checkpoint, openCheckpoint, parseCheckpoint, type SignedCheckpoint } from './ledger/checkpoint.ts';
export { exportInclusionProof } from './ledger/export-inclusion-proof.ts';
export { type ProvenEntry, verifyInclusionProof } from './ledger/inclusion-proof.ts';
export { LedgerError, type LedgerErrorCode } from './ledger/ledger-error.ts';
export type { LedgerFault, LedgerFaultKind } from './ledger/ledger-fault.ts';
export * from './ledger/merkle.ts';
export { type NoteSigner, noteSigner, openNote } from './ledger/note.ts';
export { signCheckpoint } from './ledger/sign-checkpoint.ts';
export { appendAct, commitmentOf, forgetSalt, ledgerSize, readEntries, type StoredEntry } from './ledger/store.ts';
export { type LedgerVerification, verifyLedger } from './ledger/verify-ledger.ts';
export { NO_WITNESS, readWitness, type Witness, witnessCheckpoints } from './ledger/witness.ts';
export type * from './types.ts';
