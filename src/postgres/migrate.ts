/**
 * Numbered SQL files, forward only, each in a transaction of its own under one lock, so that two servers starting at
 * once are fine. A file that was applied is never edited: its checksum is compared.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Pool, PoolClient } from './pool.ts';
import { withAdvisoryLock } from './pool.ts';
import { ToldError } from './told-error.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text, hexadecimal. */
  readonly checksum: string;
}

export class MigrationError extends ToldError {
  override readonly name = 'MigrationError';
}

const packaged = fileURLToPath(new URL('../../migrations/', import.meta.url));

/** The migrations of a folder in their order; by default the product's own. */
export function readMigrations(folder: string = packaged): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-.+\.sql$/.test(name));
  return names.sort().map((name) => {
    const sql = readFileSync(`${folder}/${name}`, 'utf8');
    const checksum = createHash('sha256').update(sql).digest('hex');
    return { version: Number(name.slice(0, 4)), name: name.slice(5, -4), sql, checksum };
  });
}

export interface MigrateOptions {
  readonly onProgress: (migration: Migration) => void;
  readonly migrations?: readonly Migration[];
}

/**
 * Applies what is missing.
 * @returns The names of those applied now; empty when there was nothing to do.
 * @throws MigrationError when an applied migration was edited or the database is newer than this program.
 */
export async function migrate(pool: Pool, options: MigrateOptions): Promise<{ readonly applied: readonly string[] }> {
  const migrations = options.migrations ?? readMigrations();
  const client = await pool.connect();
  try {
    const applied = await withAdvisoryLock(client, 'kept migrate', () => applyMissing(client, migrations, options));
    return { applied };
  } finally {
    client.release();
  }
}

async function applyMissing(
  client: PoolClient,
  migrations: readonly Migration[],
  options: MigrateOptions,
): Promise<readonly string[]> {
  const done = await readDone(client);
  refuseDifferences(done, migrations);
  const applied: string[] = [];
  for (const migration of migrations.filter(({ version }) => !done.has(version))) {
    await applyOne(client, migration);
    options.onProgress(migration);
    applied.push(migration.name);
  }
  return applied;
}

interface Done {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
}

async function readDone(client: PoolClient): Promise<ReadonlyMap<number, Done>> {
  await client.query('create schema if not exists kept');
  await client.query(
    `create table if not exists kept.migration (
       version integer primary key, name text not null, checksum text not null,
       applied_at timestamptz not null default now())`,
  );
  const { rows } = await client.query<Done>('select version, name, checksum from kept.migration order by version');
  return new Map(rows.map((row) => [row.version, row]));
}

function refuseDifferences(done: ReadonlyMap<number, Done>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.version, migration]));
  for (const row of done.values()) {
    const migration = known.get(row.version);
    if (migration === undefined) {
      throw new MigrationError({
        nb: `databasen har endringen ${row.version} (${row.name}), som dette programmet ikke kjenner: den er laget av en nyere utgave; start den`,
        en: `the database has migration ${row.version} (${row.name}), which this program does not know: it was made by a newer version; start that one`,
      });
    }
    if (migration.checksum !== row.checksum) {
      throw new MigrationError({
        nb: `endringen ${row.version} (${row.name}) er redigert etter at den ble kjørt; legg filen tilbake og skriv en ny`,
        en: `migration ${row.version} (${row.name}) was edited after it was applied; put the file back and write a new one`,
      });
    }
  }
}

async function applyOne(client: PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query('insert into kept.migration (version, name, checksum) values ($1, $2, $3)', [
      migration.version,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    const says = {
      nb: `endringen ${migration.version} (${migration.name}) mislyktes; ingenting av den ble stående`,
      en: `migration ${migration.version} (${migration.name}) failed; nothing of it was kept`,
    };
    throw new MigrationError(says, { cause });
  }
}
