/** What other rooms see of spreadsheets. */
export { readSpreadsheet } from './read-spreadsheet.ts';
export {
  SHEET_LIMITS,
  type SheetFault,
  type SheetFaultCode,
  type SheetRead,
  type SheetRow,
  type SpreadSheet,
} from './sheet.ts';
export { type AboutSheet, type Cell, type ListToWrite, writeCsv, writeWorkbook } from './writer.ts';
