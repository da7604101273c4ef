/** The command line as a process of its own, against a test's database and in a folder that is gone afterwards. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { urlOf } from '../../src/postgres/index.ts';
import type { TestDatabase } from './database.ts';

export const MAIN = resolve(import.meta.dirname, '../../dist/cli/main.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandLine {
  /** Keys, checkpoints and whatever a command writes; the working folder of every command. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  kept(...args: string[]): Promise<Ran>;
  close(): void;
}

/** The secret that the commands derive the roles' passwords from. */
export const COMMAND_SECRET = 'a secret of the tests, long enough to be taken';

/**
 * @param database Null for the embedded one, in the folder.
 * @param more Environment variables beside those that lead to the database.
 */
export function openCommandLine(
  database: TestDatabase | null,
  more: Readonly<Record<string, string>> = {},
): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'kept-commands-'));
  // The embedded server may run as another user.
  chmodSync(folder, 0o755);
  const url = database === null ? '' : urlOf(database.settings);
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    ...{ DATABASE_URL: url, KEPT_DATA: folder, KEPT_SECRET: COMMAND_SECRET, KEPT_LANGUAGE: 'en' },
    ...{ KEPT_POLICY: resolve(import.meta.dirname, '../../policies/easy-step') },
    ...more,
  };
  return {
    ...{ folder, environment },
    kept: (...args) => runProcess(args, environment, folder),
    close: () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }),
  };
}

function runProcess(args: readonly string[], env: NodeJS.ProcessEnv, cwd: string): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [MAIN, ...args], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.once('error', failed);
    child.once('close', (code) => done({ code, stdout, stderr }));
  });
}
