/** Migrations: from empty, twice in a row, two at once, and an edited one. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { migrate, openPool, type Pool, readMigrations } from '../../src/postgres/index.ts';

const quiet = { onProgress: () => {} };
const names: string[] = [];
let server: Pool;

beforeAll(() => {
  server = openPool({ ...inject('ownerSettings'), database: 'postgres' }, { max: 1, applicationName: 'kept tests' });
});
afterAll(async () => {
  for (const name of names) await server.query(`drop database ${name}`);
  await server.end();
});

async function withEmptyDatabase(work: (pool: Pool) => Promise<void>): Promise<void> {
  const name = `m${randomBytes(5).toString('hex')}`;
  await server.query(`create database ${name}`);
  names.push(name);
  const pool = openPool({ ...inject('ownerSettings'), database: name }, { max: 4, applicationName: 'kept tests' });
  try {
    await work(pool);
  } finally {
    await pool.end();
  }
}

describe('migrations', () => {
  test('bring an empty database to the newest form, and the second time there is nothing to do', async () => {
    await withEmptyDatabase(async (pool) => {
      const first = await migrate(pool, quiet);
      expect(first.applied).toEqual(readMigrations().map((migration) => migration.name));
      expect((await migrate(pool, quiet)).applied).toEqual([]);
    });
  });

  test('of two servers that start at once, one applies them and the other waits', async () => {
    await withEmptyDatabase(async (pool) => {
      const both = await Promise.all([migrate(pool, quiet), migrate(pool, quiet)]);
      const counts = both.map((result) => result.applied.length).sort((a, b) => a - b);
      expect(counts).toEqual([0, readMigrations().length]);
    });
  });

  test('are refused when one that was applied has been edited since, by name', async () => {
    await withEmptyDatabase(async (pool) => {
      await migrate(pool, quiet);
      const edited = readMigrations().map((m) => (m.version === 2 ? { ...m, checksum: 'other' } : m));
      await expect(migrate(pool, { ...quiet, migrations: edited })).rejects.toThrow(
        /migration 2 \(register\) was edited/,
      );
    });
  });

  test('are refused when the database is newer than the program', async () => {
    await withEmptyDatabase(async (pool) => {
      await migrate(pool, quiet);
      const older = readMigrations().slice(0, 1);
      await expect(migrate(pool, { ...quiet, migrations: older })).rejects.toThrow(/made by a newer version/);
    });
  });

  test('one that fails leaves nothing behind', async () => {
    await withEmptyDatabase(async (pool) => {
      const broken = {
        version: 9000,
        name: 'broken',
        sql: 'create table kept.half (a int); select 1/0',
        checksum: 'x',
      };
      await expect(migrate(pool, { ...quiet, migrations: [...readMigrations(), broken] })).rejects.toThrow(/9000/);
      const { rows } = await pool.query(`select to_regclass('kept.half') as found`);
      expect(rows).toEqual([{ found: null }]);
    });
  });
});
