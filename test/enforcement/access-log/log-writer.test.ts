/** The access log: no log, no answer; entries of concurrent reads share a commit; months have their partitions. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { accessLogRole, type EnforcementError } from '../../../src/enforcement/index.ts';
import { createSessionWorld, type SessionWorld, seller } from '../../support/purpose-sessions.ts';

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

test('when the log cannot be written a read gives nothing, and works again when it can', async () => {
  const { pool, rolePrefix } = world.database;
  await readOne();
  await pool.query(`revoke insert on kept.access_log from ${accessLogRole(rolePrefix)}`);
  try {
    const errors = await Promise.all([failure(readOne()), failure(readOne(1))]);
    expect(errors.map(({ code }) => code)).toEqual(['log-unavailable', 'log-unavailable']);
  } finally {
    await pool.query(`grant insert on kept.access_log to ${accessLogRole(rolePrefix)}`);
  }
  expect(await readOne()).toHaveLength(1);
  expect(await world.log()).toHaveLength(2);
});

test('a refusal that cannot be logged is still a refusal', async () => {
  const { pool, rolePrefix } = world.database;
  const stranger = { kind: 'visitor', id: 'visitor', roles: [] } as const;
  await pool.query(`revoke insert on kept.access_log from ${accessLogRole(rolePrefix)}`);
  try {
    const error = await failure(world.enforcement.asPurpose(stranger, 'support', async () => 'in'));
    expect(error.code).toBe('log-unavailable');
  } finally {
    await pool.query(`grant insert on kept.access_log to ${accessLogRole(rolePrefix)}`);
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
    `select indexname as name from pg_indexes where schemaname = 'kept' and indexname like '%by_person'`,
  );
  expect(rows).toEqual([{ name: 'access_log_2026_01_by_person' }]);
});
