/** The addresses of pages in each language: one place, so that a link never leads to the other language by mistake. */
import type { Language } from '../policy/index.ts';

export const ADDRESSES = {
  home: { nb: '/', en: '/en' },
  register: { nb: '/registrer', en: '/en/register' },
  order: { nb: '/bestill', en: '/en/order' },
  signIn: { nb: '/logg-inn', en: '/en/sign-in' },
  signOut: { nb: '/logg-ut', en: '/en/sign-out' },
  myPage: { nb: '/min-side', en: '/en/my-page' },
  office: { nb: '/kontor', en: '/en/office' },
  officeCustomers: { nb: '/kontor/kunder', en: '/en/office/customers' },
  officePolicy: { nb: '/kontor/reglene', en: '/en/office/policy' },
  officePurposes: { nb: '/kontor/reglene/formal', en: '/en/office/policy/purposes' },
  officeCategories: { nb: '/kontor/reglene/kategorier', en: '/en/office/policy/categories' },
  officeRetention: { nb: '/kontor/reglene/lagringstid', en: '/en/office/policy/retention' },
  officeRoles: { nb: '/kontor/reglene/roller', en: '/en/office/policy/roles' },
  officeRecipients: { nb: '/kontor/reglene/mottakere', en: '/en/office/policy/recipients' },
  officeEvidence: { nb: '/kontor/bevis', en: '/en/office/evidence' },
  privacy: { nb: '/personvern', en: '/en/privacy' },
} as const satisfies Record<string, Record<Language, string>>;

export type PageName = keyof typeof ADDRESSES;

export const addressOf = (page: PageName, language: Language): string => ADDRESSES[page][language];
