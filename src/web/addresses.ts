/** The addresses of pages in each language: one place, so that a link never leads to the other language by mistake. */
import type { Language } from '../policy/index.ts';

export const ADDRESSES = {
  home: { nb: '/', en: '/en' },
  register: { nb: '/registrer', en: '/en/register' },
  order: { nb: '/bestill', en: '/en/order' },
  privacy: { nb: '/personvern', en: '/en/privacy' },
} as const satisfies Record<string, Record<Language, string>>;

export type PageName = keyof typeof ADDRESSES;

export const addressOf = (page: PageName, language: Language): string => ADDRESSES[page][language];
