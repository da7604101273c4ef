/** What a plan says about the data that is there, before anything is changed. */
import { describe, expect, test } from 'vitest';
import { applyPolicy, planPolicy, renderPlan } from '../../../src/enforcement/index.ts';
import { inputFor } from '../../support/apply.ts';
import { type TestDatabase, withDatabase } from '../../support/database.ts';
import { addCustomer, addMessage, addOrder, giveConsent } from '../../support/people.ts';
import { tradePolicy } from '../../support/trade-policy.ts';
import { asRole } from '../../support/try-grants.ts';

/** The trade policy in force, and three customers of whom the first has said yes to marketing. */
async function withCustomers(work: (database: TestDatabase, customers: readonly string[]) => Promise<void>) {
  await withDatabase(async (database) => {
    await applyPolicy(database.pool, inputFor(database));
    const customers = [];
    for (let count = 0; count < 3; count += 1) customers.push(await addCustomer(database.pool));
    await giveConsent(database.pool, customers[0] ?? '');
    await work(database, customers);
  });
}

const planOf = (database: TestDatabase, ...change: [string, string, string]) =>
  planPolicy(database.pool, inputFor(database, tradePolicy(change)));

const seenByMarketing = (database: TestDatabase) =>
  asRole(database, 'marketing', async (pool) => (await pool.query('select from register.customer')).rowCount);

describe('rows that a purpose would stop seeing', () => {
  test('are all it saw of a table that it reads no longer', () =>
    withCustomers(async (database, [first = '']) => {
      await addMessage(database.pool, first);
      const { meaning } = await planOf(
        database,
        'purposes.yaml',
        'uses: [identity, correspondence]',
        'uses: [identity]',
      );
      expect(meaning.rowsLost).toContainEqual({ purpose: 'support', table: 'register.message', rows: 1 });
    }));

  test('are those of people who would have to say yes and have not, in the tables it reads and no others', () =>
    withCustomers(async (database, customers) => {
      for (const customer of customers) await addOrder(database.pool, customer);
      const { meaning } = await planOf(
        database,
        'purposes.yaml',
        '    basis: contract\n    about: [customer, contact]',
        '    basis: consent\n    consent_text: { nb: Ja., en: Yes. }\n    about: [customer, contact]',
      );
      const lost = meaning.rowsLost.filter(({ purpose }) => purpose === 'customer-administration');
      expect(lost).toEqual([
        { purpose: 'customer-administration', table: 'register.customer', rows: 3 },
        { purpose: 'customer-administration', table: 'register.sales_order', rows: 3 },
      ]);
    }));

  test('are none where only words for people change', () =>
    withCustomers(async (database) => {
      const { meaning } = await planOf(database, 'purposes.yaml', 'en: Offers.', 'en: Offers and news.');
      expect(meaning.rowsLost).toEqual([]);
    }));
});

describe('a consent holds for the words it was given to (Art. 7(1))', () => {
  test('asked in other words, the purpose no longer sees whoever said yes to the earlier ones', () =>
    withCustomers(async (database) => {
      expect(await seenByMarketing(database)).toBe(1);
      const change = tradePolicy(['purposes.yaml', '{ nb: Ja takk., en: Yes please. }', '{ nb: Ja., en: Yes. }']);
      await applyPolicy(database.pool, inputFor(database, change));
      expect(await seenByMarketing(database)).toBe(0);
    }));

  test('the plan says how many consents no longer cover, and how many rows go out of sight', () =>
    withCustomers(async (database) => {
      const change = tradePolicy(['purposes.yaml', '{ nb: Ja takk., en: Yes please. }', '{ nb: Ja., en: Yes. }']);
      const plan = await planPolicy(database.pool, inputFor(database, change));
      expect(plan.meaning.consents).toEqual([{ purpose: 'marketing', consents: 1 }]);
      expect(plan.meaning.rowsLost).toContainEqual({ purpose: 'marketing', table: 'register.customer', rows: 1 });
      const text = renderPlan(plan, change.policy, { language: 'en', colour: false });
      expect(text).toContain('1 consent was given to other words and no longer covers the purpose; ask again');
    }));

  test('earlier words that the policy says asked for the same still hold', () =>
    withCustomers(async (database) => {
      const words = '{ nb: Ja takk., en: Yes please. }';
      const change = tradePolicy([
        'purposes.yaml',
        `consent_text: ${words}`,
        `consent_text: { nb: Ja., en: Yes. }\n    earlier_consent_texts: [${words}]`,
      ]);
      const { plan } = await applyPolicy(database.pool, inputFor(database, change));
      expect(plan.meaning.consents).toEqual([]);
      expect(await seenByMarketing(database)).toBe(1);
    }));
});

test('a shorter period says how many rows are past it at once, and from when the next go', () =>
  withCustomers(async (database) => {
    await addCustomer(database.pool, '2020-01-15T10:00:00Z');
    const { meaning } = await planOf(database, 'retention.yaml', 'for: P3Y', 'for: P1Y');
    expect(meaning.retention.filter(({ table }) => table === 'register.customer')).toEqual([
      {
        rule: 'relationship',
        label: { nb: 'Kundeforholdet', en: 'The relationship' },
        table: 'register.customer',
        dueNow: 1,
        next: '2027-10-02',
      },
    ]);
  }));

test('a new version of the notice says which it follows and how many people have to be told', () =>
  withCustomers(async (database, customers) => {
    const notice = { language: 'nb', html: '<p>Ny.</p>', promises: {}, contentHash: 'a'.repeat(64) } as const;
    const publish = (number: string) => {
      const change = tradePolicy(['controller.yaml', 'number: "1"', `number: "${number}"`]);
      return { ...inputFor(database, change), notices: [{ ...notice, versionNumber: number }] };
    };
    await applyPolicy(database.pool, publish('2'));
    for (const [index, customer] of customers.entries()) {
      await database.pool.query(
        `insert into kept.notice_shown (person_id, shown_id, version_number, shown_at, channel)
         values ($1, gen_random_uuid(), $2, '2026-11-01', 'web-form')`,
        [customer, index === 0 ? '3' : '2'],
      );
    }
    const { meaning } = await planPolicy(database.pool, publish('3'));
    expect(meaning.notice).toEqual({ from: '2', to: '3', people: 2 });
  }));
