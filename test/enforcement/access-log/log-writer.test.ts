/** The access log: no log, no answer; entries of concurrent reads share a commit; months have their partitions. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { accessLogRole, type EnforcementError, roleOfPurpose } from '../../../src/enforcement/index.ts';
import { createSessionWorld, type SessionWorld, seller } from '../../support/purpose-sessions.ts';
import { asRole } from '../../support/try-grants.ts';

let world: SessionWorld;
beforeAll(async () => {
  world = await createSessionWorld();
});
afterAll(() => world.close());
afterEach(async () => {
  await world.database.pool.query('truncate kept.access_log');
});

const readOne = (at = 0) =>
  world.enforcement.asPurpose(seller, 'customer-administration', (session) =>
    session.read(
      session.query
        .selectFrom('register.customer')
        .select(['customer_id', 'legal_name'])
        .where('customer_id', '=', world.customers[at % 2] ?? ''),
    ),
  );

const failure = (work: Promise<unknown>): Promise<EnforcementError> =>
  work.then(
    () => Promise.reject(new Error('it should have failed')),
    (error: EnforcementError) => error,
  );

/** Takes the log away while `work` runs. */
async function withoutLog(how: 'no table' | 'no right', work: () => Promise<void>): Promise<void> {
  const { pool, rolePrefix } = world.database;
  const roles = [accessLogRole(rolePrefix), roleOfPurpose(rolePrefix, 'customer-administration')].join(', ');
  const on = 'execute on function kept.log_access(integer, text, text, uuid[])';
  const [away, back] =
    how === 'no table'
      ? [
          'alter table kept.access_log rename to access_log_away',
          'alter table kept.access_log_away rename to access_log',
        ]
      : [`revoke ${on} from ${roles}`, `grant ${on} to ${roles}`];
  await pool.query(away);
  try {
    await work();
  } finally {
    await pool.query(back);
  }
}

const inTransaction = () =>
  world.enforcement.asPurpose(seller, 'customer-administration', (session) =>
    session.transaction((inner) =>
      inner.read(inner.query.selectFrom('register.customer').select(['customer_id', 'legal_name'])),
    ),
  );

test.each(['no table', 'no right'] as const)(
  'when the log cannot be written (%s) a read gives nothing, and works again when it can',
  async (how) => {
    await readOne();
    await withoutLog(how, async () => {
      const errors = await Promise.all([failure(readOne()), failure(readOne(1)), failure(inTransaction())]);
      expect(errors.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => 'log-unavailable'));
    });
    expect(await readOne()).toHaveLength(1);
    expect(await world.log()).toHaveLength(2);
  },
);

test('nothing is logged under the name of another purpose, nor of a kind of principal that there is not', async () => {
  const { pool } = world.database;
  const { rows } = await pool.query<{ own: number; other: number }>(
    `select kept.access_shape_id('support', 'read', '{register.message}', '{}') as own,
            kept.access_shape_id('accounting', 'read', '{register.invoice}', '{}') as other`,
  );
  const tell = (shape: number | undefined, kind: string) =>
    asRole(world.database, 'support', (purpose) =>
      purpose.query('select kept.log_access($1, $2, $3, $4)', [shape, kind, 'somebody', '{}']),
    );
  await expect(tell(rows[0]?.other, 'staff')).rejects.toMatchObject({ code: '42501' });
  await expect(tell(rows[0]?.own, 'ghost')).rejects.toMatchObject({ code: '23514' });
  expect(await world.log()).toEqual([]);
  await tell(rows[0]?.own, 'staff');
  expect(await world.log()).toMatchObject([{ purpose: 'support', principal_id: 'somebody' }]);
});

test('a read in a transaction that is rolled back is logged all the same: its rows have been seen', async () => {
  const customers = world.customers;
  const undone = world.enforcement.asPurpose(seller, 'customer-administration', (session) =>
    session.transaction(async (inner) => {
      const rows = await inner.read(inner.query.selectFrom('register.customer').select(['customer_id', 'email']));
      throw new Error(`${rows.length} seen`);
    }),
  );
  await expect(undone).rejects.toThrow('2 seen');
  expect((await world.log()).map(({ data_subjects }) => [...data_subjects].sort())).toEqual([[...customers].sort()]);
});

test('a refusal that cannot be logged is still a refusal', async () => {
  const stranger = { kind: 'visitor', id: 'visitor', roles: [] } as const;
  await withoutLog('no table', async () => {
    const error = await failure(world.enforcement.asPurpose(stranger, 'support', async () => 'in'));
    expect(error.code).toBe('log-unavailable');
  });
});

test('an entry is durable when the rows are given out, also where the server does not wait for its disk', async () => {
  const { pool, rolePrefix } = world.database;
  const role = roleOfPurpose(rolePrefix, 'customer-administration');
  await pool.query(`alter role ${role} set synchronous_commit = off`);
  try {
    await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = $1 and datname = current_database()`,
      [role],
    );
    await expect.poll(() => readOne().catch(() => []), { timeout: 20_000 }).toHaveLength(1);
    const setting = await world.enforcement.asPurpose(seller, 'customer-administration', (session) =>
      session.read(
        session.query
          .selectFrom('register.customer')
          .select((eb) => ['customer_id', eb.fn('current_setting', [eb.val('synchronous_commit')]).as('waits')]),
      ),
    );
    expect(setting).toMatchObject([{ waits: 'on' }, { waits: 'on' }]);
  } finally {
    await pool.query(`alter role ${role} reset synchronous_commit`);
  }
});

test('the log’s connection may break: the next read opens another', async () => {
  await readOne();
  await world.database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'kept access log'`,
  );
  const tries = await Promise.allSettled([readOne(), readOne(), readOne()]);
  const answered = tries.filter(({ status }) => status === 'fulfilled').length;
  const entries = (await world.log()).length;
  expect(entries).toBeGreaterThanOrEqual(answered + 1);
  expect(await readOne()).toHaveLength(1);
});

test('entries of concurrent reads share commits, and each read has its own entry', async () => {
  await readOne();
  await world.database.pool.query('truncate kept.access_log');
  await Promise.all(Array.from({ length: 200 }, (_, at) => readOne(at)));
  // Rows of one commit carry the number of its transaction.
  const { rows } = await world.database.pool.query<{ entries: number; commits: number }>(
    'select count(*) as entries, count(distinct xmin::text) as commits from kept.access_log',
  );
  expect(rows[0]?.entries).toBe(200);
  expect(rows[0]?.commits).toBeLessThan(100);
});

test('the months ahead have partitions; entries that waited in the default partition move there', async () => {
  const { pool } = world.database;
  const months = async (): Promise<string[]> =>
    (
      await pool.query<{ name: string }>(
        `select inhrelid::regclass::text as name from pg_inherits
          where inhparent = 'kept.access_log'::regclass order by 1`,
      )
    ).rows.map(({ name }) => name);
  expect(await months()).toHaveLength(4);
  const shape = await pool.query<{ id: number }>(
    `select kept.access_shape_id('support', 'read', array['register.message'], '{}') as id`,
  );
  await pool.query(
    `insert into kept.access_log (at, shape_id, principal_kind, principal_id, data_subjects)
     values (date_trunc('month', now()) + interval '3 months 5 days', $1, 'system', 'later', '{}')`,
    [shape.rows[0]?.id],
  );
  await pool.query('select kept.access_log_partitions(4)');
  expect(await months()).toHaveLength(6);
  const waiting = await pool.query('select from only kept.access_log_default');
  expect(waiting.rowCount).toBe(0);
  expect(await world.log()).toHaveLength(1);
});

test('a month that is over gets an index by person, once', async () => {
  const { pool } = world.database;
  await pool.query(
    `create table kept.access_log_2026_01 partition of kept.access_log for values from ('2026-01-01Z') to ('2026-02-01Z')`,
  );
  for (const _ of ['first', 'again']) await pool.query('select kept.access_log_partitions(0)');
  const { rows } = await pool.query<{ name: string }>(
    `select indexname as name from pg_indexes where schemaname = 'kept' and indexname like 'access_log%by_person'`,
  );
  expect(rows).toEqual([{ name: 'access_log_2026_01_by_person' }]);
});
