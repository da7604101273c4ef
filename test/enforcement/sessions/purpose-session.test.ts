/** Purpose sessions against a real server: who gets in, what is logged, and that nothing leaves unlogged. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { EnforcementError } from '../../../src/enforcement/index.ts';
import { createSessionWorld, person, type SessionWorld, seller, supporter } from '../../support/purpose-sessions.ts';

let world: SessionWorld;
beforeAll(async () => {
  world = await createSessionWorld();
});
afterAll(() => world.close());
afterEach(async () => {
  await world.database.pool.query('truncate kept.access_log');
});

const failure = (work: Promise<unknown>): Promise<EnforcementError> =>
  work.then(
    () => Promise.reject(new Error('it should have failed')),
    (error: EnforcementError) => error,
  );

describe('who gets in', () => {
  test('a staff member without a role of the purpose is refused, and the refusal is logged', async () => {
    const error = await failure(world.enforcement.asPurpose(supporter, 'customer-administration', async () => 'in'));
    expect(error.code).toBe('purpose-refused');
    expect(await world.log()).toEqual([
      {
        ...{ purpose: 'customer-administration', action: 'refused', tables: [], categories: [] },
        ...{ principal_kind: 'staff', principal_id: supporter.id, data_subjects: [] },
      },
    ]);
  });

  test('a person is refused where the purpose is not open to people, also with the name of a staff role', async () => {
    const posing = { ...person(world.customers[0]), roles: ['sales'] };
    const error = await failure(world.enforcement.asPurpose(posing, 'customer-administration', async () => 'in'));
    expect(error.code).toBe('purpose-refused');
  });

  test('a purpose that the policy does not name is unknown, also by a name that every object has', async () => {
    for (const name of ['sale-of-data', 'constructor', '__proto__']) {
      const error = await failure(world.enforcement.asPurpose(seller, name, async () => 'in'));
      expect(error.code).toBe('purpose-unknown');
    }
  });

  test('the purposes of a principal are those that list its role, in the order of the policy', () => {
    expect(world.enforcement.purposesOf(seller)).toEqual(['customer-administration', 'catalogue']);
    expect(world.enforcement.purposesOf(person(world.customers[0]))).toEqual(['ordering', 'self-service']);
  });

  test('a session that is kept after its work reaches nothing', async () => {
    const kept = await world.enforcement.asPurpose(seller, 'customer-administration', async (session) => session);
    expect(() => kept.read(kept.query.selectFrom('register.customer').select('customer_id'))).toThrow(/has ended/);
  });
});

describe('reading', () => {
  test('a read is logged with whose data it was and the categories of every column it touched', async () => {
    const rows = await world.enforcement.asPurpose(seller, 'customer-administration', (session) =>
      session.read(
        session.query
          .selectFrom('register.customer')
          .select(['customer_id', 'legal_name'])
          .where('email', 'like', '%example.no')
          .orderBy('legal_name'),
      ),
    );
    expect(rows.map(({ customer_id }) => customer_id).sort()).toEqual([...world.customers].sort());
    const [entry, ...others] = await world.log();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      ...{ purpose: 'customer-administration', action: 'read', tables: ['register.customer'] },
      ...{ categories: ['contact-details', 'identity'], principal_id: seller.id },
    });
    expect([...(entry?.data_subjects ?? [])].sort()).toEqual([...world.customers].sort());
  });

  test('a read that does not say whose rows it holds is refused before it runs', async () => {
    const error = await failure(
      world.enforcement.asPurpose(seller, 'customer-administration', (session) =>
        session.read(session.query.selectFrom('register.customer').select('email')),
      ),
    );
    expect(error.code).toBe('read-not-attributable');
    expect(error.message).toContain('register.customer.customer_id');
    expect(await world.log()).toEqual([]);
  });

  test('tables of nobody are read without a log entry', async () => {
    await world.enforcement.asPurpose(seller, 'catalogue', (session) =>
      session.read(session.query.selectFrom('register.product').select('sku')),
    );
    expect(await world.log()).toEqual([]);
  });

  test('a count is logged and names nobody', async () => {
    const rows = await world.enforcement.asPurpose(seller, 'customer-administration', (session) =>
      session.count(
        session.query
          .selectFrom('register.customer')
          .select((eb) => ['kind', eb.fn.countAll<number>().as('many')])
          .groupBy('kind'),
      ),
    );
    expect(rows).toEqual([{ kind: 'private', many: 2 }]);
    expect(await world.log()).toMatchObject([{ action: 'count', data_subjects: [] }]);
  });

  test('a column that the purpose has no right to is refused by the database itself', async () => {
    const error = await failure(
      world.enforcement.asPurpose(supporter, 'support', (session) =>
        session.read(session.query.selectFrom('register.customer').select(['customer_id', 'email'])),
      ),
    );
    expect(error.code).toBe('statement-refused');
    expect(await world.log()).toEqual([]);
  });

  test('no row of a purpose that needs consent is there before consent', async () => {
    const marketer = { kind: 'staff', id: seller.id, roles: ['marketing'] } as const;
    const rows = await world.enforcement.asPurpose(marketer, 'marketing', (session) =>
      session.read(session.query.selectFrom('register.customer').select(['customer_id', 'email'])),
    );
    expect(rows).toEqual([]);
  });
});

describe('one’s own rows', () => {
  const ownRows = (who: string, where = 'own') =>
    world.enforcement.asPurpose(person(who), 'self-service', async (session) => {
      const query = session.query.selectFrom('register.customer').select(['customer_id', 'legal_name']);
      return where === 'own' ? session.read(query) : session.transaction((inner) => inner.read(query));
    });

  test('a person sees the own rows alone, whoever used the connection before and however they ended', async () => {
    const [one, other] = world.customers;
    const runs = Array.from({ length: 60 }, (_, at) => ({ who: at % 2 === 0 ? one : other, at }));
    await Promise.all(
      runs.map(async ({ who, at }) => {
        if (at % 7 === 0) {
          const failing = world.enforcement.asPurpose(person(who), 'self-service', (session) =>
            session.transaction(() => Promise.reject(new Error('changed my mind'))),
          );
          await failure(failing);
        }
        const rows = await ownRows(who, at % 3 === 0 ? 'in a transaction' : 'own');
        expect(rows.map(({ customer_id }) => customer_id)).toEqual([who]);
      }),
    );
  });

  test('who is no person sees nothing of a purpose that shows one’s own', async () => {
    const nobody = { kind: 'data-subject', id: 'somebody', roles: [] } as const;
    await ownRows(world.customers[0]);
    const rows = await world.enforcement.asPurpose(nobody, 'self-service', (session) =>
      session.read(session.query.selectFrom('register.customer').select(['customer_id'])),
    );
    expect(rows).toEqual([]);
  });

  test('the setting that says whose rows they are cannot be changed from inside', async () => {
    const error = await failure(
      world.enforcement.asPurpose(person(world.customers[0]), 'self-service', (session) =>
        session.read(
          session.query
            .selectFrom('register.customer')
            .select((eb) => [
              'customer_id',
              eb.fn('set_config', [eb.val('kept.person'), eb.val(world.customers[1]), eb.val(false)]).as('set'),
            ]),
        ),
      ),
    );
    expect(error.code).toBe('statement-opaque');
  });
});
