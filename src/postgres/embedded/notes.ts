/** Notes in the data folder about who runs the server now, so that a second process joins instead of starting another. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './place.ts';

export interface RunningNote {
  readonly port: number;
  /** The Kept process that started the server and will end it. */
  readonly keeperPid: number;
  /** Whether that is the web site, or a command that soon ends. */
  readonly keeper: 'server' | 'command';
  readonly postmasterPid: number;
}

const noteFile = (place: Place): string => join(place.dataFolder, 'running.json');
const lockFile = (place: Place): string => join(place.dataFolder, 'starting.lock');
const guestFolder = (place: Place): string => join(place.dataFolder, 'guests');

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function readNote(place: Place): RunningNote | null {
  try {
    return JSON.parse(readFileSync(noteFile(place), 'utf8')) as RunningNote;
  } catch {
    return null;
  }
}

/** Written whole or not at all. */
export function writeNote(place: Place, note: RunningNote): void {
  const partial = `${noteFile(place)}.${process.pid}`;
  writeFileSync(partial, JSON.stringify(note));
  renameSync(partial, noteFile(place));
}

export function removeNote(place: Place): void {
  rmSync(noteFile(place), { force: true });
}

/** Takes the start lock; false when another living process holds it. */
export function tryLock(place: Place): boolean {
  try {
    writeFileSync(lockFile(place), String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = Number(readTextOr(lockFile(place), '0'));
    if (holder > 0 && isAlive(holder)) return false;
    rmSync(lockFile(place), { force: true });
    return false;
  }
}

export function unlock(place: Place): void {
  rmSync(lockFile(place), { force: true });
}

/** The process id of a postmaster that still has the cluster open, or null. */
export function livingPostmaster(place: Place): number | null {
  const pid = Number(readTextOr(join(place.clusterFolder, 'postmaster.pid'), '').split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : null;
}

/** Another process uses the server that this note's keeper runs. */
export function enterAsGuest(place: Place): () => void {
  mkdirSync(guestFolder(place), { recursive: true });
  const file = join(guestFolder(place), String(process.pid));
  writeFileSync(file, '');
  return () => rmSync(file, { force: true });
}

export function hasGuests(place: Place): boolean {
  try {
    const guests = readdirSync(guestFolder(place)).map(Number);
    return guests.some((pid) => pid !== process.pid && isAlive(pid));
  } catch {
    return false;
  }
}

function readTextOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}
