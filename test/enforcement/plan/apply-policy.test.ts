/** Plan and apply on a real database: what they make, what they leave alone, what they say. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyPolicy, planPolicy, readEntries, renderPlan } from '../../../src/enforcement/index.ts';
import { inputFor } from '../../support/apply.ts';
import { createTestDatabase, type TestDatabase, withDatabase } from '../../support/database.ts';
import { tradePolicy } from '../../support/trade-policy.ts';
import { asRole, tryGrants } from '../../support/try-grants.ts';

describe('the compiled database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await applyPolicy(database.pool, inputFor(database));
  });
  afterAll(() => database.close());

  test('for every purpose, table and column, Postgres grants what the policy says and nothing else', async () => {
    const { tried, wrong } = await tryGrants(database, tradePolicy().policy);
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(1000);
  });

  test('applied again, nothing is done', async () => {
    const { changed, plan } = await applyPolicy(database.pool, inputFor(database));
    expect(plan.steps).toEqual([]);
    expect(changed).toBe(false);
  });

  test('in the read schema of a purpose, select * shows what it sees and the rest does not exist', async () => {
    await asRole(database, 'marketing', async (pool) => {
      const { fields } = await pool.query('select * from customer');
      expect(fields.map(({ name }) => name)).toContain('email');
      await expect(pool.query('select * from message')).rejects.toThrow('does not exist');
      await expect(pool.query('select * from register.message')).rejects.toThrow('permission denied');
    });
  });

  test('no password stands in a printed plan', async () => {
    await withDatabase(async (other) => {
      const { policy } = tradePolicy();
      const plan = await planPolicy(other.pool, inputFor(other));
      const text = renderPlan(plan, policy, { language: 'en', colour: false });
      expect(text).toContain(`create role ${other.rolePrefix}_marketing login noinherit password '…'`);
      expect(text).not.toMatch(/password '[^…]/);
      expect(renderPlan(plan, policy, { language: 'nb', colour: false })).toContain('Hva det betyr');
    });
  });
});

test('two that apply at once wait for each other, and the second finds nothing to do', async () => {
  await withDatabase(async (database) => {
    const both = await Promise.all([1, 2].map(() => applyPolicy(database.pool, inputFor(database))));
    expect(both.map(({ changed }) => changed).sort()).toEqual([false, true]);
    const { rows } = await database.pool.query('select count(*) as versions from kept.policy_version');
    expect(rows).toEqual([{ versions: 1 }]);
  });
});

test('an apply that fails halfway leaves nothing behind', async () => {
  await withDatabase(async (database) => {
    await database.pool.query('create schema marketing');
    await expect(applyPolicy(database.pool, inputFor(database))).rejects.toThrow('already exists');
    const { rows } = await database.pool.query(
      'select count(*) as roles from pg_roles where starts_with(rolname, $1)',
      [`${database.rolePrefix}_`],
    );
    expect(rows).toEqual([{ roles: 0 }]);
  });
});

test('a version is stored by the hash of its content, and its application stands in the ledger', async () => {
  await withDatabase(async (database) => {
    const { plan } = await applyPolicy(database.pool, inputFor(database));
    const { rows } = await database.pool.query('select content_hash, notice_version from kept.policy_version');
    expect(rows).toEqual([{ content_hash: plan.contentHash, notice_version: '1' }]);
    const kinds: string[] = [];
    for await (const entry of readEntries(database.pool, 0)) kinds.push(entry.kind);
    expect(kinds).toEqual(['policy-applied']);
  });
});

describe('a changed policy', () => {
  test('says which columns a purpose gains and loses, and does just that', async () => {
    await withDatabase(async (database) => {
      await applyPolicy(database.pool, inputFor(database));
      const change = tradePolicy([
        'purposes.yaml',
        'uses: [identity, contact-details]\n',
        'uses: [identity, correspondence]\n',
      ]);
      const { plan } = await applyPolicy(database.pool, inputFor(database, change));
      const marketing = plan.meaning.columns.find(({ purpose }) => purpose === 'marketing');
      expect(marketing?.gains).toContain('register.message.body');
      expect(marketing?.loses).toContain('register.customer.email');
      expect((await tryGrants(database, change.policy)).wrong).toEqual([]);
    });
  });

  test('that drops a purpose takes its role and its schema away, and its bit is not given again', async () => {
    await withDatabase(async (database) => {
      await applyPolicy(database.pool, inputFor(database));
      const before = await bitsOf(database);
      const renamed = tradePolicy(['purposes.yaml', '  catalogue:\n', '  products:\n']);
      await applyPolicy(database.pool, inputFor(database, renamed));
      const after = await bitsOf(database);
      expect(after.catalogue).toBe(before.catalogue);
      expect(Object.values(before)).not.toContain(after.products);
      const { rows } = await database.pool.query('select 1 from pg_roles where rolname = $1', [
        `${database.rolePrefix}_catalogue`,
      ]);
      expect(rows).toEqual([]);
    });
  });

  test('that describes a table nobody made is refused before anything is done', async () => {
    await withDatabase(async (database) => {
      await database.pool.query('alter table register.product drop column sku');
      await expect(applyPolicy(database.pool, inputFor(database))).rejects.toMatchObject({ code: 'tables-missing' });
    });
  });
});

async function bitsOf(database: TestDatabase): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<{ name: string; bit: number }>('select name, bit from kept.purpose');
  return Object.fromEntries(rows.map(({ name, bit }) => [name, bit]));
}
