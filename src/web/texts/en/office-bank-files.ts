/** The words of the pages for files from the bank. */
import type { BankFault } from '../../../register/index.ts';
import type { officeBankFilesNb } from '../nb/office-bank-files.ts';

export const officeBankFilesEn: typeof officeBankFilesNb = {
  bankFilesLead: 'Read in what has come into the account. Nothing is registered before you have seen what will happen.',
  bankFileField: 'File with payments',
  bankFileHint:
    'OCR giro or CAMT.054, at most 20 MB. Only the KID, the amount and the date are read; the name and account of whoever paid are not stored.',
  bankFileRead: 'Read the file',
  bankFileMissing: 'Choose a file from the bank.',
  bankFileKnown: (when) => `This file was read before, ${when}. It is not read again.`,
  bankFileSeeKnown: 'See the file',
  bankFileFault: ({ code, line, field, expected, found }: BankFault): string => {
    const at = line === null ? '' : ` (line ${line}${field === null ? '' : `, ${field}`})`;
    const says: Record<BankFault['code'], string> = {
      empty: 'The file is empty.',
      'too-large': 'The file is too large. It can have at most 20 MB.',
      'unknown-format':
        'This is neither OCR giro nor CAMT.054. Fetch the file from the online bank again in one of those formats.',
      'line-length': `A line has ${found} characters, not 80${at}. The file was changed or cut off; fetch it again.`,
      'record-unknown': `A line is of a kind that OCR giro does not have${at}.`,
      'record-misplaced': `A line stands in the wrong place${at}. The file was changed or cut off; fetch it again.`,
      'field-wrong': `A field cannot be read${at}.`,
      'sum-wrong': `The sum does not agree with the amounts: the bank writes ${expected} øre, the amounts make ${found}${at}. Nothing was read in; fetch the file again.`,
      'count-wrong': `The count does not agree: the file says ${expected} and has ${found}${at}. Fetch the file again.`,
      'end-missing': 'The end of the file is missing. Fetch it again.',
      'xml-wrong': `The file is not well-formed XML${at}. Fetch it again.`,
      doctype: 'The file has a document type (DOCTYPE), which files from a bank never have. It is not read.',
      currency: `An amount is in ${found}${at}. Only Norwegian kroner can be read in.`,
      'too-many-entries': 'The file has more than 100,000 payments. Ask the bank for smaller files.',
    };
    return says[code];
  },

  bankFilesWaiting: 'Amounts that wait for you',
  bankFilesNoneWaiting: 'All amounts are booked.',
  bankFilesNoneWaitingNext: 'Amounts that fit no invoice by themselves come here.',
  bankFilesLatest: 'The latest files',
  bankFilesNone: 'No files have been read in yet.',
  bankFormats: { 'ocr-giro': 'OCR giro', 'camt.054': 'CAMT.054' },
  bankFileStates: { previewed: 'Not registered yet', registered: 'Registered' },
  bankFileOf: (format, when) => `${format}, read ${when}`,
  bankFileColumns: {
    file: 'File',
    state: 'Status',
    entries: 'Payments',
    total: 'Sum',
    day: 'Date',
    amount: 'Amount',
    reference: 'KID',
    bank: 'Reference of the bank',
    invoice: 'Invoice',
    why: 'Why',
  },
  withoutReference: 'without KID',

  bankFilePreview: 'What happens when you register',
  bankFileFits: (count, sum) =>
    count === 1 ? `1 payment of ${sum} fits an invoice.` : `${count} payments of ${sum} in all fit invoices.`,
  bankFileWaits: (count) =>
    count === 0
      ? 'None has to be booked by hand.'
      : count === 1
        ? '1 has to be booked by hand.'
        : `${count} have to be booked by hand.`,
  bankFilePassedOver: (count) =>
    count === 1 ? '1 entry of the file is no payment to us.' : `${count} entries of the file are no payments to us.`,
  bankFileShown: (shown, all) => `The first ${shown} of ${all} are shown.`,
  bankFileRegister: 'Register the payments',
  bankFileDrop: 'Discard the file',
  bankFileDropped: 'The file is discarded. Nothing of it was kept, and it can be read in again.',
  bankFileRegistered: (matched, unmatched) =>
    `${matched === 1 ? '1 payment is registered' : `${matched} payments are registered`}. ${
      unmatched === 0
        ? 'None has to be booked by hand.'
        : `${unmatched} ${unmatched === 1 ? 'has' : 'have'} to be booked by hand.`
    }`,
  bankFileGone: 'The file is registered or discarded already.',
  bankFileFitting: 'Fits an invoice',
  bankFileByHand: 'To be booked by hand',

  whyUnmatched: {
    'no-reference': 'Without KID',
    'wrong-check-digit': 'The KID has a wrong check digit',
    'unknown-reference': 'No invoice has this KID',
    'too-little': 'Less than is outstanding',
    'too-much': 'More than is outstanding',
    'paid-already': 'The invoice is paid already',
    'taken-back': 'The bank takes the amount back',
  },

  entryTitle: (amount) => `Payment of ${amount}`,
  entryStates: {
    read: 'The file is not registered yet.',
    matched: 'The amount is booked on the invoice it belongs to.',
    unmatched: 'The amount waits.',
    assigned: 'The amount was booked by hand.',
    returned: 'The amount was set aside.',
  },
  entryAssign: 'Book on an invoice',
  entryInvoiceNumber: 'Invoice number',
  entryFindInvoice: 'Find the invoice',
  entryNoInvoice: (number) => `There is no invoice ${number}. Look at the invoice, or ask whoever paid.`,
  entryNotANumber: 'Write the invoice number with digits only.',
  entrySuggested: 'Invoices it may be for',
  entryInvoice: (number) => `Invoice ${number}`,
  entryBuyer: 'Buyer',
  entryTotal: 'Invoice total',
  entryOutstanding: 'Outstanding',
  entryDue: 'Due',
  entryAssignTo: (number) => `Book the amount on invoice ${number}`,
  entryAfter: (ore, amount) =>
    ore === 0
      ? 'The invoice is paid then.'
      : ore > 0
        ? `${amount} is outstanding then.`
        : `${amount} too much is paid then.`,
  entryAssigned: (number) => `The amount is booked on invoice ${number}.`,
  entryTooMuch: (number, amount) => `The amount is booked on invoice ${number}. ${amount} too much is now paid on it.`,
  entryNotWaiting: 'The amount is booked already.',
  entryTakenBack:
    'An amount that the bank takes back cannot be booked as a payment. Set it aside when you have corrected the accounts.',
  entrySetAside: 'Set aside',
  entrySetAsideHint: 'When the amount belongs to no invoice here, and has been paid back or booked in the accounts.',
  entryWasSetAside: 'The amount is set aside.',
  amountsToAssign: 'Payments to be booked by hand',
};
