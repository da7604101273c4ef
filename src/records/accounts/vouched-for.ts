/** Whose account a provider of OpenID Connect opens: that of the address it vouches for today, whatever it opened before. */
import { OPENID_PROVIDER } from './better-auth.ts';
import { accountOf, peopleWithAddress } from './people.ts';
import type { AccountSession } from './tables.ts';

/** @param vouched `subject` is the provider's name for the person. @returns Null for an address that is nobody's. */
export async function vouchedFor(
  session: AccountSession,
  { address, subject, today }: { readonly address: string; readonly subject: string; readonly today: string },
): Promise<string | null> {
  const account = accountOf(await peopleWithAddress(session, address, today));
  if (account === null) return null;
  await session.write(
    session.query
      .deleteFrom('kept.credential')
      .where('provider', '=', OPENID_PROVIDER)
      .where('provider_subject', '=', subject)
      .where('account_id', '<>', account),
  );
  return account;
}
