/**
 * The way in before anybody has come in. Whoever may administer staff and has never signed in gets a one-time link on the
 * terminal; where there is no such person, the link lets whoever has the terminal say who it is.
 */
import { generateRandomString } from 'better-auth/crypto';
import type { Policy } from '../../policy/index.ts';

import { LINK_MINUTES } from './better-auth.ts';
import type { Inside } from './inside.ts';
import { makeLink } from './links.ts';

const STAFF_ADMINISTRATION = 'staff-administration';

/** The roles that let others in. */
const ownerRoles = (policy: Policy): readonly string[] => policy.purposes[STAFF_ADMINISTRATION]?.roles ?? [];

/** The roles of the first member of staff: they run the company and answer for its privacy until somebody else does. */
export function firstRoles(policy: Policy): readonly string[] {
  const wanted = new Set([...ownerRoles(policy), 'privacy-officer']);
  return Object.keys(policy.roles).filter((role) => wanted.has(role));
}

export interface FirstLink {
  /** `unnamed`: nobody is registered yet; the page asks who it is. */
  readonly kind: 'owner' | 'unnamed';
  readonly token: string;
}

/** Null when an owner has signed in already. */
export async function firstLink(inside: Inside, policy: Policy): Promise<FirstLink | null> {
  const owners = await ownersInForce(inside, policy);
  const [owner] = owners;
  if (owner === undefined) return { kind: 'unnamed', token: await unnamedToken(inside) };
  if (owners.some(({ signedIn }) => signedIn)) return null;
  const token = await makeLink(inside, owner.email);
  return token === null ? null : { kind: 'owner', token };
}

async function ownersInForce({ asSignIn, today }: Inside, policy: Policy) {
  const roles = ownerRoles(policy);
  const rows = await asSignIn((session) =>
    session.read(
      session.query
        .selectFrom('kept.staff as staff')
        .leftJoin('kept.account as account', 'account.account_id', 'staff.staff_id')
        .select(['staff.staff_id', 'staff.email', 'staff.roles', 'staff.access_until', 'account.account_id'])
        .where('staff.left_at', 'is', null)
        .orderBy('staff.staff_id'),
    ),
  );
  return rows
    .filter(({ access_until: until }) => until === null || until >= today())
    .filter((row) => row.roles.some((role) => roles.includes(role)))
    .map(({ email, account_id: accountId }) => ({ email, signedIn: accountId !== null }));
}

const identifierOf = (token: string): string => `first-owner:${token}`;

async function unnamedToken({ auth, now }: Inside): Promise<string> {
  const token = generateRandomString(32, 'a-z', 'A-Z', '0-9');
  const { internalAdapter } = await auth.$context;
  const expiresAt = new Date(now().getTime() + LINK_MINUTES * 60_000);
  await internalAdapter.createVerificationValue({ identifier: identifierOf(token), value: 'first-owner', expiresAt });
  return token;
}

/**
 * Makes the first member of staff, once and only while there is none.
 * @param add Writes the row, under `staff-administration`.
 * @returns The token of a link to sign in with; null when the link is dead.
 */
export async function becomeOwner(
  inside: Inside,
  policy: Policy,
  token: string,
  { name, email }: { readonly name: string; readonly email: string },
  add: (staff: { name: string; email: string; roles: readonly string[] }) => Promise<unknown>,
): Promise<string | null> {
  const { internalAdapter } = await inside.auth.$context;
  const consumed = await internalAdapter.consumeVerificationValue(identifierOf(token));
  if (consumed === null || consumed.value !== 'first-owner') return null;
  if ((await ownersInForce(inside, policy)).length > 0) return null;
  await add({ name, email, roles: firstRoles(policy) });
  return await makeLink(inside, email);
}
