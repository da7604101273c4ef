/**
 * The process beside the web site that does the daily work (`kept work`), started anew when it ends unasked and ended
 * with the web site. It sees that the web site is gone, in whatever way, by the end of the channel between them.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Terminal } from './terminal.ts';

const MAIN = fileURLToPath(new URL('./main.js', import.meta.url));

/** Milliseconds before the first new start; doubled for each further one, up to the longest. */
const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 300_000;
/** Milliseconds that it is given to end. */
const PATIENCE = 15_000;

/**
 * @param program What Node runs, and the milliseconds before it is first started anew.
 * @returns What ends it; it resolves when the process is gone.
 */
export function startWorker(
  terminal: Terminal,
  program: { readonly args: readonly string[]; readonly pause: number } = { args: [MAIN, 'work'], pause: FIRST_PAUSE },
): () => Promise<void> {
  let ending = false;
  let { pause } = program;
  let child = run();
  let timer: NodeJS.Timeout | undefined;

  function run(): ChildProcess {
    const started = spawn(process.execPath, program.args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    started.once('error', () => {});
    started.once('exit', (code, signal) => {
      if (ending) return;
      terminal.tell({
        nb: `De daglige jobbene stanset (${code ?? signal}) og startes igjen om ${pause / 1000} sekunder.`,
        en: `The daily jobs ended (${code ?? signal}) and are started again in ${pause / 1000} seconds.`,
      });
      timer = setTimeout(() => {
        child = run();
      }, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    });
    return started;
  }

  return async () => {
    ending = true;
    clearTimeout(timer);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.connected) child.disconnect();
    const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    await gone;
    clearTimeout(impatient);
  };
}
