/**
 * The customer system: customers, products, orders, one folder a noun. It reaches people's data through purpose
 * sessions only and knows no HTTP.
 */

export * from './add-ons/door.ts';
export * from './campaigns/door.ts';
export * from './claims/door.ts';
export * from './customers/buyer.ts';
export { type Dossier, keptUntil, openDossier, type Row, type SeenRows } from './customers/dossier.ts';
export {
  changeCustomer,
  type EditableCustomer,
  readEditable,
  type Saved,
  type SeenCustomer,
} from './customers/editing.ts';
export {
  type Found,
  findCustomers,
  MOST_FOUND,
  MOST_SUGGESTED,
  type Search,
  suggestCustomers,
} from './customers/find-customers.ts';
export { customerByNumber, type NumberedCustomer, readCustomerNames } from './customers/names.ts';
export {
  isMailAddress,
  isPhoneNumber,
  type PersonDetails,
  type PersonFault,
  personDetails,
  personFaults,
  phoneNumber,
} from './customers/person-rules.ts';
export { CUSTOMER_TABLE, type PurposeView, purposeView, type SeenTable, timeColumn } from './customers/purpose-view.ts';
export { customerIdByEmail, type NewCustomer, registerCustomer } from './customers/registration.ts';
export { LONGEST_SEARCH, type SearchKind, SHORTEST_SEARCH, searchable, tellsEnough } from './customers/search.ts';
export { type Standing, seesCustomer, standingOf } from './customers/standing.ts';
export * from './deliveries/door.ts';
export * from './disputes/disputes.ts';
export * from './export/door.ts';
export * from './import/door.ts';
export * from './invoices/door.ts';
export {
  countUpTo,
  type ListOrder,
  type ListPage,
  MOST_COUNTED,
  onPage,
  type Place,
  pageFrom,
  readPlace,
  type Window,
} from './listing.ts';
export * from './messages/door.ts';
export * from './notes/door.ts';
export * from './orders/door.ts';
export * from './outside-door.ts';
export * from './patterns/door.ts';
export * from './payments/door.ts';
export * from './payouts/door.ts';
export * from './preferences/door.ts';
export * from './products/door.ts';
export { shortDay } from './short-day.ts';
export * from './spreadsheets/door.ts';
export { countSales } from './statistics/sales.ts';
export {
  type AnswerTyped,
  ASKED_AFTER_DAYS,
  LINK_DAYS,
  MONTHS_BETWEEN,
  type MonthOfAnswers,
  REASONS,
  readAnswer,
  SCORES,
} from './surveys/model.ts';
export {
  findInvitees,
  type Invitee,
  readResults,
  readSurveys,
  type Survey,
  spendLink,
  startSurvey,
  stopSurveys,
  surveyOfLink,
  writeAnswer,
  writeInvitation,
} from './surveys/store.ts';
export type { RegisterSession, RegisterTables } from './tables.ts';
export { countUsage, monthsUntil, type NamedProduct, readProductRows } from './usage/counting.ts';
export {
  createUsageRecorder,
  TOGETHER,
  USAGE_KINDS,
  type UsageEvent,
  type UsageKind,
  type UsageRecorder,
} from './usage/recording.ts';
