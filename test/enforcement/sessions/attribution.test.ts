/** Whose rows a statement gives out: what speaks for whom in joins, sub-selects and unions, and what is refused. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type Compiled, planCount, planRead } from '../../../src/enforcement/sessions/analysis/plan-statement.ts';
import { accessOfPurpose } from '../../../src/policy/index.ts';
import { queryBuilder } from '../../../src/postgres/index.ts';
import type { TestTables } from '../../support/purpose-sessions.ts';
import { tradePolicy } from '../../support/trade-policy.ts';

const { policy } = tradePolicy();
const purpose = 'customer-administration';
const columns = new Map(accessOfPurpose(policy, purpose).map(({ table, read }) => [table, read]));
const context = { policy, purpose, ownRows: false, readable: (table: string) => columns.get(table) ?? [] };
const db = queryBuilder<TestTables>();

const read = (statement: { compile(): Compiled }) => planRead(context, statement.compile());
const refusal = (work: () => unknown): string => {
  try {
    work();
    return 'not refused';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
};
const customers = db.selectFrom('register.customer as c');

describe('joins', () => {
  const joined = customers.innerJoin('register.sales_order as o', 'o.customer_id', 'c.customer_id');

  test('in an inner join either key speaks for both tables', () => {
    for (const key of ['c.customer_id', 'o.customer_id as whose'] as const) {
      const plan = read(joined.select([key, 'c.email', 'o.placed_at']));
      expect(plan.shape?.tables).toEqual(['register.customer', 'register.sales_order']);
      expect(plan.people).toHaveLength(1);
    }
  });

  test('tables joined by something else than the person need a key each', () => {
    const chance = customers.innerJoin('register.sales_order as o', 'o.deliver_to_name', 'c.legal_name');
    expect(refusal(() => read(chance.select(['c.customer_id', 'o.placed_at'])))).toBe('read-not-attributable');
    expect(read(chance.select(['c.customer_id', 'o.customer_id as other'])).people).toHaveLength(2);
  });

  test('the key of a left-joined table, which may be null, does not speak for the table before it', () => {
    const left = customers.leftJoin('register.sales_order as o', 'o.customer_id', 'c.customer_id');
    expect(refusal(() => read(left.select(['o.customer_id', 'c.email'])))).toBe('read-not-attributable');
    expect(read(left.select(['c.customer_id', 'o.placed_at'])).people).toEqual([
      { name: 'customer_id', listed: false },
    ]);
  });

  test('an equality under OR holds nothing', () => {
    const either = db
      .selectFrom(['register.customer as c', 'register.sales_order as o'])
      .where((eb) => eb.or([eb('c.customer_id', '=', eb.ref('o.customer_id')), eb('c.city', '=', 'Trondheim')]));
    expect(refusal(() => read(either.select(['c.customer_id', 'o.placed_at'])))).toBe('read-not-attributable');
  });

  test('right and full joins are refused', () => {
    const right = customers.rightJoin('register.sales_order as o', 'o.customer_id', 'c.customer_id');
    expect(refusal(() => read(right.select(['o.customer_id'])))).toBe('statement-opaque');
  });
});

describe('parts of statements', () => {
  test('a condition with a sub-select counts its columns, and its people need no key', () => {
    const plan = read(
      customers
        .select(['c.customer_id'])
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('register.sales_order as o')
              .select('o.order_id')
              .whereRef('o.customer_id', '=', 'c.customer_id')
              .where('o.net_ore', '>', 0),
          ),
        ),
    );
    expect(plan.shape?.categories).toEqual(['purchases']);
  });

  test('a key goes through WITH, sub-selects and renaming', () => {
    const plan = read(
      db
        .with('few', (q) => q.selectFrom('register.customer').select(['customer_id as whose', 'email']))
        .selectFrom((eb) => eb.selectFrom('few').selectAll().as('inner'))
        .select(['inner.whose as person', 'inner.email']),
    );
    expect(plan.people).toEqual([{ name: 'person', listed: false }]);
    expect(plan.shape?.tables).toEqual(['register.customer']);
  });

  test('every branch of a union must say whose its rows are, in the same column', () => {
    const orders = db.selectFrom('register.sales_order').select(['customer_id', 'deliver_to_name as name']);
    const named = db.selectFrom('register.customer').select(['customer_id', 'legal_name as name']);
    expect(read(named.union(orders)).people).toEqual([{ name: 'customer_id', listed: false }]);
    const swapped = db.selectFrom('register.sales_order').select(['deliver_to_name as customer_id', 'status as name']);
    expect(refusal(() => read(named.union(swapped)))).toBe('read-not-attributable');
  });

  test('columns in raw SQL are counted, and a select in raw SQL is refused', () => {
    const raw = customers.select(['c.customer_id', sql<string>`lower(c.email)`.as('mail')]);
    expect(read(raw).shape?.categories).toEqual(['contact-details']);
    const hiding = customers.select(['c.customer_id', sql`(select max(body) from register.message)`.as('hidden')]);
    expect(refusal(() => read(hiding))).toBe('statement-opaque');
    expect(refusal(() => read({ compile: () => sql`select 1`.compile(db) }))).toBe('not-a-select');
  });

  test('a table that the policy does not describe is refused', () => {
    const unknown = db.withTables<{ 'register.secret': { secret: string } }>().selectFrom('register.secret');
    expect(refusal(() => read(unknown.select('secret')))).toBe('table-unknown');
  });
});

test('a count gives out figures: no key, no gathered values, no least name', () => {
  const count = (statement: { compile(): Compiled }) => refusal(() => planCount(context, statement.compile()));
  expect(count(customers.select(({ fn }) => [fn.countAll().as('many')]))).toBe('not refused');
  expect(count(customers.select('c.customer_id'))).toBe('count-names-people');
  expect(count(customers.select(({ fn }) => [fn.max('c.customer_id').as('last')]))).toBe('count-names-people');
  expect(count(customers.select(({ fn }) => [fn.agg('array_agg', ['c.email']).as('all')]))).toBe('count-names-people');
});

test("where one sees nothing but own rows, a row that lists several people is one's own as long as the list stays out", () => {
  const own = { ...context, purpose: 'self-service', ownRows: true };
  const log = db
    .withTables<{ 'kept.access_log': { at: Date; data_subjects: string[] } }>()
    .selectFrom('kept.access_log');
  expect(planRead(own, log.select('at').compile())).toMatchObject({ ownLists: true, people: [] });
  expect(refusal(() => read(log.select('at')))).toBe('read-not-attributable');
  for (const inside of [sql`array_length(data_subjects, 1)`, sql`data_subjects[1]`]) {
    const told = log.select(['at', inside.as('told')]);
    expect(refusal(() => planRead(own, told.compile()))).toBe('read-not-attributable');
  }
});
