/** What other rooms see of taking lists out. */
export {
  EXPORT_NAMES,
  EXPORT_TABLE,
  type ExportableList,
  type ExportName,
  exportableLists,
  MOST_EXPORTED,
  type Period,
  readList,
} from './lists.ts';
export { type ListExport, readExports, recordExport } from './record.ts';
