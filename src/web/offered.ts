/** What a site offers under its policy: the languages it speaks, the pages whose purpose is there, who may buy. */
import type { MiddlewareHandler } from 'hono';
import type { Language, Policy } from '../policy/index.ts';
import { ADDRESSES, addressOf, type PageName } from './addresses.ts';

/** Pages that write under a purpose are there when it is. */
const PURPOSES: Readonly<Partial<Record<PageName, string>>> = {
  register: 'ordering',
  order: 'ordering',
  survey: 'satisfaction-surveys',
};

export function offersPage({ purposes }: Policy, page: PageName): boolean {
  const purpose = PURPOSES[page];
  return purpose === undefined || purposes[purpose] !== undefined;
}

export const offersLanguage = ({ controller }: Policy, language: Language): boolean =>
  controller.languages.includes(language);

export type CustomerKind = 'private' | 'company';

/** The kinds of customer that the policy is about, as the register has them. */
export function customerKinds({ dataSubjects }: Policy): readonly CustomerKind[] {
  const kinds = ['private', 'company'] as const;
  return kinds.filter((kind) => dataSubjects[`${kind}-customer`] !== undefined);
}

/** Leads to the language that the site speaks, and knows no page that it does not offer. */
export function onlyWhatIsOffered(policy: Policy): MiddlewareHandler {
  const pages = Object.entries(ADDRESSES) as [PageName, (typeof ADDRESSES)[PageName]][];
  const [spoken = 'nb'] = policy.controller.languages;
  return async (context, next) => {
    const { path } = context.req;
    const [page] = pages.find(([, addresses]) => addresses.nb === path || addresses.en === path) ?? [];
    if (page === undefined) {
      const prefixed = /^\/en(\/|$)/.test(path);
      return prefixed && !offersLanguage(policy, 'en') ? context.redirect(addressOf('home', spoken)) : next();
    }
    if (!offersPage(policy, page)) return context.notFound();
    const language = ADDRESSES[page].en === path ? 'en' : 'nb';
    return offersLanguage(policy, language)
      ? next()
      : context.redirect(`${addressOf(page, spoken)}${queryOf(context.req.url)}`);
  };
}

/** What follows the address, with its question mark: the token of a link, say. */
const queryOf = (url: string): string => new URL(url).search;
