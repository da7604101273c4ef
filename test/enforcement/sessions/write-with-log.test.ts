/** Writes and their log entries: both or neither, also when either half is sabotaged. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { EnforcementError, PurposeSession } from '../../../src/enforcement/index.ts';
import { seededIds } from '../../support/fixed.ts';
import {
  createSessionWorld,
  person,
  type SessionWorld,
  seller,
  supporter,
  type TestTables,
} from '../../support/purpose-sessions.ts';

let world: SessionWorld;
const id = seededIds('write with log');
beforeAll(async () => {
  world = await createSessionWorld();
});
afterAll(() => world.close());
afterEach(async () => {
  await world.database.pool.query('truncate kept.access_log; truncate register.message');
});

const failure = (work: Promise<unknown>): Promise<EnforcementError> =>
  work.then(
    () => Promise.reject(new Error('it should have failed')),
    (error: EnforcementError) => error,
  );

const emailOf = async (customer: string): Promise<string | undefined> => {
  const sql = 'select email from register.customer where customer_id = $1';
  return (await world.database.pool.query<{ email: string }>(sql, [customer])).rows[0]?.email;
};

type Session = PurposeSession<TestTables>;
const asSeller = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
  world.enforcement.asPurpose(seller, 'customer-administration', work);
const asSupporter = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
  world.enforcement.asPurpose(supporter, 'support', work);

const changeEmail = (session: Session, customer: string, email: string) =>
  session.query.updateTable('register.customer').set({ email }).where('customer_id', '=', customer);

const message = (session: Session, customer: string) =>
  session.query.insertInto('register.message').values({
    ...{ customer_id: customer, message_id: id(), direction: 'in', channel: 'phone', at: '2026-11-20T10:00:00Z' },
    ...{ extends_relationship: true, subject_line: 'Prøve', body: 'Prøve' },
  });

describe('a write', () => {
  test('an update is logged with the people whose rows were changed', async () => {
    const [one] = world.customers;
    const rows = await asSeller((session) => session.write(changeEmail(session, one, 'ny@example.no')));
    expect(rows).toEqual([]);
    expect(await emailOf(one)).toBe('ny@example.no');
    expect(await world.log()).toMatchObject([
      { action: 'write', tables: ['register.customer'], categories: ['contact-details'], data_subjects: [one] },
    ]);
  });

  test('the rows of RETURNING come back without what was added for the log', async () => {
    const [one] = world.customers;
    const rows = await asSeller((session) =>
      session.write(changeEmail(session, one, 'retur@example.no').returning(['legal_name', 'email as address'])),
    );
    expect(rows).toEqual([{ legal_name: 'Åse Eksempel', address: 'retur@example.no' }]);
  });

  test('a change that meets no row is not logged as a look at somebody', async () => {
    await asSeller((session) => session.write(changeEmail(session, id(), 'ingen@example.no')));
    expect(await world.log()).toEqual([]);
  });

  test('an insert is logged with the people among its values, several in one entry', async () => {
    const [one, other] = world.customers;
    await asSupporter((session) =>
      session.write(
        session.query.insertInto('register.message').values(
          [one, other, one].map((customer) => ({
            ...{ customer_id: customer, message_id: id(), direction: 'in', channel: 'web', at: '2026-11-20' },
            ...{ extends_relationship: false, subject_line: 'Hei', body: 'Hei' },
          })),
        ),
      ),
    );
    const [entry] = await world.log();
    expect([...(entry?.data_subjects ?? [])].sort()).toEqual([one, other].sort());
  });

  test('a deletion is logged', async () => {
    const [one] = world.customers;
    await asSupporter((session) => session.write(message(session, one)));
    await asSupporter((session) =>
      session.write(session.query.deleteFrom('register.message').where('customer_id', '=', one)),
    );
    expect((await world.log()).map(({ data_subjects }) => data_subjects)).toEqual([[one], [one]]);
  });

  test('a read given as a write is refused, and a write given as a read', async () => {
    const select = (session: Session) => session.query.selectFrom('register.customer').select('customer_id');
    const [one] = world.customers;
    expect((await failure(asSeller((session) => session.write(select(session))))).code).toBe('not-a-write');
    const asRead = asSeller((session) =>
      session.read(changeEmail(session, one, 'x@example.no').returning('customer_id')),
    );
    expect((await failure(asRead)).code).toBe('not-a-select');
  });
});

describe('both or neither', () => {
  test('a write that fails leaves no entry', async () => {
    const [one] = world.customers;
    const error = await failure(asSeller((session) => session.write(changeEmail(session, one, 'x'))));
    expect(error).toMatchObject({ code: 'statement-failed', fault: { sqlState: '23514', table: 'customer' } });
    expect(await world.log()).toEqual([]);
  });

  test('an entry that cannot be written undoes the write', async () => {
    const [one] = world.customers;
    const before = await emailOf(one);
    const { pool } = world.database;
    await asSeller((session) => session.write(changeEmail(session, one, before ?? '')));
    await pool.query('alter function kept.log_access(integer, text, text, uuid[]) rename to log_access_away');
    try {
      await failure(asSeller((session) => session.write(changeEmail(session, one, 'uten-spor@example.no'))));
      expect(await emailOf(one)).toBe(before);
    } finally {
      await pool.query('alter function kept.log_access_away(integer, text, text, uuid[]) rename to log_access');
    }
  });

  test('a transaction that is rolled back leaves neither rows, entries nor acts', async () => {
    const [one] = world.customers;
    const before = await emailOf(one);
    const entries = await ledgerEntries();
    await failure(
      asSeller((session) =>
        session.transaction(async (inner) => {
          await inner.write(changeEmail(inner, one, 'angret@example.no'));
          await inner.append({ kind: 'request', personId: one, body: { step: 'begun' } });
          throw new Error('changed my mind');
        }),
      ),
    );
    expect(await emailOf(one)).toBe(before);
    expect(await world.log()).toEqual([]);
    expect(await ledgerEntries()).toBe(entries);
  });

  test('a transaction that is kept leaves all of them, and what failed inside alone is undone alone', async () => {
    const [one] = world.customers;
    const entries = await ledgerEntries();
    await asSeller((session) =>
      session.transaction(async (inner) => {
        await inner.write(changeEmail(inner, one, 'beholdt@example.no'));
        await failure(inner.transaction((deep) => deep.write(changeEmail(deep, one, 'x'))));
        await inner.append({ kind: 'request', personId: one, body: { step: 'done' } });
      }),
    );
    expect(await emailOf(one)).toBe('beholdt@example.no');
    expect(await world.log()).toHaveLength(1);
    expect(await ledgerEntries()).toBe(entries + 1);
  });

  const ledgerEntries = async (): Promise<number> =>
    (await world.database.pool.query<{ n: number }>('select count(*) as n from kept.ledger_entry')).rows[0]?.n ?? -1;
});

describe('errors', () => {
  test('no planted value is in what an error says, shows or is caused by', async () => {
    const canary = 'canary-7c1e@example.no';
    const [one, other] = world.customers;
    await asSeller((session) => session.write(changeEmail(session, one, canary)));
    const errors = [
      await failure(asSeller((session) => session.write(changeEmail(session, other, canary)))),
      await failure(asSeller((session) => session.write(changeEmail(session, canary, 'a@example.no')))),
      await failure(world.enforcement.asPurpose(person(canary), 'customer-administration', async () => 'in')),
    ];
    expect(errors.map(({ fault }) => fault?.constraint ?? null)).toEqual(['customer_email', null, null]);
    for (const error of errors) {
      const shown = [error.message, error.stack, JSON.stringify(error), JSON.stringify(error.cause ?? null)].join('\n');
      expect(shown).not.toContain('canary');
    }
  });
});
