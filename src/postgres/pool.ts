/** Pools: the one place where connections are opened, with the type parsers that all rooms rely on. */
import pg from 'pg';
import type { ConnectionSettings } from './connection.ts';

export type Pool = pg.Pool;
export type PoolClient = pg.PoolClient;

export interface PoolOptions {
  /** Connections at most. */
  readonly max: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  /** Milliseconds; 0 or absent: none. */
  readonly statementTimeoutMs?: number;
  /** Milliseconds after which an idle connection is closed; 0 keeps it. */
  readonly idleTimeoutMs?: number;
  /** A commit is answered when it is on disk, whatever the server's default is. */
  readonly durable?: boolean;
  /** Is told when an idle connection breaks; the pool makes a new one by itself. */
  readonly log?: (message: string) => void;
}

/**
 * Postgres types as JavaScript has them: bigint as a number (an error beyond 2^53, never a wrong figure), date as
 * `YYYY-MM-DD` (a Date would shift it by the time zone), numeric as text.
 */
export const parsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary' && oid === pg.types.builtins.INT8) return wholeNumber;
    if (format !== 'binary' && oid === pg.types.builtins.DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  },
};

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint beyond 2^53 came from the database');
  return value;
}

export function openPool(settings: ConnectionSettings, options: PoolOptions): Pool {
  const pool = new pg.Pool({
    ...clientConfig(settings, options.applicationName),
    max: options.max,
    idleTimeoutMillis: options.idleTimeoutMs ?? 10_000,
    connectionTimeoutMillis: 10_000,
    ...(options.durable === true ? { onConnect: (client) => client.query(WAIT_FOR_DISK) } : {}),
    ...(options.statementTimeoutMs ? { statement_timeout: options.statementTimeoutMs } : {}),
  });
  pool.on('error', (error) => options.log?.(`an idle connection was lost: ${error.message}`));
  // A connection that breaks while it is lent fails its statements; without a listener it would end the program, too.
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}

/** Leaves a default that waits for more, as for another server, as it is. */
const WAIT_FOR_DISK = `select set_config('synchronous_commit', 'on', false)
  where current_setting('synchronous_commit') = 'off'`;

export function clientConfig(settings: ConnectionSettings, applicationName: string): pg.ClientConfig {
  const { host, port, database, user, password, tls } = settings;
  const ssl = tls === null ? false : { rejectUnauthorized: tls === 'verify' };
  return { host, port, database, user, password, ssl, application_name: applicationName, types: parsers };
}

/** Runs `work` in one transaction on one connection: all or nothing. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => {
      broken = cause;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Runs `work` while holding a session-level advisory lock; a second caller waits. */
export async function withAdvisoryLock<T>(client: PoolClient, key: string, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [key]);
  try {
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key]);
  }
}
