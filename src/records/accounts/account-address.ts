/**
 * better-auth knows people by a mail address. Ours has the account's key in it and leads nowhere (RFC 2606, `.invalid`):
 * the real address stays in the register, where its owner corrects it, and is not stored a second time.
 */
const DOMAIN = '@account.invalid';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const addressOfAccount = (accountId: string): string => `${accountId}${DOMAIN}`;

/** Null for an address that is not of this form. */
export function accountOfAddress(address: string): string | null {
  const key = address.endsWith(DOMAIN) ? address.slice(0, -DOMAIN.length) : '';
  return UUID.test(key) ? key : null;
}
