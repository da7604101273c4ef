/**
 * The connections of one purpose, signed in as its role. Every statement is prepared under a name; what Postgres says of
 * a failure is stripped of values. Where a purpose shows only a person's own rows, no connection is used before it is
 * told whose.
 */
import type { Pool, PoolClient } from '../../postgres/index.ts';
import { EnforcementError, withoutValues } from './enforcement-error.ts';
import { type SharedConnections, sharedConnections } from './shared-connections.ts';

export interface Statement {
  readonly name: string;
  readonly sql: string;
}

/** Where a session's statements go: a pool, or the one connection of a transaction. */
export interface Runner {
  run(statement: Statement, values: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** Runs a read that waits for no lock of a row; it may travel together with those of other sessions. */
  read(statement: Statement, values: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** Lends a connection for several statements after each other. */
  withConnection<T>(work: (client: Pick<PoolClient, 'query'>) => Promise<T>): Promise<T>;
}

/** The connections of a purpose: lent one by one, or shared by the reads of its sessions. */
export interface PurposeConnections {
  readonly pool: Pool;
  readonly shared: SharedConnections;
}

/** @param pool Of pipelined connections. Reads leave half of them to writes and transactions. */
export function purposeConnections(pool: Pool, size: number): PurposeConnections {
  return { pool, shared: sharedConnections(pool, Math.max(1, Math.floor(size / 2))) };
}

/** @param person Whose rows may be seen; undefined where the purpose is not limited to one's own. */
export function poolRunner({ pool, shared }: PurposeConnections, purpose: string, person: string | undefined): Runner {
  if (person === undefined) {
    return {
      run: (statement, values) => send(pool, purpose, statement, values),
      read: (statement, values) => sendShared(shared, purpose, statement, values),
      withConnection: (work) => work(pool),
    };
  }
  const run: Runner['run'] = (statement, values) =>
    withPerson(pool, purpose, person, (client) => send(client, purpose, statement, values));
  return {
    run,
    read: run,
    withConnection: (work) => withPerson(pool, purpose, person, work),
  };
}

export interface TransactionRunner extends Runner {
  /** Takes no more statements and resolves when those that were started are through; the connection is then another's. */
  end(): Promise<void>;
}

/** Statements of a transaction follow each other on its connection, also when the caller starts several at once. */
export function transactionRunner(client: PoolClient, purpose: string): TransactionRunner {
  let tail: Promise<unknown> = Promise.resolve();
  let open = true;
  function next<T>(work: () => Promise<T>): Promise<T> {
    if (!open)
      return Promise.reject(new EnforcementError('statement-refused', `purpose ${purpose}: the transaction has ended`));
    const result = tail.then(work);
    tail = result.catch(() => {});
    return result;
  }
  const run: Runner['run'] = (statement, values) => next(() => send(client, purpose, statement, values));
  return {
    run,
    read: run,
    withConnection: (work) => next(() => work(client)),
    end: async () => {
      open = false;
      await tail;
    },
  };
}

async function send(
  to: Pick<Pool, 'query'> | Pick<PoolClient, 'query'>,
  purpose: string,
  { name, sql }: Statement,
  values: readonly unknown[],
): Promise<Record<string, unknown>[]> {
  try {
    const { rows } = await to.query<Record<string, unknown>>({ name, text: sql, values: [...values] });
    return rows;
  } catch (thrown) {
    throw withoutValues(thrown, `purpose ${purpose}`);
  }
}

async function sendShared(
  shared: SharedConnections,
  purpose: string,
  { name, sql }: Statement,
  values: readonly unknown[],
): Promise<Record<string, unknown>[]> {
  try {
    return await shared({ name, text: sql, values: [...values] });
  } catch (thrown) {
    throw withoutValues(thrown, `purpose ${purpose}`);
  }
}

/** The person each connection was last told; connections of these pools are used through `withPerson` only. */
const told = new WeakMap<PoolClient, string>();

/** Runs `work` on a connection that shows the rows of `person` alone. */
export async function withPerson<T>(
  pool: Pool,
  purpose: string,
  person: string | undefined,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await connect(pool, purpose);
  let broken: Error | undefined;
  try {
    if (person !== undefined && told.get(client) !== person) {
      told.delete(client);
      // For the connection, outside any transaction: a rollback cannot bring the person before back.
      await tell(client, purpose, person).catch((error: Error) => {
        broken = error;
        throw error;
      });
      told.set(client, person);
    }
    return await work(client);
  } finally {
    client.release(broken);
  }
}

const TELL = { name: 'kept_person', text: `select set_config('kept.person', $1, false)` };

async function tell(client: PoolClient, purpose: string, person: string): Promise<void> {
  await client.query({ ...TELL, values: [person] }).catch((thrown: unknown) => {
    throw withoutValues(thrown, `purpose ${purpose}`);
  });
}

async function connect(pool: Pool, purpose: string): Promise<PoolClient> {
  return await pool.connect().catch((thrown: unknown) => {
    throw withoutValues(thrown, `purpose ${purpose}`);
  });
}

/** One transaction on one connection: all or nothing. A connection that cannot roll back is thrown away. */
export async function inPurposeTransaction<T>(
  pool: Pool,
  purpose: string,
  person: string | undefined,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  return await withPerson(pool, purpose, person, async (client) => {
    await control(client, purpose, 'begin');
    try {
      const result = await work(client);
      await control(client, purpose, 'commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => told.delete(client));
      throw error;
    }
  });
}

/** begin, commit, savepoints. */
export async function control(client: Pick<PoolClient, 'query'>, purpose: string, sql: string): Promise<void> {
  try {
    const { command } = await client.query(sql);
    // A transaction that failed answers COMMIT with ROLLBACK and no error.
    if (sql === 'commit' && command !== 'COMMIT') throw new Error('the transaction had failed');
  } catch (thrown) {
    throw withoutValues(thrown, `purpose ${purpose}`);
  }
}
