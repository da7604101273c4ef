/** The address of a sign-in link, and the mail around it. */
import type { Language } from '../../policy/index.ts';
import { LINK_MINUTES } from '../../records/index.ts';
import { addressOf, type PageName } from '../addresses.ts';
import { textsIn } from '../texts/index.ts';
import type { WebParts } from '../web-parts.ts';

/** @param page Where the token is shown; the page to sign in with it unless given. */
export function signInLink(baseUrl: URL, language: Language, token: string, page: PageName = 'signInLink'): string {
  const url = new URL(addressOf(page, language), baseUrl);
  url.searchParams.set('token', token);
  return url.href;
}

export function composeLinkMail(
  { policy, baseUrl }: Pick<WebParts, 'policy' | 'baseUrl'>,
  language: Language,
  token: string,
  next: string | null,
): { subjectLine: string; bodyText: string } {
  const texts = textsIn(language);
  const link = new URL(signInLink(baseUrl, language, token));
  if (next !== null) link.searchParams.set('next', next);
  return {
    subjectLine: texts.mailLinkSubject,
    bodyText: `${texts.mailLink(LINK_MINUTES)}\n${link.href}\n\n${texts.mailLinkNotYou}\n\n${policy.controller.name}\n`,
  };
}
