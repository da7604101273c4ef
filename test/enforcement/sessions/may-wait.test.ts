/** Which reads may travel with others, told by the statement's tree. */
import { type Compilable, sql } from 'kysely';
import { expect, test } from 'vitest';
import { mayWait } from '../../../src/enforcement/sessions/analysis/may-wait.ts';
import { queryBuilder } from '../../../src/postgres/index.ts';
import type { TestTables } from '../../support/purpose-sessions.ts';

const customers = queryBuilder<TestTables>().selectFrom('register.customer as c').select('c.customer_id');
const alone = (statement: Compilable): boolean => mayWait(statement.compile().query);

test('a plain read travels with others, also with conditions, order and harmless functions', () => {
  expect(alone(customers)).toBe(false);
  expect(alone(customers.distinct().where('c.city', '=', 'for update').orderBy('c.legal_name').limit(10))).toBe(false);
  expect(
    alone(customers.select(({ fn }) => [fn('lower', ['c.email']).as('mail'), fn.coalesce('c.phone').as('tel')])),
  ).toBe(false);
  expect(alone(customers.where(sql<boolean>`lower(c.email) = ${'for update'} and c.city in ('a')`))).toBe(false);
});

test('a read that locks rows goes by itself, however deep the lock stands', () => {
  for (const locking of [
    customers.forUpdate(),
    customers.forShare(),
    customers.forKeyShare(),
    customers.forNoKeyUpdate(),
  ]) {
    expect(alone(locking)).toBe(true);
    expect(alone(customers.where('c.customer_id', 'in', locking))).toBe(true);
  }
  expect(alone(customers.modifyEnd(sql`for no key update`))).toBe(true);
});

test('a read that calls what is not known to be harmless goes by itself', () => {
  const called = (name: string) => customers.select(({ fn }) => fn(name, ['c.city']).as('found'));
  expect(alone(called('pg_sleep'))).toBe(true);
  expect(alone(called('kept.lock_person'))).toBe(true);
  for (const raw of [
    sql`pg_sleep(1)`,
    sql`${sql.raw('pg_sleep')}(1)`,
    sql`pg_sleep ${sql.raw('(1)')}`,
    sql`"pg_sleep"(1)`,
    sql`lower(c.city) || nextval('a')`,
  ]) {
    expect(alone(customers.select(raw.as('found')))).toBe(true);
  }
});
