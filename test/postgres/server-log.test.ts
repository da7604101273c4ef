/** The log of the embedded server: it tells of the server, and nothing that somebody wrote in a statement. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test('statements that fail leave no value of theirs in the log', async () => {
  const { pool } = database;
  const canary = 'kanari-5519';
  const failing = [
    `select '${canary}'::uuid`,
    `select '${canary}'::date from register.customer`,
    `select ${JSON.stringify(canary)} from register.customer`,
    `select cast($1 as integer)`,
  ];
  for (const statement of failing) {
    await expect(pool.query(statement, statement.includes('$1') ? [canary] : [])).rejects.toThrow(/kanari/);
  }
  const { rows } = await pool.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
  const log = readFileSync(join(rows[0]?.folder ?? '', '..', 'postgres.log'), 'utf8');
  expect(log).toContain('ready to accept connections');
  expect(log).not.toContain('kanari');
});
