/** `kept start` as a process of its own: from an empty folder, again after it was killed, and with commands beside it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectionFromUrl, openPool } from '../../src/postgres/index.ts';

const main = resolve(import.meta.dirname, '../../dist/cli/main.js');
let folder: string;
let port: number;
const started: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kept-start-'));
  chmodSync(folder, 0o755);
  port = await freePort();
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: found } = server.address() as AddressInfo;
      server.close(() => done(found));
    });
  });
}

const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  ...{ PORT: String(port), KEPT_DATA: join(folder, 'data'), KEPT_LANGUAGE: 'en', DATABASE_URL: '' },
});

/** Resolves with what was printed once the site is ready and has shown the owner's way in. */
function start(): Promise<{ child: ChildProcess; printed: string }> {
  const child = spawn(process.execPath, [main, 'start'], { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let printed = '';
  return new Promise((done, failed) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (/is ready at[\s\S]*\/en\/sign-in\/link\?token=[A-Za-z]{32}\n/.test(printed)) done({ child, printed });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => failed(new Error(`ended with ${code}: ${printed}`)));
  });
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => child.once('exit', (code) => done(code)));

const kept = async (...args: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [main, ...args], { env: environment() })).stdout;

async function register(email: string): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/en/register`, {
    method: 'POST',
    body: new URLSearchParams({ kind: 'private', legalName: 'Kari Eksempel', email }),
    headers: { Origin: `http://127.0.0.1:${port}` },
  });
  return response.status;
}

test('it starts from nothing, serves, and every promise that has its controls holds', async () => {
  const { printed, child } = await start();
  expect(printed).toContain('/en/privacy');
  expect(await register('kari@example.no')).toBe(200);
  const { promises } = JSON.parse(await kept('verify', '--json')) as { promises: { id: string; status: string }[] };
  expect(promises).toHaveLength(100);
  expect(promises.filter(({ status }) => status === 'broken')).toEqual([]);
  expect(promises.filter(({ status }) => status === 'holds').length).toBeGreaterThan(20);
  for (const file of ['secret', 'ledger.key']) {
    expect(statSync(join(folder, 'data', file)).mode & 0o077, file).toBe(0);
  }
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
  await ended(child);
});

test('a consent opens the rows of just that customer to its purpose, and a withdrawal closes them', async () => {
  const { child } = await start();
  const asMarketing = openPool(connectionFromUrl((await kept('url', 'marketing')).trim()), {
    ...{ max: 1, applicationName: 'kept test' },
  });
  const seen = async (): Promise<unknown[]> =>
    (await asMarketing.query(`select email from customer where email = 'kari@example.no'`)).rows;
  expect(await seen()).toEqual([]);
  await kept('consent', 'give', 'Kari@example.no', 'marketing');
  expect(await seen()).toEqual([{ email: 'kari@example.no' }]);
  await kept('consent', 'withdraw', 'kari@example.no', 'marketing');
  expect(await seen()).toEqual([]);
  await asMarketing.end();
  const looks = (await kept('log', 'kari@example.no')).trim().split('\n');
  expect(looks.length).toBeGreaterThanOrEqual(4);
  expect(looks[0]).toMatch(
    /^\d{4}-\d\d-\d\dT\S+Z {2}read {2}system kept log {2}Look after your privacy {2}E-mail address$/,
  );
  const failure = await kept('consent', 'give', 'kari@example.no', 'markting').catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 1, stderr: expect.stringContaining('marketing') });
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
  await ended(child);
});

test('killed in the middle it starts again with all that was written, and ends by itself when asked to', async () => {
  const { child } = await start();
  const url = (await kept('url', 'customer-administration')).trim();
  expect(url).toMatch(/^postgresql:\/\/kept_as_customer_administration:/);
  const asPurpose = openPool(connectionFromUrl(url), { max: 1, applicationName: 'kept test' });
  const { rows } = await asPurpose.query(`select legal_name from customer where email = 'kari@example.no'`);
  await asPurpose.end();
  expect(rows).toEqual([{ legal_name: 'Kari Eksempel' }]);
  expect(await kept('ledger', 'verify')).toContain('0 faults');
  // Taken already, so the register says so by mail only; the page is the same.
  expect(await register('kari@example.no')).toBe(200);
  child.removeAllListeners('exit');
  const end = ended(child);
  child.kill('SIGINT');
  expect(await end).toBe(0);
  expect(await kept('plan')).toContain('nothing to do');
});

test('a port that is taken is told with the way out, and the database is ended', async () => {
  const taken = createServer().listen(port, '127.0.0.1');
  const failure = await kept('start').catch((error: { stderr: string; code: number }) => error);
  taken.close();
  expect(failure).toMatchObject({ code: 3, stderr: expect.stringContaining('set PORT to another') });
});
