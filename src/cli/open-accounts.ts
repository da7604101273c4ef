/** Sign-in over the purposes of a house. */
import type { Enforcement } from '../enforcement/index.ts';
import type { Policy } from '../policy/index.ts';
import { type Accounts, type AccountTables, createAccounts } from '../records/index.ts';
import type { WebTables } from '../web/index.ts';
import type { House } from './house.ts';
import { newIds } from './new-id.ts';

const now = (): Date => new Date();

/** @param report Is told of failures; texts hold no personal value. */
export function openAccounts(
  { environment: { baseUrl, oidc: openId }, keys: { secret } }: House,
  policy: Policy,
  enforcement: Enforcement<WebTables>,
  report: (message: string) => void,
): Accounts {
  return createAccounts({
    // The same database under the names that sign-in has for its tables; which of them a role reaches is up to Postgres.
    enforcement: enforcement as unknown as Enforcement<AccountTables>,
    ...{ policy, baseUrl, secret, openId, now, newId: newIds(now), report },
  });
}
