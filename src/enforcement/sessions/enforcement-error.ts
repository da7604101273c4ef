/**
 * What can go wrong on the way to people's data, by name. Messages say what was found and what to do and hold no
 * personal value: what Postgres says about a failed statement can quote one, so it is never passed on whole.
 */

import { LOG_FUNCTION } from './analysis/log-entry.ts';

export type EnforcementErrorCode =
  | 'purpose-unknown'
  | 'purpose-refused'
  | 'log-unavailable'
  | 'read-not-attributable'
  | 'write-not-attributable'
  | 'count-names-people'
  | 'statement-opaque'
  | 'table-unknown'
  | 'not-a-select'
  | 'not-a-write'
  | 'statement-refused'
  | 'statement-failed'
  | 'database-unavailable';

/** The parts of a database error that name things of the schema and never values. */
export interface DatabaseFault {
  readonly sqlState: string | null;
  readonly constraint: string | null;
  readonly table: string | null;
  readonly column: string | null;
}

export class EnforcementError extends Error {
  override readonly name = 'EnforcementError';
  readonly code: EnforcementErrorCode;
  /** Set when the database refused or failed a statement. */
  readonly fault: DatabaseFault | null;

  constructor(
    code: EnforcementErrorCode,
    message: string,
    options: { readonly cause?: unknown; readonly fault?: DatabaseFault } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.fault = options.fault ?? null;
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** No log, no answer. The cause is a statement of the log's own, which holds ids alone. */
export function logUnavailable(cause?: unknown): EnforcementError {
  return new EnforcementError(
    'log-unavailable',
    'the access log cannot be written, so nothing is given out; see that the database runs and `kept verify` finds the log in order',
    cause === undefined ? {} : { cause },
  );
}

/** Whether a statement failed in the log entry inside it: the function is named in what Postgres says of the place. */
function failedInLog({ code, where, message }: Record<string, unknown>): boolean {
  if (typeof where === 'string' && where.includes(LOG_FUNCTION)) return true;
  const withoutFunction = code === '42883' || code === '42501';
  return withoutFunction && typeof message === 'string' && message.includes(LOG_FUNCTION);
}

/**
 * Turns what the driver threw into an error that may be shown and logged. The driver's own error is dropped, not
 * chained: its `message` and `detail` quote values (`Key (email)=(…) already exists`).
 */
export function withoutValues(thrown: unknown, what: string): EnforcementError {
  if (thrown instanceof EnforcementError) return thrown;
  const from: Record<string, unknown> = typeof thrown === 'object' && thrown !== null ? { ...thrown } : {};
  if (failedInLog({ ...from, message: thrown instanceof Error ? thrown.message : '' })) return logUnavailable();
  const fault: DatabaseFault = {
    sqlState: text(from.code),
    constraint: text(from.constraint),
    table: text(from.table),
    column: text(from.column),
  };
  // 57P01 to 57P05: the server ended the connection, and said so.
  if (fault.sqlState === null || !/^(?!57P)[0-9A-Z]{5}$/.test(fault.sqlState)) {
    return new EnforcementError('database-unavailable', `${what}: the database did not answer`, { fault });
  }
  const refused = fault.sqlState === '42501';
  const about = [
    fault.table === null ? '' : `, table ${fault.table}`,
    fault.constraint === null ? '' : `, constraint ${fault.constraint}`,
    fault.column === null ? '' : `, column ${fault.column}`,
  ].join('');
  return refused
    ? new EnforcementError('statement-refused', `${what}: the purpose has no right to this (42501${about})`, { fault })
    : new EnforcementError('statement-failed', `${what}: the statement failed (${fault.sqlState}${about})`, { fault });
}
