/** The address of a sign-in link, and the mail around it. */
import type { Language } from '../../policy/index.ts';
import { composeMail, LINK_MINUTES } from '../../records/index.ts';
import { addressOf, type PageName } from '../addresses.ts';
import { signatureOf } from '../mail.ts';
import type { WebParts } from '../web-parts.ts';

/** @param page Where the token is shown; the page to sign in with it unless given. */
export function signInLink(baseUrl: URL, language: Language, token: string, page: PageName = 'signInLink'): string {
  const url = new URL(addressOf(page, language), baseUrl);
  url.searchParams.set('token', token);
  return url.href;
}

export function composeLinkMail(
  parts: Pick<WebParts, 'policy' | 'baseUrl'>,
  language: Language,
  token: string,
  next: string | null,
): { readonly subjectLine: string; readonly bodyText: string } {
  const link = new URL(signInLink(parts.baseUrl, language, token));
  if (next !== null) link.searchParams.set('next', next);
  return composeMail(
    'sign-in-link',
    language,
    { link: link.href, minutes: LINK_MINUTES },
    signatureOf(parts, language),
  );
}
