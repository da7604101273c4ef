/** One-time codes from an app (TOTP, RFC 6238): set up, put to use with a first code, taken away. */
import { symmetricDecrypt } from 'better-auth/crypto';
import { bodyOf, type Entry, entryFrom, type Inside } from './inside.ts';
import type { Recognised } from './recognising.ts';
import type { AccountSession } from './tables.ts';

/** What an app needs to make codes, in both ways in which it takes it. */
export interface CodeSetup {
  /** `otpauth://…`, for a QR code. */
  readonly address: string;
  /** Base32 (RFC 4648), for typing. */
  readonly key: string;
}

/** @returns False when the password is wrong, or the codes are in use already. */
export async function startCodes({ auth }: Inside, password: string | null, headers: Headers): Promise<boolean> {
  const body = { method: 'totp' as const, ...(password === null ? {} : { password }) };
  const response = await auth.api.enableTwoFactor({ body, headers, asResponse: true });
  return response.ok;
}

/** The setup that waits for its first code; null when there is none. */
export async function pendingCodes(inside: Inside, { accountId, address }: Recognised): Promise<CodeSetup | null> {
  const [row] = await inside.asSelf(accountId, (session) =>
    session.read(
      session.query
        .selectFrom('kept.second_step')
        .select(['account_id', 'sealed_secret'])
        .where('account_id', '=', accountId)
        .where('verified', '=', false),
    ),
  );
  if (row === undefined) return null;
  const { secretConfig, appName } = await inside.auth.$context;
  const key = base32(await symmetricDecrypt({ key: secretConfig, data: row.sealed_secret }));
  const label = `${encodeURIComponent(appName)}:${encodeURIComponent(address)}`;
  const query = new URLSearchParams({ secret: key, issuer: appName, digits: '6', period: '30' });
  return { address: `otpauth://totp/${label}?${query}`, key };
}

/** Puts the codes to use and opens a session in two steps in place of the one there was. */
export async function confirmCodes(
  inside: Inside,
  { accountId, sessionId }: Recognised,
  code: string,
  headers: Headers,
): Promise<Entry> {
  const response = await inside.auth.api.verifyTOTP({ body: { code }, headers, asResponse: true });
  const entry = entryFrom(inside, response);
  if (entry.outcome !== 'signed-in') return entry;
  // What was opened in one step, on whatever device, has to be opened anew in two.
  await inside.asSignIn((session) =>
    session.write(
      session.query
        .deleteFrom('kept.account_session')
        .where('account_id', '=', accountId)
        .where((of) => of.or([of('session_id', '=', sessionId), of('opened_by', 'in', ONE_STEP)])),
    ),
  );
  return entry;
}

const ONE_STEP = ['link', 'password', 'openid'] as const;

/** The recovery codes that are left. */
export async function recoveryCodes({ auth }: Inside, accountId: string): Promise<readonly string[]> {
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: accountId } });
  return backupCodes;
}

/** Makes new recovery codes in place of the old; null when the password is wrong. */
export async function newRecoveryCodes(
  { auth }: Inside,
  password: string | null,
  headers: Headers,
): Promise<readonly string[] | null> {
  const body = password === null ? {} : { password };
  const response = await auth.api.generateBackupCodes({ body, headers, asResponse: true });
  const { backupCodes } = await bodyOf(response);
  return response.ok && Array.isArray(backupCodes) ? backupCodes.map(String) : null;
}

/** Takes the codes of an account away. */
export async function removeCodes(session: AccountSession, accountId: string): Promise<void> {
  await session.write(session.query.deleteFrom('kept.second_step').where('account_id', '=', accountId));
  await session.write(
    session.query.updateTable('kept.account').set({ second_step: false }).where('account_id', '=', accountId),
  );
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(text: string): string {
  const bits = [...Buffer.from(text, 'utf8')].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}
