/** The words of the back office by language. They stand apart: customers' pages have their own words for the same things. */
import type { Language } from '../../policy/index.ts';
import { officeEn } from './en/office.ts';
import { officeDeskEn } from './en/office-desk.ts';
import { officeFrameEn } from './en/office-frame.ts';
import { officeLooksEn } from './en/office-looks.ts';
import { officeOrdersEn } from './en/office-orders.ts';
import { officePolicyEn } from './en/office-policy.ts';
import { officeStaffEn } from './en/office-staff.ts';
import { officeValuesEn } from './en/office-values.ts';
import { officeNb } from './nb/office.ts';
import { officeDeskNb } from './nb/office-desk.ts';
import { officeFrameNb } from './nb/office-frame.ts';
import { officeLooksNb } from './nb/office-looks.ts';
import { officeOrdersNb } from './nb/office-orders.ts';
import { officePolicyNb } from './nb/office-policy.ts';
import { officeStaffNb } from './nb/office-staff.ts';
import { officeValuesNb } from './nb/office-values.ts';

const nb = {
  ...officeNb,
  ...officeFrameNb,
  ...officeDeskNb,
  ...officeOrdersNb,
  ...officePolicyNb,
  ...officeLooksNb,
  ...officeStaffNb,
  ...officeValuesNb,
};
const en: typeof nb = {
  ...officeEn,
  ...officeFrameEn,
  ...officeDeskEn,
  ...officeOrdersEn,
  ...officePolicyEn,
  ...officeLooksEn,
  ...officeStaffEn,
  ...officeValuesEn,
};

export type OfficeTexts = typeof nb;
export const officeTextsIn = (language: Language): OfficeTexts => (language === 'nb' ? nb : en);
