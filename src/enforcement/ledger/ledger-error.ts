/**
 * What can go wrong with the ledger, by name. Messages tell what was found and what to do, and hold no personal value.
 */

export type LedgerErrorCode =
  | 'act-personal'
  | 'act-too-long'
  | 'act-malformed'
  | 'key-unusable'
  | 'note-malformed'
  | 'note-not-signed'
  | 'checkpoint-malformed'
  | 'proof-malformed'
  | 'proof-wrong'
  | 'entry-unknown'
  | 'entry-not-covered'
  | 'inconsistent'
  | 'witness-unwritable';

export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  readonly code: LedgerErrorCode;

  constructor(code: LedgerErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
