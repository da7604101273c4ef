/**
 * Policy -> plan -> apply -> verify; purpose sessions and the access log; the ledger; controls. It reads consent only
 * inside SQL, through one function, and never imports the records room.
 */
export type * from './types.ts';
