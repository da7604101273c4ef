/** A database of its own for a test file: a copy of the migrated template, with roles that no other test shares. */
import { createHash, randomBytes } from 'node:crypto';
import { expect, inject } from 'vitest';
import { type ConnectionSettings, openPool, type Pool } from '../../src/postgres/index.ts';
import { TEMPLATE } from './global-setup.ts';

export interface TestDatabase {
  /** The owner's connection. */
  readonly settings: ConnectionSettings;
  readonly pool: Pool;
  /** What role passwords are derived from. */
  readonly secret: Buffer;
  /** Unique, because roles are shared by all databases of a server. */
  readonly rolePrefix: string;
  /** Drops the database and its roles. A connection left open fails the test. */
  close(): Promise<void>;
}

async function asServer<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = openPool(
    { ...inject('ownerSettings'), database: 'postgres' },
    { max: 1, applicationName: 'kept tests' },
  );
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** @param template The database to copy; the migrated one unless given. */
export async function createTestDatabase(template: string = TEMPLATE): Promise<TestDatabase> {
  const rolePrefix = `t${randomBytes(5).toString('hex')}`;
  await asServer((server) => server.query(`create database ${rolePrefix} template ${template}`));
  const settings = { ...inject('ownerSettings'), database: rolePrefix };
  const pool = openPool(settings, { max: 4, applicationName: 'kept test owner' });
  await pool.query(
    `insert into kept.installation (role_prefix, ledger_origin) values ($1, $2) on conflict do nothing`,
    [rolePrefix, `example.com/${rolePrefix}`],
  );
  const secret = createHash('sha256').update(rolePrefix).digest();
  return { settings, pool, secret, rolePrefix, close: () => close(rolePrefix, pool) };
}

async function close(name: string, pool: Pool): Promise<void> {
  await pool.end();
  await asServer(async (server) => {
    const left = await connectionsOf(server, name);
    await server.query(`drop database ${name} with (force)`);
    const { rows } = await server.query<{ rolname: string }>('select rolname from pg_roles where rolname like $1', [
      `${name}\\_%`,
    ]);
    for (const { rolname } of rows) await server.query(`drop role ${rolname}`);
    expect(left, 'connections left open by the test').toEqual([]);
  });
}

/** A closed connection may be seen for a moment more: only one that stays counts. */
async function connectionsOf(server: Pool, database: string): Promise<string[]> {
  for (let tries = 0; ; tries += 1) {
    const { rows } = await server.query<{ application_name: string }>(
      `select application_name from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
      [database],
    );
    if (rows.length === 0 || tries === 40) return rows.map((row) => row.application_name);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export async function withDatabase<T>(work: (database: TestDatabase) => Promise<T>): Promise<T> {
  const database = await createTestDatabase();
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
