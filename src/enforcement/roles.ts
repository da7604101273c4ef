/**
 * Names and passwords of the login roles that Kept generates. Both sides use them: apply creates the roles, the
 * sessions sign in as them; nothing about them is stored.
 */
import { createHmac } from 'node:crypto';

/** A purpose's name as Postgres identifiers have it: `credit-check` becomes `credit_check`. Also its read schema. */
export function identifierOfPurpose(purpose: string): string {
  return purpose.replaceAll('-', '_');
}

/**
 * The login role of a purpose.
 * @param prefix `kept.installation.role_prefix`, which tells the databases of one server apart.
 */
export function roleOfPurpose(prefix: string, purpose: string): string {
  return `${prefix}_${identifierOfPurpose(purpose)}`;
}

/** The role that may only add to the access log. */
export function accessLogRole(prefix: string): string {
  return `${prefix}_access_log`;
}

/**
 * The password of a generated role: HMAC-SHA256 of its name under the installation's secret, hexadecimal.
 * @param secret At least 32 bytes, kept outside the database.
 */
export function passwordOfRole(secret: Buffer, role: string): string {
  return createHmac('sha256', secret).update(`kept role password\0${role}`).digest('hex');
}
