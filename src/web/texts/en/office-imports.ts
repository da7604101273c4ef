/** The words of the pages where spreadsheets are read in and lists taken out. */
import type { MappingFault, SheetFault } from '../../../register/index.ts';
import type { officeImportsNb } from '../nb/office-imports.ts';

export const officeImportsEn: typeof officeImportsNb = {
  bodyTooLarge: 'What was sent is too large',
  bodyTooLargeNext: 'A file can have at most 20 megabytes. Split it, and send the parts one after the other.',

  importsLead:
    'Read in customers, contact persons or orders from CSV or XLSX. You see what happens before anything is written.',
  importKinds: { customers: 'Customers', contacts: 'Contact persons', orders: 'Orders' },
  importKind: 'What the file holds',
  importKindHints: {
    customers: 'Name and e-mail address must be there. Companies need an organisation number.',
    contacts: 'The customer number or organisation number of the company and the name must be there.',
    orders: 'Customer, order, item number, quantity and date must be there. Rows with the same order become its lines.',
  },
  importFile: 'Spreadsheet',
  importFileHint: 'CSV or XLSX, at most 20 MB and 100,000 rows. The first row holds headings.',
  importToldThrough: 'How those in the file were told of the privacy notice',
  importToldWays: { mail: 'By e-mail or letter', phone: 'By telephone', counter: 'In the shop or at the counter' },
  importToldHint:
    'Whoever is registered is to know where the notice is. If they have not been told yet, that comes first. What you answer is recorded on each of them.',
  importToldMissing: 'Say how they were told of the notice. If they were not, that comes first.',
  importFileMissing: 'Choose a spreadsheet.',
  importKindMissing: 'Choose what the file holds.',
  importUpload: 'Upload',
  importWaits: (days) =>
    `The file lies encrypted until it is read in, and is deleted then. If it is not read in, it is deleted after ${days} days.`,
  importLatest: 'What was read in and what waits',
  importNone: 'No spreadsheets have been uploaded yet.',
  importOf: (kind, when) => `${kind}, uploaded ${when}`,
  importStates: {
    uploaded: 'Waits for its columns',
    running: 'Being read in',
    done: 'Read in',
    dropped: 'Discarded',
    stopped: 'Stopped on the way',
  },
  importColumns: {
    import: 'Spreadsheet',
    state: 'Status',
    rows: 'Rows',
    written: 'Written',
    refused: 'Refused',
    row: 'Row',
    column: 'Column',
    why: 'Why',
    field: 'Field',
  },

  sheetFault: ({ code, row, column }: SheetFault): string => {
    const at = row === null ? '' : ` (row ${row}${column === null ? '' : `, column ${column}`})`;
    const says: Record<SheetFault['code'], string> = {
      empty: 'The file is empty.',
      'too-large': 'The file is too large. It can have at most 20 MB.',
      'too-many-rows': `The file has more than 100,000 rows${at}. Split it.`,
      'too-many-columns': `The file has more than 100 columns${at}.`,
      'cell-too-long': `A cell has more than 2,000 characters${at}.`,
      'quote-open': `A quotation mark is opened and not closed${at}.`,
      'quote-misplaced': `There is text after a quotation mark that is closed${at}.`,
      'row-too-wide': `A row has more cells than there are headings${at}.`,
      encoding: 'The file is not text that can be read. Save it as CSV (UTF-8) or XLSX, and try again.',
      'not-a-spreadsheet': 'The file is not a spreadsheet that can be read. Save it anew as XLSX or CSV.',
      locked: 'The spreadsheet is locked with a password. Save it without one, and try again.',
      'unpacks-too-large': 'The spreadsheet is too large when it is unpacked. Split it, or save it as CSV.',
      'header-repeated': `Two columns have the same heading${at}. Give each its own.`,
      'no-rows': 'The file has headings and no rows.',
    };
    return says[code];
  },

  importMapping: 'Which column is what',
  importMappingLead: 'This is our guess. Correct what is wrong. Columns that are not chosen are not read in.',
  importNoColumn: 'Not in the file',
  importColumnNumber: (number) => `Column ${number}`,
  importFields: {
    legalName: 'Legal name',
    email: 'E-mail address',
    kind: 'Private person or company',
    organisationNumber: 'Organisation number',
    phone: 'Telephone number',
    street: 'Street address',
    postalCode: 'Postal code',
    city: 'City',
    language: 'Language',
    company: 'Customer number or organisation number of the company',
    fullName: 'Name',
    position: 'Position',
    customer: 'Number or e-mail address of the customer',
    order: 'The order, as the file calls it',
    sku: 'Item number',
    quantity: 'Quantity',
    placedOn: 'Ordered',
    price: 'Price per unit without VAT',
  },
  importMappingFault: (fault: MappingFault, field: string): string =>
    ({
      'field-missing': `Choose the column for ${field}.`,
      'column-twice': `The column for ${field} is chosen for something else too.`,
      'column-unknown': `The column for ${field} is not in the file.`,
    })[fault.code],
  importUseColumns: 'Use these columns',
  importChangeColumns: 'Change the columns',
  importReady: 'Ready to be read in',
  importPreview: 'What it will be',
  importPreviewRows: (shown, all) => (all <= shown ? `All ${all} rows` : `The first ${shown} of ${all} rows`),
  importWillWrite: (count) => (count === 1 ? '1 row can be read in.' : `${count} rows can be read in.`),
  importWillRefuse: (count) =>
    count === 0
      ? 'No rows will be refused.'
      : count === 1
        ? '1 row will be refused.'
        : `${count} rows will be refused.`,
  importRegisteredLater:
    'Whether a customer is registered already, or a company or product is there, is seen when the file is read in.',
  importRun: 'Read in',
  importDrop: 'Discard',
  importDropped: 'The file is discarded, and its rows are deleted.',
  importRefusedRows: 'Rows that will be refused',
  importWereRefused: 'Rows that were refused',
  importMoreRefused: (shown, all) => `The first ${shown} of ${all} are shown.`,
  importRowOf: (row) => `Row ${row}`,

  importProgress: (done, all) => `${done} of ${all} rows`,
  importRefresh: 'Show how far it has come',
  importRefreshes: 'The page shows how far it has come every three seconds.',
  importGoOn: 'Go on',
  importStopped:
    'The reading stopped before it was finished, for instance because the service was restarted. What is written is whole; go on with the rest.',
  importDone: (written, refused) =>
    `${written === 1 ? '1 row was read in' : `${written} rows were read in`}, ${refused === 0 ? 'none was refused' : `${refused} ${refused === 1 ? 'was' : 'were'} refused`}. The file is deleted.`,
  importReport: 'Download the report of refused rows (CSV)',
  importReportName: 'refused-rows',
  importAlready: 'The file is read in or discarded already.',

  rowFaults: {
    'name-missing': 'The name is missing',
    'organisation-number-missing': 'The organisation number is missing',
    'organisation-number-unneeded': 'Private persons have no organisation number',
    'organisation-number-wrong': 'The organisation number is wrong',
    'email-wrong': 'The e-mail address is no address',
    'phone-wrong': 'The telephone number cannot be used',
    'postal-code-wrong': 'The postal code does not have four digits',
    'too-long': 'The text is too long',
    'card-number': 'Here is a card number. Such numbers are not taken; remove it',
    'identity-number': 'Here is a national identity number. Such numbers are not taken; remove it',
    'kind-unknown': 'Write private or company',
    'language-unknown': 'Write nb or en',
    'email-repeated': 'The e-mail address also stands on a row above',
    'email-registered': 'The e-mail address is registered already',
    'field-missing': 'The field is empty',
    'company-unknown': 'No company has this number',
    'contact-repeated': 'The contact person is registered already',
    'customer-unknown': 'No customer has this number or this address',
    'product-unknown': 'No product has this item number',
    'quantity-wrong': 'The quantity must be a whole number from 1 to 10,000',
    'date-wrong': 'The date cannot be read; write 25.11.2026 or 2026-11-25',
    'date-in-future': 'The date has not come yet',
    'price-wrong': 'The price cannot be read',
    'order-mixed': 'The order has another customer or date on another row',
    'order-too-long': 'The order has more than 200 lines',
    'order-refused': 'Another row of the order is refused',
    'order-imported': 'The order was read in before: the customer has one with the same number',
  },
  rowFaultOtherRow: (row) => `see row ${row}`,
};
