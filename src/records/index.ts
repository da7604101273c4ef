/**
 * What happened and can be shown: consents, notices, mail, one folder a noun. It reaches people's data through purpose
 * sessions only and knows no HTTP.
 */
export { type Accounts, type AccountsOptions, createAccounts } from './accounts/accounts.ts';
export { CLIENT_HEADER, FRESH_MINUTES, LINK_MINUTES, type OpenIdProvider } from './accounts/better-auth.ts';
export { type FirstLink, firstRoles } from './accounts/first-owner.ts';
export type { CodeEntry, Entry, LinkMail } from './accounts/inside.ts';
export type { CodeSetup } from './accounts/one-time-codes.ts';
export type { OwnSession, OwnSignIn } from './accounts/own-sign-in.ts';
export { SHORTEST_PASSWORD } from './accounts/passwords.ts';
export type { Recognised } from './accounts/recognising.ts';
export type { AccountTables, OpenedBy } from './accounts/tables.ts';
export {
  type CheckRecorded,
  faultsOfCheck,
  LONGEST_CHECK_NOTE,
  type NewCheck,
  readChecks,
  readLastReview,
  recordCheck,
} from './checks/measures.ts';
export {
  decideField,
  faultsOfDecision,
  LONGEST_DECISION,
  type NewDecision,
  readFields,
  SHORTEST_DECISION,
} from './checks/unused-fields.ts';
export { readNoes } from './choices/noes.ts';
export {
  type Choices,
  type ConsentRecord,
  type ObjectionRecord,
  type RestrictionRecord,
  readChoices,
} from './choices/reading.ts';
export { consentInForce, type Standing, standingOf } from './choices/standing.ts';
export { giveConsent, type NewConsent } from './consents/giving.ts';
export { type Withdrawal, withdrawConsent } from './consents/withdrawal.ts';
export {
  type LedgerState,
  type PolicyInForce,
  readControlReports,
  readLedgerState,
  readPolicyInForce,
} from './evidence/stored.ts';
export { type DailyStep, startDailyWork } from './jobs/daily.ts';
export {
  countOpenFindings,
  isFindingNote,
  LONGEST_FINDING_NOTE,
  type LookFinding,
  markLookedInto,
  readFindings,
} from './looks/findings.ts';
export { type Look, looksAt } from './looks/latest.ts';
export {
  faultOfReason,
  LONGEST_REASON,
  type LookOf,
  type NewLookReason,
  type ReasonFault,
  reasonStands,
  recordLookReason,
  SHORTEST_REASON,
} from './looks/reasons.ts';
export { type LogEntry, type LogFilter, type LogFound, searchLog, staffByKey } from './looks/search.ts';
export { type NoticeShown, recordNoticeShown, recordNoticesShown } from './notices/shown.ts';
export { type MailServer, openMailServer } from './outbox/mail-server.ts';
export { revealing, type SealedLinks, sealedLinks } from './outbox/sealed-links.ts';
export { sendWaitingMail } from './outbox/sending.ts';
export { countStoppedMail, countWaitingMail, readWaitingMail, type WaitingMail } from './outbox/waiting.ts';
export { type NewMail, writeMail } from './outbox/writing.ts';
export {
  type CopyWanted,
  type Disclosure,
  endCopy,
  faultsOfCopy,
  needOnRecord,
  readDisclosures,
  recordCopy,
} from './staff/disclosures.ts';
export {
  type AccessHolder,
  accessList,
  listingDigest,
  type ReviewSigned,
  readReviews,
  signReview,
} from './staff/review.ts';
export {
  type AccessWanted,
  dayOf,
  faultsOfAccess,
  isLastingOwner,
  isTemporary,
  LONGEST_NEED,
  LONGEST_STAFF_NAME,
  type Need,
  occasionalRecipients,
  STAFF_ADMINISTRATION,
  StaffError,
  type StaffFault,
  type StaffFaultCode,
  type StaffField,
} from './staff/rules.ts';
export {
  addStaff,
  changeAccess,
  endStaff,
  isInForce,
  listStaff,
  type StaffChange,
  type StaffMember,
  type StaffSession,
  type StaffTables,
  staffWithAddress,
} from './staff/store.ts';
export type { RecordSession, RecordTables } from './tables.ts';
export { composeMail, type Signature } from './templates/compose.ts';
export { lookThroughTemplates } from './templates/look-through.ts';
export { digestOf, formsOf, type MailTemplate, mailTemplate } from './templates/model.ts';
export {
  MAIL_TEMPLATES,
  type TemplateData,
  type TemplateName,
  TemplateRefused,
} from './templates/registry.ts';
