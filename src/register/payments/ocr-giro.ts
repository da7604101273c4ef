/**
 * OCR giro, the format in which banks in Norway tell of payments with a KID (records of 80 characters, service 09): a
 * transmission (10 … 89) of assignments (20 … 88) of transactions (30, 31 and for some 32). Counts and sums at both ends
 * are checked. Of record 31 the payer's account is not read, of 32 nothing at all.
 */
import { type BankEntry, type BankFile, BankFileRefused, isDay, MOST_BANK_ENTRIES } from './bank-file.ts';

const LINE_LENGTH = 80;

/** OCR giro; assignments of other services, such as AvtaleGiro, are passed over. */
const SERVICE = '09';

interface Line {
  readonly text: string;
  readonly number: number;
  readonly service: string;
  /** What the record is: 10, 20, 30, 31, 32, 88, 89. */
  readonly record: string;
}

interface Sums {
  transactions: number;
  records: number;
  ore: number;
}

interface Assignment extends Sums {
  readonly service: string;
  /** The open transaction: its number and its place among the entries. */
  open: { readonly number: string; readonly at: number } | null;
}

interface State {
  readonly entries: BankEntry[];
  transmission: Sums | null;
  assignment: Assignment | null;
  passedOver: number;
  /** Transmissions that are over. */
  ended: number;
}

/** @throws BankFileRefused */
export function readOcrGiro(text: string): BankFile {
  const state: State = { entries: [], transmission: null, assignment: null, passedOver: 0, ended: 0 };
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    if (raw.trim() === '') continue;
    take(state, lineOf(raw, index + 1));
  }
  if (state.transmission !== null || state.ended === 0) throw new BankFileRefused('end-missing', { field: '89' });
  const { entries, passedOver } = state;
  const totalOre = entries.reduce((sum, { amountOre }) => sum + amountOre, 0);
  return { format: 'ocr-giro', entries, totalOre, passedOver };
}

function lineOf(text: string, number: number): Line {
  if (text.length !== LINE_LENGTH) {
    const lengths = { expected: String(LINE_LENGTH), found: String(text.length) };
    throw new BankFileRefused('line-length', { line: number, ...lengths });
  }
  const [, service = '', record = ''] = /^NY(\d\d)\d\d(\d\d)/.exec(text) ?? [];
  if (record === '') throw new BankFileRefused('record-unknown', { line: number });
  return { text, number, service, record };
}

function take(state: State, line: Line): void {
  const { record } = line;
  if (record === '10') startTransmission(state, line);
  else {
    if (state.transmission === null) throw misplaced(line);
    state.transmission.records += 1;
    if (record === '89') endTransmission(state, line);
    else if (record === '20') startAssignment(state, line);
    else takeInside(state, state.transmission, line);
  }
}

function takeInside(state: State, transmission: Sums, line: Line): void {
  const { assignment } = state;
  if (assignment === null || assignment.service !== line.service) throw misplaced(line);
  assignment.records += 1;
  if (line.record === '88') endAssignment(state, assignment, transmission, line);
  // What other services say between their ends is not ours to read.
  else if (line.service === SERVICE) takeTransaction(state, assignment, line);
}

function takeTransaction(state: State, assignment: Assignment, line: Line): void {
  if (line.record === '30') startTransaction(state, assignment, line);
  else if (line.record === '31') nameTransaction(state, assignment, line);
  else if (line.record === '32') sameTransaction(assignment, line);
  else throw new BankFileRefused('record-unknown', { line: line.number, field: line.record });
}

function startTransmission(state: State, line: Line): void {
  if (state.transmission !== null) throw misplaced(line);
  state.transmission = { transactions: 0, records: 1, ore: 0 };
}

function startAssignment(state: State, line: Line): void {
  if (state.assignment !== null) throw misplaced(line);
  state.assignment = { service: line.service, transactions: 0, records: 1, ore: 0, open: null };
}

function startTransaction(state: State, assignment: Assignment, line: Line): void {
  if (state.entries.length >= MOST_BANK_ENTRIES) throw new BankFileRefused('too-many-entries', { line: line.number });
  const sign = line.text[31];
  if (sign !== '0' && sign !== '-' && sign !== ' ') throw wrongField(line, 'sign');
  const amount = digits(line, 33, 49, 'amount');
  const amountOre = sign === '-' ? -amount : amount;
  const reference = line.text.slice(49, 74).trim();
  if (!/^[0-9]{0,25}-?$/.test(reference)) throw wrongField(line, 'KID');
  state.entries.push({
    entryNumber: state.entries.length + 1,
    // A field of nothing but zeros is how some say that there is none.
    reference: /^0*$/.test(reference) || reference.length < 2 ? null : reference,
    amountOre,
    paidOn: day(line, 16, 'settlement date'),
    bankReference: '',
  });
  assignment.transactions += 1;
  assignment.ore += amountOre;
  assignment.open = { number: line.text.slice(8, 15), at: state.entries.length - 1 };
}

/** Of the second record only the bank's archive reference: columns 26 to 34. */
function nameTransaction(state: State, assignment: Assignment, line: Line): void {
  sameTransaction(assignment, line);
  const at = assignment.open?.at ?? -1;
  const entry = state.entries[at];
  if (entry === undefined) throw misplaced(line);
  const bankReference = line.text.slice(25, 34).trim();
  if (!/^[0-9A-Za-z]*$/.test(bankReference)) throw wrongField(line, 'archive reference');
  state.entries[at] = { ...entry, bankReference };
}

function sameTransaction({ open }: Assignment, line: Line): void {
  if (open === null || open.number !== line.text.slice(8, 15)) throw misplaced(line);
}

function endAssignment(state: State, assignment: Assignment, transmission: Sums, line: Line): void {
  const told = sumsOf(line);
  if (assignment.service === SERVICE) compare(assignment, told, line);
  else {
    state.passedOver += told.transactions;
    if (told.records !== assignment.records) throw wrongCount(line, 'records', assignment.records, told.records);
  }
  transmission.transactions += told.transactions;
  transmission.ore += assignment.service === SERVICE ? assignment.ore : told.ore;
  state.assignment = null;
}

function endTransmission(state: State, line: Line): void {
  const { transmission, assignment } = state;
  if (transmission === null || assignment !== null) throw misplaced(line);
  compare(transmission, sumsOf(line), line);
  state.transmission = null;
  state.ended += 1;
}

const sumsOf = (line: Line): Sums => ({
  transactions: digits(line, 9, 16, 'number of transactions'),
  records: digits(line, 17, 24, 'number of records'),
  ore: digits(line, 25, 41, 'sum'),
});

/** The sum has no sign of its own. */
function compare(counted: Sums, told: Sums, line: Line): void {
  if (counted.transactions !== told.transactions) {
    throw wrongCount(line, 'transactions', counted.transactions, told.transactions);
  }
  if (counted.records !== told.records) throw wrongCount(line, 'records', counted.records, told.records);
  if (Math.abs(counted.ore) !== told.ore) {
    const sums = { expected: String(told.ore), found: String(Math.abs(counted.ore)) };
    throw new BankFileRefused('sum-wrong', { line: line.number, field: line.record, ...sums });
  }
}

/** @param from The first column of the field, from 1, as the format describes it; `to` the last. */
function digits(line: Line, from: number, to: number, field: string): number {
  const text = line.text.slice(from - 1, to);
  const value = Number(text);
  if (!/^[0-9]+$/.test(text) || !Number.isSafeInteger(value)) throw wrongField(line, field);
  return value;
}

/** Six digits ddmmyy: a year before 80 is of this century. */
function day(line: Line, from: number, field: string): string {
  const [, dd = '', mm = '', yy = ''] = /^(\d\d)(\d\d)(\d\d)$/.exec(line.text.slice(from - 1, from + 5)) ?? [];
  const year = Number(yy) + (Number(yy) < 80 ? 2000 : 1900);
  if (dd === '' || !isDay(year, Number(mm), Number(dd))) throw wrongField(line, field);
  return `${year}-${mm}-${dd}`;
}

const misplaced = ({ number, record }: Line): BankFileRefused =>
  new BankFileRefused('record-misplaced', { line: number, field: record });

const wrongField = ({ number }: Line, field: string): BankFileRefused =>
  new BankFileRefused('field-wrong', { line: number, field });

const wrongCount = ({ number }: Line, field: string, found: number, expected: number): BankFileRefused =>
  new BankFileRefused('count-wrong', { line: number, field, expected: String(expected), found: String(found) });
