/**
 * What can go wrong on the way to people's data, by name. Messages say what was found and what to do and hold no
 * personal value: what Postgres says about a failed statement can quote one, so it is never passed on whole.
 */

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

/**
 * Turns what the driver threw into an error that may be shown and logged. The driver's own error is dropped, not
 * chained: its `message` and `detail` quote values (`Key (email)=(…) already exists`).
 */
export function withoutValues(thrown: unknown, what: string): EnforcementError {
  if (thrown instanceof EnforcementError) return thrown;
  const from: Record<string, unknown> = typeof thrown === 'object' && thrown !== null ? { ...thrown } : {};
  const fault: DatabaseFault = {
    sqlState: text(from.code),
    constraint: text(from.constraint),
    table: text(from.table),
    column: text(from.column),
  };
  if (fault.sqlState === null || !/^[0-9A-Z]{5}$/.test(fault.sqlState)) {
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
