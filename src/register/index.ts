/**
 * The customer system: customers, orders, deliveries, invoices, messages, one folder a noun. It reaches people's data
 * through purpose sessions only and knows no HTTP.
 */
export {};
