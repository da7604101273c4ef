/** What is done with one import: choosing its columns, looking at what it will do, reading it in, and the report. */
import { setImmediate } from 'node:timers/promises';
import { dayOf } from '../../../records/index.ts';
import {
  chooseMapping,
  guessMapping,
  IMPORT_FIELDS,
  type ImportRun,
  mappingFaults,
  openUpload,
  type Refusal,
  readImport,
  readInBefore,
  readRefusals,
  type StoredRows,
  unitsOf,
  writeCsv,
} from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { deskAddress } from '../desk.tsx';
import type { DeskForPurpose } from '../files/for-purpose.ts';
import { csvStyleOf, sendFile } from '../files/send-file.ts';
import { doneThen } from '../flash/done-then.ts';
import { readForm } from '../form/read-form.ts';
import { importAddress } from './addresses.ts';
import { IMPORT_SEAL, runInBackground } from './background.ts';
import { ImportPage } from './import-page.tsx';
import { MappingForm } from './mapping.tsx';
import { columnOf, Preview, whyRefused } from './preview.tsx';

/** Seconds until the browser asks again while it runs. */
const REFRESH_SECONDS = 3;

const REFUSALS_SHOWN = 50;
const MOST_REPORTED = 400_000;

interface Opened {
  readonly run: ImportRun;
  /** Of a file that waits. */
  readonly stored: StoredRows | null;
  readonly refusals: readonly Refusal[];
}

/** Null for one of another purpose, and for none. */
async function open(
  parts: WebParts,
  desk: DeskForPurpose,
  importId: string,
  most = REFUSALS_SHOWN,
): Promise<Opened | null> {
  return await parts.asPrincipal(desk.staff, desk.purpose.name, async ({ register }) => {
    const run = await readImport(register, importId, parts.now());
    if (run === null || run.purpose !== desk.purpose.name) return null;
    const waits = run.state === 'uploaded';
    const stored = waits ? await openUpload(register, parts.sealFor(IMPORT_SEAL), importId) : null;
    const rows = run.state === 'done' ? await readRefusals(register, importId, most) : [];
    const refusals = rows.map((row) => ({
      ...{ rowNumber: row.row_number, code: row.code, field: row.field, otherRow: row.other_row },
      column: row.column_number === null ? null : row.column_number - 1,
    }));
    return { run, stored, refusals };
  });
}

export async function show(
  context: WebContext,
  parts: WebParts,
  desk: DeskForPurpose,
  importId: string,
  chosen: FormState | null = null,
): Promise<Response> {
  const opened = await open(parts, desk, importId);
  if (opened === null) return context.notFound() as Response;
  const { run: found, stored, refusals } = opened;
  // Without scripts; the header does what a page that reloads itself would.
  if (found.state === 'running') context.header('Refresh', String(REFRESH_SECONDS));
  const state = chosen ?? stateOf(found, stored);
  const status = Object.keys(state.faults).length === 0 ? 200 : 422;
  const preview = found.mapping === null || stored === null ? null : await refusalsOf(parts, desk, found, stored);
  return context.html(
    <ImportPage desk={desk} run={found} refusals={refusals}>
      {preview === null || stored === null ? null : (
        <Preview desk={desk} run={found} stored={stored} refusals={preview} />
      )}
      {stored === null ? null : preview === null ? (
        <MappingForm desk={desk} run={found} stored={stored} state={state} />
      ) : (
        <details open={chosen !== null}>
          <summary>{officeTextsIn(desk.frame.language).importChangeColumns}</summary>
          <MappingForm desk={desk} run={found} stored={stored} state={state} />
        </details>
      )}
    </ImportPage>,
    status,
  );
}

/** What was chosen, else our guess. */
function stateOf({ kind, mapping }: ImportRun, stored: StoredRows | null): FormState {
  const columns = mapping ?? (stored === null ? {} : guessMapping(kind, stored.header));
  return { values: Object.fromEntries(Object.entries(columns).map(([name, at]) => [name, String(at)])), faults: {} };
}

async function refusalsOf(
  { policy, now, asPrincipal }: WebParts,
  { staff, purpose }: DeskForPurpose,
  run: ImportRun,
  stored: StoredRows,
): Promise<readonly Refusal[]> {
  const mapping = run.mapping ?? {};
  const today = dayOf(now(), policy);
  const breath = async (): Promise<void> => void (await setImmediate());
  const units = await unitsOf(run.kind, stored.rows, mapping, today, breath);
  const known = await asPrincipal(staff, purpose.name, ({ register }) =>
    readInBefore(register, run.kind, units, mapping),
  );
  return [...units.flatMap(({ refusals }) => refusals), ...known].sort((one, other) => one.rowNumber - other.rowNumber);
}

export async function choose(
  context: WebContext,
  parts: WebParts,
  desk: DeskForPurpose,
  importId: string,
): Promise<Response> {
  const opened = await open(parts, desk, importId);
  if (opened === null) return context.notFound() as Response;
  const { run: found, stored } = opened;
  const texts = officeTextsIn(desk.frame.language);
  const address = importAddress(desk, importId);
  const gone = (): Response =>
    doneThen(context, parts, desk, address, { says: (of) => of.importAlready, tone: 'warning' });
  if (stored === null) return gone();
  const names = IMPORT_FIELDS[found.kind].map(({ name }) => name);
  const { typed } = await readForm(context, names);
  const mapping = Object.fromEntries(
    names.flatMap((name) => (/^\d{1,3}$/.test(typed[name] ?? '') ? [[name, Number(typed[name])]] : [])),
  );
  const faults: Record<string, string> = {};
  for (const fault of mappingFaults(found.kind, mapping, stored.header.length)) {
    const label = Object.entries(texts.importFields).find(([name]) => name === fault.field)?.[1] ?? fault.field;
    faults[fault.field] = texts.importMappingFault(fault, label);
  }
  if (Object.keys(faults).length > 0) {
    const values = Object.fromEntries(names.map((name) => [name, typed[name] ?? '']));
    return await show(context, parts, desk, importId, { values, faults });
  }
  const chosen = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    chooseMapping(register, importId, mapping),
  );
  return chosen ? context.redirect(`${address}#preview`, 303) : gone();
}

/** Begins, or goes on where it stopped. */
export async function run(
  context: WebContext,
  parts: WebParts,
  desk: DeskForPurpose,
  importId: string,
): Promise<Response> {
  const opened = await open(parts, desk, importId);
  if (opened === null) return context.notFound() as Response;
  const { run: found } = opened;
  if (found.mapping === null || !['uploaded', 'stopped'].includes(found.state)) {
    return doneThen(context, parts, desk, deskAddress(desk, 'officeImports'), {
      says: (texts) => texts.importAlready,
      tone: 'warning',
    });
  }
  await runInBackground(parts, desk.staff, found);
  return context.redirect(importAddress(desk, importId), 303);
}

/** Which rows were refused and why; of what they held, nothing. */
export async function refusedRows(
  context: WebContext,
  parts: WebParts,
  desk: DeskForPurpose,
  importId: string,
): Promise<Response> {
  const opened = await open(parts, desk, importId, MOST_REPORTED);
  if (opened === null) return context.notFound() as Response;
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const { row, column, why } = texts.importColumns;
  const rows = opened.refusals.map((refusal) => [
    refusal.rowNumber,
    columnOf(refusal, [], texts),
    whyRefused(refusal, texts),
  ]);
  const bytes = writeCsv({ name: texts.importReportName, header: [row, column, why], rows }, csvStyleOf(language));
  return sendFile(context, bytes, `${texts.importReportName}.csv`);
}
