/** The catalogue of the pages' words by language, and how amounts are written in each. */
import type { Language } from '../../policy/index.ts';
import { myAddOnsEn } from './en/my-add-ons.ts';
import { myInvoicesEn } from './en/my-invoices.ts';
import { myMessagesEn } from './en/my-messages.ts';
import { myPageEn } from './en/my-page.ts';
import { officeEn } from './en/office.ts';
import { orderingEn } from './en/ordering.ts';
import { preferencesEn } from './en/preferences.ts';
import { publicEn } from './en/public.ts';
import { signInEn } from './en/sign-in.ts';
import { withdrawingEn } from './en/withdrawing.ts';
import { myAddOnsNb } from './nb/my-add-ons.ts';
import { myInvoicesNb } from './nb/my-invoices.ts';
import { myMessagesNb } from './nb/my-messages.ts';
import { myPageNb } from './nb/my-page.ts';
import { officeNb } from './nb/office.ts';
import { orderingNb } from './nb/ordering.ts';
import { preferencesNb } from './nb/preferences.ts';
import { publicNb } from './nb/public.ts';
import { signInNb } from './nb/sign-in.ts';
import { withdrawingNb } from './nb/withdrawing.ts';

const nb = {
  ...publicNb,
  ...signInNb,
  ...myPageNb,
  ...myAddOnsNb,
  ...myInvoicesNb,
  ...myMessagesNb,
  ...orderingNb,
  ...preferencesNb,
  ...officeNb,
  ...withdrawingNb,
};
const en: typeof nb = {
  ...publicEn,
  ...signInEn,
  ...myPageEn,
  ...myAddOnsEn,
  ...myInvoicesEn,
  ...myMessagesEn,
  ...orderingEn,
  ...preferencesEn,
  ...officeEn,
  ...withdrawingEn,
};

export type Texts = typeof nb;
export const textsIn = (language: Language): Texts => (language === 'nb' ? nb : en);

/** A moment where the controller is, to the minute. */
export function momentInWords(at: Date, language: Language, timeZone: string): string {
  const locale = language === 'nb' ? 'nb-NO' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
}

/** Øre as kroner in the reader's locale. */
export function amountInWords(ore: number, language: Language): string {
  const locale = language === 'nb' ? 'nb-NO' : 'en-GB';
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'NOK' }).format(ore / 100);
}
