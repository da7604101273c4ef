/** `kept` as a process of its own, in a folder that is thrown away. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const MAIN = resolve(import.meta.dirname, '../../dist/cli/main.js');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface KeptFolder {
  /** The folder in which the commands run. */
  readonly path: string;
  /** Runs a command to its end; `typed` is what standard input says before it ends. */
  run(args: readonly string[], more?: { readonly typed?: string; readonly env?: NodeJS.ProcessEnv }): Promise<Ended>;
  /** Starts a command and hands it over once it has printed `until`. */
  start(args: readonly string[], until: string, env?: NodeJS.ProcessEnv): Promise<ChildProcess>;
  close(): void;
}

export function openKeptFolder(): KeptFolder {
  const path = mkdtempSync(join(tmpdir(), 'kept-init-'));
  // The embedded database runs as somebody else where this process is root.
  chmodSync(path, 0o755);
  const started: ChildProcess[] = [];
  const open = (args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess => {
    const own = { KEPT_LANGUAGE: 'en', DATABASE_URL: '', KEPT_DATA: join(path, 'data') };
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: path, env: { ...process.env, ...own, ...env } });
    started.push(child);
    return child;
  };
  return {
    path,
    run(args, { typed = '', env = {} } = {}) {
      const child = open(args, env);
      child.stdin?.end(typed);
      return endOf(child);
    },
    async start(args, until, env = {}) {
      const child = open(args, env);
      let printed = '';
      await new Promise<void>((done, failed) => {
        const read = (chunk: Buffer): void => {
          printed += chunk.toString();
          if (printed.includes(until)) done();
        };
        child.stdout?.on('data', read);
        child.stderr?.on('data', read);
        child.once('exit', (code) => failed(new Error(`ended with ${code}: ${printed}`)));
      });
      child.removeAllListeners('exit');
      return child;
    },
    close() {
      for (const child of started) child.kill('SIGKILL');
      rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    },
  };
}

export function endOf(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((done) => child.once('close', (code, signal) => done({ code, signal, stdout, stderr })));
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
