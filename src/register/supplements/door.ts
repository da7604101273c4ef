/** What other rooms see of what open registers supplement. */
export {
  BESIDE_FIELDS,
  isSupplementField,
  OWN_FIELDS,
  SUPPLEMENT_FIELDS,
  type SupplementedCustomer,
  type SupplementField,
  type SupplementRefusal,
  supplementRefusal,
} from './fields.ts';
export { readSupplemented, readSupplements, type Supplement, takeOver } from './store.ts';
