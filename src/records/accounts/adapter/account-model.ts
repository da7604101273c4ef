/**
 * better-auth's `user`: the account. Its mail address is made from its key (`account-address.ts`), its name is empty:
 * both stay where they are held.
 */
import { accountOfAddress, addressOfAccount } from '../account-address.ts';
import type { AccountSession, AccountTables } from '../tables.ts';
import { UnsupportedByAdapter } from './models.ts';
import type { Condition, Row } from './statements.ts';

const COLUMNS = ['account_id', 'second_step', 'created_at', 'updated_at', 'last_signed_in_at'] as const;

/** Null for nobody: an address that is not an account's. */
function accountOf(conditions: readonly Condition[]): string | null {
  const [condition, ...others] = conditions;
  const { field, operator, value } = condition ?? {};
  if (others.length > 0 || operator !== 'eq' || typeof value !== 'string' || (field !== 'id' && field !== 'email')) {
    throw new UnsupportedByAdapter(
      'accounts are found by their key or address alone; add another way to account-model.ts with a test',
    );
  }
  return field === 'id' ? accountOfAddress(addressOfAccount(value)) : accountOfAddress(value);
}

const fieldsOf = (row: AccountTables['kept.account']): Row => ({
  id: row.account_id,
  name: '',
  email: addressOfAccount(row.account_id),
  // An account is opened through its own mailbox, or a provider that vouches for it.
  emailVerified: true,
  image: null,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  twoFactorEnabled: row.second_step,
});

export async function readAccount(session: AccountSession, conditions: readonly Condition[]): Promise<Row | null> {
  const account = accountOf(conditions);
  if (account === null) return null;
  const [row] = await session.read(
    session.query.selectFrom('kept.account').select(COLUMNS).where('account_id', '=', account),
  );
  return row === undefined ? null : fieldsOf(row);
}

/** @throws UnsupportedByAdapter for an address that is no account's: nobody registers by signing in. */
export async function createAccount(session: AccountSession, data: Row): Promise<Row> {
  const account = accountOfAddress(String(data.email));
  if (account === null) throw new UnsupportedByAdapter('an account is made only for somebody who is registered');
  const at = data.createdAt instanceof Date ? data.createdAt : null;
  if (at === null) throw new UnsupportedByAdapter('an account is made with the time it is made at');
  const [row] = await session.write(
    session.query
      .insertInto('kept.account')
      .values({ account_id: account, created_at: at, updated_at: at, last_signed_in_at: at, second_step: false })
      .returning(COLUMNS),
  );
  if (row === undefined) throw new Error('the database wrote an account and gave none back');
  return fieldsOf(row);
}

/** Name, address and picture are not kept, so changing them changes nothing. */
export async function updateAccount(
  session: AccountSession,
  conditions: readonly Condition[],
  data: Row,
): Promise<Row | null> {
  const account = accountOf(conditions);
  if (account === null) return null;
  const changes = {
    ...(typeof data.twoFactorEnabled === 'boolean' ? { second_step: data.twoFactorEnabled } : {}),
    ...(data.updatedAt instanceof Date ? { updated_at: data.updatedAt } : {}),
  };
  if (Object.keys(changes).length === 0) return await readAccount(session, conditions);
  const [row] = await session.write(
    session.query.updateTable('kept.account').set(changes).where('account_id', '=', account).returning(COLUMNS),
  );
  return row === undefined ? null : fieldsOf(row);
}
