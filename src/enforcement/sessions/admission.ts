/** Who may act for which purpose. Pure: the answer follows from the policy and the principal alone. */
import type { Policy, Purpose } from '../../policy/index.ts';
import type { Principal } from '../types.ts';

/** Staff act by a role that the purpose lists; everyone else only where the purpose is open to their kind. */
export function mayActFor(principal: Principal, purpose: Purpose): boolean {
  return principal.kind === 'staff'
    ? principal.roles.some((role) => purpose.roles.includes(role))
    : purpose.openTo.includes(principal.kind);
}

/** The purposes that the principal may act for, in the order of the policy. */
export function purposesOf(policy: Policy, principal: Principal): readonly string[] {
  return Object.values(policy.purposes)
    .filter((purpose) => mayActFor(principal, purpose))
    .map(({ name }) => name);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a value can be the key of a person. */
export function isPersonId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
