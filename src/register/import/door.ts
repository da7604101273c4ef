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
export { type RowFault, type RowFaultCode, type RowRead, readRow } from './row-rules.ts';
