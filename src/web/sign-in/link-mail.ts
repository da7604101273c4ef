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
): { subjectLine: string; bodyText: string } {
  const texts = textsIn(language);
  const link = signInLink(baseUrl, language, token);
  return {
    subjectLine: texts.mailLinkSubject,
    bodyText: `${texts.mailLink(LINK_MINUTES)}\n${link}\n\n${texts.mailLinkNotYou}\n\n${policy.controller.name}\n`,
  };
}
