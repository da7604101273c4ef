/** What the other rooms see of the catalogue. */
export { type Product, readCatalogue, readProductKinds, readProductNames, readProductsBySku } from './catalogue.ts';
export { readAllProducts, readProviders, type SupplierChoice, saveProduct } from './maintaining.ts';
