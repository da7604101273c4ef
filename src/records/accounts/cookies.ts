/**
 * The cookies that signing in can set, each under the name that cookies.yaml has it: no other leaves the server, whatever
 * better-auth writes.
 */
const SIGN_IN_COOKIES = ['session_token', 'two_factor', 'passkey_challenge', 'state'] as const;
export type SignInCookie = (typeof SIGN_IN_COOKIES)[number];

const PREFIX = 'kept';
/** A browser takes a cookie so named only over https, from this host alone, for all of it (RFC 6265bis, 4.1.3.2). */
const HOST_PREFIX = '__Host-';

/** What stands before each name; a dot follows. */
export const cookiePrefix = (baseUrl: URL): string => (baseUrl.protocol === 'https:' ? HOST_PREFIX : '') + PREFIX;

export const cookieName = (baseUrl: URL, cookie: SignInCookie): string => `${cookiePrefix(baseUrl)}.${cookie}`;

/** As the inventory names them. @param openId Whether a provider of OpenID Connect is configured. */
export const settableCookies = (openId: boolean): string[] =>
  SIGN_IN_COOKIES.filter((cookie) => openId || cookie !== 'state').map((cookie) => `${PREFIX}.${cookie}`);

/** The `Set-Cookie` lines that may go out. */
export function allowedCookies(headers: Headers, baseUrl: URL): string[] {
  const names = SIGN_IN_COOKIES.map((cookie) => cookieName(baseUrl, cookie));
  return headers.getSetCookie().filter((line) => names.includes(line.slice(0, line.indexOf('='))));
}

/** The value of a cookie in the HTTP request, as better-auth wrote it; null when it is not there. */
export function cookieIn(headers: Headers, name: string): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
