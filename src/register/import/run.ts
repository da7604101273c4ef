/**
 * Reading a file in: unit by unit, each with its refusals and the count of units done in one transaction. Killed at any
 * moment, it has written some units whole, and goes on with the next one.
 */
import type { Seal } from '../../enforcement/index.ts';
import { pieces } from '../payments/invoices.ts';
import type { RegisterSession } from '../tables.ts';
import type { ImportKind } from './fields.ts';
import { type Breath, type Refusal, type Unit, unitsOf } from './units.ts';
import { claimImport, deleteRows, type ImportRun, openUpload, readImport } from './uploads.ts';
import { type ImportStamp, type WrittenUnit, writeContacts, writeCustomers } from './write-customers.ts';
import { writeOrders } from './write-orders.ts';

export type Told = (people: readonly string[], of: Pick<ImportRun, 'noticeVersion' | 'toldThrough'>) => Promise<void>;

/** A session of the import's purpose, as whoever reads it in. */
export interface ImportDoor {
  /** Outside a transaction. */
  read<T>(work: (session: RegisterSession) => Promise<T>): Promise<T>;
  /** In one transaction; `told` records for each of these people which notice they were pointed to, and how. */
  write<T>(work: (session: RegisterSession, told: Told) => Promise<T>): Promise<T>;
}

export interface ImportSurroundings {
  readonly seal: Seal;
  readonly now: () => Date;
  readonly newId: () => string;
  /** ISO 8601, where the controller is. */
  readonly today: string;
  readonly breath: Breath;
  /** Whether to stop before the next unit: the program is ending. */
  readonly ending: () => boolean;
}

export type RunOutcome = 'done' | 'stopped' | 'not-mine';

/** @returns The import, now the caller's; null when another reads it in, or it is over. */
export async function beginImport(
  door: ImportDoor,
  importId: string,
  { now }: Pick<ImportSurroundings, 'now'>,
): Promise<ImportRun | null> {
  return await door.write(async (session) => {
    if (!(await claimImport(session, importId, now()))) return null;
    return await readImport(session, importId, now());
  });
}

/** @returns `not-mine` when another has taken it over meanwhile. */
export async function goOnWithImport(
  door: ImportDoor,
  run: ImportRun,
  surroundings: ImportSurroundings,
): Promise<RunOutcome> {
  const { seal, today, breath, ending } = surroundings;
  const { importId, mapping } = run;
  if (mapping === null) return 'not-mine';
  const stored = await door.read((session) => openUpload(session, seal, importId));
  if (stored === null) return 'not-mine';
  const units = await unitsOf(run.kind, stored.rows, mapping, today, breath);
  for (const [at, unit] of units.entries()) {
    if (at < run.unitsDone) continue;
    if (ending()) return 'stopped';
    const last = at === units.length - 1;
    if (!(await writeUnit(door, run, { unit, at, last }, surroundings))) return 'not-mine';
    await breath();
  }
  return 'done';
}

interface Turn {
  readonly unit: Unit<ImportKind>;
  readonly at: number;
  readonly last: boolean;
}

/** @returns False when another has written this unit. */
async function writeUnit(
  door: ImportDoor,
  run: ImportRun,
  { unit, at, last }: Turn,
  { now, newId }: ImportSurroundings,
): Promise<boolean> {
  const { importId, noticeVersion, mapping } = run;
  const stamp = { now: now(), newId, noticeVersion, mapping: mapping ?? {} };
  return await door.write(async (session, told) => {
    // First, so that of two who read the same file in one waits and then finds the unit done.
    if (!(await takeTurn(session, importId, at, stamp.now))) return false;
    const written = await writeItems(session, run.kind, unit, stamp);
    const refusals = [...unit.refusals, ...written.refusals];
    await writeRefusals(session, importId, refusals);
    await told(written.people, run);
    const refused = new Set(refusals.map(({ rowNumber }) => rowNumber)).size;
    await session.write(
      session.query
        .updateTable('register.import_run')
        .set((of) => ({
          written_count: of('written_count', '+', written.rows),
          refused_count: of('refused_count', '+', refused),
          ...(last ? { state: 'done' as const, finished_at: stamp.now, beat_at: null } : {}),
        }))
        .where('import_id', '=', importId),
    );
    if (last) await deleteRows(session, [importId]);
    return true;
  });
}

async function takeTurn(session: RegisterSession, importId: string, at: number, now: Date): Promise<boolean> {
  const rows = await session.write(
    session.query
      .updateTable('register.import_run')
      .set({ parts_done: at + 1, beat_at: now })
      .where('import_id', '=', importId)
      .where('state', '=', 'running')
      .where('parts_done', '=', at)
      .returning('import_id'),
  );
  return rows.length > 0;
}

/** The unit is of the kind that `unitsOf` was asked for, which the compiler cannot follow through the run. */
async function writeItems(
  session: RegisterSession,
  kind: ImportKind,
  unit: Unit<ImportKind>,
  stamp: ImportStamp,
): Promise<WrittenUnit> {
  switch (kind) {
    case 'customers':
      return await writeCustomers(session, (unit as Unit<'customers'>).items, stamp);
    case 'contacts':
      return await writeContacts(session, (unit as Unit<'contacts'>).items, stamp);
    case 'orders':
      return await writeOrders(session, (unit as Unit<'orders'>).items, stamp);
    default:
      return kind satisfies never;
  }
}

async function writeRefusals(session: RegisterSession, importId: string, refusals: readonly Refusal[]): Promise<void> {
  const numbers = new Map<number, number>();
  const rows = refusals.map(({ rowNumber, code, field, column, otherRow }) => {
    const fault_number = (numbers.get(rowNumber) ?? 0) + 1;
    numbers.set(rowNumber, fault_number);
    return {
      ...{ import_id: importId, row_number: rowNumber, fault_number, code, field, other_row: otherRow },
      column_number: column === null ? null : column + 1,
    };
  });
  for (const piece of pieces(rows)) {
    await session.write(session.query.insertInto('register.import_refusal').values(piece));
  }
}

/** In the order of the file. */
export async function readRefusals(session: RegisterSession, importId: string, most: number) {
  return await session.read(
    session.query
      .selectFrom('register.import_refusal')
      .select(['row_number', 'code', 'field', 'column_number', 'other_row'])
      .where('import_id', '=', importId)
      .orderBy('row_number')
      .orderBy('fault_number')
      .limit(most),
  );
}
