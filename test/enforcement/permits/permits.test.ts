/** What a person chose decides which of their rows a purpose sees, from the commit of the choice on. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyPolicy, type PlanInput } from '../../../src/enforcement/index.ts';
import { inputFor } from '../../support/apply.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { addCustomer, addMessage, addOrder, giveConsent, object, withdrawConsent } from '../../support/people.ts';
import { tradePolicy } from '../../support/trade-policy.ts';
import { asRole } from '../../support/try-grants.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await applyPolicy(database.pool, inputFor(database));
});
afterAll(() => database.close());

const sees = (purpose: string, customer: string, table = 'register.customer'): Promise<boolean> =>
  asRole(database, purpose, async (pool) => {
    const { rowCount } = await pool.query(`select customer_id from ${table} where customer_id = $1`, [customer]);
    return rowCount !== 0;
  });

describe('consent', () => {
  test('a customer who has not said yes does not exist for marketing', async () => {
    const customer = await addCustomer(database.pool);
    expect(await sees('marketing', customer)).toBe(false);
    expect(await sees('customer-administration', customer)).toBe(true);
  });

  test('given, it admits the purpose; withdrawn, it does not', async () => {
    const customer = await addCustomer(database.pool);
    await giveConsent(database.pool, customer);
    expect(await sees('marketing', customer)).toBe(true);
    await withdrawConsent(database.pool, customer);
    expect(await sees('marketing', customer)).toBe(false);
  });

  test('to one purpose opens no other', async () => {
    const { rows } = await database.pool.query<{ opened: string[] }>(
      `with bits as (select name, 1::bigint << bit as bit from kept.purpose where gate = 'consent')
       select array_agg(name) as opened from bits`,
    );
    expect(rows[0]?.opened).toEqual(['marketing']);
  });

  test('rows added afterwards carry it too', async () => {
    const customer = await addCustomer(database.pool);
    await giveConsent(database.pool, customer);
    await addOrder(database.pool, customer);
    expect(await sees('marketing', customer, 'register.sales_order')).toBe(true);
  });
});

test('whoever objects to a purpose on legitimate interest is not seen by it any more', async () => {
  const customer = await addCustomer(database.pool);
  await addMessage(database.pool, customer);
  expect(await sees('support', customer, 'register.message')).toBe(true);
  await object(database.pool, customer, 'support');
  expect(await sees('support', customer, 'register.message')).toBe(false);
  expect(await sees('customer-administration', customer)).toBe(true);
});

test('Art. 18: while processing is restricted only what goes on despite it sees the rows', async () => {
  const customer = await addCustomer(database.pool);
  await addOrder(database.pool, customer);
  await database.pool.query(
    `insert into kept.restriction (person_id, restriction_id, ground, since) values ($1, $1, 'accuracy', '2026-11-01')`,
    [customer],
  );
  expect(await sees('customer-administration', customer)).toBe(false);
  expect(await sees('accounting', customer, 'register.sales_order')).toBe(true);
  await database.pool.query(`update kept.restriction set lifted_at = '2026-11-02' where person_id = $1`, [customer]);
  expect(await sees('customer-administration', customer)).toBe(true);
});

test('Art. 5(1)(e): past its last date a row is seen by no purpose', async () => {
  const customer = await addCustomer(database.pool, '2015-03-01T10:00:00Z');
  await addOrder(database.pool, customer, '2016-03-01T10:00:00Z');
  await database.pool.query('select kept.refresh_all_rows()');
  expect(await sees('customer-administration', customer)).toBe(false);
  expect(await sees('accounting', customer, 'register.sales_order')).toBe(false);
});

test('what somebody writes into permits is overwritten by what the person admits', async () => {
  const { rows } = await database.pool.query<{ permits: number }>(
    `insert into register.customer (customer_id, kind, legal_name, email, registered_at, registered_through, notice_version, permits)
     values (gen_random_uuid(), 'private', 'Prøve Person', 'all-bits@example.no', '2026-10-01', 'web', '1', 63)
     returning permits & (select 1::bigint << bit from kept.purpose where name = 'marketing') as permits`,
  );
  expect(rows).toEqual([{ permits: 0 }]);
});

test('a new row of a person carries what they admit, whatever they chose before they had one', async () => {
  const { pool } = database;
  const choices = {
    none: '',
    consent: `insert into kept.consent_record (person_id, consent_id, purpose, text_hash, notice_version, language, method, given_at)
      select $1, gen_random_uuid(), name, consent_hashes[1], '1', 'nb', 'phone', now()
        from kept.purpose where name = 'marketing'`,
    objection: `insert into kept.objection (person_id, objection_id, purpose, made_at, method)
      values ($1, gen_random_uuid(), 'support', now(), 'phone')`,
    restriction: `insert into kept.restriction (person_id, restriction_id, ground, since)
      values ($1, gen_random_uuid(), 'accuracy', now())`,
  };
  const stamped = new Set<number>();
  for (const [name, choose] of Object.entries(choices)) {
    const { rows: made } = await pool.query<{ id: string }>('select gen_random_uuid() as id');
    const id = made[0]?.id ?? '';
    if (choose !== '') await pool.query(choose, [id]);
    const { rows } = await pool.query<{ permits: number; wanted: number }>(
      `insert into register.customer (customer_id, kind, legal_name, email, registered_at, registered_through, notice_version)
       values ($1, 'private', 'Prøve Person', $2, '2026-10-01', 'web', '1')
       returning permits, kept.person_permits(customer_id) as wanted`,
      [id, `${name}-before@example.no`],
    );
    expect(rows[0]?.permits, name).toBe(rows[0]?.wanted);
    stamped.add(rows[0]?.permits ?? -1);
  }
  expect(stamped.size).toBe(Object.keys(choices).length);
});

describe('concurrency', () => {
  test('a row added while a withdrawal is under way waits for it and does not carry the consent', async () => {
    const customer = await addCustomer(database.pool);
    await giveConsent(database.pool, customer);
    const withdrawing = await database.pool.connect();
    const ordering = await database.pool.connect();
    try {
      await withdrawing.query('begin');
      await withdrawConsent(withdrawing, customer);
      const added = addOrder(ordering, customer);
      await withdrawing.query('commit');
      await added;
    } finally {
      withdrawing.release();
      ordering.release();
    }
    expect(await sees('marketing', customer, 'register.sales_order')).toBe(false);
  });

  test('a withdrawal waits for a row being added, and takes it along', async () => {
    const customer = await addCustomer(database.pool);
    await giveConsent(database.pool, customer);
    const withdrawing = await database.pool.connect();
    const ordering = await database.pool.connect();
    try {
      await ordering.query('begin');
      await addOrder(ordering, customer);
      const withdrawn = withdrawConsent(withdrawing, customer);
      await ordering.query('commit');
      await withdrawn;
    } finally {
      withdrawing.release();
      ordering.release();
    }
    expect(await sees('marketing', customer, 'register.sales_order')).toBe(false);
  });

  test('a transaction that holds an older snapshot cannot add a row with a consent that was withdrawn since', async () => {
    const customer = await addCustomer(database.pool);
    await giveConsent(database.pool, customer);
    const ordering = await database.pool.connect();
    try {
      await ordering.query('begin isolation level repeatable read');
      await ordering.query('select count(*) from register.customer');
      await withdrawConsent(database.pool, customer);
      await expect(addOrder(ordering, customer)).rejects.toThrow('isolation level read committed');
    } finally {
      await ordering.query('rollback');
      ordering.release();
    }
    expect(await sees('marketing', customer, 'register.sales_order')).toBe(false);
  });

  test('a withdrawal that holds an older snapshot is refused, so that it misses no row', async () => {
    const customer = await addCustomer(database.pool);
    await giveConsent(database.pool, customer);
    const withdrawing = await database.pool.connect();
    try {
      await withdrawing.query('begin isolation level serializable');
      await expect(withdrawConsent(withdrawing, customer)).rejects.toThrow('isolation level read committed');
    } finally {
      await withdrawing.query('rollback');
      withdrawing.release();
    }
  });

  test('two choices made at once both count', async () => {
    const customer = await addCustomer(database.pool);
    await addMessage(database.pool, customer);
    await Promise.all([giveConsent(database.pool, customer), object(database.pool, customer, 'support')]);
    expect(await sees('marketing', customer)).toBe(true);
    expect(await sees('support', customer, 'register.message')).toBe(false);
  });
});

describe('one’s own rows', () => {
  const own = (person: string, customer: string): Promise<boolean> =>
    asRole(database, 'self-service', async (pool) => {
      await pool.query(`select set_config('kept.person', $1, false)`, [person]);
      const { rowCount } = await pool.query('select from register.customer where customer_id = $1', [customer]);
      return rowCount !== 0;
    });

  test('are seen by the person who is signed in and by nobody else, and by nobody when no one is', async () => {
    const [one, other] = [await addCustomer(database.pool), await addCustomer(database.pool)];
    expect(await own(one, one)).toBe(true);
    expect(await own(other, one)).toBe(false);
    expect(await own('', one)).toBe(false);
  });

  test('of the access log are those that list the person', async () => {
    const [one, other] = [await addCustomer(database.pool), await addCustomer(database.pool)];
    await database.pool.query(`select kept.log_access(1, 'staff', 'somebody', array[$1::uuid])`, [one]);
    await asRole(database, 'self-service', async (pool) => {
      const count = async (person: string): Promise<number | null> => {
        await pool.query(`select set_config('kept.person', $1, false)`, [person]);
        return (await pool.query('select entry_id from kept.access_log')).rowCount;
      };
      expect(await count(one)).toBe(1);
      expect(await count(other)).toBe(0);
    });
  });
});

test('a gate that closes takes its rows out of sight, and the plan says how many', async () => {
  const other = await createTestDatabase();
  try {
    await applyPolicy(other.pool, inputFor(other));
    await addMessage(other.pool, await addCustomer(other.pool));
    const input: PlanInput = inputFor(
      other,
      tradePolicy([
        'purposes.yaml',
        'basis: legitimate-interest\n',
        'basis: consent\n    consent_text: { nb: Ja., en: Yes. }\n',
      ]),
    );
    const { plan } = await applyPolicy(other.pool, { ...inputFor(other), ...input });
    expect(plan.meaning.rowsLost).toContainEqual({ purpose: 'support', table: 'register.message', rows: 1 });
  } finally {
    await other.close();
  }
});
