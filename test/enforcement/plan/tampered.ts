/** A live database that is tampered with by hand, one way after the other, and what the search for drift then names. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyPolicy, findDrift } from '../../../src/enforcement/index.ts';
import { inputFor } from '../../support/apply.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { tradePolicy } from '../../support/trade-policy.ts';

/**
 * What is done, how it is undone (`REAPPLY`: by the policy alone), and what is then named. `ROLE_` is the prefix of the
 * roles, `DATABASE` the database, `STRANGER` a role of nobody's.
 */
export type Tampered = readonly [what: string, plant: string, undo: string, finds: string];

/** Makes one test of each. @param create Where: on a server of its own for what reaches all databases of one. */
export function testTampering(
  cases: readonly Tampered[],
  create: () => Promise<TestDatabase> = createTestDatabase,
): void {
  const { policy } = tradePolicy();
  let database: TestDatabase;
  let usual: Set<string>;
  const places = async (): Promise<string[]> =>
    (await findDrift(database.pool, policy, database.rolePrefix)).map(({ kind, place }) => `${kind} ${place}`);
  // Beyond what a database with undescribed tables of the register always shows.
  const found = async (): Promise<string[]> => (await places()).filter((place) => !usual.has(place));
  const named = (text: string): string =>
    text
      .replaceAll('ROLE_', `${database.rolePrefix}_`)
      .replaceAll('DATABASE', database.settings.database)
      .replaceAll('STRANGER', `x${database.rolePrefix}`);

  beforeAll(async () => {
    database = await create();
    await applyPolicy(database.pool, inputFor(database));
    usual = new Set(await places());
  });
  afterAll(() => database.close());

  test('after apply nothing differs but what the policy never described', () => {
    expect([...usual].filter((place) => !place.startsWith('unknown-table '))).toEqual([]);
    expect(usual).toContain('unknown-table register.invoice');
  });

  test.each(cases)('%s is found and named', async (_what, plant, undo, finds) => {
    await database.pool.query(named(plant));
    expect(await found()).toContain(named(finds));
    if (undo !== 'REAPPLY') await database.pool.query(named(undo));
    // What a policy makes comes back by itself.
    await applyPolicy(database.pool, inputFor(database));
    expect(await found()).toEqual([]);
  });
}
