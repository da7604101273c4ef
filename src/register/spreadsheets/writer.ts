/**
 * Lists as files that people open in a spreadsheet. No cell may run there: in CSV, what would be taken for a formula gets
 * an apostrophe before it; in XLSX, text is stored as text. A sheet beside the list says what it is and what for.
 */
import { type CellValue, writeXlsx } from 'hucre/xlsx';

export type Cell = string | number | null;

export interface ListToWrite {
  /** The name of the sheet with the rows. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A sheet about the file: its name, and lines of two cells. */
export interface AboutSheet {
  readonly name: string;
  readonly lines: readonly (readonly [string, string])[];
}

export interface CsvStyle {
  readonly delimiter: ';' | ',';
  readonly decimal: ',' | '.';
}

/** With the mark that Excel knows UTF-8 by. */
export function writeCsv({ header, rows }: ListToWrite, style: CsvStyle): Uint8Array {
  const lines = [header, ...rows].map((cells) => cells.map((cell) => csvCell(cell, style)).join(style.delimiter));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function csvCell(cell: Cell, { decimal }: CsvStyle): string {
  if (cell === null) return '';
  const text = typeof cell === 'number' ? String(cell).replace('.', decimal) : guarded(cell);
  return /[",;\t\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * What a spreadsheet would run; a plain number with its sign, such as a telephone number, runs nothing. A text that looks
 * guarded already gets another apostrophe, so that reading takes the right one away.
 */
export function guarded(text: string): string {
  if (/^[+-][0-9 ]+([.,][0-9]+)?$/.test(text)) return text;
  return /^(?:'+\s*|\s*)[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

export async function writeWorkbook(list: ListToWrite, about: AboutSheet): Promise<Uint8Array> {
  const sheetOf = (name: string, rows: readonly (readonly Cell[])[]) => ({
    name: sheetName(name),
    rows: rows.map((cells): CellValue[] => cells.map((cell) => (typeof cell === 'string' ? storable(cell) : cell))),
  });
  return await writeXlsx({
    sheets: [sheetOf(list.name, [list.header, ...list.rows]), sheetOf(about.name, about.lines)],
    stringMode: 'inline',
  });
}

/** XML knows no other control characters, and a cell holds no more letters. */
function storable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be stored
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_767);
}

/** At most 31 letters, and none of those that a reference uses. */
const sheetName = (name: string): string => name.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31);
