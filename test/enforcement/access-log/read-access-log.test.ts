/** A person's own log: page by page, newest first, without the others whom the same look met. */
import { expect, test } from 'vitest';
import { readAccessLog } from '../../../src/enforcement/index.ts';
import { createSessionWorld, seller } from '../../support/purpose-sessions.ts';

test('a person reads who looked at them, page by page, and learns of nobody else', async () => {
  const world = await createSessionWorld();
  try {
    const [one, other] = world.customers;
    const look = (who: string | null) =>
      world.enforcement.asPurpose(seller, 'customer-administration', (session) => {
        const all = session.query.selectFrom('register.customer').select(['customer_id', 'legal_name']);
        return session.read(who === null ? all : all.where('customer_id', '=', who));
      });
    for (const who of [one, other, null]) await look(who);
    const [newest, ...none] = await readAccessLog(world.database.pool, one, { limit: 1 });
    expect(none).toEqual([]);
    expect(newest).toMatchObject({
      ...{ purpose: 'customer-administration', action: 'read', tables: ['register.customer'] },
      ...{ categories: ['identity'], principalKind: 'staff', principalId: seller.id },
    });
    const older = await readAccessLog(world.database.pool, one, { limit: 10, before: newest?.entryId ?? 0 });
    expect(older).toHaveLength(1);
    expect(JSON.stringify([newest, older])).not.toContain(other);
  } finally {
    await world.close();
  }
});
