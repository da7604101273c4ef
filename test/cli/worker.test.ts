/** The process beside the web site: started anew when it is killed, gone when the web site ends. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Terminal } from '../../src/cli/terminal.ts';
import { startWorker } from '../../src/cli/worker.ts';

const folder = mkdtempSync(join(tmpdir(), 'kept-worker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const told: string[] = [];
const terminal: Terminal = {
  ...{ language: 'en', colour: false, print: () => {} },
  tell: (text) => void told.push(typeof text === 'string' ? text : text.en),
  step: (_name, work) => work(),
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

async function pidOtherThan(file: string, old: number): Promise<number> {
  for (let tries = 0; tries < 400; tries += 1) {
    const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (pid !== 0 && pid !== old) return pid;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it was not started');
}

test('killed, it is started anew and that is told; ended, it is gone and stays so', async () => {
  const file = join(folder, 'pid');
  const script = `require('node:fs').writeFileSync(${JSON.stringify(file)}, String(process.pid));
    process.once('disconnect', () => process.exit(0)); setInterval(() => {}, 1000);`;
  const stop = startWorker(terminal, { args: ['-e', script], pause: 1 });
  const first = await pidOtherThan(file, 0);
  process.kill(first, 'SIGKILL');
  const second = await pidOtherThan(file, first);
  expect(isAlive(first)).toBe(false);
  expect(told).toEqual([expect.stringContaining('SIGKILL')]);
  await stop();
  expect(isAlive(second)).toBe(false);
  expect(told).toHaveLength(1);
});
