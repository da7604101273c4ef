/** Passwords of purposes: a new secret takes the place of the old one at the next apply, and the old one opens nothing. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyPolicy, planPolicy, roleOfPurpose } from '../../../src/enforcement/index.ts';
import { inputFor } from '../../support/apply.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { asRole } from '../../support/try-grants.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await applyPolicy(database.pool, inputFor(database));
});
afterAll(() => database.close());

const signsIn = (secret: Buffer): Promise<string> =>
  asRole({ ...database, secret }, 'marketing', (pool) =>
    pool.query('select 1').then(
      () => 'in',
      (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
    ),
  );

test('a new secret gives every role a new password, and the old ones open nothing', async () => {
  const before = database.secret;
  const secret = randomBytes(32);
  const { changed, plan } = await applyPolicy(database.pool, { ...inputFor(database), secret });
  expect(changed).toBe(true);
  expect(plan.steps.every(({ fact }) => fact.kind === 'role')).toBe(true);
  expect(plan.steps.flatMap(({ printed }) => printed).join('\n')).not.toMatch(/[0-9a-f]{64}/);
  expect(await signsIn(secret)).toBe('in');
  expect(await signsIn(before)).toBe('28P01');
  expect((await planPolicy(database.pool, { ...inputFor(database), secret })).empty).toBe(true);
  expect((await applyPolicy(database.pool, inputFor(database))).changed).toBe(true);
  expect(await signsIn(before)).toBe('in');
});

test('a password that a role has given itself is set right', async () => {
  const role = roleOfPurpose(database.rolePrefix, 'marketing');
  await asRole(database, 'marketing', (pool) => pool.query(`alter role ${role} password 'my own'`));
  expect(await signsIn(database.secret)).toBe('28P01');
  expect((await planPolicy(database.pool, inputFor(database))).steps.map(({ fact }) => fact.key)).toEqual([role]);
  await applyPolicy(database.pool, inputFor(database));
  expect(await signsIn(database.secret)).toBe('in');
});
