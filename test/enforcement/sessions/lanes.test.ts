/** Reads of sessions that run at the same moment travel together; each keeps its own rows, entry and error. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PurposeSession } from '../../../src/enforcement/index.ts';
import { createSessionWorld, type SessionWorld, seller, type TestTables } from '../../support/purpose-sessions.ts';

let world: SessionWorld;
beforeAll(async () => {
  world = await createSessionWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.pool.query('truncate kept.access_log');
});

const asSeller = <T>(work: (session: PurposeSession<TestTables>) => Promise<T>): Promise<T> =>
  world.enforcement.asPurpose(seller, 'customer-administration', work);

const readOne = (customer: string) =>
  asSeller((session) =>
    session.read(
      session.query
        .selectFrom('register.customer')
        .select(['customer_id', 'legal_name'])
        .where('customer_id', '=', customer),
    ),
  );

const readOrders = () =>
  asSeller((session) =>
    session.read(session.query.selectFrom('register.sales_order').select(['customer_id', 'order_id'])),
  );

/** Holds what `sql` locks while `work` runs. */
async function holding<T>(sql: string, work: () => Promise<T>): Promise<T> {
  const holder = await world.database.pool.connect();
  try {
    await holder.query('begin');
    await holder.query(sql);
    return await work();
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}

/** Only how long a machine that is busy with other things may take. */
const PATIENT = { timeout: 20_000 };

const WAITING = `datname = current_database() and application_name = 'kept customer-administration'
  and wait_event_type = 'Lock'`;

const waiting = async (): Promise<number> =>
  (await world.database.pool.query(`select from pg_stat_activity where ${WAITING}`)).rowCount ?? 0;

test('many reads at once each get their own rows and leave an entry each', async () => {
  const asked = Array.from({ length: 60 }, (_, at) => world.customers[at % 2] ?? '');
  const answers = await Promise.all(asked.map(readOne));
  expect(answers.map(([row]) => row?.customer_id)).toEqual(asked);
  const entries = await world.log();
  expect(entries.map(({ data_subjects }) => data_subjects)).toHaveLength(60);
  expect(entries.flatMap(({ data_subjects }) => data_subjects).sort()).toEqual([...asked].sort());
});

test('the rows of a read come in the order that it asks for, past the entry inside it', async () => {
  const order = async (direction: 'asc' | 'desc') => {
    const rows = await asSeller((session) =>
      session.read(
        session.query
          .selectFrom('register.customer')
          .select(['customer_id', 'legal_name'])
          .orderBy('legal_name', direction),
      ),
    );
    return rows.map(({ legal_name }) => legal_name);
  };
  expect(await order('asc')).toEqual((await order('desc')).reverse());
  expect(await order('desc')).toEqual(['Åse Eksempel', 'Bård Eksempel']);
});

test('a read that fails leaves those that travel with it alone', async () => {
  const asked = Array.from({ length: 12 }, (_, at) => (at % 3 === 0 ? 'no key at all' : (world.customers[0] ?? '')));
  const settled = await Promise.allSettled(asked.map(readOne));
  for (const [at, { status }] of settled.entries()) expect(status).toBe(at % 3 === 0 ? 'rejected' : 'fulfilled');
  expect(await world.log()).toHaveLength(8);
});

test('connections that are cut fail their reads without a row, and the next reads get new ones', async () => {
  const settled = await holding('lock table register.customer', async () => {
    const reads = Array.from({ length: 12 }, () => readOne(world.customers[0]));
    const all = Promise.allSettled(reads);
    await expect.poll(waiting, PATIENT).toBeGreaterThan(0);
    // One that waits for a connection gets one, and waits for the lock in its turn.
    while ((await waiting()) > 0) {
      await world.database.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${WAITING}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return all;
  });
  const errors = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
  expect(new Set(errors)).toEqual(new Set(['database-unavailable']));
  const answered = settled.filter(({ status }) => status === 'fulfilled').length;
  expect(await world.log()).toHaveLength(answered);
  await expect.poll(() => readOne(world.customers[1]).catch(() => []), PATIENT).toHaveLength(1);
});

test('a read that locks rows waits by itself and holds up no other', async () => {
  const [customer] = world.customers;
  let locking: Promise<unknown[]> = Promise.resolve([]);
  await holding(`select from register.customer where customer_id = '${customer}' for update`, async () => {
    locking = asSeller((session) =>
      session.read(
        session.query
          .selectFrom('register.customer')
          .select(['customer_id'])
          .where('customer_id', '=', customer)
          .forUpdate(),
      ),
    );
    await expect.poll(waiting, PATIENT).toBe(1);
    for (let round = 0; round < 20; round += 1) expect(await readOne(customer)).toHaveLength(1);
  });
  expect(await locking).toEqual([{ customer_id: customer }]);
});

test('a read that took long goes by itself the next time, and holds up no other', async () => {
  const slow = async (): Promise<void> => {
    await expect.poll(waiting, PATIENT).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 150));
  };
  const first = await holding('lock table register.sales_order', async () => {
    const orders = readOrders();
    await slow();
    return { orders };
  });
  await first.orders;
  const second = await holding('lock table register.sales_order', async () => {
    const reads = [readOrders(), readOne(world.customers[0]), readOne(world.customers[1])] as const;
    expect(await Promise.all(reads.slice(1))).toHaveLength(2);
    await slow();
    return { orders: reads[0] };
  });
  await expect(second.orders).resolves.toEqual([]);
});
