/** That a list was taken out: who, for which purpose, which one, how many rows, when. Who was on it stands in the log. */
import type { RegisterSession } from '../tables.ts';

export interface ListExport {
  readonly exportId: string;
  /** Kebab-case. */
  readonly list: string;
  readonly format: 'csv' | 'xlsx';
  readonly rowCount: number;
  readonly at: Date;
  readonly staffId: string;
}

/** In the transaction that reads the rows; the purpose is that of the session. */
export async function recordExport(session: RegisterSession, one: ListExport): Promise<void> {
  await session.write(
    session.query.insertInto('register.list_export').values({
      ...{ export_id: one.exportId, list: one.list, purpose: session.purpose, format: one.format },
      ...{ row_count: one.rowCount, exported_at: one.at, exported_by: one.staffId },
    }),
  );
}

/** Those of the session's purpose, newest first. */
export async function readExports(session: RegisterSession, most: number): Promise<readonly ListExport[]> {
  const rows = await session.read(
    session.query
      .selectFrom('register.list_export')
      .select(['export_id', 'list', 'format', 'row_count', 'exported_at', 'exported_by'])
      .where('purpose', '=', session.purpose)
      .orderBy('exported_at', 'desc')
      .limit(most),
  );
  return rows.map((row) => ({
    ...{ exportId: row.export_id, list: row.list, format: row.format, rowCount: row.row_count },
    ...{ at: row.exported_at, staffId: row.exported_by },
  }));
}
