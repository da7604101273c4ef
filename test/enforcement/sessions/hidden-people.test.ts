/** Ways to take rows of people out of a statement without their keys: each is refused before it is run. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import {
  type Compiled,
  planCount,
  planOfWrite,
  planRead,
} from '../../../src/enforcement/sessions/analysis/plan-statement.ts';
import { accessOfPurpose } from '../../../src/policy/index.ts';
import { queryBuilder } from '../../../src/postgres/index.ts';
import type { TestTables } from '../../support/purpose-sessions.ts';
import { tradePolicy } from '../../support/trade-policy.ts';

const { policy } = tradePolicy();
const purpose = 'customer-administration';
const columns = new Map(accessOfPurpose(policy, purpose).map(({ table, read }) => [table, read]));
const context = { policy, purpose, ownRows: false, readable: (table: string) => columns.get(table) ?? [] };
const db = queryBuilder<TestTables>();
const customers = db.selectFrom('register.customer as c');
const PERSON = '00000000-0000-7000-8000-000000000001';

type Planner = (from: typeof context, compiled: Compiled) => unknown;

const outcome = (planner: Planner, statement: { compile(): Compiled }): string => {
  try {
    planner(context, statement.compile());
    return 'planned';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
};

describe('a read', () => {
  const refused: Readonly<Record<string, readonly [code: string, statement: { compile(): Compiled }]>> = {
    'a second column that takes the name of the key': [
      'read-not-attributable',
      customers.select(['c.customer_id', 'c.legal_name', sql`null`.as('customer_id')]),
    ],
    'the key of another row under the same name': [
      'read-not-attributable',
      db
        .selectFrom(['register.customer as a', 'register.customer as b'])
        .select(['a.customer_id', 'a.legal_name', 'b.customer_id']),
    ],
    'raw text that makes two columns of one': [
      'statement-opaque',
      customers.select(['c.customer_id', 'c.legal_name', sql`null as customer_id, 1`.as('x')]),
    ],
    'raw text that brings a source of its own': [
      'statement-opaque',
      customers.select(['c.customer_id', sql`1 from elsewhere as c, lateral (values (1)) as x`.as('x')]),
    ],
    'a value of other rows through a window': [
      'statement-opaque',
      customers.select(({ fn, ref }) => [
        ref('c.customer_id').as('customer_id'),
        fn.agg<string>('lag', ['c.legal_name']).over().as('before'),
      ]),
    ],
    'a window in raw text': [
      'statement-opaque',
      customers.select(['c.customer_id', sql`string_agg(c.legal_name, ',') over ()`.as('names')]),
    ],
    'a grouping set that leaves the key out': [
      'statement-opaque',
      customers
        .select(['c.customer_id', sql`string_agg(c.legal_name, ',')`.as('names')])
        .groupBy(sql`grouping sets ((c.customer_id), ())`),
    ],
    'a result of WITH that is called like a table': [
      'read-not-attributable',
      db
        .with('register.customer', (q) => q.selectFrom('register.product').select('sku'))
        .selectFrom('register.customer')
        .select(sql.ref('legal_name').as('name')),
    ],
    'the key of a left join inside a left join': [
      'read-not-attributable',
      db
        .selectFrom('register.product as p')
        .leftJoin(
          (from) =>
            from
              .selectFrom('register.customer as b')
              .leftJoin('register.sales_order as o', 'o.customer_id', 'b.customer_id')
              .select(['b.legal_name', 'o.customer_id'])
              .as('d'),
          (join) => join.onTrue(),
        )
        .select(['d.customer_id', 'd.legal_name']),
    ],
    'a table named piece by piece': [
      'statement-opaque',
      db.selectFrom(sql<{ legal_name: string }>`${sql.id('register', 'customer')}`.as('z')).select('z.legal_name'),
    ],
    'raw text after the statement': [
      'statement-opaque',
      customers.select(['c.customer_id', 'c.legal_name']).modifyEnd(sql`union all table register.customer`),
    ],
    'raw text before the columns': [
      'statement-opaque',
      db.selectFrom('register.product').select('sku').modifyFront(sql`distinct on (sku)`),
    ],
    'a function that runs text, with its schema': [
      'statement-opaque',
      customers.select(({ fn, ref }) => [
        ref('c.customer_id').as('customer_id'),
        fn<string>('pg_catalog.query_to_xml', [sql.lit('table register.customer')]).as('x'),
      ]),
    ],
    'a function that counts the words of a query': [
      'statement-opaque',
      customers.select(['c.customer_id', sql`(ts_stat('table register.customer')).word`.as('x')]),
    ],
    'a select between dollar quotes': [
      'statement-opaque',
      customers.select(['c.customer_id', sql`$$'$$ || (select max(email) from register.customer) || $$'$$`.as('x')]),
    ],
    'a select after an escaped quote': [
      'statement-opaque',
      customers.select(['c.customer_id', sql`E'\\'' || (select max(email) from register.customer) || ''`.as('x')]),
    ],
    'a select behind a quoted name': [
      'statement-opaque',
      customers.select(['c.customer_id', sql`(c."'" || (select max(email) from register.customer) || c."'")`.as('x')]),
    ],
    'a text that is not that of its tree': [
      'statement-opaque',
      {
        compile: () => ({
          ...db.selectFrom('register.product').select('sku').compile(),
          sql: 'select legal_name from register.customer',
        }),
      },
    ],
  };
  for (const [name, [code, statement]] of Object.entries(refused)) {
    test(`is refused with ${name}`, () => {
      expect(outcome(planRead, statement)).toBe(code);
    });
  }

  test('may tell its rows how many they are', () => {
    const numbered = customers.select(({ fn, ref }) => [
      ref('c.customer_id').as('customer_id'),
      fn.countAll<number>().over().as('all'),
    ]);
    expect(outcome(planRead, numbered)).toBe('planned');
  });

  test('may give two columns one name when either says whose the row is', () => {
    const joined = customers
      .innerJoin('register.sales_order as o', 'o.customer_id', 'c.customer_id')
      .select(['c.customer_id', 'o.customer_id', 'c.email']);
    expect(outcome(planRead, joined)).toBe('planned');
  });
});

describe('a count', () => {
  const refused: Readonly<Record<string, { compile(): Compiled }>> = {
    'a value of each row': customers.select('c.legal_name'),
    'a value of each row inside a function': customers.select(({ fn }) => [fn<string>('lower', ['c.email']).as('x')]),
    'values gathered in raw text': customers.select(sql`array_agg(c.email)`.as('x')).groupBy('c.kind'),
    'the last of all addresses': customers.select(({ fn }) => [fn.max('c.email').as('x')]),
    'rows put together with its figures': customers
      .select(({ fn }) => [fn.count<string>('c.email').as('x')])
      .unionAll(customers.select('c.email as x')),
    'keys under another name': db
      .with('t', (q) => q.selectFrom('register.customer').select('customer_id as x'))
      .selectFrom('t')
      .select('t.x')
      .groupBy('t.x'),
    'a row of its own for each key': customers
      .select(({ fn }) => [fn.countAll<number>().as('many')])
      .groupBy('c.customer_id'),
  };
  for (const [name, statement] of Object.entries(refused)) {
    test(`does not give out ${name}`, () => {
      expect(outcome(planCount, statement)).toBe('count-names-people');
    });
  }

  test('gives out figures by group, and the ends of what says nothing about a person', () => {
    const byKind = customers.select(({ fn }) => ['c.kind', fn.countAll<number>().as('many')]).groupBy('c.kind');
    expect(outcome(planCount, byKind)).toBe('planned');
    expect(
      outcome(
        planCount,
        customers.select(({ fn }) => [fn.max('c.registered_at').as('last')]),
      ),
    ).toBe('planned');
  });
});

describe('a write', () => {
  const values = { customer_id: PERSON, legal_name: 'Prøve Person', email: 'prove@example.no' } as never;
  const insert = db.insertInto('register.customer');
  const others = db.selectFrom('register.customer as x').select('x.email').limit(1);

  const refused: Readonly<Record<string, readonly [code: string, statement: { compile(): Compiled }]>> = {
    "another person's value as its own": [
      'write-not-attributable',
      db.updateTable('register.customer').set({ city: others }).where('customer_id', '=', PERSON).returning('city'),
    ],
    "another person's value in a row of nobody": [
      'write-not-attributable',
      db
        .updateTable('register.product')
        .set({ sku: others as never })
        .returning('sku'),
    ],
    "another person's value in a new row": [
      'write-not-attributable',
      insert.values({ ...(values as object), legal_name: others } as never).returning('legal_name'),
    ],
    "another person's value where a new row meets an old one": [
      'write-not-attributable',
      insert
        .values(values)
        .onConflict((on) => on.column('email').doUpdateSet({ city: others }))
        .returning('city'),
    ],
    'raw text after it': ['statement-opaque', insert.values(values).modifyEnd(sql`returning legal_name`)],
  };
  for (const [name, [code, statement]] of Object.entries(refused)) {
    test(`is refused with ${name}`, () => {
      expect(outcome(planOfWrite, statement)).toBe(code);
    });
  }

  test('that may update a row in place of the new one tells the people of the rows that were written', () => {
    const statement = insert.values(values).onConflict((on) => on.column('email').doUpdateSet({ city: 'Bodø' }));
    expect(planOfWrite(context, statement.compile()).write?.inserted).toBeNull();
  });
});
