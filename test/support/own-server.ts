/**
 * A database on a server of its own, for what reaches every database of a server: a role that reads everything would be
 * found, rightly, by whatever test looks at another database in that moment.
 */
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openPool, startEmbeddedServer } from '../../src/postgres/index.ts';
import type { TestDatabase } from './database.ts';

export async function createDatabaseOnOwnServer(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'kept-own-server-'));
  chmodSync(folder, 0o755);
  const { settings, stop } = await startEmbeddedServer({ dataFolder: folder, keeper: 'server', onProgress: () => {} });
  const rolePrefix = 'alone';
  const pool = openPool(settings, { max: 4, applicationName: 'kept test owner' });
  await migrate(pool, { onProgress: () => {} });
  await pool.query('insert into kept.installation (role_prefix, ledger_origin) values ($1, $2)', [
    rolePrefix,
    'example.com/alone',
  ]);
  return {
    ...{ settings, pool, rolePrefix },
    secret: createHash('sha256').update(rolePrefix).digest(),
    async close() {
      await pool.end();
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
