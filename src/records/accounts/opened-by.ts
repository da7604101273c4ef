/** How a session was opened, and which ways count as two steps. */
import type { OpenedBy } from './tables.ts';

const BY_PATH: Readonly<Record<string, OpenedBy>> = {
  '/magic-link/verify': 'link',
  '/sign-in/email': 'password',
  '/passkey/verify-authentication': 'passkey',
  '/callback/:id': 'openid',
  '/two-factor/verify-totp': 'code',
  '/two-factor/verify-backup-code': 'recovery-code',
};

/** @throws Error for a path that opens no session here: a new one is thought about before it is let in. */
export function openedByPath(path: string | undefined): OpenedBy {
  const way = BY_PATH[path ?? ''];
  if (way === undefined) throw new Error(`no session may be opened through ${path ?? 'nothing'}`);
  return way;
}

/** A passkey is something one has, and it has checked the finger, the face or the PIN: two steps in one. */
export const isTwoSteps = (way: string): boolean => way === 'passkey' || way === 'code' || way === 'recovery-code';
