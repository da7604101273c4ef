/** The words of what comes from outside, in English: credit, leads, suppliers, and what registers say of companies. */
import type { officeSourcesNb } from '../nb/office-sources.ts';
import { officeCreditEn } from './office-credit.ts';
import { officeLeadsEn } from './office-leads.ts';
import { officeSuppliersEn } from './office-suppliers.ts';

export const officeSourcesEn: typeof officeSourcesNb = {
  ...officeCreditEn,
  ...officeLeadsEn,
  ...officeSuppliersEn,
};
