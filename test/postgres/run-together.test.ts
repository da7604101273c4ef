/** Statements in one packet and one transaction: what each gets, and what an error leaves behind. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Failure,
  type PoolClient,
  type PreparedStatement,
  type Rows,
  runTogether,
  wireValues,
} from '../../src/postgres/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let client: PoolClient;
beforeAll(async () => {
  database = await createTestDatabase();
  client = await database.pool.connect();
  await client.query('create table public.note (n integer primary key, word text, at timestamptz)');
});
afterAll(async () => {
  client.release();
  await database.close();
});

const together = (...statements: PreparedStatement[]) =>
  new Promise<{ failure: Failure | null; results: readonly Rows[] }>((resolve) => {
    runTogether(client, statements, (failure, results) => resolve({ failure, results }));
  });

const statement = (sql: string, ...values: unknown[]): PreparedStatement => ({
  name: `test ${sql}`.slice(0, 60),
  sql,
  values: wireValues(values),
});
const add = (n: number, word: string | null = null) =>
  statement('insert into public.note (n, word) values ($1, $2) returning n, word', n, word);
const count = async (): Promise<unknown> => (await client.query('select count(*) as n from public.note')).rows[0]?.n;

test('each statement gets its own rows, with values as the pools have them', async () => {
  const day = new Date('2026-11-24T12:00:00Z');
  const { failure, results } = await together(
    statement(
      'select $1::bigint as big, $2::date as day, $3::timestamptz as at, $4::text[] as words',
      7,
      '2026-11-24',
      day,
      ['a', 'b'],
    ),
    statement('select 1 as one where false'),
    statement('select n, null as nothing from generate_series(1, 2) as n'),
  );
  expect(failure).toBeNull();
  expect(results).toEqual([
    [{ big: 7, day: '2026-11-24', at: day, words: ['a', 'b'] }],
    [],
    [
      { n: 1, nothing: null },
      { n: 2, nothing: null },
    ],
  ]);
});

test('the same statement twice, new and known, gets the rows of each run', async () => {
  for (const _ of ['new', 'known']) {
    const { results } = await together(
      statement('select $1::integer as twice', 1),
      statement('select $1::integer as twice', 2),
    );
    expect(results).toEqual([[{ twice: 1 }], [{ twice: 2 }]]);
  }
});

test('an error names the statement it belongs to and undoes all of them', async () => {
  await client.query('truncate public.note');
  const { failure } = await together(add(1), add(2), add(1), add(3));
  expect(failure).toMatchObject({ at: 2, broken: false, error: { code: '23505' } });
  expect(await count()).toBe(0);
  expect((await together(add(1), add(2))).failure).toBeNull();
  expect(await count()).toBe(2);
});

test('a statement that cannot be parsed is parsed anew when its table is there', async () => {
  const late = statement('select here from public.later');
  for (const _ of ['once', 'again']) {
    const { failure } = await together(statement('select 1 as one'), late, statement('select 2 as never_parsed'));
    expect(failure).toMatchObject({ at: 1, broken: false, error: { code: '42P01' } });
  }
  await client.query('create table public.later (here integer)');
  const { failure, results } = await together(late, statement('select 2 as never_parsed'));
  expect(failure).toBeNull();
  expect(results).toEqual([[], [{ never_parsed: 2 }]]);
});

test('a result that changed its columns fails once and is then described anew', async () => {
  const all = statement('select * from public.later');
  await together(all);
  await client.query('alter table public.later add column more text; insert into public.later values (1, $$x$$)');
  expect((await together(all)).failure).toMatchObject({ at: 0, error: { code: '0A000' } });
  expect((await together(all)).results).toEqual([[{ here: 1, more: 'x' }]]);
});

test('an error at the commit belongs to all', async () => {
  await client.query('create table public.child (n integer references public.note deferrable initially deferred)');
  const { failure } = await together(statement('select 1 as one'), statement('insert into public.child values (99)'));
  expect(failure).toMatchObject({ at: null, broken: false, error: { code: '23503' } });
});

test('a value beyond what a number can hold fails its own statement', async () => {
  const { failure } = await together(statement('select 1 as one'), statement('select 9007199254740993::bigint as big'));
  expect(failure).toMatchObject({ at: 1, broken: false, error: { name: 'RangeError' } });
});
