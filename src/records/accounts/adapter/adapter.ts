/**
 * better-auth's database, as sessions of the purpose `sign-in`: grants, row policies and the access log apply to it as to
 * everything else. What it does not do throws and says what to add.
 */
import type { BetterAuthOptions } from 'better-auth';
import {
  type AdapterFactoryOptions,
  type CustomAdapter,
  createAdapterFactory,
  type DBAdapter,
} from 'better-auth/adapters';
import type { Seal } from '../../../enforcement/index.ts';
import type { AccountSession, AsSignIn, OpenedBy } from '../tables.ts';
import { createAccount, readAccount, updateAccount } from './account-model.ts';
import { modelOf, UnsupportedByAdapter } from './models.ts';
import { accountInVerification, closed, closedConditions, opened, tokenIn } from './secrets.ts';
import {
  type Condition,
  countRows,
  deleteRows,
  fieldsFrom,
  insertRow,
  type Reading,
  type Row,
  readRows,
  updateRows,
} from './statements.ts';

export interface AdapterParts {
  readonly asSignIn: AsSignIn;
  readonly seal: Seal;
  readonly newId: () => string;
}

const ACCOUNT = 'user';

/** @returns What `betterAuth({ database })` takes. */
export function signInDatabase(parts: AdapterParts): (options: BetterAuthOptions) => DBAdapter {
  return (options) => {
    const inTransaction = (run: AsSignIn): DBAdapter => adapterOver(parts, run, false)(options);
    const transaction = <R>(work: (adapter: DBAdapter) => Promise<R>): Promise<R> =>
      parts.asSignIn((session) => session.transaction((inner) => work(inTransaction((statement) => statement(inner)))));
    return adapterOver(parts, parts.asSignIn, transaction)(options);
  };
}

function adapterOver(
  { seal, newId }: AdapterParts,
  run: AsSignIn,
  transaction: Exclude<AdapterFactoryOptions['config']['transaction'], undefined>,
) {
  const config = { adapterId: 'kept', adapterName: 'Kept', supportsNumericIds: false, supportsJSON: true, transaction };
  return createAdapterFactory({ config, adapter: () => customAdapter(run, seal, newId) });
}

/** The rows of better-auth are typed by whoever asks for them; the statements know them as columns. */
const typed = <T>(row: Row): T => row as unknown as T;
const typedOrNull = <T>(row: Row | null | undefined): T | null => (row ? typed<T>(row) : null);

type Where = Parameters<CustomAdapter['deleteMany']>[0]['where'];

/** better-auth has filled in what was not said; the types do not know it. */
const conditionsOf = (where: Where = []): Condition[] =>
  where.map(({ field, value, operator = 'eq', connector = 'AND', mode = 'sensitive' }) => ({
    ...{ field, value, operator, connector, mode },
  }));

function customAdapter(run: AsSignIn, seal: Seal, newId: () => string): CustomAdapter {
  const reading = (model: string, where: Where | undefined, how: Reading): Promise<Row[]> =>
    run((session) => find(session, model, conditionsOf(where), how, seal));
  const changing = (model: string, where: Where, data: Row, increase: Readonly<Record<string, number>> = {}) =>
    run((session) => change(session, model, conditionsOf(where), data, increase, seal));
  const removing = (model: string, where: Where): Promise<Row[]> =>
    run((session) => remove(session, model, conditionsOf(where), seal));
  return {
    create: async ({ model, data }) => typed(await run((session) => create(session, model, data, seal, newId))),
    findOne: async ({ model, where }) => typedOrNull((await reading(model, where, { limit: 1 }))[0]),
    findMany: async ({ model, where, limit, sortBy, offset }) =>
      (await reading(model, where, { limit, sortBy, offset })).map((row) => typed(row)),
    update: async ({ model, where, update }) =>
      typedOrNull((await changing(model, where, update as unknown as Row))[0]),
    updateMany: async ({ model, where, update }) => (await changing(model, where, update)).length,
    incrementOne: async ({ model, where, increment, set = {} }) =>
      typedOrNull((await changing(model, where, set, increment))[0]),
    delete: async ({ model, where }) => void (await removing(model, where)),
    deleteMany: async ({ model, where }) => (await removing(model, where)).length,
    consumeOne: async ({ model, where }) => {
      // It may take one row at most, which only a key makes sure of.
      if (!where.some(({ field, operator }) => field === 'id' && operator !== 'in')) {
        throw new UnsupportedByAdapter('a row is consumed by its id; write another way in adapter.ts with a test');
      }
      return typedOrNull((await removing(model, where))[0]);
    },
    count: ({ model, where }) =>
      run((session) => countRows(session, modelOf(model), closedConditions(model, conditionsOf(where)))),
  };
}

async function create(
  session: AccountSession,
  modelName: string,
  data: Row,
  seal: Seal,
  newId: () => string,
): Promise<Row> {
  if (modelName === ACCOUNT) return await createAccount(session, data);
  const model = modelOf(modelName);
  const extra = modelName === 'verification' ? { account_id: accountInVerification(data.value) } : {};
  const store = async (inner: AccountSession): Promise<Row> =>
    fieldsFrom(model, await insertRow(inner, model, closed(modelName, data, seal), extra));
  const row =
    modelName === 'session'
      ? await session.transaction((inner) => openSession(inner, store, newId))
      : await store(session);
  return opened(modelName, row, seal, typeof data.token === 'string' ? data.token : null);
}

/** A session, its line in the log of sign-ins, and the account's last use, all or nothing. */
async function openSession(
  session: AccountSession,
  store: (session: AccountSession) => Promise<Row>,
  newId: () => string,
): Promise<Row> {
  const row = await store(session);
  const { userId, createdAt, openedBy, ipAddress, userAgent } = row;
  if (typeof userId !== 'string' || !(createdAt instanceof Date))
    throw new UnsupportedByAdapter('a session is somebody’s');
  await session.write(
    session.query.insertInto('kept.sign_in').values({
      ...{ account_id: userId, sign_in_id: newId(), at: createdAt, opened_by: openedBy as OpenedBy },
      ip_address: typeof ipAddress === 'string' ? ipAddress : null,
      user_agent: typeof userAgent === 'string' ? userAgent : null,
    }),
  );
  await session.write(
    session.query.updateTable('kept.account').set({ last_signed_in_at: createdAt }).where('account_id', '=', userId),
  );
  return row;
}

const present = (row: Row | null): Row[] => (row === null ? [] : [row]);

async function find(
  session: AccountSession,
  modelName: string,
  where: readonly Condition[],
  reading: Reading,
  seal: Seal,
): Promise<Row[]> {
  if (modelName === ACCOUNT) return present(await readAccount(session, where));
  const model = modelOf(modelName);
  const rows = await readRows(session, model, closedConditions(modelName, where), reading);
  return rows.map((row) => opened(modelName, fieldsFrom(model, row), seal, tokenIn(modelName, where)));
}

async function change(
  session: AccountSession,
  modelName: string,
  where: readonly Condition[],
  data: Row,
  increase: Readonly<Record<string, number>>,
  seal: Seal,
): Promise<Row[]> {
  if (modelName === ACCOUNT) return present(await updateAccount(session, where, data));
  const model = modelOf(modelName);
  const rows = await updateRows(
    session,
    model,
    closedConditions(modelName, where),
    closed(modelName, data, seal),
    increase,
  );
  return rows.map((row) => opened(modelName, fieldsFrom(model, row), seal, tokenIn(modelName, where)));
}

async function remove(
  session: AccountSession,
  modelName: string,
  where: readonly Condition[],
  seal: Seal,
): Promise<Row[]> {
  const model = modelOf(modelName);
  const rows = await deleteRows(session, model, closedConditions(modelName, where));
  return rows.map((row) => opened(modelName, fieldsFrom(model, row), seal, tokenIn(modelName, where)));
}
