/**
 * A list as a vendor or a register of reservations sends it: a spreadsheet whose columns are found by their headings. Of a
 * bought list no more is taken than is needed; a row with a card or identity number is refused.
 */
import { forbiddenNumberIn } from '../../enforcement/index.ts';
import { isMailAddress, isPhoneNumber, phoneNumber } from '../customers/person-rules.ts';
import { readSpreadsheet, SHEET_LIMITS, type SheetFault } from '../spreadsheets/door.ts';
import { cellOf, columnsOf, hasAddress, hasName, type ListColumns, reachableIn } from './columns.ts';
import type { Reachable } from './keys.ts';

/** Bytes and rows of a bought list at most. */
export const LIST_LIMITS = { ...SHEET_LIMITS, fileBytes: 5_000_000, rows: 20_000 };

export interface ListedPerson {
  readonly fullName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
}

export type ListedFault =
  | 'name-missing'
  | 'too-long'
  | 'unreachable'
  | 'email-wrong'
  | 'phone-wrong'
  | 'postal-code-wrong'
  | 'forbidden-number';

export interface RefusedRow {
  readonly rowNumber: number;
  readonly fault: ListedFault;
}

export type ListFileFault = SheetFault['code'] | 'no-name-column' | 'no-reach-column';

export type ListRead =
  | { readonly ok: true; readonly people: readonly ListedPerson[]; readonly refused: readonly RefusedRow[] }
  | { readonly ok: false; readonly fault: ListFileFault };

/** A list that was bought. */
export async function readBoughtList(bytes: Uint8Array): Promise<ListRead> {
  const read = await readSpreadsheet(bytes, LIST_LIMITS);
  if (!read.ok) return { ok: false, fault: read.fault.code };
  const columns = columnsOf(read.sheet.header);
  if (!hasName(columns)) return { ok: false, fault: 'no-name-column' };
  if (columns.phone === -1 && !hasAddress(columns)) return { ok: false, fault: 'no-reach-column' };
  const people: ListedPerson[] = [];
  const refused: RefusedRow[] = [];
  for (const { rowNumber, cells } of read.sheet.rows) {
    const person = listedPerson(cells, columns);
    const fault = forbiddenNumberIn(cells.join('\n')) === null ? faultOf(person) : 'forbidden-number';
    if (fault === null) people.push(person);
    else refused.push({ rowNumber, fault });
  }
  return { ok: true, people, refused };
}

function listedPerson(cells: readonly string[], columns: ListColumns): ListedPerson {
  const { name, email, phone, street, postalCode } = reachableIn(cells, columns);
  return {
    ...{ fullName: name ?? '', email: email?.toLowerCase() ?? null, phone: phoneNumber(phone ?? '') },
    ...{ street, postalCode, city: cellOf(cells, columns.city) },
  };
}

function faultOf({ fullName, email, phone, street, postalCode, city }: ListedPerson): ListedFault | null {
  if (fullName === '') return 'name-missing';
  const longest = Math.max(fullName.length, street?.length ?? 0);
  if (longest > 200 || (city?.length ?? 0) > 100 || (email?.length ?? 0) > 254) return 'too-long';
  if (email !== null && !isMailAddress(email)) return 'email-wrong';
  if (phone !== null && !isPhoneNumber(phone)) return 'phone-wrong';
  if (postalCode !== null && !/^[0-9]{4}$/.test(postalCode)) return 'postal-code-wrong';
  return phone === null && (street === null || postalCode === null) ? 'unreachable' : null;
}

export type ReservationsRead =
  | { readonly ok: true; readonly people: readonly Reachable[] }
  | { readonly ok: false; readonly fault: ListFileFault };

/** Those who have reserved themselves, as the register gives them: read, used once, and not kept. */
export async function readReservations(bytes: Uint8Array): Promise<ReservationsRead> {
  const read = await readSpreadsheet(bytes);
  if (!read.ok) return { ok: false, fault: read.fault.code };
  const columns = columnsOf(read.sheet.header);
  const byAddress = hasName(columns) && hasAddress(columns);
  if (!byAddress && columns.phone === -1 && columns.email === -1) return { ok: false, fault: 'no-reach-column' };
  return { ok: true, people: read.sheet.rows.map(({ cells }) => reachableIn(cells, columns)) };
}
