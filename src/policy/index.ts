/**
 * The policy language: from the text of a policy folder to a checked `Policy`, or to diagnostics that say all that is
 * wrong with it. Pure: it knows no file system, no database, no clock. `checkPolicy` reads, `renderDiagnostics` tells,
 * `accessOfPurpose` says what a purpose may do with each column.
 */
export { accessOfPurpose, keyColumns, ownerColumns, type TableAccess } from './access.ts';
export { type Checked, type CheckOptions, checkPolicy } from './check-policy.ts';
export type * from './diagnostic.ts';
export { EEA } from './eea.ts';
export { NOTICE_FILE_NAMES, POLICY_FILE_NAMES, YAML_FILE_NAMES, type YamlFileName } from './files.ts';
export * from './model.ts';
export { nearest } from './nearest.ts';
export { describeDiagnostic, diagnosticCodes, diagnosticMessages, renderDiagnostics } from './render-diagnostics.ts';
export { jsonSchemaOf } from './schemas/index.ts';
export { isAccountNumber, isOrganisationNumber } from './schemas/parts.ts';
export { maySearch, type SearchedColumn, searchedColumns } from './search.ts';
