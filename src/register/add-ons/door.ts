/** What the other rooms see of add-on services. */
export { isSharedField, readSuppliersOf, SHARED_FIELDS, type SharedField } from './suppliers.ts';
