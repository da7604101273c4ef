/** What the other rooms see of add-on services. */
export { type EndAddOn, endAddOn } from './ending.ts';
export { ADD_ON_STATES, type AddOnState, addOnState } from './model.ts';
export { ADD_ON_ORDERS, type AddOn, readAddOn, readAddOns, readAddOnsOf } from './reading.ts';
export { isSharedField, readSuppliersOf, SHARED_FIELDS, type SharedField } from './suppliers.ts';
