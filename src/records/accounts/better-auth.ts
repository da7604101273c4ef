/** better-auth as it is used here: what it may do, for how long, and where it keeps things. */
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { genericOAuth, magicLink, twoFactor } from 'better-auth/plugins';
import type { Seal } from '../../enforcement/index.ts';
import { addressOfAccount } from './account-address.ts';
import { signInDatabase } from './adapter/adapter.ts';
import { cookiePrefix } from './cookies.ts';
import { isTwoSteps, openedByPath } from './opened-by.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './passwords.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { SECOND_STEP_SECONDS, secondStepAfterEveryWayIn } from './second-step-plugin.ts';
import type { AsSignIn } from './tables.ts';

/** Below this address better-auth answers browsers; the web site lets through only what it must. */
export const API_PATH = '/api/auth';
/** The one provider's name in addresses and in `kept.credential`. */
export const OPENID_PROVIDER = 'openid';
/** Set by the web site from the socket, after whatever a client sent under this name was dropped. */
export const CLIENT_HEADER = 'x-kept-client';

/** A link works for so long, mailed or printed. */
export const LINK_MINUTES = 30;
/** How sign-in is changed only right after signing in. */
export const FRESH_MINUTES = 15;

export interface OpenIdProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface SignInParts {
  readonly asSignIn: AsSignIn;
  readonly seal: Seal;
  readonly newId: () => string;
  readonly baseUrl: URL;
  /** What cookies are signed and the secrets of one-time codes are encrypted with. */
  readonly secret: string;
  /** As authenticators show it. */
  readonly siteName: string;
  readonly sessionSeconds: number;
  readonly openId: OpenIdProvider | null;
  /** The account of an address that a provider vouches for, as its own name for the person; null for nobody's. */
  readonly accountVouchedFor: (address: string, subject: string) => Promise<string | null>;
}

/** Who takes the token of a link that was just made. */
export type TakeToken = (token: string) => Promise<void>;

export function createBetterAuth(parts: SignInParts) {
  const https = parts.baseUrl.protocol === 'https:';
  return betterAuth({
    appName: parts.siteName,
    baseURL: parts.baseUrl.origin,
    basePath: API_PATH,
    secret: parts.secret,
    database: signInDatabase(parts),
    telemetry: { enabled: false },
    // Its words can quote addresses and tokens; what fails is told by whoever called.
    logger: { disabled: true },
    emailAndPassword: {
      ...{ enabled: true, disableSignUp: true },
      ...{ minPasswordLength: SHORTEST_PASSWORD, maxPasswordLength: LONGEST_PASSWORD },
    },
    session: {
      expiresIn: parts.sessionSeconds,
      // Renewed where the session is recognised (`recognising.ts`), once a while and not in each of two places.
      disableSessionRefresh: true,
      freshAge: FRESH_MINUTES * 60,
      additionalFields: { openedBy: { type: 'string', required: true, input: false } },
    },
    verification: { storeIdentifier: 'hashed' },
    account: { updateAccountOnSignIn: false },
    rateLimit: { enabled: true, storage: 'memory', window: 60, max: 30 },
    advanced: {
      ...{ cookiePrefix: cookiePrefix(parts.baseUrl), useSecureCookies: false },
      defaultCookieAttributes: { secure: https, httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => parts.newId() },
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
      // Both are on by default, except where a test runner is recognised.
      ...{ disableCSRFCheck: false, disableOriginCheck: false },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, ctx) => ({ data: { ...session, openedBy: openedByPath(ctx?.path) } }),
        },
      },
    },
    hooks: { before: createAuthMiddleware(refuseWeakChange) },
    plugins: pluginsOf(parts),
  });
}

export type BetterAuth = ReturnType<typeof createBetterAuth>;

function pluginsOf(parts: SignInParts) {
  return [
    magicLink({
      ...{ expiresIn: LINK_MINUTES * 60, storeToken: 'hashed' as const },
      sendMagicLink: async ({ token, metadata }) => {
        // Handed over by `links.ts` in this process; nothing that a browser sends comes here.
        const take: TakeToken | undefined = metadata?.take;
        if (take === undefined) throw new Error('a link was made and nobody takes it');
        await take(token);
      },
    }),
    twoFactor({
      ...{ allowPasswordless: true, issuer: parts.siteName, twoFactorCookieMaxAge: SECOND_STEP_SECONDS },
      backupCodeOptions: { customBackupCodesGenerate: newRecoveryCodes },
    }),
    secondStepAfterEveryWayIn(),
    passkey({
      ...{ rpID: parts.baseUrl.hostname, rpName: parts.siteName, origin: parts.baseUrl.origin },
      authenticatorSelection: { residentKey: 'required' as const, userVerification: 'required' as const },
      advanced: { webAuthnChallengeCookie: 'passkey_challenge' },
      registration: {
        afterVerification: ({ verification }) => refuseUnverified(verification.registrationInfo?.userVerified),
      },
      authentication: {
        afterVerification: ({ verification }) => refuseUnverified(verification.authenticationInfo.userVerified),
      },
    }),
    genericOAuth({ config: parts.openId === null ? [] : [openIdConfig(parts.openId, parts)] }),
  ];
}

/** A passkey counts as two steps because it has checked who holds it. */
async function refuseUnverified(userVerified: boolean | undefined): Promise<void> {
  if (userVerified !== true) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' });
}

function openIdConfig(
  { issuer, clientId, clientSecret }: OpenIdProvider,
  { accountVouchedFor }: Pick<SignInParts, 'accountVouchedFor'>,
) {
  return {
    ...{ providerId: OPENID_PROVIDER, clientId, clientSecret, pkce: true },
    // What a client uses that was registered without saying (OpenID Connect Core, 9).
    tokenEndpointAuth: { method: 'client_secret_basic' as const },
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    ...{ requireIdTokenVerification: true, scopes: ['openid', 'email'] },
    mapProfileToUser: async (profile: Readonly<Record<string, unknown>>) => {
      const { email, email_verified: verified, sub } = profile;
      const vouched = typeof email === 'string' && verified === true && typeof sub === 'string';
      const known = vouched ? await accountVouchedFor(email, sub) : null;
      // Whoever is unknown, or not vouched for, gets the same answer.
      if (known === null) throw new APIError('FORBIDDEN', { code: 'NOT_KNOWN', message: 'not known' });
      return { email: addressOfAccount(known), emailVerified: true, name: '', image: undefined };
    },
  };
}

const CHANGES = ['/passkey/generate-register-options', '/passkey/verify-registration', '/two-factor/enable'];

/** Who has a second step adds another only after using it: a mail link alone must not be a way around it. */
async function refuseWeakChange(ctx: Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]): Promise<void> {
  if (!CHANGES.includes(ctx.path)) return;
  const current = await getSessionFromCtx(ctx);
  if (current === null || isTwoSteps(String(current.session.openedBy))) return;
  const passkeys = await ctx.context.adapter.findMany({
    model: 'passkey',
    where: [{ field: 'userId', value: current.user.id }],
    limit: 1,
  });
  if (passkeys.length > 0 || current.user.twoFactorEnabled === true) {
    throw new APIError('FORBIDDEN', { code: 'SECOND_STEP_FIRST' });
  }
}
