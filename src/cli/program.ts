/** Every command with its arguments and options. What they do is in `commands/`; what they say in bokmål in `help-nb.ts`. */
import { Command } from 'commander';
import type { Language } from '../policy/index.ts';
import { ToldError } from '../postgres/index.ts';
import { apply, plan } from './commands/apply.ts';
import { check } from './commands/check.ts';
import { changeConsent } from './commands/consent.ts';
import { addInit } from './commands/init.ts';
import { log } from './commands/log.ts';
import { outbox } from './commands/outbox.ts';
import { schema } from './commands/schema.ts';
import { start } from './commands/start.ts';
import { url } from './commands/url.ts';
import { verify } from './commands/verify.ts';
import { work } from './commands/work.ts';
import type { Context } from './context.ts';
import { allOf, speak } from './help-words.ts';
import { addLedgerCommands } from './ledger-commands.ts';
import { addStaffCommands } from './staff-commands.ts';
import type { Terminal } from './terminal.ts';

/** Settles at Ctrl-C or when the process is asked to end; a second Ctrl-C ends it at once, as Node does by itself. */
function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    // Beside a web site: it is gone, or asks for the end.
    process.once('disconnect', () => resolve());
  });
}

/** Beside a web site only trouble is told: what it did when it started was told already. */
const besideWebSite = (terminal: Terminal): Terminal =>
  process.connected ? { ...terminal, step: (_name, doing) => doing() } : terminal;

function linesOf(text: string): number {
  const lines = Number(text);
  if (!Number.isInteger(lines) || lines < 1 || lines > 10_000)
    throw new ToldError({
      nb: '--limit er et helt tall fra 1 til 10000',
      en: '--limit is a whole number from 1 to 10000',
    });
  return lines;
}

/** Runs a command with what it needs, and sees to its exit code. */
export type Run = (command: (context: Context) => Promise<number> | number) => Promise<void>;

/**
 * Parsing throws `CommanderError` where help was asked for or arguments cannot be used, after saying so.
 * @param language What help and complaints about arguments are written in.
 */
export function createProgram(run: Run, language: Language): Command {
  const program = new Command('kept').description('The customer system that keeps its own privacy statement.');
  addPolicyCommands(program, run, language);
  addPeopleCommands(program, run);
  addLedgerCommands(program, run, linesOf);
  addStaffCommands(program, run);
  program
    .command('schema')
    .argument('[folder]', 'where to write them', 'schema')
    .description('write the JSON Schemas of the policy files')
    .action((folder: string) => run(({ terminal }) => schema(folder, terminal)));
  for (const command of allOf(program)) command.exitOverride();
  return speak(program, language);
}

function addPolicyCommands(program: Command, run: Run, language: Language): void {
  program
    .command('start')
    .description('start the database and the web site, with the policy in force')
    .action(() => run(({ environment, terminal }) => start(environment, terminal, toldToEnd())));

  addInit(program, run, language);

  program
    .command('work')
    .description('do what is due once a day; "kept start" runs this by itself')
    .action(() => run(({ environment, terminal }) => work(environment, besideWebSite(terminal), toldToEnd())));

  program
    .command('check')
    .argument('[folder]', 'policy folder; KEPT_POLICY unless given')
    .option('--json', 'print the diagnostics as JSON', false)
    .option('--strict', 'exit with 2 when there are findings', false)
    .description('read a policy folder and say everything that is wrong with it')
    .action((folder: string | undefined, options: { json: boolean; strict: boolean }) =>
      run(({ environment, terminal }) => check(folder ?? environment.policyFolder, options, terminal)),
    );

  program
    .command('plan')
    .description('show what apply would do, and what it means for the data that is there')
    .action(() => run(({ environment, terminal }) => plan(environment, terminal)));

  program
    .command('apply')
    .description('make the database what the policy says, in one transaction')
    .action(() => run(({ environment, terminal }) => apply(environment, terminal)));

  program
    .command('verify')
    .option('--json', 'print the promises as JSON', false)
    .description('run every control and say of each promise whether it holds')
    .action((options: { json: boolean }) => run(({ environment, terminal }) => verify(options, environment, terminal)));

  program
    .command('url')
    .argument('<purpose>', 'a purpose of the policy')
    .description('print the connection URL of a purpose, for psql and other programs; it holds a password')
    .action((purpose: string) => run(({ environment, terminal }) => url(purpose, environment, terminal)));
}

function addPeopleCommands(program: Command, run: Run): void {
  program
    .command('log')
    .argument('<email>', 'the address that the customer is registered with')
    .option('--limit <lines>', 'how many looks at most', '50')
    .description('who has looked at a customer, when and for which purpose')
    .action((email: string, options: { limit: string }) =>
      run(({ environment, terminal }) => log(email, linesOf(options.limit), environment, terminal)),
    );

  program
    .command('outbox')
    .option('--limit <messages>', 'how many messages at most', '50')
    .option('--json', 'print the messages as JSON', false)
    .description('the mail that waits to be sent, whole; each look stands in the log of its addressee')
    .action((options: { limit: string; json: boolean }) =>
      run(({ environment, terminal }) =>
        outbox({ limit: linesOf(options.limit), json: options.json }, environment, terminal),
      ),
    );

  const consent = program.command('consent').description('what a customer has said yes to');
  for (const [verb, text] of [
    ['give', 'record a consent that a customer gave by telephone or at the counter'],
    ['withdraw', 'withdraw the consent of a customer'],
  ] as const) {
    consent
      .command(verb)
      .argument('<email>', 'the address that the customer is registered with')
      .argument('<purpose>', 'a purpose of the policy that rests on consent')
      .description(text)
      .action((email: string, purpose: string) =>
        run(({ environment, terminal }) => changeConsent({ verb, email, purpose }, environment, terminal)),
      );
  }
}
