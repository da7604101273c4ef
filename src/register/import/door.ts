/** What other rooms see of importing. */
export {
  type ColumnMapping,
  guessMapping,
  IMPORT_FIELDS,
  IMPORT_KINDS,
  type ImportField,
  type ImportKind,
  type MappingFault,
  mappingFaults,
  PURPOSE_OF_IMPORT,
} from './fields.ts';
export { readInBefore } from './known-orders.ts';
export { type RowFault, type RowFaultCode, type RowRead, readRow } from './row-rules.ts';
export {
  beginImport,
  goOnWithImport,
  type ImportDoor,
  type ImportSurroundings,
  type RunOutcome,
  readRefusals,
  type Told,
} from './run.ts';
export { type Refusal, type Unit, unitsOf } from './units.ts';
export {
  chooseMapping,
  dropImport,
  dropOldImports,
  IMPORT_WAITS_DAYS,
  type ImportRun,
  openUpload,
  readImport,
  readImports,
  type StoredRows,
  storeUpload,
  type ToldThrough,
} from './uploads.ts';
