/** What the ways of signing in have in common, and what came of trying one. */
import type { Language } from '../../policy/index.ts';
import type { BetterAuth } from './better-auth.ts';
import { allowedCookies, cookieName } from './cookies.ts';
import type { RecognisingParts } from './recognising.ts';
import type { AccountSession } from './tables.ts';

export interface Inside extends RecognisingParts {
  readonly auth: BetterAuth;
  readonly newId: () => string;
  /** How a token lies in the outbox. */
  readonly sealLink: (token: string) => string;
  readonly report: (message: string) => void;
  /** The person's own look at what is theirs, under the purpose `self-service`. */
  readonly asSelf: <T>(accountId: string, work: (session: AccountSession) => Promise<T>) => Promise<T>;
}

/** A mail around a link; the words are those of whoever shows the pages. */
export interface LinkMail {
  readonly language: Language;
  readonly compose: (token: string) => { readonly subjectLine: string; readonly bodyText: string };
}

/** What came of a try, with the `Set-Cookie` lines for the browser. */
export interface Entry {
  readonly outcome: 'signed-in' | 'second-step' | 'refused';
  readonly cookies: readonly string[];
}

/** What came of a code. */
export interface CodeEntry extends Entry {
  /** Nothing more can be tried: it took too long, or there were too many wrong ones. */
  readonly challengeOver: boolean;
}

/** better-auth tells by its cookies what it did: a session, a challenge for the second step, or neither. */
export function entryFrom({ baseUrl }: Inside, response: Response): Entry {
  const cookies = allowedCookies(response.headers, baseUrl);
  const sets = (cookie: 'session_token' | 'two_factor'): boolean => {
    const line = cookies.find((one) => one.startsWith(`${cookieName(baseUrl, cookie)}=`)) ?? '';
    return line !== '' && !/;\s*Max-Age=0\b/i.test(line);
  };
  if (sets('session_token')) return { outcome: 'signed-in', cookies };
  if (sets('two_factor')) return { outcome: 'second-step', cookies };
  return { outcome: 'refused', cookies };
}

/** The body of an answer, whatever it holds; empty where it is no JSON object. */
export async function bodyOf(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const body: unknown = await response.json().catch(() => null);
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
