/** What a person sees of how they sign in, under `self-service`, and what they change there. */
import { FRESH_MINUTES } from './better-auth.ts';
import type { Inside } from './inside.ts';
import { faultOfPassword } from './passwords.ts';
import type { Recognised } from './recognising.ts';
import type { AccountSession, OpenedBy } from './tables.ts';

export interface OwnSession {
  readonly sessionId: string;
  readonly openedBy: OpenedBy;
  readonly openedAt: Date;
  readonly usedAt: Date;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
  readonly current: boolean;
}

export interface OwnSignIn {
  readonly hasPassword: boolean;
  readonly codes: 'none' | 'pending' | 'in-use';
  readonly passkeys: readonly {
    readonly passkeyId: string;
    readonly name: string | null;
    readonly createdAt: Date | null;
  }[];
  readonly sessions: readonly OwnSession[];
  readonly signIns: readonly Pick<OwnSession, 'openedBy' | 'openedAt' | 'ipAddress' | 'userAgent'>[];
  /** Whether the session is new enough, and strong enough, to change how one signs in. */
  readonly mayChange: 'yes' | 'sign-in-again' | 'second-step-first';
}

/** Sign-ins shown at most. */
const MOST_SIGN_INS = 20;

export function readOwnSignIn(inside: Inside, who: Recognised): Promise<OwnSignIn> {
  return inside.asSelf(who.accountId, async (session) => {
    const passwords = await readPasswords(session, who.accountId);
    const codes = await readCodes(session, who.accountId);
    const passkeys = await readPasskeys(session, who.accountId);
    const hasSecondStep = codes === 'in-use' || passkeys.length > 0;
    return {
      ...{ hasPassword: passwords.length > 0, codes, passkeys },
      sessions: await readSessions(session, who, inside.now()),
      signIns: await readSignIns(session, who.accountId),
      mayChange: mayChange(inside, who, hasSecondStep),
    };
  });
}

export function mayChange({ now }: Inside, who: Recognised, hasSecondStep: boolean): OwnSignIn['mayChange'] {
  if (hasSecondStep && !who.twoSteps) return 'second-step-first';
  return now().getTime() - who.openedAt.getTime() < FRESH_MINUTES * 60_000 ? 'yes' : 'sign-in-again';
}

const readPasswords = (session: AccountSession, accountId: string) =>
  session.read(
    session.query
      .selectFrom('kept.credential')
      .select(['account_id', 'created_at'])
      .where('account_id', '=', accountId)
      .where('password_digest', 'is not', null),
  );

async function readCodes(session: AccountSession, accountId: string): Promise<OwnSignIn['codes']> {
  const [row] = await session.read(
    session.query.selectFrom('kept.second_step').select(['account_id', 'verified']).where('account_id', '=', accountId),
  );
  return row === undefined ? 'none' : row.verified ? 'in-use' : 'pending';
}

async function readPasskeys(session: AccountSession, accountId: string): Promise<OwnSignIn['passkeys']> {
  const rows = await session.read(
    session.query
      .selectFrom('kept.passkey')
      .select(['account_id', 'passkey_id', 'name', 'created_at'])
      .where('account_id', '=', accountId)
      .orderBy('passkey_id'),
  );
  return rows.map((row) => ({ passkeyId: row.passkey_id, name: row.name, createdAt: row.created_at }));
}

async function readSessions(session: AccountSession, who: Recognised, at: Date): Promise<OwnSession[]> {
  const rows = await session.read(
    session.query
      .selectFrom('kept.account_session')
      .select(['account_id', 'session_id', 'opened_by', 'opened_at', 'used_at', 'ip_address', 'user_agent'])
      .where('account_id', '=', who.accountId)
      .where('expires_at', '>', at)
      .orderBy('used_at', 'desc'),
  );
  const sessions = rows.map((row) => ({
    ...{ sessionId: row.session_id, openedBy: row.opened_by, openedAt: row.opened_at, usedAt: row.used_at },
    ...{ ipAddress: row.ip_address, userAgent: row.user_agent, current: row.session_id === who.sessionId },
  }));
  return sessions.sort((one, other) => Number(other.current) - Number(one.current));
}

async function readSignIns(session: AccountSession, accountId: string): Promise<OwnSignIn['signIns']> {
  const rows = await session.read(
    session.query
      .selectFrom('kept.sign_in')
      .select(['account_id', 'at', 'opened_by', 'ip_address', 'user_agent'])
      .where('account_id', '=', accountId)
      .orderBy('at', 'desc')
      .limit(MOST_SIGN_INS),
  );
  return rows.map((row) => ({
    ...{ openedBy: row.opened_by, openedAt: row.at, ipAddress: row.ip_address, userAgent: row.user_agent },
  }));
}

/** Whether it is the account's password; null is right only where there is none. */
export async function isPassword({ auth }: Inside, who: Recognised, typed: string | null): Promise<boolean> {
  const { internalAdapter, password } = await auth.$context;
  const known = (await internalAdapter.findCredentialAccount(who.accountId))?.password ?? null;
  if (known === null) return typed === null;
  return typed !== null && (await password.verify({ hash: known, password: typed }));
}

/**
 * Sets or changes the password and ends all other sessions.
 * @param current What the password is now; null when the session is new, which shows as much.
 * @returns What is wrong, or null when it is done.
 */
export async function changePassword(
  inside: Inside,
  who: Recognised,
  { current, wanted }: { readonly current: string | null; readonly wanted: string },
): Promise<'short' | 'long' | 'common' | 'wrong-current' | null> {
  if (current !== null && !(await isPassword(inside, who, current))) return 'wrong-current';
  const fault = faultOfPassword(wanted);
  if (fault !== null) return fault;
  const { internalAdapter, password } = await inside.auth.$context;
  const credential = await internalAdapter.findCredentialAccount(who.accountId);
  const digest = await password.hash(wanted);
  if (credential === null) {
    const made = { userId: who.accountId, accountId: who.accountId, providerId: 'credential', password: digest };
    await internalAdapter.createAccount(made);
  } else {
    await internalAdapter.updatePassword(who.accountId, digest);
  }
  await endSessions(inside, who.accountId, { except: who.sessionId });
  return null;
}

/** Ends one session of the account, all but one, or all. */
export async function endSessions(
  { asSignIn }: Pick<Inside, 'asSignIn'>,
  accountId: string,
  which: { readonly only: string } | { readonly except: string } | 'all',
): Promise<void> {
  await asSignIn(async (session) => {
    const all = session.query.deleteFrom('kept.account_session').where('account_id', '=', accountId);
    if (which === 'all') await session.write(all);
    else if ('only' in which) await session.write(all.where('session_id', '=', which.only));
    else await session.write(all.where('session_id', '<>', which.except));
  });
}

export async function removePasskey({ asSignIn }: Inside, accountId: string, passkeyId: string): Promise<void> {
  await asSignIn((session) =>
    session.write(
      session.query.deleteFrom('kept.passkey').where('account_id', '=', accountId).where('passkey_id', '=', passkeyId),
    ),
  );
}
