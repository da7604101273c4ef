/** Password, second step, OpenID Connect, and the way out. */
import { randomUUID } from 'node:crypto';
import { addressOfAccount } from './account-address.ts';
import { OPENID_PROVIDER } from './better-auth.ts';
import { allowedCookies } from './cookies.ts';
import { bodyOf, type CodeEntry, type Entry, entryFrom, type Inside } from './inside.ts';
import { accountOf, peopleWithAddress } from './people.ts';
import { recoveryCodeFrom } from './recovery-codes.ts';

/** The same work is done for an address that is nobody's: better-auth then tries the password against nothing. */
export async function signInWithPassword(
  inside: Inside,
  address: string,
  password: string,
  headers: Headers,
): Promise<Entry> {
  const people = await inside.asSignIn((session) => peopleWithAddress(session, address, inside.today()));
  const email = addressOfAccount(accountOf(people) ?? randomUUID());
  const response = await inside.auth.api.signInEmail({ body: { email, password }, headers, asResponse: true });
  return entryFrom(inside, response);
}

/** What better-auth says of a code that may be tried again. */
const WRONG_CODE = ['INVALID_CODE', 'INVALID_BACKUP_CODE'];

/** @param kind A code of the moment, or one of the codes that were written down when codes were set up. */
export async function enterCode(
  inside: Inside,
  kind: 'code' | 'recovery-code',
  code: string,
  headers: Headers,
): Promise<CodeEntry> {
  const { verifyTOTP, verifyBackupCode } = inside.auth.api;
  const asMade = kind === 'code' ? code.replaceAll(/\s/g, '') : recoveryCodeFrom(code);
  const request = { body: { code: asMade }, headers, asResponse: true } as const;
  const response = await (kind === 'code' ? verifyTOTP(request) : verifyBackupCode(request));
  const entry = entryFrom(inside, response.clone());
  const { code: said } = await bodyOf(response);
  return { ...entry, challengeOver: !WRONG_CODE.includes(String(said)) };
}

/** Ends the session that the headers carry. @returns The lines that empty its cookies. */
export async function signOut({ auth, baseUrl }: Inside, headers: Headers): Promise<string[]> {
  const response = await auth.api.signOut({ headers, asResponse: true });
  return allowedCookies(response.headers, baseUrl);
}

/** Where to send the browser, and what it must bring back; null when the provider cannot be reached. */
export async function startOpenId(
  { auth, baseUrl }: Inside,
  headers: Headers,
  back: { readonly done: string; readonly failed: string },
): Promise<{ readonly url: string; readonly cookies: readonly string[] } | null> {
  const response = await auth.api.signInSocial({
    body: {
      provider: OPENID_PROVIDER,
      ...{ callbackURL: back.done, errorCallbackURL: back.failed, disableRedirect: true },
    },
    ...{ headers, asResponse: true },
  });
  if (!response.ok) return null;
  const { url } = await bodyOf(response);
  return typeof url === 'string' ? { url, cookies: allowedCookies(response.headers, baseUrl) } : null;
}
