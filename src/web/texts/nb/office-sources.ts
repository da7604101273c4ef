/** The words of what comes from outside, in bokmål: credit, leads, suppliers, and what registers say of companies. */
import { officeCreditNb } from './office-credit.ts';
import { officeLeadsNb } from './office-leads.ts';
import { officeSuppliersNb } from './office-suppliers.ts';

export const officeSourcesNb = { ...officeCreditNb, ...officeLeadsNb, ...officeSuppliersNb };
