/**
 * Numbers that must not lie in a customer system, in cells of a spreadsheet: taken out before the rows are stored, with a
 * mark in their place, so that the row can still be refused for it.
 */
import { holdsCardNumber, holdsIdentityNumber } from '../../enforcement/index.ts';

export type ForbiddenNumber = 'card-number' | 'identity-number';

/** A character that no cell has: spreadsheets cannot store it, and reading CSV refuses it as binary. */
const MARK = '\u0001';

/** Both kinds have eleven digits or more, so most cells need no closer look. */
const CANDIDATE = /(?:\d[^\p{L}\d]{0,2}){11}/u;

export function forbiddenIn(cell: string): ForbiddenNumber | null {
  if (cell.startsWith(MARK)) return cell.slice(MARK.length) === 'card-number' ? 'card-number' : 'identity-number';
  if (!CANDIDATE.test(cell)) return null;
  if (holdsCardNumber(cell)) return 'card-number';
  return holdsIdentityNumber(cell) ? 'identity-number' : null;
}

export function washed(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => {
    const forbidden = forbiddenIn(cell);
    return forbidden === null ? cell : MARK + forbidden;
  });
}
