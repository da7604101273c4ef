/**
 * The first sheet of an XLSX workbook, as text. The archive says how large its parts become, and what it says is held
 * against a limit before anything is unpacked; the library stops unpacking where a part goes past what was said.
 */
import { type CellValue, streamXlsxRows } from 'hucre/xlsx';
import { SheetBuilder, type SheetLimits, SheetRefused, type SpreadSheet } from './sheet.ts';

/** Bytes of all parts together, unpacked. */
const LARGEST_UNPACKED = 250_000_000;

const MOST_PARTS = 2_000;

const END_OF_DIRECTORY = 0x06054b50;
const PART = 0x02014b50;
const SHORTEST_END = 22;
const LONGEST_COMMENT = 65_535;
const COMPRESSED = 8;
/** ZIP64: the number stands in another record. */
const SAID_ELSEWHERE = 0xffffffff;

/** @throws SheetRefused */
export async function readXlsx(bytes: Uint8Array, limits: SheetLimits): Promise<SpreadSheet> {
  refuseBombs(bytes);
  const builder = new SheetBuilder('xlsx', limits);
  try {
    for await (const { index, values } of streamXlsxRows(bytes)) builder.add(index + 1, values.map(textOf));
  } catch (error) {
    if (error instanceof SheetRefused) throw error;
    // The library's own words may quote the file.
    throw new SheetRefused('not-a-spreadsheet');
  }
  return builder.finish();
}

/** Numbers as they are typed, days as ISO 8601 has them. */
function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dayOrTime(value.toISOString());
  return typeof value === 'boolean' ? String(value) : typeof value === 'number' ? numberText(value) : value;
}

const dayOrTime = (iso: string): string => (iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso);

/** Without exponent, also for a telephone number that was typed as a number. */
const numberText = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e21 ? value.toFixed(0) : String(value);

/** What the archive's directory says of its parts; encrypted workbooks are another kind of file. */
function refuseBombs(bytes: Uint8Array): void {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new SheetRefused('locked');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  // The library would look for another directory than the one that is read here; a file of our size needs none.
  if (view.getUint32(end + 12, true) === SAID_ELSEWHERE) throw new SheetRefused('not-a-spreadsheet');
  const parts = view.getUint16(end + 10, true);
  if (parts > MOST_PARTS) throw new SheetRefused('unpacks-too-large');
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let part = 0; part < parts; part += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== PART) throw new SheetRefused('not-a-spreadsheet');
    const unpacked = view.getUint32(at + 24, true);
    total += unpacked;
    if (total > LARGEST_UNPACKED) throw new SheetRefused('unpacks-too-large');
    // A part that does not say its sizes here would be unpacked without a limit, or by what is said somewhere else.
    const packed = view.getUint32(at + 20, true);
    if (view.getUint16(at + 10, true) === COMPRESSED && (unpacked === 0 || packed === 0)) {
      throw new SheetRefused('unpacks-too-large');
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

function endOfDirectory(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - SHORTEST_END - LONGEST_COMMENT);
  for (let at = view.byteLength - SHORTEST_END; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new SheetRefused('not-a-spreadsheet');
}
