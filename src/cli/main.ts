#!/usr/bin/env node
/** `kept`: runs the command line, and turns errors into a sentence and an exit code. */
import { CommanderError } from 'commander';
import type { Language } from '../policy/index.ts';
import { ToldError } from '../postgres/index.ts';
import type { Context } from './context.ts';
import { languageOf, readEnvironment } from './environment.ts';
import { createProgram } from './program.ts';
import { openTerminal } from './terminal.ts';

/** Exit code of a command that could not do what it was asked, as opposed to one that found something wrong. */
const COULD_NOT = 3;
const WRONG_ARGUMENTS = 2;

function context(): Context {
  const environment = readEnvironment(process.env, process.cwd());
  const { language } = environment;
  const elapsed = (): number => performance.now();
  return { environment, terminal: openTerminal({ out: process.stdout, err: process.stderr, language, elapsed }) };
}

/** Runs a command, so that every error ends in a sentence and an exit code, never in a stack trace. */
async function run(command: (context: Context) => Promise<number> | number): Promise<void> {
  try {
    process.exitCode = await command(context());
  } catch (error) {
    process.exitCode = COULD_NOT;
    process.stderr.write(`kept: ${describe(error, languageOf(process.env))}\n`);
  }
}

function describe(error: unknown, language: Language): string {
  if (error instanceof ToldError) return withCause(error.says[language], error.cause);
  return error instanceof Error ? withCause(error.message, error.cause) : String(error);
}

function withCause(text: string, cause: unknown): string {
  return cause instanceof Error && cause.message !== '' ? `${text}\n  ${cause.message}` : text;
}

// Whoever reads the output may stop before its end (`| head`): the command goes on to its own end and exit code.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await createProgram(run, languageOf(process.env)).parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // It has said by itself what was wrong; help that was asked for is no fault.
  process.exitCode = error.exitCode === 0 ? 0 : WRONG_ARGUMENTS;
}
