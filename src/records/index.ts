/**
 * What happened and can be shown: consents, notices, mail, one folder a noun. It reaches people's data through purpose
 * sessions only and knows no HTTP.
 */
export { giveConsent, type NewConsent } from './consents/giving.ts';
export { type Withdrawal, withdrawConsent } from './consents/withdrawal.ts';
export {
  type LedgerState,
  type PolicyInForce,
  readControlReports,
  readLedgerState,
  readPolicyInForce,
} from './evidence/stored.ts';
export { type Look, looksAt } from './looks/latest.ts';
export { type NoticeShown, recordNoticeShown } from './notices/shown.ts';
export { type MailServer, openMailServer } from './outbox/mail-server.ts';
export { sendWaitingMail } from './outbox/sending.ts';
export { type NewMail, writeMail } from './outbox/writing.ts';
export type { RecordSession, RecordTables } from './tables.ts';
