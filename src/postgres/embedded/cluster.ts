/** Makes the cluster's files (initdb) and runs its server process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ToldError } from '../told-error.ts';
import { isInitialised, markInitialised, type Place } from './place.ts';

export const OWNER = 'kept_owner';

/**
 * Server settings. Durability stays on; nothing that people wrote reaches the log: no statements, no parameters, no
 * DETAIL lines (they quote key values), and no errors of statements (`invalid input syntax for type uuid: "…"`). What
 * the server says of itself does.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '300',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  log_statement: 'none',
  // What a statement did wrong is told to whoever ran it: in its words stand values (`invalid input … "kari@…"`).
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  log_min_duration_statement: '-1',
  password_encryption: 'scram-sha-256',
};

/** The owner's password: made once, mode 0600, beside Kept's other keys. */
export function ownerPassword(place: Place): string {
  const file = join(place.dataFolder, 'owner.password');
  try {
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** Runs initdb unless the cluster is there; one that was cut short is begun again. */
export async function initialise(place: Place): Promise<boolean> {
  if (isInitialised(place)) return false;
  const passwordFile = join(tmpdir(), `kept-${randomBytes(8).toString('hex')}`);
  writeFileSync(passwordFile, ownerPassword(place), { mode: 0o600, flag: 'wx' });
  if (place.user !== null) chownSync(passwordFile, place.user.uid, place.user.gid);
  try {
    recreate(place);
    await runInitdb(place, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  markInitialised(place);
  return true;
}

function recreate(place: Place): void {
  rmSync(place.clusterFolder, { recursive: true, force: true });
  mkdirSync(place.clusterFolder, { recursive: true, mode: 0o700 });
  if (place.user !== null) chownSync(place.clusterFolder, place.user.uid, place.user.gid);
}

function runInitdb(place: Place, passwordFile: string): Promise<void> {
  const child = spawn(
    place.binaries.initdb,
    [
      `--pgdata=${place.clusterFolder}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      // Norwegian order for names: æ, ø, å come last, and Sámi letters beside their relatives.
      '--locale-provider=icu',
      '--icu-locale=nb-NO',
    ],
    { ...identity(place), env: environmentOf(), stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let trouble = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    trouble += chunk.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(failedToInitialise(code, trouble.trim().slice(-500)));
    });
  });
}

/** Starts the server process in a group of its own, so that Ctrl-C on the terminal reaches Kept first. */
export function spawnServer(place: Place, port: number): ChildProcess {
  const log = openSync(place.logFile, 'a', 0o600);
  try {
    const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return spawn(place.binaries.postgres, ['-D', place.clusterFolder, '-p', String(port), ...settings], {
      ...identity(place),
      cwd: '/',
      env: environmentOf(),
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

function identity(place: Place): { uid?: number; gid?: number } {
  return place.user === null ? {} : { uid: place.user.uid, gid: place.user.gid };
}

/** The server gets no environment of ours: no secret in /proc, no setting by accident. */
function environmentOf(): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

const failedToInitialise = (code: number | null, trouble: string): ToldError =>
  new ToldError({
    nb: `databasens filer kunne ikke lages: initdb sluttet med kode ${code}: ${trouble}`,
    en: `the database's files could not be made: initdb ended with code ${code}: ${trouble}`,
  });
