/** What the other rooms see of the catalogue. */
export { type Product, readCatalogue, readProductKinds, readProductNames } from './catalogue.ts';
