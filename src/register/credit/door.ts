/** What other rooms see of credit checks. */
export { createReportSeal, type ReportSeal } from './report-seal.ts';
export {
  CHECK_WINDOW_MINUTES,
  CREDIT_REASONS,
  type CreditReason,
  type CreditRefusal,
  creditRefusal,
  isCreditReason,
  MOST_CHECKS,
  REPORT_DAYS,
} from './rules.ts';
export {
  answerCreditCheck,
  type CreditCase,
  type CreditCheck,
  decideCreditCheck,
  openCreditCheck,
  readCreditCase,
  readCreditChecks,
} from './store.ts';
export { type OrderOnCredit, readWaitingForCredit } from './waiting.ts';
