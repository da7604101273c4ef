/** The words of the page where lists are taken out as files. */
import type { officeExportsNb } from '../nb/office-exports.ts';

export const officeExportsEn: typeof officeExportsNb = {
  exportsLead: (purpose) => `Take a list out as a spreadsheet, for this purpose: ${purpose}.`,
  exportsMeans:
    'That you take the list out is recorded, and everyone on it can see it in their access log. The file says which purpose it may be used for. Delete it when you are done; what is deleted here is not deleted in your file.',
  exportList: 'List',
  exportLists: { customers: 'Customers', orders: 'Orders', invoices: 'Invoices', payments: 'Payments' },
  exportFrom: 'From',
  exportUntil: 'Until',
  exportFormat: 'Format',
  exportFormats: { xlsx: 'Excel (XLSX)', csv: 'CSV' },
  exportTakeOut: 'Take the list out',
  exportThis: 'Take the list out as a file',
  exportThisMeans: 'Taking the list out is recorded, and everyone on it can see it in their access log.',
  exportThisAs: (format) => `Take out as ${format}`,
  exportTooManyTitle: 'The list is too long',
  exportTooManyHere:
    'A file has 100,000 rows at most. Nothing was taken out. Narrow the list with its filters and try again.',
  exportListMissing: 'Choose the list.',
  exportFormatMissing: 'Choose the format.',
  exportDayWrong: 'Write the date as 25.11.2026.',
  exportTooMany: 'The list has more than 100,000 rows. Choose a shorter period.',
  exportLatest: 'Taken out before',
  exportNone: 'No lists have been taken out for this purpose yet.',
  exportByYou: 'you',
  exportByAnother: 'another member of staff',
  exportColumns: { at: 'Time', list: 'List', format: 'Format', by: 'By', rows: 'Rows' },
  exportAbout: {
    sheet: 'About the list',
    company: 'Controller',
    list: 'List',
    purpose: 'Purpose',
    rows: 'Rows',
    at: 'Taken out',
    by: 'By',
    use: 'Use',
    useText: 'For this purpose only. Delete the file when it is no longer needed.',
  },
};
