/** Finding people by the words of a column: what is alike, who comes first, and that a purpose learns nothing it may not read. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isGated, searchFunction } from '../../src/enforcement/index.ts';
import { maySearch, type Policy, searchedColumns } from '../../src/policy/index.ts';
import type { Pool } from '../../src/postgres/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { giveConsent, withdrawConsent } from '../support/people.ts';
import { asRole } from '../support/try-grants.ts';

const NAMES = [
  'Ola Hansen',
  'Kari Hanssen',
  'Per Hansengård',
  'Bjørnar Øvergård',
  'Máret Čáhppe Ánte',
  'Kristoffer Aasen',
  'Hans Olsen',
  'Sinnøve Dikt',
  'Fjord & Fjell Rør AS',
];
const FUNCTION = 'kept.find_register_customer_legal_name';

let web: EasyStepWeb;
let policy: Policy;
let owner: Pool;
const ids = new Map<string, string>();

beforeAll(async () => {
  web = await openEasyStepWeb();
  policy = web.policy;
  owner = web.database.pool;
  for (const [at, name] of NAMES.entries()) {
    const id = `00000000-0000-7000-8000-0000000001${String(at).padStart(2, '0')}`;
    ids.set(name, id);
    await owner.query(
      `insert into register.customer (customer_id, kind, legal_name, email, registered_at, registered_through, notice_version)
       values ($1, 'private', $2, $3, '2026-10-01', 'web', '1')`,
      [id, name, `likhet${at}@example.no`],
    );
  }
});
afterAll(() => web.close());

async function find(typed: string, purpose = 'customer-administration', most = 50): Promise<string[]> {
  const found = await asRole(web.database, purpose, async (pool) => {
    const { rows } = await pool.query<{ keys: string[] }>(`select ${FUNCTION}($1, $2) as keys`, [typed, most]);
    return rows[0]?.keys ?? [];
  });
  const names = new Map([...ids].map(([name, id]) => [id, name]));
  return found.flatMap((id) => names.get(id) ?? []);
}

describe('what is alike', () => {
  test.each([
    ['a letter that is doubled', 'Hansen', 'Kari Hanssen'],
    ['a letter that is not', 'hannsen', 'Ola Hansen'],
    ['ø written o', 'Bjornar', 'Bjørnar Øvergård'],
    ['ø written oe, å written aa', 'bjoernar oevergaard', 'Bjørnar Øvergård'],
    ['Sámi letters left out', 'maret cahppe', 'Máret Čáhppe Ánte'],
    ['Sámi letters in capitals', 'MÁRET ČÁHPPE', 'Máret Čáhppe Ánte'],
    ['an accent in two signs', 'Ma\u0301ret', 'Máret Čáhppe Ánte'],
    ['å written aa the other way', 'Åsen', 'Kristoffer Aasen'],
    ['k written ch, f written ph', 'Christopher', 'Kristoffer Aasen'],
    ['i written y', 'Synnøve', 'Sinnøve Dikt'],
    ['two letters that have changed places', 'krsitoffer', 'Kristoffer Aasen'],
    ['a letter too few', 'overgrd', 'Bjørnar Øvergård'],
    ['a letter too many', 'kristoffter', 'Kristoffer Aasen'],
    ['another letter', 'kristiffer', 'Kristoffer Aasen'],
    ['a beginning with a fault in it', 'krsitof', 'Kristoffer Aasen'],
    ['the words in the other order', 'hansen ola', 'Ola Hansen'],
    ['the words with a comma', 'Hansen, Ola', 'Ola Hansen'],
    ['beginnings of both words', 'ha ol', 'Ola Hansen'],
    ['signs between the words', 'fjord fjell', 'Fjord & Fjell Rør AS'],
  ])('%s is forgiven: "%s" finds "%s"', async (_, typed, name) => {
    expect(await find(typed)).toContain(name);
  });

  test('a word that is not there finds nobody, however well the other fits', async () => {
    expect(await find('ola zzzz')).toEqual([]);
  });

  test.each(['', '   ', '&', "'", "' | 'wola", '\\', ':*', '!hansen', '<->', '%', '_'.repeat(50), 'a '.repeat(2000)])(
    'signs of queries are no queries: %j fails nothing',
    async (typed) => {
      expect((await find(typed)).length).toBeLessThan(NAMES.length);
    },
  );
});

test('the very word comes before one that begins so, and that before one that is only like it', async () => {
  const found = (await find('Hansen')).filter((name) => /hans+en/i.test(name));
  expect(found).toEqual(['Ola Hansen', 'Per Hansengård', 'Kari Hanssen']);
});

test('no more are found than are wanted, the best of them', async () => {
  expect(await find('Hansen', 'customer-administration', 1)).toEqual(['Ola Hansen']);
});

describe('what a purpose may not read it cannot search by', () => {
  test('each purpose may call exactly the searches of columns that it reads', async () => {
    const columns = searchedColumns(policy).filter(({ table }) => isGated(table));
    expect(columns.length).toBeGreaterThan(0);
    for (const purpose of Object.keys(policy.purposes)) {
      await asRole(web.database, purpose, async (pool) => {
        for (const column of columns) {
          const call = pool.query(`select ${searchFunction(column)}('hansen', 5)`);
          const may = await call.then(
            () => true,
            (error: { code?: string }) => error.code !== '42501',
          );
          expect([purpose, searchFunction(column), may]).toEqual([
            purpose,
            searchFunction(column),
            maySearch(policy, purpose, column),
          ]);
        }
      });
    }
  });

  test('who packs goods reads no names of customers and finds nobody by one', () => {
    const name = searchedColumns(policy).find(({ column }) => column === 'legal_name');
    expect(name && maySearch(policy, 'delivery', name)).toBe(false);
  });

  test('a search among rows that a column tells apart is for those who read that column', () => {
    const [orders] = searchedColumns(policy).filter(({ where }) => where !== null);
    if (orders === undefined) throw new Error('no search with a condition');
    for (const purpose of Object.keys(policy.purposes)) {
      const everything = { ...orders, where: null };
      if (!maySearch(policy, purpose, everything)) expect(maySearch(policy, purpose, orders)).toBe(false);
    }
    expect(maySearch(policy, 'delivery', orders)).toBe(true);
    expect(maySearch(policy, 'delivery', { ...orders, where: 'notice_version is not null' })).toBe(false);
  });

  test('whoever sees only their own rows searches nobody', () => {
    for (const column of searchedColumns(policy)) expect(maySearch(policy, 'self-service', column)).toBe(false);
  });
});

describe('who does not permit a purpose is not found under it', () => {
  test('marketing finds a customer from the consent until it is withdrawn', async () => {
    const id = ids.get('Ola Hansen') ?? '';
    expect(await find('hansen', 'marketing')).toEqual([]);
    await giveConsent(owner, id);
    expect(await find('hansen', 'marketing')).toEqual(['Ola Hansen']);
    await withdrawConsent(owner, id);
    expect(await find('hansen', 'marketing')).toEqual([]);
  });

  test('what is found is never more than the purpose could find by reading all that it may read', async () => {
    for (const typed of ['hansen', 'ola', 'krsitof', 'a']) {
      const read = await asRole(web.database, 'customer-communication', async (pool) => {
        const { rows } = await pool.query<{ customer_id: string }>(
          `select customer_id from register.customer
            where kept.search_vector(legal_name) @@ any(kept.search_queries($1))`,
          [typed],
        );
        return rows.map(({ customer_id: id }) => id);
      });
      const { rows } = await asRole(web.database, 'customer-communication', (pool) =>
        pool.query<{ keys: string[] }>(`select ${FUNCTION}($1, 1000) as keys`, [typed]),
      );
      expect(rows[0]?.keys.toSorted()).toEqual(read.toSorted());
    }
  });

  test('a role that is no purpose finds nobody, the owner neither', async () => {
    const { rows } = await owner.query<{ keys: string[] }>(`select ${FUNCTION}('hansen', 50) as keys`);
    expect(rows[0]?.keys).toEqual([]);
  });
});
