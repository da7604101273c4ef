/** What is read from a spreadsheet, whichever kind of file it lay in: a header and rows of text, or why not. */

export type SpreadsheetFormat = 'csv' | 'xlsx';

export interface SheetRow {
  /** As a spreadsheet numbers it: the header is row 1. */
  readonly rowNumber: number;
  /** As many as the header has; absent cells are empty. */
  readonly cells: readonly string[];
}

export interface SpreadSheet {
  readonly format: SpreadsheetFormat;
  readonly header: readonly string[];
  readonly rows: readonly SheetRow[];
}

export type SheetFaultCode =
  | 'empty'
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'cell-too-long'
  | 'quote-open'
  | 'quote-misplaced'
  | 'row-too-wide'
  | 'encoding'
  | 'not-a-spreadsheet'
  | 'locked'
  | 'unpacks-too-large'
  | 'header-repeated'
  | 'no-rows';

export interface SheetFault {
  readonly code: SheetFaultCode;
  readonly row: number | null;
  /** From 1. */
  readonly column: number | null;
}

export type SheetRead =
  | { readonly ok: true; readonly sheet: SpreadSheet }
  | { readonly ok: false; readonly fault: SheetFault };

export interface SheetLimits {
  readonly fileBytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly cellCharacters: number;
}

export const SHEET_LIMITS: SheetLimits = { fileBytes: 20_000_000, rows: 100_000, columns: 100, cellCharacters: 2_000 };

/** Thrown inside the readers, and turned into the fault before anything leaves them. */
export class SheetRefused extends Error {
  readonly fault: SheetFault;

  constructor(code: SheetFaultCode, row: number | null = null, column: number | null = null) {
    super(code);
    this.fault = { code, row, column };
  }
}

/** Characters that nobody sees and that neither the database nor XML can hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are left out
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Takes rows one after the other: the first that says anything is the header, empty ones are left out. */
export class SheetBuilder {
  readonly #format: SpreadsheetFormat;
  readonly #limits: SheetLimits;
  readonly #rows: SheetRow[] = [];
  #header: string[] | null = null;

  constructor(format: SpreadsheetFormat, limits: SheetLimits) {
    this.#format = format;
    this.#limits = limits;
  }

  add(rowNumber: number, given: readonly string[]): void {
    const cells = given.map((cell) => cell.replaceAll(UNSEEN, '').trim());
    while (cells.at(-1) === '') cells.pop();
    if (cells.length === 0) return;
    if (cells.length > this.#limits.columns) throw new SheetRefused('too-many-columns', rowNumber);
    const long = cells.findIndex((cell) => cell.length > this.#limits.cellCharacters);
    if (long !== -1) throw new SheetRefused('cell-too-long', rowNumber, long + 1);
    if (this.#header === null) {
      this.#header = headerOf(cells, rowNumber);
      return;
    }
    const width = this.#header.length;
    if (cells.length > width) throw new SheetRefused('row-too-wide', rowNumber, width + 1);
    if (this.#rows.length >= this.#limits.rows) throw new SheetRefused('too-many-rows', rowNumber);
    while (cells.length < width) cells.push('');
    this.#rows.push({ rowNumber, cells });
  }

  finish(): SpreadSheet {
    if (this.#header === null) throw new SheetRefused('empty');
    if (this.#rows.length === 0) throw new SheetRefused('no-rows');
    return { format: this.#format, header: this.#header, rows: this.#rows };
  }
}

/** Two columns of one name could not be told apart. Those without a name get none, and can be left out only. */
function headerOf(cells: string[], rowNumber: number): string[] {
  const seen = new Set<string>();
  for (const [index, cell] of cells.entries()) {
    const name = cell.toLowerCase();
    if (name !== '' && seen.has(name)) throw new SheetRefused('header-repeated', rowNumber, index + 1);
    seen.add(name);
  }
  return cells;
}
