/** better-auth's database over purpose sessions: every operation that sign-in uses, and what it refuses. */
import { passkey } from '@better-auth/passkey';
import type { DBAdapter } from 'better-auth/adapters';
import { getAuthTables } from 'better-auth/db';
import { genericOAuth, magicLink, twoFactor } from 'better-auth/plugins';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createEnforcement, createSeal, type Enforcement, type Principal } from '../../src/enforcement/index.ts';
import { addressOfAccount } from '../../src/records/accounts/account-address.ts';
import { signInDatabase } from '../../src/records/accounts/adapter/adapter.ts';
import { columnOf, MODELS, modelOf } from '../../src/records/accounts/adapter/models.ts';
import type { AccountTables } from '../../src/records/accounts/tables.ts';
import { openEasyStep, PRIVATE } from '../enforcement/controls/easy-step.ts';
import { seededIds } from '../support/fixed.ts';

const SYSTEM: Principal = { kind: 'system', id: 'sign-in', roles: [] };
const PLUGINS = [
  magicLink({ sendMagicLink: async () => {} }),
  twoFactor({}),
  passkey({}),
  genericOAuth({ config: [] }),
];
const OPTIONS = {
  plugins: PLUGINS,
  session: { additionalFields: { openedBy: { type: 'string' as const, required: true } } },
};
const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 23, 12, minutes));

let easyStep: Awaited<ReturnType<typeof openEasyStep>>;
let enforcement: Enforcement<AccountTables>;
let adapter: DBAdapter;
beforeAll(async () => {
  easyStep = await openEasyStep();
  const { settings, rolePrefix, secret } = easyStep.database;
  const { policy } = easyStep.system;
  enforcement = createEnforcement<AccountTables>({ settings, policy, rolePrefix, secret, now: () => at(0) });
  const newId = seededIds('adapter');
  const asSignIn = <T>(work: Parameters<typeof enforcement.asPurpose<T>>[2]) =>
    enforcement.asPurpose(SYSTEM, 'sign-in', work);
  const options = { ...OPTIONS, advanced: { database: { generateId: () => newId() } } };
  adapter = signInDatabase({ asSignIn, seal: createSeal(secret, 'tests'), newId })(options);
});
afterAll(async () => {
  await enforcement.close();
  await easyStep.database.close();
});
beforeEach(async () => {
  await easyStep.database.pool.query('delete from kept.verification; delete from kept.account');
  await adapter.create({
    model: 'user',
    data: { email: addressOfAccount(PRIVATE), emailVerified: true, name: '', createdAt: at(0), updatedAt: at(0) },
  });
});

const verification = (identifier: string, minutes: number, value = PRIVATE) =>
  adapter.create<Record<string, unknown>>({
    model: 'verification',
    data: { identifier, value, expiresAt: at(minutes + 30), createdAt: at(minutes), updatedAt: at(minutes) },
  });

const session = (token: string) =>
  adapter.create<Record<string, unknown>>({
    model: 'session',
    data: { userId: PRIVATE, token, openedBy: 'link', expiresAt: at(60), createdAt: at(0), updatedAt: at(0) },
  });

test('every field that the library can store has a column, or is dropped on purpose', () => {
  for (const [name, { fields }] of Object.entries(getAuthTables(OPTIONS))) {
    if (name === 'user') continue;
    for (const field of Object.keys(fields)) expect(() => columnOf(modelOf(name), field)).not.toThrow();
  }
});

describe('accounts', () => {
  test('are found by key and by their own address, and hold no address of the person', async () => {
    const byKey = await adapter.findOne<Record<string, unknown>>({
      model: 'user',
      where: [{ field: 'id', value: PRIVATE }],
    });
    const byAddress = await adapter.findMany({
      model: 'user',
      where: [{ field: 'email', value: addressOfAccount(PRIVATE) }],
    });
    expect(byAddress).toEqual([byKey]);
    expect(byKey).toMatchObject({ id: PRIVATE, emailVerified: true, twoFactorEnabled: false, name: '' });
    const { rows } = await easyStep.database.pool.query('select a::text as row from kept.account as a');
    expect(JSON.stringify(rows)).not.toContain('@');
  });

  test('are not found by an address of somebody, and not made for one', async () => {
    const where = [{ field: 'email', value: 'person@example.no' }];
    expect(await adapter.findOne({ model: 'user', where })).toBeNull();
    await expect(adapter.create({ model: 'user', data: { email: 'person@example.no', name: '' } })).rejects.toThrow(
      'only for somebody who is registered',
    );
  });

  test('remember whether the second step is set up, and nothing else that changes', async () => {
    const where = [{ field: 'id', value: PRIVATE }];
    const changed = await adapter.update<Record<string, unknown>>({
      ...{ model: 'user', where, update: { twoFactorEnabled: true, name: 'Kari Eksempel', updatedAt: at(1) } },
    });
    expect(changed).toMatchObject({ twoFactorEnabled: true, name: '' });
  });
});

describe('sessions', () => {
  test('are found by the token that the browser has, while the table holds its digest', async () => {
    const made = await session('the token of a browser');
    expect(made.token).toBe('the token of a browser');
    const where = [{ field: 'token', value: 'the token of a browser' }];
    expect(await adapter.findOne({ model: 'session', where })).toMatchObject({ userId: PRIVATE, openedBy: 'link' });
    const { rows } = await easyStep.database.pool.query('select token_digest as digest from kept.account_session');
    expect(await adapter.findOne({ model: 'session', where: [{ field: 'token', value: rows[0].digest }] })).toBeNull();
  });

  test('leave a line in the log of sign-ins, in the same commit', async () => {
    await session('another token');
    const { rows } = await easyStep.database.pool.query(
      'select account_id, opened_by, at from kept.sign_in where account_id = $1',
      [PRIVATE],
    );
    expect(rows).toEqual([{ account_id: PRIVATE, opened_by: 'link', at: at(0) }]);
  });

  test('go by token, in a list, and by what is older', async () => {
    for (const token of ['one', 'two', 'three']) await session(token);
    await adapter.delete({ model: 'session', where: [{ field: 'token', value: 'one' }] });
    expect(await adapter.count({ model: 'session' })).toBe(2);
    await adapter.deleteMany({ model: 'session', where: [{ field: 'token', operator: 'in', value: ['two', 'none'] }] });
    expect(await adapter.count({ model: 'session' })).toBe(1);
    const where = [{ field: 'expiresAt', operator: 'lte' as const, value: at(60) }];
    expect(await adapter.deleteMany({ model: 'session', where })).toBe(1);
  });
});

describe('verifications', () => {
  test('are sealed in the table and open again when read, newest first', async () => {
    await verification('a', 0, 'first');
    await verification('a', 1, '{"secret":"second"}');
    const found = await adapter.findMany<Record<string, unknown>>({
      ...{ model: 'verification', where: [{ field: 'identifier', value: 'a' }], limit: 1 },
      sortBy: { field: 'createdAt', direction: 'desc' },
    });
    expect(found.map(({ value }) => value)).toEqual(['{"secret":"second"}']);
    const { rows } = await easyStep.database.pool.query('select v::text as row from kept.verification as v');
    expect(JSON.stringify(rows)).not.toMatch(/first|second/);
  });

  test.each([
    ['a challenge of the second step', PRIVATE],
    ['a mail link', JSON.stringify({ type: 'magic-link', email: addressOfAccount(PRIVATE) })],
    ['a passkey that is added', JSON.stringify({ type: 'registration', userData: { id: PRIVATE } })],
  ])('say whose they are: %s', async (_what, value) => {
    await verification('whose', 0, value);
    const { rows } = await easyStep.database.pool.query('select account_id from kept.verification');
    expect(rows).toEqual([{ account_id: PRIVATE }]);
  });

  test('are consumed once, whoever else tries at the same time', async () => {
    const { id } = await verification('once', 0);
    const consume = () => adapter.consumeOne({ model: 'verification', where: [{ field: 'id', value: String(id) }] });
    const tries = await Promise.all([consume(), consume(), consume()]);
    expect(tries.filter((row) => row !== null)).toHaveLength(1);
  });

  test('a transaction that fails leaves nothing', async () => {
    const failing = adapter.transaction(async (inside) => {
      const data = { identifier: 'lost', value: 'x', expiresAt: at(9), createdAt: at(0), updatedAt: at(0) };
      await inside.create({ model: 'verification', data });
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await adapter.count({ model: 'verification' })).toBe(0);
  });
});

test('the counter of wrong codes grows by one for each, and is set back under a condition', async () => {
  const { id } = await adapter.create<Record<string, unknown>>({
    ...{ model: 'twoFactor', data: { userId: PRIVATE, secret: 'sealed', backupCodes: 'sealed', verified: true } },
  });
  const where = [{ field: 'id', value: String(id) }];
  const grow = () => adapter.incrementOne({ model: 'twoFactor', where, increment: { failedVerificationCount: 1 } });
  await Promise.all([grow(), grow(), grow()]);
  const guard = [...where, { field: 'failedVerificationCount', operator: 'gte' as const, value: 3 }];
  const locked = await adapter.incrementOne<Record<string, unknown>>({
    ...{ model: 'twoFactor', where: guard, increment: {}, set: { lockedUntil: at(15) } },
  });
  expect(locked).toMatchObject({ failedVerificationCount: 3, lockedUntil: at(15) });
});

test('the tokens of a provider are not kept', async () => {
  const data = { userId: PRIVATE, providerId: 'openid', accountId: 'sub', accessToken: 'access', idToken: 'id' };
  await adapter.create({ model: 'account', data: { ...data, createdAt: at(0), updatedAt: at(0) } });
  const { rows } = await easyStep.database.pool.query('select c::text as row from kept.credential as c');
  expect(JSON.stringify(rows)).not.toContain('access');
});

describe('what is not written is refused, with what to add', () => {
  test.each([
    ['a model', () => adapter.findOne({ model: 'session', where: [{ field: 'nothing', value: 'x' }] })],
    [
      'an operator',
      () => adapter.findMany({ model: 'passkey', where: [{ field: 'name', operator: 'contains', value: 'x' }] }),
    ],
    ['a connector', () => adapter.count({ model: 'passkey', where: [{ field: 'name', value: 'x', connector: 'OR' }] })],
    ['a way to find accounts', () => adapter.findMany({ model: 'user', limit: 10 })],
    [
      'consuming what has no key',
      () => adapter.consumeOne({ model: 'verification', where: [{ field: 'identifier', value: 'x' }] }),
    ],
  ])('%s', async (_what, ask) => {
    await expect(ask()).rejects.toThrow();
  });

  test('a table that nobody described', () => {
    expect(() => modelOf('apiKey')).toThrow('describe the table in data.yaml');
    expect(() => columnOf(modelOf('passkey'), 'colour')).toThrow('models.ts');
    expect(Object.keys(MODELS)).not.toContain('rateLimit');
  });
});

test('every look and every write stands in the access log with whose it was', async () => {
  await session('logged');
  await adapter.findOne({ model: 'session', where: [{ field: 'token', value: 'logged' }] });
  const { rows } = await easyStep.database.pool.query(
    `select distinct action, tables from kept.access_log join kept.access_shape using (shape_id)
      where purpose = 'sign-in' and data_subjects @> array[$1::uuid] and tables = '{kept.account_session}' order by action`,
    [PRIVATE],
  );
  expect(rows.map(({ action }) => action)).toEqual(['read', 'write']);
});
