/** The words of the back office by language. They stand apart: customers' pages have their own words for the same things. */
import type { Language } from '../../policy/index.ts';
import { officeEn } from './en/office.ts';
import { officeAddOnsEn } from './en/office-add-ons.ts';
import { officeBankFilesEn } from './en/office-bank-files.ts';
import { officeCampaignsEn } from './en/office-campaigns.ts';
import { officeCatalogueEn } from './en/office-catalogue.ts';
import { officeChecksEn } from './en/office-checks.ts';
import { officeClaimsEn } from './en/office-claims.ts';
import { officeDeskEn } from './en/office-desk.ts';
import { officeExportsEn } from './en/office-exports.ts';
import { officeFiguresEn } from './en/office-figures.ts';
import { officeFindEn } from './en/office-find.ts';
import { officeFrameEn } from './en/office-frame.ts';
import { officeImportsEn } from './en/office-imports.ts';
import { officeInvoicesEn } from './en/office-invoices.ts';
import { officeLooksEn } from './en/office-looks.ts';
import { officeMessagesEn } from './en/office-messages.ts';
import { officeOrdersEn } from './en/office-orders.ts';
import { officePolicyEn } from './en/office-policy.ts';
import { officeSourcesEn } from './en/office-sources.ts';
import { officeStaffEn } from './en/office-staff.ts';
import { officeValuesEn } from './en/office-values.ts';
import { officeNb } from './nb/office.ts';
import { officeAddOnsNb } from './nb/office-add-ons.ts';
import { officeBankFilesNb } from './nb/office-bank-files.ts';
import { officeCampaignsNb } from './nb/office-campaigns.ts';
import { officeCatalogueNb } from './nb/office-catalogue.ts';
import { officeChecksNb } from './nb/office-checks.ts';
import { officeClaimsNb } from './nb/office-claims.ts';
import { officeDeskNb } from './nb/office-desk.ts';
import { officeExportsNb } from './nb/office-exports.ts';
import { officeFiguresNb } from './nb/office-figures.ts';
import { officeFindNb } from './nb/office-find.ts';
import { officeFrameNb } from './nb/office-frame.ts';
import { officeImportsNb } from './nb/office-imports.ts';
import { officeInvoicesNb } from './nb/office-invoices.ts';
import { officeLooksNb } from './nb/office-looks.ts';
import { officeMessagesNb } from './nb/office-messages.ts';
import { officeOrdersNb } from './nb/office-orders.ts';
import { officePolicyNb } from './nb/office-policy.ts';
import { officeSourcesNb } from './nb/office-sources.ts';
import { officeStaffNb } from './nb/office-staff.ts';
import { officeValuesNb } from './nb/office-values.ts';

const nb = {
  ...officeAddOnsNb,
  ...officeBankFilesNb,
  ...officeChecksNb,
  ...officeClaimsNb,
  ...officeDeskNb,
  ...officeExportsNb,
  ...officeFindNb,
  ...officeFrameNb,
  ...officeImportsNb,
  ...officeLooksNb,
  ...officeMessagesNb,
  ...officeInvoicesNb,
  ...officeOrdersNb,
  ...officeCatalogueNb,
  ...officeCampaignsNb,
  ...officePolicyNb,
  ...officeFiguresNb,
  ...officeStaffNb,
  ...officeSourcesNb,
  ...officeValuesNb,
  ...officeNb,
};
const en: typeof nb = {
  ...officeAddOnsEn,
  ...officeBankFilesEn,
  ...officeChecksEn,
  ...officeClaimsEn,
  ...officeDeskEn,
  ...officeExportsEn,
  ...officeFindEn,
  ...officeFrameEn,
  ...officeImportsEn,
  ...officeLooksEn,
  ...officeMessagesEn,
  ...officeInvoicesEn,
  ...officeOrdersEn,
  ...officeCatalogueEn,
  ...officeCampaignsEn,
  ...officePolicyEn,
  ...officeFiguresEn,
  ...officeStaffEn,
  ...officeSourcesEn,
  ...officeValuesEn,
  ...officeEn,
};

export type OfficeTexts = typeof nb;
export const officeTextsIn = (language: Language): OfficeTexts => (language === 'nb' ? nb : en);
