/**
 * The embedded server's life, told in words:
 *
 *   stopped  --start-->  starting  --answers-->  running (this process keeps it)  --stop-->  stopped
 *   running (another process keeps it)  --start as command-->  joined; leaving it changes nothing
 *   running, its keeper killed  -->  a watchdog ends it; whoever starts next waits for that, then starts it again
 *
 * The keeper is the web site, or a command while none runs. A command that keeps it waits for its guests to leave.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type ConnectionSettings, settingsForRole } from '../connection.ts';
import { clientConfig } from '../pool.ts';
import { type Told, ToldError } from '../told-error.ts';
import { initialise, OWNER, ownerPassword, spawnServer } from './cluster.ts';
import {
  enterAsGuest,
  hasGuests,
  isAlive,
  livingPostmaster,
  readNote,
  removeNote,
  tryLock,
  unlock,
  writeNote,
} from './notes.ts';
import { findPlace, type Place } from './place.ts';

export interface EmbeddedOptions {
  readonly dataFolder: string;
  /** Who asks: the web site keeps the server for long, a command joins one that runs. */
  readonly keeper: 'server' | 'command';
  /** Told about what takes time or lies in an unexpected place. */
  readonly onProgress: (text: Told) => void;
  /** Where copies go when the server's user cannot enter the project; `/var/lib/kept` unless given. */
  readonly refuge?: string;
}

export interface EmbeddedServer {
  /** The owner's connection to the database `kept`. */
  readonly settings: ConnectionSettings;
  /** The folder of PostgreSQL's files. */
  readonly location: string;
  /** False when another process keeps the server and this one only uses it. */
  readonly startedHere: boolean;
  /** Ends the server if this process keeps it, else only leaves. Safe to call twice. */
  stop(): Promise<void>;
}

const DATABASE = 'kept';
const STEP_MS = 50;
const PATIENCE_MS = 60_000;

/** @throws Error with the way out when the server cannot be started here. */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = findPlace(options.dataFolder, options.refuge);
  if (place.movedBecause !== null) {
    options.onProgress({
      nb: `Databasens filer ligger i ${place.clusterFolder}, fordi ${place.movedBecause.nb}.`,
      en: `The database's files lie in ${place.clusterFolder}, because ${place.movedBecause.en}.`,
    });
  }
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    const joined = await tryJoin(place, options.keeper);
    if (joined !== null) return joined;
    if (tryLock(place)) {
      try {
        const started = await startUnderLock(place, options.keeper);
        if (started !== null) return started;
      } finally {
        unlock(place);
      }
    }
    await wait(STEP_MS);
  }
  throw new ToldError({
    nb: `en annen prosess har i et minutt vært i ferd med å starte eller avslutte databasen i ${place.dataFolder}; avslutt den og prøv igjen`,
    en: `another process has been starting or ending the database in ${place.dataFolder} for a minute; end it and try again`,
  });
}

/** Joins a server that another living process keeps; null when there is none to join yet. */
async function tryJoin(place: Place, keeper: 'server' | 'command'): Promise<EmbeddedServer | null> {
  const note = readNote(place);
  if (note === null || note.keeperPid === process.pid || !isAlive(note.keeperPid)) return null;
  if (!isAlive(note.postmasterPid)) return null;
  if (keeper === 'server') {
    if (note.keeper === 'command') return null;
    throw new ToldError({
      nb: `Kept kjører alt på databasen i ${place.dataFolder} (prosess ${note.keeperPid}); avslutt den først, eller sett KEPT_DATA til en annen mappe`,
      en: `Kept already runs on the database in ${place.dataFolder} (process ${note.keeperPid}); end it first, or set KEPT_DATA to another folder`,
    });
  }
  const leave = enterAsGuest(place);
  const settings = ownerSettings(place, note.port);
  if (!(await answers(settings))) {
    leave();
    return null;
  }
  return { settings, location: place.clusterFolder, startedHere: false, stop: async () => leave() };
}

async function startUnderLock(place: Place, keeper: 'server' | 'command'): Promise<EmbeddedServer | null> {
  // A server whose keeper was killed is being ended by its watchdog, or is another keeper's: either way not ours yet.
  if (livingPostmaster(place) !== null) return null;
  await initialise(place);
  const port = await freePort();
  const child = spawnServer(place, port);
  const settings = ownerSettings(place, port);
  await untilItAnswers(place, child, settings);
  const postmasterPid = child.pid ?? 0;
  writeNote(place, { port, keeperPid: process.pid, keeper, postmasterPid });
  const watchdog = spawnWatchdog(postmasterPid);
  await makeDatabase(settings);
  let ended: Promise<void> | null = null;
  const stop = (): Promise<void> => {
    ended ??= endServer(place, child, watchdog, keeper);
    return ended;
  };
  return { settings, location: place.clusterFolder, startedHere: true, stop };
}

/**
 * A shell that waits for the end of its input, which comes when this process ends in whatever way, and then asks the
 * server to shut down fast (SIGINT). So a killed Kept leaves no server behind.
 */
function spawnWatchdog(postmasterPid: number): ChildProcess {
  const script = `cat >/dev/null; kill -INT ${postmasterPid} 2>/dev/null`;
  const watchdog = spawn('/bin/sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'], env: {} });
  watchdog.unref();
  return watchdog;
}

async function endServer(
  place: Place,
  child: ChildProcess,
  watchdog: ChildProcess,
  keeper: 'server' | 'command',
): Promise<void> {
  for (let waited = 0; keeper === 'command' && hasGuests(place) && waited < PATIENCE_MS; waited += STEP_MS) {
    await wait(STEP_MS);
  }
  removeNote(place);
  if (child.exitCode === null && child.signalCode === null) {
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGINT');
    await exited;
  }
  watchdog.kill('SIGKILL');
}

function ownerSettings(place: Place, port: number): ConnectionSettings {
  const base = { host: '127.0.0.1', port, database: DATABASE, user: OWNER, password: '', tls: null };
  return settingsForRole(base, OWNER, ownerPassword(place));
}

async function untilItAnswers(place: Place, child: ChildProcess, settings: ConnectionSettings): Promise<void> {
  let failed: Error | null = null;
  child.once('error', (error) => {
    failed = error;
  });
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    if (failed !== null || child.exitCode !== null) {
      const says = {
        nb: `PostgreSQL sluttet mens den startet; loggen er ${place.logFile}`,
        en: `PostgreSQL ended while starting; its log is ${place.logFile}`,
      };
      throw new ToldError(says, { cause: failed ?? undefined });
    }
    if (await answers({ ...settings, database: 'postgres' })) return;
    await wait(STEP_MS);
  }
  child.kill('SIGINT');
  throw new ToldError({
    nb: `PostgreSQL svarte ikke innen et minutt; loggen er ${place.logFile}`,
    en: `PostgreSQL did not answer within a minute; its log is ${place.logFile}`,
  });
}

async function answers(settings: ConnectionSettings): Promise<boolean> {
  const client = new pg.Client(clientConfig(settings, 'kept start'));
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function makeDatabase(settings: ConnectionSettings): Promise<void> {
  const client = new pg.Client(clientConfig({ ...settings, database: 'postgres' }, 'kept start'));
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
