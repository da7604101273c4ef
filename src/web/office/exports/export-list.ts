/**
 * Any list as a file, under the purpose one acts for. In one transaction its rows are read, which the access log tells
 * of everyone on it, and the export is recorded; the file says which purpose it may be used for.
 *
 *     const LIST: ListToExport<OrderRow> = {
 *       list: 'late-orders', name: texts.lateOrders,
 *       columns: [{ label: texts.orderNumber, cell: (row) => row.order_number }],
 *       read: ({ register }) => readLateOrders(register),
 *     };
 *     return exportList(context, parts, desk, LIST, 'xlsx');
 *
 * The purpose must have `register.list_export` among its tables and maintain it; Postgres refuses it otherwise.
 */
import { dayOf } from '../../../records/index.ts';
import { type Cell, MOST_EXPORTED, recordExport, writeCsv, writeWorkbook } from '../../../register/index.ts';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import type { DeskForPurpose } from '../files/for-purpose.ts';
import { csvStyleOf, sendFile } from '../files/send-file.ts';
import { timeInWords } from '../value.tsx';

export interface ListToExport<Row> {
  /** Kebab-case, as it is recorded and as the file is called. */
  readonly list: string;
  /** In the reader's language. */
  readonly name: string;
  readonly columns: readonly { readonly label: string; readonly cell: (row: Row) => Cell }[];
  /** May give one row more than `MOST_EXPORTED`, to tell that there are too many. */
  readonly read: (sessions: Sessions) => Promise<readonly Row[]>;
}

export type ExportFormat = 'csv' | 'xlsx';

/** @returns Null when there are more rows than a file may have: nothing is recorded then, and the list is to be narrowed. */
export async function exportList<Row>(
  context: WebContext,
  parts: WebParts,
  desk: DeskForPurpose,
  { list, name, columns, read }: ListToExport<Row>,
  format: ExportFormat,
): Promise<Response | null> {
  const { staff, purpose, frame } = desk;
  const at = parts.now();
  const rows = await parts.asPrincipal(staff, purpose.name, (sessions) =>
    sessions.transaction(async (inner) => {
      const found = await read(inner);
      if (found.length > MOST_EXPORTED) return null;
      const exported = { exportId: parts.newId(), list, format, rowCount: found.length, at, staffId: staff.id };
      await recordExport(inner.register, exported);
      return found;
    }),
  );
  if (rows === null) return null;
  const written = {
    name,
    header: columns.map(({ label }) => label),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
  const fileName = `${list}-${purpose.name}-${dayOf(at, frame.policy)}.${format}`;
  if (format === 'csv') return sendFile(context, writeCsv(written, csvStyleOf(frame.language)), fileName);
  return sendFile(context, await writeWorkbook(written, about(desk, name, rows.length, at)), fileName);
}

/** The sheet that goes with the list. */
function about({ frame, purpose }: DeskForPurpose, name: string, rows: number, at: Date) {
  const { policy, language, viewer } = frame;
  const texts = officeTextsIn(language);
  const lines: [string, string][] = [
    [texts.exportAbout.company, policy.controller.name],
    [texts.exportAbout.list, name],
    [texts.exportAbout.purpose, `${purpose.label[language]} (${purpose.name})`],
    [texts.exportAbout.rows, String(rows)],
    [texts.exportAbout.at, timeInWords(at, policy, language)],
    [texts.exportAbout.by, viewer?.name ?? ''],
    [texts.exportAbout.use, texts.exportAbout.useText],
  ];
  return { name: texts.exportAbout.sheet, lines };
}
