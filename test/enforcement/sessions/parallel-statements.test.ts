/** Statements that a session starts at once and does not wait for: none outlives the work it belongs to. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PurposeSession } from '../../../src/enforcement/index.ts';
import {
  createSessionWorld,
  person,
  type SessionWorld,
  seller,
  type TestTables,
} from '../../support/purpose-sessions.ts';

let world: SessionWorld;
beforeAll(async () => {
  world = await createSessionWorld();
});
afterAll(() => world.close());

type Session = PurposeSession<TestTables>;

const rename = (session: Session, customer: string, city: string) =>
  session.write(session.query.updateTable('register.customer').set({ city }).where('customer_id', '=', customer));
/** Fails in the database: a telephone number begins with +. */
const failing = (session: Session, customer: string) =>
  session.write(
    session.query.updateTable('register.customer').set({ phone: 'no number' }).where('customer_id', '=', customer),
  );
const cities = async (): Promise<(string | null)[]> => {
  const { rows } = await world.database.pool.query<{ city: string | null }>(
    'select city from register.customer order by legal_name',
  );
  return rows.map(({ city }) => city);
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 200));

test('when one of several writes of a transaction fails, those behind it are not done', async () => {
  const [one, other] = world.customers;
  const work = world.enforcement.asPurpose(seller, 'customer-administration', (session) =>
    session.transaction((inner) =>
      Promise.all([failing(inner, one), rename(inner, other, 'Narvik'), rename(inner, one, 'Narvik')]),
    ),
  );
  await expect(work).rejects.toMatchObject({ code: 'statement-failed' });
  await settled();
  expect(await cities()).not.toContain('Narvik');
});

test('when one of several writes inside a savepoint fails, those behind it are not done outside', async () => {
  const [one, other] = world.customers;
  await world.enforcement.asPurpose(seller, 'customer-administration', (session) =>
    session.transaction(async (outer) => {
      await outer
        .transaction((inner) =>
          Promise.all([failing(inner, one), rename(inner, other, 'Vadsø'), rename(inner, one, 'Vadsø')]),
        )
        .catch(() => {});
      await rename(outer, one, 'Molde');
    }),
  );
  await settled();
  expect((await cities()).filter((city) => city !== null)).toEqual(['Molde']);
});

test('what is not waited for does not run as the person who uses the connection next', async () => {
  const [one, other] = world.customers;
  const late: Promise<unknown>[] = [];
  const mine = (session: Session) => session.read(session.query.selectFrom('register.customer').select('customer_id'));
  for (let times = 0; times < 20; times += 1) {
    const first = world.enforcement.asPurpose(person(one), 'self-service', (session) =>
      session.transaction(async (inner) => {
        for (let reads = 0; reads < 6; reads += 1) late.push(mine(inner).catch(() => []));
      }),
    );
    const second = world.enforcement.asPurpose(person(other), 'self-service', mine);
    await Promise.all([first, second]);
  }
  const found = (await Promise.all(late)).flat();
  expect(found.filter((row) => (row as { customer_id: string }).customer_id !== one)).toEqual([]);
});
