/** A running server over a filled database: made anew, or found standing in a folder. */
import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConnectionSettings, openPool, type Pool, startEmbeddedServer } from '../../src/postgres/index.ts';
import { load } from './load.ts';
import { freePort, type Office, signIn, startKept } from './office.ts';
import type { OfficeOptions } from './options.ts';

export interface OfficeWorld {
  readonly office: Office;
  /** The owner's connections, for the bare side. */
  readonly bare: Pool;
  /** The version of the server. */
  readonly server: string;
  close(): Promise<void>;
}

interface Standing {
  readonly office: Office;
  readonly settings: ConnectionSettings;
}

const CONNECTIONS = 6;
const tell = (text: string): void => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);

export async function openOfficeWorld(options: OfficeOptions): Promise<OfficeWorld> {
  const note = options.folder === null ? null : join(options.folder, 'standing.json');
  if (note !== null && existsSync(note)) {
    const { office, settings } = JSON.parse(readFileSync(note, 'utf8')) as Standing;
    const bare = openPool(settings, { max: CONNECTIONS, applicationName: 'kept bench bare' });
    return { office, bare, server: await versionOf(bare), close: () => bare.end() };
  }
  return await makeWorld(options, note);
}

async function makeWorld(options: OfficeOptions, note: string | null): Promise<OfficeWorld> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'kept-bench-'));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const port = await freePort();
  const { child, firstLink } = await startKept(folder, port);
  try {
    return await fillWorld(options, folder, { child, firstLink, port }, note);
  } catch (error) {
    child.kill('SIGTERM');
    throw error;
  }
}

interface Started {
  readonly child: ChildProcess;
  readonly firstLink: string;
  readonly port: number;
}

async function fillWorld(
  options: OfficeOptions,
  folder: string,
  { child, firstLink, port }: Started,
  note: string | null,
): Promise<OfficeWorld> {
  const { settings, stop } = await startEmbeddedServer({
    dataFolder: folder,
    keeper: 'command',
    onProgress: (text) => tell(text.en),
  });
  const office = await signIn(`http://localhost:${port}`, firstLink);
  const bare = openPool(settings, { max: CONNECTIONS, applicationName: 'kept bench bare' });
  // Who sells and invoices; the roles are looked up anew for each page.
  await bare.query(`update kept.staff set roles = '{owner,sales,accounts,support}' where 'owner' = any (roles)`);
  await load(bare, { ...options, tell });
  if (note !== null) writeFileSync(note, JSON.stringify({ office, settings } satisfies Standing), { mode: 0o600 });
  return {
    ...{ office, bare, server: await versionOf(bare) },
    async close() {
      await bare.end();
      await stop();
      // What was asked to be left standing stands until its processes are ended.
      if (note !== null) return child.unref();
      child.removeAllListeners('exit');
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function versionOf(owner: Pool): Promise<string> {
  const { rows } = await owner.query<{ server_version: string }>('show server_version');
  return rows[0]?.server_version ?? '';
}
