/**
 * PostgreSQL refuses to run as root, rightly. When Kept is started as root, the server runs as an ordinary user of the
 * machine; this file finds one and tells whether they can enter a folder.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ToldError } from '../told-error.ts';

export interface OrdinaryUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * @returns Null when this process is not root: then it runs the server itself.
 * @throws Error when the machine has no ordinary user to run it as, with what to do.
 */
export function ordinaryUser(passwd: string = '/etc/passwd'): OrdinaryUser | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync(passwd, 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const found = ['postgres', 'nobody'].map((name) => users.find((user) => user.name === name && user.uid > 0));
  const user = found.find((candidate) => candidate !== undefined);
  if (user !== undefined) return user;
  throw new ToldError({
    nb: 'PostgreSQL kjører ikke som root, og maskinen har verken en bruker postgres eller nobody; start Kept som en vanlig bruker, eller sett DATABASE_URL',
    en: 'PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody; start Kept as an ordinary user, or set DATABASE_URL',
  });
}

const SEARCH = 0o1;

/** Whether `user` may pass through every folder from the root down to `path`; false also when it is not there. */
export function canEnter(path: string, user: OrdinaryUser): boolean {
  const folder = resolve(path);
  try {
    const { mode, uid, gid } = statSync(folder);
    const bits = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode;
    if ((bits & SEARCH) === 0) return false;
  } catch {
    return false;
  }
  return folder === '/' || canEnter(dirname(folder), user);
}
