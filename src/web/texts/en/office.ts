/** The names of the back office's pages in English, with the keys of the bokmål catalogue. */
import type { officeNb } from '../nb/office.ts';

export const officeEn: typeof officeNb = {
  office: 'Back office',
  officeCustomers: 'Customers',
  officeNewCustomer: 'New customer',
  officeSuggestions: 'Suggested customers',
  officePolicy: 'The policy',
  officePurposes: 'Purposes',
  officeCategories: 'Categories',
  officeRetention: 'Retention',
  officeRoles: 'Roles',
  officeRecipients: 'Recipients',
  officeEvidence: 'Evidence',
  officeStaff: 'Staff',
  officeNewStaff: 'Give somebody access',
  officeAccessReview: 'Access review',
  officeDisclosures: 'Disclosed for a particular need',
  officeAccessLog: 'Access log',
  officeBankFiles: 'Files from the bank',
  officeImports: 'Read in spreadsheets',
  officeExports: 'Take lists out',
  officeUnusualLooks: 'Looks out of the ordinary',
  officeSuppliers: 'Suppliers',
  officeCredit: 'Credit',
  officeLeads: 'Potential customers',
};
