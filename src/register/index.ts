/**
 * The customer system: customers, products, orders, one folder a noun. It reaches people's data through purpose
 * sessions only and knows no HTTP.
 */
export {
  ANSWER_DAYS,
  answerDueOn,
  type Claimed,
  type ClaimWindow,
  claimWindow,
  limitationOn,
  type Timeliness,
  timelinessOf,
} from './claims/windows.ts';
export { type CustomerDetails, readCustomerDetails } from './customers/details.ts';
export { type Dossier, keptUntil, openDossier, type Row, type SeenRows } from './customers/dossier.ts';
export { type LatelyUsed, usedLately } from './customers/lately.ts';
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
export {
  type Found,
  findCustomers,
  LONGEST_SEARCH,
  type Search,
  type SearchKind,
  SHORTEST_SEARCH,
  searchable,
} from './customers/search.ts';
export {
  type CompletedBy,
  completionOf,
  DAYS_UNTIL_TAKEN_AS_RECEIVED,
  takenAsReceivedAt,
} from './deliveries/completion.ts';
export {
  checkPart,
  isAllSent,
  type LineProgress,
  type OrderedLine,
  type PartFault,
  progressOf,
  type SentLine,
} from './deliveries/parts.ts';
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
export { type Amounts, amountsByRate, amountsOf, type PricedLine, type RateAmounts } from './orders/amounts.ts';
export { readOrderNumbers } from './orders/numbers.ts';
export {
  mayStep,
  ORDER_STATUSES,
  type OrderActor,
  type OrderStatus,
  type OrderStep,
  statusAfter,
  statusesFor,
  waitsFor,
} from './orders/order-state.ts';
export { type NewOrder, placeOrder } from './orders/placement.ts';
export { isHoliday, WITHDRAWAL_DAYS, withdrawalEndsOn, withdrawalOf } from './orders/withdrawal.ts';
export { type BoughtLine, type Pattern, type PatternRule, patternsOf, skuOfSegment } from './patterns/rules.ts';
export * from './payments/door.ts';
export * from './payouts/door.ts';
export { type Product, readCatalogue, readProductNames } from './products/catalogue.ts';
export * from './spreadsheets/door.ts';
export type { RegisterSession, RegisterTables } from './tables.ts';
