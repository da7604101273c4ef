/** Files in and out, as the query builder types them: imports that wait or are done, and lists that were taken out. */
import type { Generated } from 'kysely';
import type { ImportKind } from '../import/fields.ts';
import type { RowFaultCode } from '../import/row-rules.ts';

export interface ImportRunTable {
  import_id: string;
  kind: ImportKind;
  purpose: string;
  state: 'uploaded' | 'running' | 'done' | 'dropped';
  row_count: number;
  part_count: number;
  uploaded_at: Date;
  uploaded_by: string;
  notice_version: string;
  told_through: 'mail' | 'phone' | 'counter' | null;
  mapping: string | null;
  parts_done: Generated<number>;
  written_count: Generated<number>;
  refused_count: Generated<number>;
  started_at: Date | null;
  finished_at: Date | null;
  beat_at: Date | null;
}

export interface ImportPartTable {
  import_id: string;
  part_number: number;
  uploaded_at: Date;
  rows_sealed: string;
}

export interface ImportRefusalTable {
  import_id: string;
  row_number: number;
  fault_number: number;
  code: RowFaultCode;
  field: string | null;
  column_number: number | null;
  other_row: number | null;
}

export interface ListExportTable {
  export_id: string;
  list: string;
  purpose: string;
  format: 'csv' | 'xlsx';
  row_count: number;
  exported_at: Date;
  exported_by: string;
}

export interface FileTables {
  'register.import_run': ImportRunTable;
  'register.import_part': ImportPartTable;
  'register.import_refusal': ImportRefusalTable;
  'register.list_export': ListExportTable;
}
