/** Reads of sessions that run at the same moment share connections; each keeps its own rows, entry and error. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSessionWorld, type SessionWorld, seller } from '../../support/purpose-sessions.ts';

let world: SessionWorld;
beforeAll(async () => {
  world = await createSessionWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.pool.query('truncate kept.access_log');
});

const readOne = (customer: string) =>
  world.enforcement.asPurpose(seller, 'customer-administration', (session) =>
    session.read(
      session.query
        .selectFrom('register.customer')
        .select(['customer_id', 'legal_name'])
        .where('customer_id', '=', customer),
    ),
  );

test('many reads at once each get their own rows and leave an entry each', async () => {
  const asked = Array.from({ length: 60 }, (_, at) => world.customers[at % 2] ?? '');
  const answers = await Promise.all(asked.map(readOne));
  expect(answers.map(([row]) => row?.customer_id)).toEqual(asked);
  const entries = await world.log();
  expect(entries.map(({ data_subjects }) => data_subjects[0]).sort()).toEqual([...asked].sort());
});

test('a read that fails leaves those that travel with it alone', async () => {
  const asked = Array.from({ length: 12 }, (_, at) => (at % 3 === 0 ? 'no key at all' : (world.customers[0] ?? '')));
  const settled = await Promise.allSettled(asked.map(readOne));
  for (const [at, { status }] of settled.entries()) expect(status).toBe(at % 3 === 0 ? 'rejected' : 'fulfilled');
  expect(await world.log()).toHaveLength(8);
});

test('connections that are cut fail their reads without a row, and the next reads get new ones', async () => {
  const cut = world.database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kept customer-administration'
        and datname = current_database()`,
  );
  const settled = await Promise.allSettled(Array.from({ length: 12 }, () => readOne(world.customers[0])));
  await cut;
  const given = settled.filter(({ status }) => status === 'fulfilled').length;
  expect((await world.log()).length).toBeGreaterThanOrEqual(given);
  await expect.poll(() => readOne(world.customers[1]).catch(() => [])).toHaveLength(1);
});

test('a read that locks rows waits by itself and holds up no other', async () => {
  const { pool } = world.database;
  const holder = await pool.connect();
  try {
    await holder.query('begin');
    await holder.query('select from register.customer where customer_id = $1 for update', [world.customers[0]]);
    const locking = world.enforcement.asPurpose(seller, 'customer-administration', (session) =>
      session.read(
        session.query
          .selectFrom('register.customer')
          .select(['customer_id'])
          .where('customer_id', '=', world.customers[0])
          .forUpdate(),
      ),
    );
    const settled = locking.then(
      () => 'done',
      () => 'refused',
    );
    expect(await readOne(world.customers[0])).toHaveLength(1);
    await holder.query('rollback');
    expect(['done', 'refused']).toContain(await settled);
  } finally {
    holder.release();
  }
});
