/**
 * What a bank says has come in, whichever format it says it in. Of whoever paid nothing is read: no name, no account,
 * no message; an entry is a reference, an amount and a day.
 */

export type BankFormat = 'ocr-giro' | 'camt.054';

export interface BankEntry {
  /** The place in the file, from 1. */
  readonly entryNumber: number;
  /** The payment reference (KID) as it was given; null where the payment carried none. */
  readonly reference: string | null;
  /** Øre; negative where the bank takes an earlier payment back. */
  readonly amountOre: number;
  /** ISO 8601: the day the money was ours. */
  readonly paidOn: string;
  /** What the bank calls it, to ask the bank by; empty where it says nothing. */
  readonly bankReference: string;
}

export interface BankFile {
  readonly format: BankFormat;
  readonly entries: readonly BankEntry[];
  /** Sum of the entries. */
  readonly totalOre: number;
  /** What the file also tells and is no payment to us: money out, entries that are not booked, other services. */
  readonly passedOver: number;
}

export type BankFaultCode =
  | 'empty'
  | 'too-large'
  | 'unknown-format'
  | 'line-length'
  | 'record-unknown'
  | 'record-misplaced'
  | 'field-wrong'
  | 'sum-wrong'
  | 'count-wrong'
  | 'end-missing'
  | 'xml-wrong'
  | 'doctype'
  | 'currency'
  | 'too-many-entries';

/** Why a file is not taken. Holds places and sums, nothing of anybody. */
export interface BankFault {
  readonly code: BankFaultCode;
  /** The line of the file (OCR giro) or of the XML; null where it is about the whole. */
  readonly line: number | null;
  /** The field or record, as its standard calls it. */
  readonly field: string | null;
  readonly expected: string | null;
  readonly found: string | null;
}

export type BankFileRead =
  | { readonly ok: true; readonly file: BankFile }
  | { readonly ok: false; readonly fault: BankFault };

/** Bytes of a bank file at most. */
export const LARGEST_BANK_FILE = 20_000_000;

/** Entries of one file at most. */
export const MOST_BANK_ENTRIES = 100_000;

/** Thrown inside the readers, and turned into the fault before anything leaves them. */
export class BankFileRefused extends Error {
  readonly fault: BankFault;

  constructor(code: BankFaultCode, more: Partial<Omit<BankFault, 'code'>> = {}) {
    super(code);
    this.fault = { line: null, field: null, expected: null, found: null, ...more, code };
  }
}

/** Runs a reader, which refuses by throwing. */
export function refusing(read: () => BankFile): BankFileRead {
  try {
    return { ok: true, file: read() };
  } catch (error) {
    if (error instanceof BankFileRefused) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** Whether there is such a day; the year as it stands. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
