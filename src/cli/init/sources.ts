/** Where answers come from: somebody at a terminal, lines on standard input, or nobody. */
import { createInterface } from 'node:readline/promises';
import type { Language } from '../../policy/index.ts';
import type { Source } from './converse.ts';
import type { Question } from './questions.ts';

/** Whoever sat there went away (Ctrl-C, Ctrl-D): nothing is written. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

export interface Streams {
  readonly input: NodeJS.ReadableStream;
  /** Questions go here, so that standard output has results only. */
  readonly output: NodeJS.WritableStream;
}

/** Milliseconds that standard input may stay silent before nobody is taken to be there. */
const PATIENCE_MS = 5_000;
/** Characters of answers at most. */
const MOST_TYPED = 1_000_000;

/** Asks at a terminal, and again until the answer has its form. */
export function atTerminal(streams: Streams, language: Language, acceptsDefaults: boolean): Source & { close(): void } {
  const terminal = createInterface(streams);
  const gone = new AbortController();
  for (const event of ['SIGINT', 'close'] as const) terminal.on(event, () => gone.abort());
  return {
    asksAgain: true,
    acceptsDefaults,
    async answer(question, byDefault, fault) {
      if (acceptsDefaults && byDefault !== null && fault === null) return null;
      if (fault === null) showChoices(question, streams.output, language);
      else streams.output.write(`  ${fault[language]}\n`);
      const hint = byDefault ? ` [${byDefault}]` : '';
      try {
        return await terminal.question(`${question.ask[language]}${hint}: `, { signal: gone.signal });
      } catch (cause) {
        throw new Cancelled('cancelled', { cause });
      }
    },
    close: () => terminal.close(),
  };
}

function showChoices({ choices }: Question, output: NodeJS.WritableStream, language: Language): void {
  const width = Math.max(0, ...(choices ?? []).map(({ name }) => name.length));
  for (const { name, label } of choices ?? []) output.write(`  ${name.padEnd(width)}  ${label[language]}\n`);
}

const READING = {
  nb: 'Leser svar fra standard inn, ett på hver linje.',
  en: 'Reading answers from standard input, one a line.',
};

/** One line an answer, in the order of the questions; read when the first of them is asked. */
export function fromLines({ input, output }: Streams, language: Language): Source {
  let lines: Promise<string[]> | null = null;
  return {
    asksAgain: false,
    acceptsDefaults: false,
    async answer() {
      if (lines === null) output.write(`${READING[language]}\n`);
      lines ??= readLines(input);
      return (await lines).shift() ?? null;
    },
  };
}

/** Nobody is asked: what has a default takes it. */
export const NOBODY: Source = { asksAgain: false, acceptsDefaults: true, answer: async () => null };

function readLines(input: NodeJS.ReadableStream): Promise<string[]> {
  return new Promise((resolve) => {
    let text = '';
    const done = (): void => {
      clearTimeout(patience);
      input.removeAllListeners('data');
      // A pipe that somebody holds open would keep the process alive.
      if ('destroy' in input && typeof input.destroy === 'function') input.destroy();
      const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
      if (lines.at(-1) === '') lines.pop();
      resolve(lines);
    };
    const patience = setTimeout(done, PATIENCE_MS);
    input.setEncoding('utf8');
    input.on('data', (chunk: string) => {
      clearTimeout(patience);
      text += chunk;
      if (text.length > MOST_TYPED) done();
    });
    input.once('end', done);
    input.once('error', done);
  });
}
