/**
 * The customer system: customers, products, orders, one folder a noun. It reaches people's data through purpose
 * sessions only and knows no HTTP.
 */
export { type CustomerDetails, readCustomerDetails } from './customers/details.ts';
export { customerIdByEmail, type NewCustomer, registerCustomer } from './customers/registration.ts';
export { type Amounts, amountsOf, type PricedLine } from './orders/amounts.ts';
export { readOrderNumbers } from './orders/numbers.ts';
export { type NewOrder, placeOrder } from './orders/placement.ts';
export { type Product, readCatalogue, readProductNames } from './products/catalogue.ts';
export type { RegisterSession, RegisterTables } from './tables.ts';
