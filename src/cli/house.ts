/**
 * Opens what a command needs and closes it again: the database (embedded, or the one of DATABASE_URL), the owner's
 * pool, the keys, the installation's facts. Everything is built here and handed down.
 */
import { randomBytes } from 'node:crypto';
import { accessLogRole } from '../enforcement/index.ts';
import {
  type ConnectionSettings,
  connectionFromUrl,
  type EmbeddedServer,
  migrate,
  openPool,
  type Pool,
  startEmbeddedServer,
} from '../postgres/index.ts';
import type { Environment } from './environment.ts';
import { type Keys, readKeys } from './keys.ts';
import type { Terminal } from './terminal.ts';

export interface House {
  readonly environment: Environment;
  readonly keys: Keys;
  readonly terminal: Terminal;
  /** How the database's owner connects. */
  readonly settings: ConnectionSettings;
  readonly owner: Pool;
  /** Null with DATABASE_URL. */
  readonly server: EmbeddedServer | null;
  readonly installation: Installation;
  /** Ends the owner's pool, and the embedded server if this process started it. */
  close(): Promise<void>;
}

export interface Installation {
  /** Purpose roles are named `<prefix>_<purpose>`; it ends in `_as`, which no owner's role begins with. */
  readonly rolePrefix: string;
  /** The first line of every checkpoint. */
  readonly ledgerOrigin: string;
}

/**
 * Starts or finds the database (`keeper` says whether a server or a passing command holds it), migrates it and reads the installation's facts, with progress on the terminal.
 * @throws Error with the way out when the server cannot be started or reached.
 */
export async function openHouse(
  environment: Environment,
  terminal: Terminal,
  keeper: 'server' | 'command',
): Promise<House> {
  const keys = readKeys(environment);
  const server = environment.databaseUrl === null ? await startServer(environment, terminal, keeper) : null;
  const settings = server?.settings ?? connectionFromUrl(environment.databaseUrl ?? '');
  const owner = openPool(settings, { max: 4, applicationName: 'kept owner' });
  const close = async (): Promise<void> => {
    await owner.end();
    if (server?.startedHere) await server.stop();
  };
  try {
    await terminal.step({ nb: 'Oppdaterer databasens tabeller', en: 'Migrating the database' }, () =>
      migrate(owner, { onProgress: () => {} }),
    );
    const installation = await readInstallation(owner, settings.database);
    return { environment, keys, terminal, settings, owner, server, installation, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function startServer(
  environment: Environment,
  terminal: Terminal,
  keeper: 'server' | 'command',
): Promise<EmbeddedServer> {
  return terminal.step({ nb: 'Starter PostgreSQL', en: 'Starting PostgreSQL' }, () =>
    startEmbeddedServer({
      dataFolder: environment.dataFolder,
      keeper,
      onProgress: (text) => terminal.tell(text),
    }),
  );
}

/** Reads the installation's one row, making it at the first start. */
async function readInstallation(owner: Pool, database: string): Promise<Installation> {
  const prefix = database
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]/g, '_')
    .replace(/^[^a-z]/, 'k')
    .slice(0, 20);
  await owner.query(
    `insert into kept.installation (role_prefix, ledger_origin) values ($1, $2) on conflict (only_row) do nothing`,
    [`${prefix}_as`, `kept.example/${prefix}/${randomBytes(6).toString('hex')}`],
  );
  const { rows } = await owner.query<{ role_prefix: string; ledger_origin: string }>(
    'select role_prefix, ledger_origin from kept.installation',
  );
  const row = rows[0];
  if (row === undefined) throw new Error(`the table kept.installation is empty; ${accessLogRole(prefix)} has no home`);
  return { rolePrefix: row.role_prefix, ledgerOrigin: row.ledger_origin };
}
