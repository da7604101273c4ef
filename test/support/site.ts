/** `kept start` as a process, with everything that it writes kept. */
import { type ChildProcess, spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { type CommandLine, MAIN } from './command-line.ts';

export interface Site {
  readonly child: ChildProcess;
  readonly origin: string;
  /** Standard output and standard error until now, that of its worker too. */
  output(): string;
  /** The line of its log that holds these facts, waited for; undefined when it does not come. */
  logged(facts: Readonly<Record<string, unknown>>): Promise<Record<string, unknown> | undefined>;
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

/** The lines of the log; one that is still being written comes later. */
const linesIn = (output: string): Record<string, unknown>[] =>
  output.split('\n').flatMap((line) => (/^\{.*\}$/.test(line) ? [JSON.parse(line) as Record<string, unknown>] : []));

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
    async logged(facts) {
      for (let tries = 0; tries < 200; tries += 1) {
        const found = linesIn(output).find((line) =>
          Object.entries(facts).every(([name, value]) => line[name] === value),
        );
        if (found !== undefined) return found;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      return undefined;
    },
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
