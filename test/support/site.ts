/** `kept start` as a process, with everything that it writes kept. */
import { type ChildProcess, spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { type CommandLine, MAIN } from './command-line.ts';

export interface Site {
  readonly child: ChildProcess;
  readonly origin: string;
  /** Standard output and standard error until now, that of its worker too. */
  output(): string;
  /** The lines of its log until now. */
  log(): Record<string, unknown>[];
  /** Sends a form as a browser does from the site itself. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
  /** Asks it to end; resolves with its exit code. */
  end(): Promise<number | null>;
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

/** Resolves when it is ready. */
export async function startSite(
  { environment, folder }: CommandLine,
  more: Readonly<Record<string, string>> = {},
): Promise<Site> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { ...environment, PORT: String(port), ...more };
  const child = spawn(process.execPath, [MAIN, 'start'], { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  await new Promise<void>((ready, failed) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('Ctrl-C')) ready();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => failed(new Error(`the site ended with ${code}: ${output}`)));
  });
  return {
    ...{ child, origin, output: () => output },
    log: () =>
      output.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Record<string, unknown>] : [])),
    post: (path, fields) =>
      fetch(`${origin}${path}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { Origin: origin, Connection: 'close' },
      }),
    end() {
      const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
      child.kill('SIGTERM');
      return ended;
    },
  };
}
