/** What other rooms see of suppliers and partners. */
export {
  addSupplierContact,
  changeSupplierContact,
  endSupplierContact,
  readSupplierContacts,
  type SupplierContact,
  type SupplierContactDetails,
} from './contacts.ts';
export {
  addSupplier,
  changeSupplier,
  endSupplier,
  MOST_SUPPLIERS,
  readSupplier,
  readSuppliers,
  type Supplier,
  type SupplierDetails,
  type SupplierKind,
} from './store.ts';
