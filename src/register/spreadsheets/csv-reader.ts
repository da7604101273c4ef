/**
 * CSV as spreadsheets of both countries and programs write it: comma, semicolon or tab, found out; quotes doubled inside
 * quotes; UTF-8 with or without its mark, else Windows-1252.
 */
import { SheetBuilder, type SheetLimits, SheetRefused, type SpreadSheet } from './sheet.ts';

const DELIMITERS = [';', ',', '\t'] as const;

/** @throws SheetRefused */
export function readCsv(bytes: Uint8Array, limits: SheetLimits): SpreadSheet {
  const text = textOf(bytes);
  const builder = new SheetBuilder('csv', limits);
  // Excel's own way to say which: a first line of its own, which no row number counts.
  const [, said] = /^sep=([;,\t])\r?\n/i.exec(text) ?? [];
  const start = said === undefined ? 0 : text.indexOf('\n') + 1;
  const delimiter = said ?? delimiterOf(text);
  let rowNumber = 0;
  for (const cells of records(text, start, delimiter, limits)) {
    rowNumber += 1;
    builder.add(rowNumber, cells.map(withoutGuard));
  }
  return builder.finish();
}

/** An apostrophe before what a spreadsheet would take for a formula is how our own files, and others, guard it. */
const withoutGuard = (cell: string): string => (/^'+\s*[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    // Bytes of no text at all: a picture, a program, a packed file.
    if (isBinary(text)) throw new SheetRefused('encoding');
    return text;
  }
}

function isBinary(text: string): boolean {
  for (let at = 0; at < Math.min(text.length, 4096); at += 1) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32)) return true;
  }
  return false;
}

/** The one that is used most in the first line, outside quotes; a semicolon where none is. */
function delimiterOf(text: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (let at = 0; at < Math.min(text.length, 100_000); at += 1) {
    const letter = text[at] ?? '';
    if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === '\n' && counts.size > 0) break;
    else if (!quoted && DELIMITERS.some((one) => one === letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? ';';
}

function* records(text: string, start: number, delimiter: string, limits: SheetLimits): Generator<string[]> {
  let at = start;
  let rowNumber = 0;
  while (at < text.length) {
    rowNumber += 1;
    const cells: string[] = [];
    for (;;) {
      const cell =
        text[at] === '"' ? quotedCell(text, at, rowNumber, cells.length + 1) : plainCell(text, at, delimiter);
      cells.push(cell.value);
      if (cells.length > limits.columns * 10) throw new SheetRefused('too-many-columns', rowNumber);
      at = cell.end;
      if (text[at] === delimiter) {
        at += 1;
        continue;
      }
      if (at >= text.length) break;
      if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
      if (text[at] !== '\n' && text[at] !== '\r') throw new SheetRefused('quote-misplaced', rowNumber, cells.length);
      at += 1;
      break;
    }
    yield cells;
  }
}

interface Cell {
  readonly value: string;
  /** Where the text goes on. */
  readonly end: number;
}

function plainCell(text: string, from: number, delimiter: string): Cell {
  let end = from;
  for (; end < text.length; end += 1) {
    const letter = text[end];
    if (letter === delimiter || letter === '\n' || letter === '\r') break;
  }
  return { value: text.slice(from, end), end };
}

function quotedCell(text: string, from: number, row: number, column: number): Cell {
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) throw new SheetRefused('quote-open', row, column);
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}
