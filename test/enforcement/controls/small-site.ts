/** A web site of four pages, in order, and the same with one page changed. */
import type { SystemUnderControl } from '../../../src/enforcement/index.ts';
import type { Policy } from '../../../src/policy/index.ts';

type FetchPage = NonNullable<SystemUnderControl['fetchPage']>;

const CSP = "default-src 'none'; style-src 'self'";

function pagesOf({ controller }: Policy): Readonly<Record<string, string>> {
  const { email, phone, supervisoryAuthority: authority } = controller;
  const notice = `<main><a href="mailto:${email}">${email}</a> <a href="tel:${phone}">${phone}</a>
    <a href="${authority.complaintUrl}">${authority.name}</a></main>`;
  const form = '<main><form method="post"></form><a href="/personvern">Erklæringen</a></main>';
  return {
    '/': '<main><a href="/personvern">P</a> <a href="/registrer?a=1&amp;b=2#top">R</a></main>',
    '/en': '<main><a href="/en/privacy">Privacy</a></main>',
    '/registrer?a=1&b=2': form,
    '/personvern': notice,
    '/en/privacy': notice,
  };
}

export interface PageChange {
  readonly path: string;
  readonly html?: (html: string) => string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function smallSite(policy: Policy, change?: PageChange): FetchPage {
  const pages = pagesOf(policy);
  return async (path) => {
    const html = pages[path];
    if (html === undefined) return new Response('', { status: 404, headers: { 'Content-Security-Policy': CSP } });
    const changed = change?.path === path ? change : undefined;
    const headers = { 'Content-Security-Policy': CSP, ...changed?.headers };
    return new Response(changed?.html === undefined ? html : changed.html(html), { headers });
  };
}
