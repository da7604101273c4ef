/**
 * CAMT.054 (ISO 20022), a bank's notification of what was booked, in any of its versions: payments in to us with their
 * structured reference. Sums of each entry and of the whole are checked. Who paid and what they wrote is left out while
 * the file is read.
 */
import { type BankEntry, type BankFile, BankFileRefused, isDay, MOST_BANK_ENTRIES } from './bank-file.ts';
import { below, childrenOf, readXml, textBelow, type XmlElement } from './xml-tree.ts';

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:camt\.054\.001\.\d\d$/;

/** Parties, their banks, free text, and what else says who paid. */
const LEFT_OUT = new Set([
  'RltdPties',
  'RltdAgts',
  'Ustrd',
  'AddtlTxInf',
  'AddtlNtryInf',
  'AddtlRmtInf',
  'SplmtryData',
]);

const CURRENCY = 'NOK';

interface Found {
  readonly entries: BankEntry[];
  passedOver: number;
}

/** @throws BankFileRefused */
export function readCamt054(text: string): BankFile {
  const read = readXml(text, LEFT_OUT);
  if ('fault' in read) {
    const { code, line } = read.fault;
    throw new BankFileRefused(code === 'doctype' ? 'doctype' : 'xml-wrong', { line });
  }
  const { root } = read;
  const message = below(root, 'BkToCstmrDbtCdtNtfctn');
  if (!NAMESPACE.test(root.namespace) || message === undefined) throw new BankFileRefused('unknown-format');
  const notifications = childrenOf(message, 'Ntfctn');
  if (notifications.length === 0) throw new BankFileRefused('empty');
  const found: Found = { entries: [], passedOver: 0 };
  for (const notification of notifications) readNotification(notification, found);
  const totalOre = found.entries.reduce((sum, { amountOre }) => sum + amountOre, 0);
  return { format: 'camt.054', totalOre, ...found };
}

function readNotification(notification: XmlElement, found: Found): void {
  const counted = { CRDT: { entries: 0, ore: 0 }, DBIT: { entries: 0, ore: 0 } };
  for (const entry of childrenOf(notification, 'Ntry')) {
    const amount = amountOf(entry);
    const direction = directionOf(entry);
    counted[direction].entries += 1;
    counted[direction].ore += amount;
    readEntry(entry, amount, direction, found);
  }
  const summary = below(notification, 'TxsSummry');
  checkTotals(below(summary, 'TtlCdtNtries'), counted.CRDT.entries, counted.CRDT.ore);
  checkTotals(below(summary, 'TtlDbtNtries'), counted.DBIT.entries, counted.DBIT.ore);
  const all = counted.CRDT.ore + counted.DBIT.ore;
  checkTotals(below(summary, 'TtlNtries'), counted.CRDT.entries + counted.DBIT.entries, all);
}

function checkTotals(totals: XmlElement | undefined, entries: number, ore: number): void {
  if (totals === undefined) return;
  const number = textBelow(totals, 'NbOfNtries');
  if (number !== null && number !== String(entries)) {
    throw new BankFileRefused('count-wrong', {
      ...where(totals),
      expected: number.slice(0, 20),
      found: String(entries),
    });
  }
  const sum = below(totals, 'Sum');
  if (sum !== undefined) checkSum(sum, oreOf(sum), ore);
}

function readEntry(entry: XmlElement, amount: number, direction: 'CRDT' | 'DBIT', found: Found): void {
  const status = textBelow(entry, 'Sts', 'Cd') ?? textBelow(entry, 'Sts');
  const reversal = textBelow(entry, 'RvslInd') === 'true';
  const details = childrenOf(entry, 'NtryDtls').flatMap((one) => childrenOf(one, 'TxDtls'));
  checkBatches(entry, amount, details.length);
  const parts = details.length === 0 ? [entry] : details;
  const amounts = parts.map((part) => (part === entry || details.length === 1 ? amount : amountOf(part)));
  if (details.length === 1) checkOnly(details[0], amount);
  const sum = amounts.reduce((total, one) => total + one, 0);
  if (sum !== amount) throw wrongSum(entry, amount, sum);
  // Money out is nothing to match, but an earlier payment that is taken back is.
  if (status !== 'BOOK' || (direction === 'DBIT') !== reversal) {
    found.passedOver += parts.length;
    return;
  }
  const paidOn = dayOf(entry);
  for (const [index, part] of parts.entries()) {
    const own =
      textBelow(part, 'Refs', 'AcctSvcrRef') ?? textBelow(entry, 'AcctSvcrRef') ?? textBelow(entry, 'NtryRef');
    const whole = amounts[index] ?? 0;
    for (const { reference, ore } of referencesOf(part, whole)) {
      if (found.entries.length >= MOST_BANK_ENTRIES) throw new BankFileRefused('too-many-entries', where(part));
      found.entries.push({
        entryNumber: found.entries.length + 1,
        ...{ reference, paidOn, bankReference: (own ?? '').replaceAll(/[^0-9A-Za-z/.-]/g, '').slice(0, 35) },
        amountOre: reversal ? -ore : ore,
      });
    }
  }
}

/** A transaction that stands alone may leave its amount to the entry, or say it again. */
function checkOnly(transaction: XmlElement | undefined, amount: number): void {
  const own = amountElement(transaction);
  if (own !== undefined) checkSum(own, oreOf(own), amount);
}

function checkBatches(entry: XmlElement, amount: number, transactions: number): void {
  const batches = childrenOf(entry, 'NtryDtls').flatMap((one) => childrenOf(one, 'Btch'));
  // One batch is the whole entry; several share it in ways that their own details say.
  const [batch] = batches;
  if (batch === undefined || batches.length > 1) return;
  const number = textBelow(batch, 'NbOfTxs');
  if (number !== null && transactions > 0 && number !== String(transactions)) {
    const counts = { expected: number.slice(0, 20), found: String(transactions) };
    throw new BankFileRefused('count-wrong', { ...where(batch), ...counts });
  }
  const total = below(batch, 'TtlAmt');
  if (total !== undefined) checkSum(total, oreOf(total), amount);
}

interface Referred {
  readonly reference: string | null;
  readonly ore: number;
}

/** One payment may settle several references, each with its amount; where the parts do not add up, a person decides. */
function referencesOf(transaction: XmlElement, whole: number): readonly Referred[] {
  const structured = below(transaction, 'RmtInf') === undefined ? [] : childrenOf(below(transaction, 'RmtInf'), 'Strd');
  const referred = structured.flatMap((one) => {
    const reference = textBelow(one, 'CdtrRefInf', 'Ref')?.replaceAll(/\s/g, '') ?? null;
    const amount = below(one, 'RfrdDocAmt', 'RmtdAmt');
    return reference === null || !/^[0-9]{1,24}[0-9-]$/.test(reference)
      ? []
      : [{ reference, ore: amount === undefined ? null : oreOf(amount) }];
  });
  const [only] = referred;
  if (only === undefined) return [{ reference: null, ore: whole }];
  if (referred.length === 1) return [{ reference: only.reference, ore: whole }];
  const parts = referred.flatMap(({ reference, ore }) => (ore === null ? [] : [{ reference, ore }]));
  const sum = parts.reduce((total, { ore }) => total + ore, 0);
  return parts.length === referred.length && sum === whole ? parts : [{ reference: null, ore: whole }];
}

function amountElement(element: XmlElement | undefined): XmlElement | undefined {
  return below(element, 'Amt') ?? below(element, 'AmtDtls', 'TxAmt', 'Amt');
}

function amountOf(element: XmlElement): number {
  const amount = amountElement(element);
  if (amount === undefined) throw new BankFileRefused('field-wrong', { line: element.line, field: 'Amt' });
  return oreOf(amount);
}

/** Exact: kroner and øre are read as whole numbers. */
function oreOf(amount: XmlElement): number {
  const currency = amount.attributes.Ccy ?? CURRENCY;
  if (currency !== CURRENCY) throw new BankFileRefused('currency', { ...where(amount), found: currency.slice(0, 3) });
  const [, kroner = '', decimals = ''] = /^([0-9]{1,13})(?:\.([0-9]{0,5}))?$/.exec(amount.text.trim()) ?? [];
  if (kroner === '' || !/^0*$/.test(decimals.slice(2))) throw new BankFileRefused('field-wrong', where(amount));
  return Number(kroner) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
}

function directionOf(entry: XmlElement): 'CRDT' | 'DBIT' {
  const direction = textBelow(entry, 'CdtDbtInd');
  if (direction === 'CRDT' || direction === 'DBIT') return direction;
  throw new BankFileRefused('field-wrong', { line: entry.line, field: 'CdtDbtInd' });
}

/** The day it was booked, else the day it bears interest from. */
function dayOf(entry: XmlElement): string {
  for (const name of ['BookgDt', 'ValDt']) {
    const text = textBelow(entry, name, 'Dt') ?? textBelow(entry, name, 'DtTm');
    const [day = '', year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text ?? '') ?? [];
    if (day !== '' && isDay(Number(year), Number(month), Number(date))) return day;
  }
  throw new BankFileRefused('field-wrong', { line: entry.line, field: 'BookgDt' });
}

function checkSum(element: XmlElement, told: number, counted: number): void {
  if (told !== counted) throw wrongSum(element, told, counted);
}

const wrongSum = (element: XmlElement, told: number, counted: number): BankFileRefused =>
  new BankFileRefused('sum-wrong', { ...where(element), expected: String(told), found: String(counted) });

const where = ({ line, name }: XmlElement): { line: number; field: string } => ({ line, field: name });
