/** The addresses of pages in each language: one place, so that a link never leads to the other language by mistake. */
import type { Language } from '../policy/index.ts';

export const ADDRESSES = {
  home: { nb: '/', en: '/en' },
  register: { nb: '/registrer', en: '/en/register' },
  order: { nb: '/bestill', en: '/en/order' },
  signIn: { nb: '/logg-inn', en: '/en/sign-in' },
  signInLink: { nb: '/logg-inn/lenke', en: '/en/sign-in/link' },
  signInPassword: { nb: '/logg-inn/passord', en: '/en/sign-in/password' },
  signInOpenId: { nb: '/logg-inn/tilbyder', en: '/en/sign-in/provider' },
  secondStep: { nb: '/logg-inn/andre-trinn', en: '/en/sign-in/second-step' },
  signedIn: { nb: '/logg-inn/videre', en: '/en/sign-in/onwards' },
  firstOwner: { nb: '/logg-inn/forste-gang', en: '/en/sign-in/first-time' },
  security: { nb: '/innlogging', en: '/en/sign-in-and-security' },
  codes: { nb: '/innlogging/engangskoder', en: '/en/sign-in-and-security/codes' },
  signOut: { nb: '/logg-ut', en: '/en/sign-out' },
  myPage: { nb: '/min-side', en: '/en/my-page' },
  myData: { nb: '/min-side/opplysninger', en: '/en/my-page/data' },
  myPurposes: { nb: '/min-side/bruk', en: '/en/my-page/uses' },
  myLooks: { nb: '/min-side/innsyn', en: '/en/my-page/looks' },
  myOrders: { nb: '/min-side/bestillinger', en: '/en/my-page/orders' },
  myConsents: { nb: '/min-side/samtykker', en: '/en/my-page/consents' },
  office: { nb: '/kontor', en: '/en/office' },
  officeCustomers: { nb: '/kontor/kunder', en: '/en/office/customers' },
  officeOrders: { nb: '/kontor/bestillinger', en: '/en/office/orders' },
  officeNewOrder: { nb: '/kontor/bestillinger/ny', en: '/en/office/orders/new' },
  officeConfirmOrders: { nb: '/kontor/bestillinger/bekreft', en: '/en/office/orders/confirm' },
  officeDeliveries: { nb: '/kontor/levering', en: '/en/office/delivery' },
  officeSendOrders: { nb: '/kontor/levering/send', en: '/en/office/delivery/send' },
  officeNewCustomer: { nb: '/kontor/kunder/ny', en: '/en/office/customers/new' },
  officeBankFiles: { nb: '/kontor/bankfiler', en: '/en/office/bank-files' },
  officeImports: { nb: '/kontor/innlesing', en: '/en/office/imports' },
  officePolicy: { nb: '/kontor/reglene', en: '/en/office/policy' },
  officePurposes: { nb: '/kontor/reglene/formal', en: '/en/office/policy/purposes' },
  officeCategories: { nb: '/kontor/reglene/kategorier', en: '/en/office/policy/categories' },
  officeRetention: { nb: '/kontor/reglene/lagringstid', en: '/en/office/policy/retention' },
  officeRoles: { nb: '/kontor/reglene/roller', en: '/en/office/policy/roles' },
  officeRecipients: { nb: '/kontor/reglene/mottakere', en: '/en/office/policy/recipients' },
  officeEvidence: { nb: '/kontor/bevis', en: '/en/office/evidence' },
  officeStaff: { nb: '/kontor/ansatte', en: '/en/office/staff' },
  officeNewStaff: { nb: '/kontor/ansatte/ny', en: '/en/office/staff/new' },
  officeAccessReview: { nb: '/kontor/ansatte/gjennomgang', en: '/en/office/staff/review' },
  officeDisclosures: { nb: '/kontor/ansatte/utlevert', en: '/en/office/staff/disclosed' },
  officeAccessLog: { nb: '/kontor/innsynslogg', en: '/en/office/access-log' },
  officeUnusualLooks: { nb: '/kontor/innsynslogg/uvanlig', en: '/en/office/access-log/unusual' },
  privacy: { nb: '/personvern', en: '/en/privacy' },
} as const satisfies Record<string, Record<Language, string>>;

export type PageName = keyof typeof ADDRESSES;

/** The same page in the other language. */
export const elsewhere = (page: PageName, language: Language): string =>
  ADDRESSES[page][language === 'nb' ? 'en' : 'nb'];

export const addressOf = (page: PageName, language: Language): string => ADDRESSES[page][language];
