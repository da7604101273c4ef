/** Pages of a list, drawn under a purpose: every row once, in order, whichever way one goes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  countUpTo,
  type ListOrder,
  type ListPage,
  MOST_COUNTED,
  onPage,
  pageFrom,
  type RegisterSession,
  readPlace,
} from '../../src/register/index.ts';
import { sessionsOf } from '../../src/web/web-parts.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { addCustomer, addOrder } from '../support/people.ts';

let web: EasyStepWeb;
beforeAll(async () => {
  web = await openEasyStepWeb();
  const customer = await addCustomer(web.database.pool);
  // Several orders of one moment: the key decides between them.
  for (let at = 0; at < 7; at += 1) await addOrder(web.database.pool, customer, '2026-10-03T10:00:00Z');
});
afterAll(() => web.close());

const BY_DAY: ListOrder = {
  table: 'register.sales_order',
  key: ['customer_id', 'order_id'],
  sort: 'placed_at',
  descending: true,
};

const asSales = <T>(work: (session: RegisterSession) => Promise<T>): Promise<T> =>
  web.enforcement.asPurpose({ kind: 'staff', id: 'someone', roles: ['sales'] }, 'ordering', (session) =>
    work(sessionsOf(session).register),
  );

interface Ordered {
  readonly customer_id: string;
  readonly order_id: string;
}

const pageAt = (place: string | undefined, order: ListOrder, limit: number): Promise<ListPage<Ordered>> =>
  asSales(async (session) => {
    const window = { place: readPlace(place, order), limit };
    const query = session.query.selectFrom('register.sales_order').select(['customer_id', 'order_id']);
    return pageFrom(await session.read(onPage(query, order, window)), order, window);
  });

async function walk(order: ListOrder, way: 'next' | 'previous', from: string | undefined, limit: number) {
  const pages: ListPage<Ordered>[] = [];
  for (let place = from; ; ) {
    const page = await pageAt(place, order, limit);
    pages.push(page);
    if (page[way] === null) return pages;
    place = page[way];
  }
}

const idsOf = (pages: readonly ListPage<Ordered>[]): string[] =>
  pages.flatMap(({ rows }) => rows.map(({ order_id }) => order_id));

const allIds = async (direction: 'asc' | 'desc'): Promise<string[]> => {
  const { rows } = await web.database.pool.query<{ order_id: string }>(
    `select order_id from register.sales_order order by placed_at ${direction}, customer_id ${direction}, order_id ${direction}`,
  );
  return rows.map(({ order_id }) => order_id);
};

test.each([
  ['newest first', true, 'desc'],
  ['oldest first', false, 'asc'],
] as const)('%s, going on from page to page shows every row once, in order', async (_, descending, direction) => {
  const order = { ...BY_DAY, descending };
  expect(idsOf(await walk(order, 'next', undefined, 37))).toEqual(await allIds(direction));
});

test('going back shows the same pages in the other order, and the first has none before it', async () => {
  const there = await walk(BY_DAY, 'next', undefined, 50);
  const back = await walk(BY_DAY, 'previous', there.at(-1)?.previous ?? undefined, 50);
  expect(idsOf(back.reverse())).toEqual(idsOf(there.slice(0, -1)));
  expect(there[0]?.previous).toBeNull();
  expect(back[0]?.previous).toBeNull();
});

test('a row that is no longer there begins no page', async () => {
  const gone = `after~00000000-0000-7000-8000-000000000000~00000000-0000-7000-8000-000000000001`;
  expect((await pageAt(gone, BY_DAY, 10)).rows).toEqual([]);
});

test('what is no place is the first page', () => {
  const id = '00000000-0000-7000-8000-000000000001';
  const other = ['', 'after', `after~${id}`, `behind~${id}~${id}`, `after~${id}~1`, `after~${id}~${id}~${id}`];
  for (const text of [undefined, ...other, `after~${id}~${id}'--`]) expect(readPlace(text, BY_DAY)).toBeNull();
  expect(readPlace(`before~${id}~${id}`, BY_DAY)).toEqual({ direction: 'before', row: [id, id] });
});

test('a count goes up to its limit, and no further', async () => {
  const [few, many] = await asSales(async (session) => {
    const orders = session.query.selectFrom('register.sales_order').select('status');
    return await Promise.all([
      countUpTo(session, orders.where('placed_at', '=', new Date('2026-10-03T10:00:00Z'))),
      countUpTo(session, orders),
    ]);
  });
  expect(few).toBe(7);
  expect(many).toBe(MOST_COUNTED);
});
