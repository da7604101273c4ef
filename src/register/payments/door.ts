/** What other rooms see of payments. */
export {
  type BankEntry,
  type BankFault,
  type BankFaultCode,
  type BankFile,
  type BankFileRead,
  type BankFormat,
  LARGEST_BANK_FILE,
} from './bank-file.ts';
export {
  type Assigned,
  assignEntry,
  readEntry,
  readWaitingEntries,
  setEntryAside,
  WAITING_ORDER,
  type WaitingEntry,
} from './entries.ts';
export {
  dropFile,
  type KnownFile,
  previewFile,
  type Registered,
  readFile,
  readFiles,
  registerFile,
  takeInFile,
} from './files.ts';
export { type InvoiceToPay, invoiceOfNumber, invoicesOfAmount, invoicesOfReferences } from './invoices.ts';
export { checkDigitOf, isKid, type KidCheck, mod10Digit, mod11Digit } from './kid.ts';
export { type Match, matchEntries, type PayableInvoice, WHY_UNMATCHED, type WhyUnmatched } from './match.ts';
export { readBankFile } from './read-bank-file.ts';
