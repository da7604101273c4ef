/**
 * The customer system: customers, products, orders, one folder a noun. It reaches people's data through purpose
 * sessions only and knows no HTTP.
 */
export { type CustomerDetails, readCustomerDetails } from './customers/details.ts';
export { type Dossier, openDossier, type Row, type SeenRows } from './customers/dossier.ts';
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
export { type Amounts, amountsOf, type PricedLine } from './orders/amounts.ts';
export { readOrderNumbers } from './orders/numbers.ts';
export { type NewOrder, placeOrder } from './orders/placement.ts';
export { type Product, readCatalogue, readProductNames } from './products/catalogue.ts';
export type { RegisterSession, RegisterTables } from './tables.ts';
