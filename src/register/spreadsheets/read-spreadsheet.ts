/** A spreadsheet as it was sent: CSV or XLSX, found from how it begins; no input makes it throw. */
import { readCsv } from './csv-reader.ts';
import { SHEET_LIMITS, type SheetLimits, type SheetRead, SheetRefused } from './sheet.ts';
import { readXlsx } from './xlsx-reader.ts';

export async function readSpreadsheet(bytes: Uint8Array, limits: SheetLimits = SHEET_LIMITS): Promise<SheetRead> {
  try {
    if (bytes.length === 0) throw new SheetRefused('empty');
    if (bytes.length > limits.fileBytes) throw new SheetRefused('too-large');
    // PK, as every archive begins; D0 CF, as a workbook locked with a password does.
    const packed = (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
    return { ok: true, sheet: packed ? await readXlsx(bytes, limits) : readCsv(bytes, limits) };
  } catch (error) {
    if (error instanceof SheetRefused) return { ok: false, fault: error.fault };
    throw error;
  }
}
