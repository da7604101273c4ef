/** The words of the back office in English, with the keys of the bokmål catalogue. */
import type { officeNb } from '../nb/office.ts';

export const officeEn: typeof officeNb = {
  office: 'Back office',
};
