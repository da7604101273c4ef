/** `kept work` as a process of its own: what it does, that two do it once, and what is left when it is killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, MAIN, openCommandLine } from '../support/command-line.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { addCustomer } from '../support/people.ts';

let database: TestDatabase;
let commands: CommandLine;
const started: ChildProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  commands = openCommandLine(database);
  expect(await commands.kept('apply')).toMatchObject({ code: 0 });
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  commands.close();
  await database.close();
});

interface Work {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  said(): string;
}

function work(): Work {
  const { environment: env, folder: cwd } = commands;
  const child = spawn(process.execPath, [MAIN, 'work'], { env, cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  started.push(child);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  return { child, ended, said: () => said };
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { rows } = await database.pool.query(
    `select state, start_after, retry_count, output, now() as now from pgboss.job where name = 'daily'`,
  );
  throw new Error(`it never came to be: ${what}; the jobs are ${JSON.stringify(rows)}`);
}

const one = async <T>(sql: string): Promise<T | undefined> =>
  (await database.pool.query<{ value: T }>(`select (${sql}) as value`)).rows[0]?.value;

const jobs = async (): Promise<string[]> => {
  if ((await one<string | null>(`to_regclass('pgboss.job')::text`)) === null) return [];
  const { rows } = await database.pool.query<{ state: string }>(
    `select state::text from pgboss.job where name = 'daily' order by created_on`,
  );
  return rows.map(({ state }) => state);
};

const connections = async (): Promise<number> =>
  (await one<number>(
    `select count(*)::int from pg_stat_activity where datname = current_database() and application_name = 'kept owner'`,
  )) ?? 0;

test('two that start at once do the day’s work once: months, permits, a witnessed checkpoint, fresh results', async () => {
  const customer = await addCustomer(database.pool);
  await database.pool.query('update register.customer set permits = 0 where customer_id = $1', [customer]);
  await database.pool.query(`do $$ declare month text; begin
    for month in select relid::text from pg_partition_tree('kept.access_log') where relid::text ~ '\\d{4}_\\d{2}$' loop
      execute format('drop table %s', month);
    end loop; end $$`);
  const workers = [work(), work()];
  await until('the job is done', async () => (await jobs()).includes('completed'));
  expect(await jobs()).toEqual(['completed']);
  expect(await one(`select count(*)::int from pg_partition_tree('kept.access_log') where isleaf`)).toBe(4);
  expect(await one(`select permits <> 0 from register.customer where customer_id = '${customer}'`)).toBe(true);
  expect(
    await one('select max(tree_size) = (select count(*) from kept.ledger_entry) from kept.ledger_checkpoint'),
  ).toBe(true);
  expect(readdirSync(join(commands.folder, 'witness')).length).toBeGreaterThan(0);
  expect(await one('select count(*)::int from kept.control_result')).toBeGreaterThan(30);
  for (const { child } of workers) child.kill('SIGTERM');
  const codes = await Promise.all(workers.map(({ ended }) => ended));
  const said = workers.map((one) => one.said()).join('');
  expect(said).not.toMatch(/jobs:|kept:|Error/);
  expect(codes).toEqual([0, 0]);
  await until('its connections are closed', async () => (await connections()) === 0);
});

test('what was done within the day is not done again at the next start, and ending takes no force', async () => {
  const { child, ended } = work();
  await until('it is connected', async () => (await connections()) > 0);
  await until('it looks for jobs', async () => (await one<number>('select count(*)::int from pgboss.schedule')) === 1);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(await jobs()).toEqual(['completed']);
});

test('beside a web site it ends when the web site is gone, in whatever way', async () => {
  const { environment: env, folder: cwd } = commands;
  const child = spawn(process.execPath, [MAIN, 'work'], { env, cwd, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  started.push(child);
  const ended = new Promise((done) => child.once('exit', done));
  await until('it is connected', async () => (await connections()) > 0);
  child.disconnect();
  expect(await ended).toBe(0);
});

test('killed in the middle, its work is taken up by the next', async () => {
  await database.pool.query(`update kept.control_result set checked_at = checked_at - interval '2 days'`);
  const holder = await database.pool.connect();
  await holder.query('begin; lock table kept.ledger_checkpoint in access exclusive mode');
  const killed = work();
  await until('a second job is under way', async () => (await jobs()).includes('active'));
  killed.child.kill('SIGKILL');
  await killed.ended;
  await holder.query('rollback');
  holder.release();
  // Its heart stopped beating a while ago.
  await database.pool.query(
    `update pgboss.job set heartbeat_on = now() - interval '10 minutes', started_on = now() - interval '10 minutes'
      where state = 'active'`,
  );
  await database.pool.query('update pgboss.queue set monitor_on = null, monitor_claim_on = null');
  const next = work();
  await until('it waits again', async () => !(await jobs()).includes('active'));
  // Its pause before the next try, cut short.
  await database.pool.query(`update pgboss.job set start_after = now() where state = 'retry'`);
  await until('both are done', async () => (await jobs()).every((state) => state === 'completed'));
  expect(await jobs()).toHaveLength(2);
  next.child.kill('SIGTERM');
  expect(await next.ended).toBe(0);
});

test('a step that fails is told by name and code, the others are done, and the job table holds no value', async () => {
  await database.pool.query(`update kept.control_result set checked_at = checked_at - interval '2 days'`);
  await database.pool.query(`alter function kept.access_log_partitions(integer) rename to access_log_away`);
  const { child, ended, said } = work();
  await until('it waits for its next try', async () => (await jobs()).includes('retry'));
  expect(await one(`select max(checked_at) > now() - interval '5 minutes' from kept.control_result`)).toBe(true);
  expect(await one(`select output::text from pgboss.job where state = 'retry'`)).toContain(
    'access-log-months: error 42883',
  );
  expect(said()).toContain('jobs: access-log-months: error 42883');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  await database.pool.query(`alter function kept.access_log_away(integer) rename to access_log_partitions`);
});

test('what pg-boss keeps holds nothing but ids and names', async () => {
  expect((await commands.kept('verify', '--json')).stdout).not.toBe('');
  const { rows } = await database.pool.query(
    `select status, evidence from kept.control_result where control = 'jobs-carry-ids'`,
  );
  expect(rows).toMatchObject([{ status: 'holds' }]);
});
