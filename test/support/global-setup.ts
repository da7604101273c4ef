/** Runs once before all tests: one real server, and the migrated database that every test file copies its own from. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type ConnectionSettings, migrate, openPool, startEmbeddedServer } from '../../src/postgres/index.ts';

export const TEMPLATE = 'kept_template';

declare module 'vitest' {
  export interface ProvidedContext {
    ownerSettings: ConnectionSettings;
    /** Where the server's log lies. */
    serverFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'kept-tests-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedServer({ dataFolder: folder, keeper: 'server', onProgress: () => {} });
  const owner = openPool(server.settings, { max: 1, applicationName: 'kept test setup' });
  await owner.query(`create database ${TEMPLATE}`);
  await owner.end();
  const template = openPool({ ...server.settings, database: TEMPLATE }, { max: 1, applicationName: 'kept test setup' });
  await migrate(template, { onProgress: () => {} });
  await template.end();
  project.provide('ownerSettings', server.settings);
  project.provide('serverFolder', dirname(server.location));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
