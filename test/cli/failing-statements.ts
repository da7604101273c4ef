/** Statements that fail in every way a session can meet, with values in them, and what is then said. */
import { inspect } from 'node:util';
import { sql } from 'kysely';
import { createEnforcement, type Principal } from '../../src/enforcement/index.ts';
import type { Policy } from '../../src/policy/index.ts';
import type { WebTables } from '../../src/web/index.ts';
import { COMMAND_SECRET } from '../support/command-line.ts';
import type { TestDatabase } from '../support/database.ts';
import { fixedClock, seededIds } from '../support/fixed.ts';
import { typedCanary } from '../support/planted-values.ts';

const { now } = fixedClock('2026-11-23T12:00:00Z');
const VISITOR: Principal = { kind: 'visitor', id: 'visitor', roles: [] };

export interface Failed {
  readonly what: string;
  readonly code: string;
  /** All that the error holds, its causes and hidden fields too. */
  readonly text: string;
}

/** @param email Of a customer that is registered. */
export async function failingStatements(database: TestDatabase, policy: Policy, email: string): Promise<Failed[]> {
  const { settings, rolePrefix } = database;
  const secret = Buffer.from(COMMAND_SECRET, 'utf8');
  const enforcement = createEnforcement<WebTables>({ settings, policy, rolePrefix, secret, now });
  const newId = seededIds('failing');
  const customer = {
    ...{ customer_id: newId(), kind: 'private', legal_name: typedCanary('name'), email: 'kanarizq.new@example.no' },
    ...{ registered_at: now(), registered_through: 'web', notice_version: '2026-1', preferred_language: 'nb' },
  } as const;
  const failed: Failed[] = [];
  const order = { purpose: 'ordering', principal: VISITOR };

  type Work = Parameters<typeof enforcement.asPurpose<unknown>>[2];
  async function fails(what: string, work: Work, { purpose, principal } = order): Promise<void> {
    const error: unknown = await enforcement.asPurpose(principal, purpose, work).then(
      () => {
        throw new Error(`${what}: it did not fail`);
      },
      (thrown: unknown) => thrown,
    );
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    failed.push({ what, code, text: inspect(error, { depth: 20, showHidden: true }) });
  }

  const insert = (values: Record<string, unknown>): Work => {
    // Values of the wrong kind are the point here; the builder would refuse them.
    return (session) => session.write(session.query.insertInto('register.customer').values(values as never));
  };
  const byId = (id: string): Work => {
    return (session) =>
      session.read(session.query.selectFrom('register.customer').select('customer_id').where('customer_id', '=', id));
  };

  // First, because connections take the setting when they are opened.
  await withLock(database, () => fails('a lock that is waited for too long', insert(customer)));
  await fails('a unique key', insert({ ...customer, email }));
  await fails('a check', insert({ ...customer, phone: typedCanary('phone') }));
  await fails('a missing value', insert({ ...customer, legal_name: null }));
  await fails('a value of another type', insert({ ...customer, registered_at: typedCanary('time') }));
  await fails('a key of another type', byId(typedCanary('id')));
  await fails('a person who is none', insert({ ...customer, customer_id: typedCanary('id') }));
  await fails('a column that is not there', insert({ ...customer, kanarizq_column: typedCanary('column') }));
  await fails('a table without the right', (session) =>
    session.write(
      session.query
        .updateTable('kept.outbox')
        .set({ addressee: typedCanary('x') })
        .where('addressee', '=', email),
    ),
  );
  await fails('raw text', (session) =>
    session.read(
      session.query
        .selectFrom('register.customer')
        .select('customer_id')
        .where(sql<boolean>`legal_name = (select ${typedCanary('raw')})`),
    ),
  );
  await enforcement.close();
  return failed;
}

async function withLock(database: TestDatabase, work: () => Promise<void>): Promise<void> {
  const { settings, rolePrefix, pool } = database;
  await pool.query(`alter role ${rolePrefix}_ordering in database ${settings.database} set lock_timeout = '50ms'`);
  const holder = await pool.connect();
  try {
    await holder.query('begin; lock table register.customer in access exclusive mode');
    await work();
  } finally {
    await holder.query('rollback');
    holder.release();
    await pool.query(`alter role ${rolePrefix}_ordering in database ${settings.database} reset lock_timeout`);
  }
}
