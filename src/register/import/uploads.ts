/**
 * A spreadsheet on its way in:
 *
 *   sent  -->  uploaded (its rows lie here sealed)  -->  running, unit by unit  -->  done (its rows are deleted)
 *                                                   -->  dropped (its rows are deleted)
 *   running, whoever reads it in is gone  -->  its beat grows old  -->  somebody goes on with it
 *
 * What waits is data of people whom nobody knows yet: sealed under a key outside the database, and for a few days only.
 */

import { openBoundOrOlder, type Seal } from '../../enforcement/index.ts';
import type { SheetRow, SpreadSheet } from '../spreadsheets/sheet.ts';
import type { RegisterSession } from '../tables.ts';
import type { ColumnMapping, ImportKind } from './fields.ts';
import { washed } from './forbidden-cells.ts';

/** Days that a file waits to be read in. */
export const IMPORT_WAITS_DAYS = 7;

/** Seconds after its last beat that a reading counts as stopped. */
const BEAT_SECONDS = 30;

const ROWS_A_PART = 2_000;

export type ToldThrough = 'mail' | 'phone' | 'counter';

export interface NewUpload {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly purpose: string;
  readonly sheet: SpreadSheet;
  readonly staffId: string;
  readonly now: Date;
  readonly noticeVersion: string;
  readonly toldThrough: ToldThrough;
}

export async function storeUpload(session: RegisterSession, seal: Seal, given: NewUpload): Promise<void> {
  const { importId, sheet, now } = given;
  const parts = partsOf(sheet).map((text, part) => ({
    ...{
      import_id: importId,
      part_number: part,
      uploaded_at: now,
      rows_sealed: seal.seal(text, placeOf(importId, part)),
    },
  }));
  await session.transaction(async (inner) => {
    await inner.write(
      inner.query.insertInto('register.import_run').values({
        ...{ import_id: importId, kind: given.kind, purpose: given.purpose, state: 'uploaded' },
        ...{ row_count: sheet.rows.length, part_count: parts.length, uploaded_at: now, uploaded_by: given.staffId },
        ...{ notice_version: given.noticeVersion, told_through: given.toldThrough },
      }),
    );
    for (const part of parts) await inner.write(inner.query.insertInto('register.import_part').values(part));
  });
}

const placeOf = (importId: string, part: number): string => `register.import_part rows_sealed ${importId} ${part}`;

/** The header, then the rows, each with its number before its cells. A forbidden number is no longer among them. */
function partsOf({ header, rows }: SpreadSheet): string[] {
  const parts = [JSON.stringify(washed(header))];
  for (let at = 0; at < rows.length; at += ROWS_A_PART) {
    const some = rows.slice(at, at + ROWS_A_PART).map(({ rowNumber, cells }) => [rowNumber, ...washed(cells)]);
    parts.push(JSON.stringify(some));
  }
  return parts;
}

export interface StoredRows {
  readonly header: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** Null when they are gone. */
export async function openUpload(session: RegisterSession, seal: Seal, importId: string): Promise<StoredRows | null> {
  const parts = await session.read(
    session.query
      .selectFrom('register.import_part')
      .select(['part_number', 'rows_sealed'])
      .where('import_id', '=', importId)
      .orderBy('part_number'),
  );
  const [first, ...rest] = parts.map(({ part_number, rows_sealed }) =>
    openBoundOrOlder(seal, rows_sealed, placeOf(importId, part_number)),
  );
  if (first === undefined) return null;
  // What was sealed here was written by `partsOf`; sealed text cannot be changed by anybody else.
  const header = JSON.parse(first) as string[];
  const rows = rest.flatMap((text) => JSON.parse(text) as [number, ...string[]][]);
  return { header, rows: rows.map(([rowNumber, ...cells]) => ({ rowNumber, cells })) };
}

export interface ImportRun {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly purpose: string;
  /** `stopped`: it ran, and whoever read it in is gone. */
  readonly state: 'uploaded' | 'running' | 'stopped' | 'done' | 'dropped';
  readonly rowCount: number;
  readonly uploadedAt: Date;
  readonly noticeVersion: string;
  readonly toldThrough: ToldThrough | null;
  readonly mapping: ColumnMapping | null;
  readonly unitsDone: number;
  readonly written: number;
  readonly refused: number;
}

export async function readImport(session: RegisterSession, importId: string, now: Date): Promise<ImportRun | null> {
  const [row] = await session.read(runs(session).where('import_id', '=', importId));
  return row === undefined ? null : runOf(row, now);
}

/** Those of a purpose, newest first. */
export async function readImports(session: RegisterSession, most: number, now: Date): Promise<readonly ImportRun[]> {
  const rows = await session.read(
    runs(session).where('purpose', '=', session.purpose).orderBy('uploaded_at', 'desc').limit(most),
  );
  return rows.map((row) => runOf(row, now));
}

function runs({ query }: RegisterSession) {
  return query
    .selectFrom('register.import_run')
    .select(['import_id', 'kind', 'purpose', 'state', 'row_count', 'uploaded_at', 'notice_version', 'told_through'])
    .select(['mapping', 'parts_done', 'written_count', 'refused_count', 'beat_at']);
}

type RunRow = Awaited<ReturnType<ReturnType<typeof runs>['execute']>>[number];

function runOf(row: RunRow, now: Date): ImportRun {
  const silent = row.beat_at === null || row.beat_at.getTime() < now.getTime() - BEAT_SECONDS * 1000;
  return {
    ...{ importId: row.import_id, kind: row.kind, purpose: row.purpose, rowCount: row.row_count },
    ...{ uploadedAt: row.uploaded_at, noticeVersion: row.notice_version, toldThrough: row.told_through },
    state: row.state === 'running' && silent ? 'stopped' : row.state,
    // Written by `chooseMapping` alone.
    mapping: row.mapping === null ? null : (JSON.parse(row.mapping) as ColumnMapping),
    ...{ unitsDone: row.parts_done, written: row.written_count, refused: row.refused_count },
  };
}

/** @returns False when it is no longer to be changed. */
export async function chooseMapping(
  session: RegisterSession,
  importId: string,
  mapping: ColumnMapping,
): Promise<boolean> {
  const rows = await session.write(
    session.query
      .updateTable('register.import_run')
      .set({ mapping: JSON.stringify(mapping) })
      .where('import_id', '=', importId)
      .where('state', '=', 'uploaded')
      .returning('import_id'),
  );
  return rows.length > 0;
}

/** Takes it for the caller alone. @returns False when another reads it in, or it is over. */
export async function claimImport(session: RegisterSession, importId: string, now: Date): Promise<boolean> {
  const silentSince = new Date(now.getTime() - BEAT_SECONDS * 1000);
  const rows = await session.write(
    session.query
      .updateTable('register.import_run')
      .set((of) => ({ state: 'running', beat_at: now, started_at: of.fn.coalesce('started_at', of.val(now)) }))
      .where('import_id', '=', importId)
      .where('mapping', 'is not', null)
      .where((of) =>
        of.or([of('state', '=', 'uploaded'), of.and([of('state', '=', 'running'), of('beat_at', '<', silentSince)])]),
      )
      .returning('import_id'),
  );
  return rows.length > 0;
}

/** @returns False when it runs or is over. */
export async function dropImport(session: RegisterSession, importId: string, now: Date): Promise<boolean> {
  return await session.transaction(async (inner) => {
    const rows = await inner.write(
      inner.query
        .updateTable('register.import_run')
        .set({ state: 'dropped', finished_at: now })
        .where('import_id', '=', importId)
        // One that was sent for another purpose is nothing of theirs.
        .where('purpose', '=', inner.purpose)
        .where('state', '=', 'uploaded')
        .returning('import_id'),
    );
    if (rows.length > 0) await deleteRows(inner, [importId]);
    return rows.length > 0;
  });
}

/** Files that nobody has read in are forgotten after some days, those that stopped on the way too. */
export async function dropOldImports(session: RegisterSession, now: Date): Promise<void> {
  const before = new Date(now.getTime() - IMPORT_WAITS_DAYS * 86_400_000);
  await session.transaction(async (inner) => {
    const rows = await inner.write(
      inner.query
        .updateTable('register.import_run')
        .set({ state: 'dropped', finished_at: now })
        .where('uploaded_at', '<', before)
        .where('state', 'in', ['uploaded', 'running'])
        .returning('import_id'),
    );
    const ids = rows.map(({ import_id }) => import_id);
    if (ids.length > 0) await deleteRows(inner, ids);
  });
}

export async function deleteRows(session: RegisterSession, importIds: readonly string[]): Promise<void> {
  await session.write(session.query.deleteFrom('register.import_part').where('import_id', 'in', [...importIds]));
}
