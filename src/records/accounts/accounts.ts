/**
 * Signing in: over better-auth, whose every statement is one of the purpose `sign-in`. `createAccounts` makes it; the web
 * site and the command line use it.
 */
import { hkdfSync } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Enforcement, Principal } from '../../enforcement/index.ts';
import { createSeal, dayAt } from '../../enforcement/index.ts';
import type { Policy } from '../../policy/index.ts';
import { sealedLinks } from '../outbox/sealed-links.ts';
import { addStaff, type StaffSession } from '../staff/store.ts';
import { answerBrowser } from './api.ts';
import { createBetterAuth, type OpenIdProvider } from './better-auth.ts';
import { settableCookies } from './cookies.ts';
import { becomeOwner, firstLink } from './first-owner.ts';
import type { Inside, LinkMail } from './inside.ts';
import { mailLink, makeLink, useLink } from './links.ts';
import * as codes from './one-time-codes.ts';
import * as own from './own-sign-in.ts';
import { type Recognised, recognise } from './recognising.ts';
import type { AccountSession, AccountTables, AsSignIn } from './tables.ts';
import { vouchedFor } from './vouched-for.ts';
import * as waysIn from './ways-in.ts';

export interface AccountsOptions {
  /** Over tables that sign-in's are among. */
  readonly enforcement: Pick<Enforcement<AccountTables>, 'asPurpose'>;
  readonly policy: Policy;
  readonly baseUrl: URL;
  /** The installation's secret. */
  readonly secret: Buffer;
  readonly openId: (OpenIdProvider & { readonly name: string }) | null;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Is told of failures; texts hold no personal value. */
  readonly report: (message: string) => void;
}

export type Accounts = ReturnType<typeof createAccounts>;

const SIGN_IN = 'sign-in';
const SELF_SERVICE = 'self-service';
const STAFF_ADMINISTRATION = 'staff-administration';
const SYSTEM: Principal = { kind: 'system', id: 'sign-in', roles: [] };

export function createAccounts(options: AccountsOptions) {
  const inside = insideOf(options);
  const { openId, report } = options;
  const pending = new Set<Promise<void>>();

  return {
    /** The name on the button for OpenID Connect; null where none is configured. */
    openIdName: openId?.name ?? null,
    /** Every cookie that signing in can set, as the inventory names them. */
    settableCookies: settableCookies(openId !== null),
    recognise: (headers: Headers, renew: (setCookie: string) => void) => recognise(inside, headers, renew),
    makeLink: (address: string) => makeLink(inside, address),
    /** Returns at once; the mail is written, or not, after the page has gone out. */
    mailLink(address: string, mail: LinkMail): void {
      const work = mailLink(inside, address, mail)
        .catch((error: unknown) => report(`sign-in link: ${error instanceof Error ? error.name : 'failed'}`))
        .finally(() => pending.delete(work));
      pending.add(work);
    },
    useLink: (token: string, headers: Headers) => useLink(inside, token, headers),
    signInWithPassword: (address: string, password: string, headers: Headers) =>
      waysIn.signInWithPassword(inside, address, password, headers),
    enterCode: (kind: 'code' | 'recovery-code', code: string, headers: Headers) =>
      waysIn.enterCode(inside, kind, code, headers),
    signOut: (headers: Headers) => waysIn.signOut(inside, headers),
    startOpenId: (headers: Headers, back: { done: string; failed: string }) =>
      waysIn.startOpenId(inside, headers, back),
    /** For whoever has the terminal while no owner has signed in; null afterwards. */
    firstLink: () => firstLink(inside, options.policy),
    becomeOwner: (token: string, owner: { readonly name: string; readonly email: string }) =>
      becomeOwner(inside, options.policy, token, owner, (staff) =>
        options.enforcement.asPurpose(SYSTEM, STAFF_ADMINISTRATION, (session) =>
          // A session has all tables that its purpose reaches; the builder's type is invariant and cannot see it.
          addStaff(
            session as unknown as StaffSession,
            { policy: options.policy, by: null, at: inside.now(), today: inside.today(), newId: inside.newId },
            { ...staff, accessUntil: null, need: null },
          ),
        ),
      ),
    answerBrowser: (request: Request) => answerBrowser(inside, request),
    own: ownSide(inside),
    shutOut: (accountId: string, taken: TakenAway) => shutOut(inside, accountId, taken),
    /** Settles when nothing is under way after a page has gone out. */
    idle: async (): Promise<void> => void (await Promise.all(pending)),
  };
}

function insideOf(options: AccountsOptions): Inside {
  const { enforcement, policy, baseUrl, now, newId, report } = options;
  const secret = Buffer.from(hkdfSync('sha256', options.secret, '', 'kept sign-in cookies', 32)).toString('hex');
  const asSignIn: AsSignIn = (work) => enforcement.asPurpose(SYSTEM, SIGN_IN, work);
  const sessionSeconds = Temporal.Duration.from(policy.security.sessionLifetime).total('seconds');
  const today = (): string => dayAt(now(), policy.controller.timeZone);
  const auth = createBetterAuth({
    ...{
      asSignIn,
      seal: createSeal(options.secret, 'kept sign-in verification values'),
      newId,
      baseUrl,
      secret,
      sessionSeconds,
    },
    ...{ siteName: policy.controller.name, openId: options.openId },
    accountVouchedFor: (address, subject) =>
      asSignIn((session) => vouchedFor(session, { address, subject, today: today() })),
  });
  const asSelf = <T>(accountId: string, work: (session: AccountSession) => Promise<T>): Promise<T> =>
    enforcement.asPurpose({ kind: 'data-subject', id: accountId, roles: [] }, SELF_SERVICE, work);
  const { seal: sealLink } = sealedLinks(options.secret);
  return { asSignIn, asSelf, sealLink, auth, baseUrl, secret, sessionSeconds, now, newId, today, report };
}

/** What whoever is signed in sees and changes of their own. */
const ownSide = (inside: Inside) => ({
  read: (who: Recognised) => own.readOwnSignIn(inside, who),
  changePassword: (who: Recognised, change: { current: string | null; wanted: string }) =>
    own.changePassword(inside, who, change),
  isPassword: (who: Recognised, typed: string | null) => own.isPassword(inside, who, typed),
  startCodes: (password: string | null, headers: Headers) => codes.startCodes(inside, password, headers),
  pendingCodes: (who: Recognised) => codes.pendingCodes(inside, who),
  confirmCodes: (who: Recognised, code: string, headers: Headers) => codes.confirmCodes(inside, who, code, headers),
  recoveryCodes: (accountId: string) => codes.recoveryCodes(inside, accountId),
  newRecoveryCodes: (password: string | null, headers: Headers) => codes.newRecoveryCodes(inside, password, headers),
  /** Ends every session, too: the next one is opened without codes. */
  removeCodes: (accountId: string) => shutOut(inside, accountId, 'codes'),
  removePasskey: (accountId: string, passkeyId: string) => own.removePasskey(inside, accountId, passkeyId),
  endSession: (accountId: string, sessionId: string) => own.endSessions(inside, accountId, { only: sessionId }),
  endOtherSessions: (who: Recognised) => own.endSessions(inside, who.accountId, { except: who.sessionId }),
});

type TakenAway = 'sessions' | 'codes' | 'second-step' | 'everything';

/** Ends all sessions of an account, and takes away what it is signed in with, as far as is said. */
async function shutOut({ asSignIn }: Inside, accountId: string, taken: TakenAway): Promise<void> {
  await own.endSessions({ asSignIn }, accountId, 'all');
  if (taken === 'sessions') return;
  await asSignIn((session) =>
    session.transaction(async (inner) => {
      await codes.removeCodes(inner, accountId);
      if (taken === 'codes') return;
      await inner.write(inner.query.deleteFrom('kept.passkey').where('account_id', '=', accountId));
      if (taken === 'second-step') return;
      await inner.write(inner.query.deleteFrom('kept.credential').where('account_id', '=', accountId));
      await inner.write(inner.query.deleteFrom('kept.verification').where('account_id', '=', accountId));
    }),
  );
}
