/**
 * The connections of one purpose, signed in as its role. Every statement is prepared under a name; what Postgres says of
 * a failure is stripped of values. Where a purpose shows only a person's own rows, no connection is used before it is
 * told whose.
 */
import { type Pool, type PoolClient, type Rows, runTogether, wireValues } from '../../postgres/index.ts';
import type { NamedStatement } from './analysis/plan-statement.ts';
import { EnforcementError, withoutValues } from './enforcement-error.ts';
import { type Lanes, openLanes } from './lanes.ts';

/** Where a session's statements go: a purpose's connections, or the one connection of a transaction. */
export interface Runner {
  /** Whether a statement is its own transaction, so that an entry inside it is durable when it is answered. */
  readonly commitsEach: boolean;
  run(statement: NamedStatement, values: readonly unknown[]): Promise<Rows>;
  /** Runs a read that waits for no lock of a row; it may travel together with those of other sessions. */
  read(statement: NamedStatement, values: readonly unknown[]): Promise<Rows>;
  /** Lends a connection for several statements after each other. */
  withConnection<T>(work: (client: Pick<PoolClient, 'query'>) => Promise<T>): Promise<T>;
}

/** The connections of a purpose: lent one by one, or passed on from statement to statement. */
export interface PurposeConnections {
  readonly pool: Pool;
  readonly lanes: Lanes;
}

/**
 * Connections at most that reads which travel together take: while one waits for the disk the other works. With more,
 * each carries fewer reads to the same commit.
 */
const READING = 2;

export function purposeConnections(pool: Pool, size: number): PurposeConnections {
  return { pool, lanes: openLanes(pool, size, readingOf(size)) };
}

/** @param size Connections of the purpose; one at least is left to everything else, where there is more than one. */
export const readingOf = (size: number): number => Math.max(1, Math.min(READING, size - 1));

/** For a purpose that shows the rows of everybody. */
export function lanesRunner({ pool, lanes }: PurposeConnections, purpose: string): Runner {
  return {
    commitsEach: true,
    run: ({ name, sql }, values) => without(purpose, lanes.alone({ name, sql, values: wire(purpose, values) })),
    read: ({ name, sql }, values) => without(purpose, lanes.together({ name, sql, values: wire(purpose, values) })),
    withConnection: (work) => work(pool),
  };
}

/** For a purpose that shows a person's own rows. */
export function personRunner({ pool }: PurposeConnections, purpose: string, person: string): Runner {
  const run: Runner['run'] = (statement, values) =>
    withPerson(pool, purpose, person, (client) => send(client, purpose, statement, values));
  return { commitsEach: true, run, read: run, withConnection: (work) => withPerson(pool, purpose, person, work) };
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
    commitsEach: false,
    run,
    read: run,
    withConnection: (work) => next(() => work(client)),
    end: async () => {
      open = false;
      await tail;
    },
  };
}

function send(client: PoolClient, purpose: string, { name, sql }: NamedStatement, values: readonly unknown[]) {
  const statement = { name, sql, values: wire(purpose, values) };
  const rows = new Promise<Rows>((resolve, reject) => {
    runTogether(client, [statement], (failure, results) => {
      if (failure === null) resolve(results[0] ?? []);
      else reject(failure.error);
    });
  });
  return without(purpose, rows);
}

function wire(purpose: string, values: readonly unknown[]) {
  try {
    return wireValues(values);
  } catch (thrown) {
    throw withoutValues(thrown, `purpose ${purpose}`);
  }
}

const without = (purpose: string, rows: Promise<Rows>): Promise<Rows> =>
  rows.catch((thrown: unknown) => {
    throw withoutValues(thrown, `purpose ${purpose}`);
  });

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
