/**
 * Policy -> plan -> apply -> verify; purpose sessions and the access log; the ledger; controls. It reads consent only
 * inside SQL, through one function, and never imports the records room.
 */

export type { AccessEntry, AccessLog, AccessShape } from './access-log/entry.ts';
export { type CountedLooks, countLooksByDay, readOthersLooks } from './access-log/own-looks.ts';
export { type LoggedLook, type LogPage, readAccessLog } from './access-log/read-access-log.ts';
export { sealYesterday } from './access-log/seal-day.ts';
export { countDaysOfLooks } from './access-log/unusual/count-day.ts';
export { DAYS_FOR_USUAL, type FindingKind, judgeDay } from './access-log/unusual/judge-day.ts';
export { dayAt } from './calendar/day-at.ts';
export { isPublicHoliday } from './calendar/holidays.ts';
export { wantedPermits } from './compile/compile-functions.ts';
export { searchFunction } from './compile/compile-search.ts';
export { isGated, ownersOfRow } from './compile/row-owner.ts';
export { type TakenOut, withoutForbiddenNumbers } from './content/mask-numbers.ts';
export { SPECIAL_CATEGORIES, type SpecialCategory, specialCategoriesIn } from './content/special-categories.ts';
export { accessReviewDue } from './controls/access-review-due.ts';
export { forbiddenNumberIn, holdsCardNumber, holdsIdentityNumber } from './controls/forbidden-numbers.ts';
export {
  ACCESS_REVIEW,
  type MeasureStanding,
  measuresStanding,
  type RecordedCheck,
} from './controls/measures-checked.ts';
export { CONTROLS } from './controls/registry.ts';
export { renderVerification, somethingBroken, toJson, type VerificationJson } from './controls/render-verification.ts';
export {
  type ControlReport,
  type ControlStatus,
  judgePromises,
  type PromiseReport,
  type PromiseStatus,
  type RunOptions,
  readResults,
  runControls,
  type Verification,
} from './controls/run-controls.ts';
export type { Field } from './fields/read-fields.ts';
export {
  type FieldDecision,
  fieldsOfPeople,
  type KnownField,
  type UnusedField,
  unusedFields,
  yearAfter,
} from './fields/unused.ts';
export { type Cell, type ShownTable, SMALLEST_GROUP, withoutSmallGroups } from './figures/small-groups.ts';
export { countHoldings, type HeldCount } from './holdings/count-holdings.ts';
export { categoriesOfTable, type HeldTable, heldTables, keepsColumn } from './holdings/held-table.ts';
export type { HoldingSession, HoldingTables } from './holdings/holding-session.ts';
export { datesOf, type KeptUntil, keptUntilOf } from './holdings/kept-until.ts';
export { kindsOfPerson } from './holdings/kinds-of-person.ts';
export {
  type HeldPage,
  type HeldPageWanted,
  type HeldRow,
  type HeldValue,
  MOST_ROWS,
  readHeldRows,
} from './holdings/read-held-rows.ts';
export { purposesAbout, type UsesOfCategory, usesOfCategory } from './holdings/uses-of-category.ts';
export { decodeAct, encodeAct, LONGEST_LEAF, type StoredAct } from './ledger/act.ts';
export { type CanonicalValue, canonicalJson } from './ledger/canonical-json.ts';
export { type Checkpoint, openCheckpoint, parseCheckpoint, type SignedCheckpoint } from './ledger/checkpoint.ts';
export { exportInclusionProof } from './ledger/export-inclusion-proof.ts';
export { type ProvenEntry, verifyInclusionProof } from './ledger/inclusion-proof.ts';
export { LedgerError, type LedgerErrorCode } from './ledger/ledger-error.ts';
export type { LedgerFault, LedgerFaultKind } from './ledger/ledger-fault.ts';
export * from './ledger/merkle.ts';
export { type NoteSigner, noteSigner, openNote } from './ledger/note.ts';
export { signCheckpoint } from './ledger/sign-checkpoint.ts';
export { appendAct, commitmentOf, ledgerSize, readEntries, type StoredEntry } from './ledger/store.ts';
export { type LedgerVerification, verifyLedger } from './ledger/verify-ledger.ts';
export { NO_WITNESS, readWitness, type Witness, witnessCheckpoints } from './ledger/witness.ts';
export { type Applied, type ApplyInput, applyPolicy } from './plan/apply-policy.ts';
export { consentTextHash, contentHash } from './plan/content-hash.ts';
export { type Drift, findDrift } from './plan/find-drift.ts';
export { type NoticeToPublish, type Plan, PlanError, type PlanInput, planPolicy } from './plan/plan-policy.ts';
export { gateOf } from './plan/purpose-rows.ts';
export { refreshRows, refreshRowsOfDay } from './plan/refresh-rows.ts';
export { renderPlan } from './plan/render-plan.ts';
export { dueDateOf, lastDueDate, rulesOf, todaySql } from './retention/due-date.ts';
export { deleteExpiredEnquiries } from './retention/enquiries.ts';
export { accessLogRole, identifierOfPurpose, passwordOfRole, roleOfPurpose } from './roles.ts';
export { openBoundOrOlder } from './seal/bound.ts';
export { isSameSecret } from './seal/same-secret.ts';
export { createSeal, type Seal } from './seal/seal.ts';
export { createEnforcement, type EnforcementOptions } from './sessions/create-enforcement.ts';
export { type DatabaseFault, EnforcementError, type EnforcementErrorCode } from './sessions/enforcement-error.ts';
export { isThisMachine } from './this-machine.ts';
export type * from './types.ts';
