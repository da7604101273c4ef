/** Where the embedded database's files lie: in the data folder, or where the user that runs the server can enter. */
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Told, ToldError } from '../told-error.ts';
import { type Binaries, binariesFor } from './binaries.ts';
import { canEnter, type OrdinaryUser, ordinaryUser } from './ordinary-user.ts';

export interface Place {
  /** Kept's own notes about the server: port, password, who runs it. */
  readonly dataFolder: string;
  /** PostgreSQL's data directory. */
  readonly clusterFolder: string;
  readonly logFile: string;
  readonly user: OrdinaryUser | null;
  readonly binaries: Binaries;
  /** Set when the files lie elsewhere than in the data folder. */
  readonly movedBecause: Told | null;
}

/** The folder beside which runtimes and clusters go when the project lies where the server's user cannot enter. */
const REFUGE = '/var/lib/kept';

/** @throws Error when no place can be made, with what to do. */
export function findPlace(dataFolder: string, refuge: string = REFUGE): Place {
  const folder = resolve(dataFolder);
  mkdirSync(folder, { recursive: true });
  const user = ordinaryUser();
  const reachable = user === null || canEnter(folder, user);
  const home = reachable ? folder : join(refuge, createHash('sha256').update(folder).digest('hex').slice(0, 16));
  try {
    if (!reachable) makeEnterable(home);
    const binaries = binariesFor(user, refuge);
    const clusterFolder = join(home, 'postgres');
    makeFolderOf(user, clusterFolder);
    if (!reachable) writeFileSync(join(folder, 'where-the-database-is.txt'), `${clusterFolder}\n`);
    const movedBecause = reachable ? null : cannotEnter(user?.name ?? '', folder);
    return { dataFolder: folder, clusterFolder, logFile: join(home, 'postgres.log'), user, binaries, movedBecause };
  } catch (cause) {
    throw new ToldError(noPlace(user?.name ?? null, folder, refuge), { cause });
  }
}

/** Whatever the umask, the server's user must be able to pass through; what lies inside is closed again. */
function makeEnterable(home: string): void {
  mkdirSync(home, { recursive: true });
  chmodSync(dirname(home), 0o755);
  chmodSync(home, 0o755);
}

function makeFolderOf(user: OrdinaryUser | null, folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user !== null) chownSync(folder, user.uid, user.gid);
}

/** The whole cluster is there once initdb has written its version file and Kept has marked it as finished. */
export function isInitialised(place: Place): boolean {
  const marker = join(place.dataFolder, 'postgres.ready');
  return existsSync(join(place.clusterFolder, 'PG_VERSION')) && existsSync(marker);
}

export function markInitialised(place: Place): void {
  writeFileSync(join(place.dataFolder, 'postgres.ready'), `${readFileSync(join(place.clusterFolder, 'PG_VERSION'))}`);
}

const cannotEnter = (user: string, folder: string): Told => ({
  nb: `brukeren ${user} kommer ikke inn i ${folder}`,
  en: `the user ${user} cannot enter ${folder}`,
});

const noPlace = (user: string | null, folder: string, refuge: string): Told => ({
  nb: `den innebygde databasen har ikke noe sted å kjøre: ${user ?? 'denne brukeren'} kommer ikke inn i ${folder}, og ${refuge} kan ikke lages; start Kept som en vanlig bruker, sett KEPT_DATA til en mappe som ${user ?? 'den'} kommer inn i, eller sett DATABASE_URL`,
  en: `the embedded database has no place to run: ${user ?? 'this user'} cannot enter ${folder}, and ${refuge} cannot be made; start Kept as an ordinary user, set KEPT_DATA to a folder that ${user ?? 'it'} can enter, or set DATABASE_URL`,
});
