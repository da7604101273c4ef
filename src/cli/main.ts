#!/usr/bin/env node
/** `kept`: the command line. Parses arguments, builds what the command needs, turns errors into exit codes. */
import { Command } from 'commander';
import { apply, plan } from './commands/apply.ts';
import { check } from './commands/check.ts';
import { changeConsent } from './commands/consent.ts';
import { checkpoint, verifyTheLedger } from './commands/ledger.ts';
import { log } from './commands/log.ts';
import { schema } from './commands/schema.ts';
import { staffAdd, staffEnd, staffLink, staffList, staffRoles } from './commands/staff.ts';
import { start } from './commands/start.ts';
import { url } from './commands/url.ts';
import { verify } from './commands/verify.ts';
import { type Environment, EnvironmentError, readEnvironment } from './environment.ts';
import { openTerminal, type Terminal } from './terminal.ts';

interface Context {
  readonly environment: Environment;
  readonly terminal: Terminal;
}

/** Exit code of a command that could not do what it was asked, as opposed to one that found something wrong. */
const COULD_NOT = 3;

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
    process.stderr.write(`kept: ${describe(error)}\n`);
  }
}

/** Settles at Ctrl-C or when the process is asked to end; a second Ctrl-C ends it at once, as Node does by itself. */
function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function linesOf(text: string): number {
  const lines = Number(text);
  if (!Number.isInteger(lines) || lines < 1 || lines > 10_000)
    throw new Error('--limit is a whole number from 1 to 10000');
  return lines;
}

function describe(error: unknown): string {
  if (error instanceof EnvironmentError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `\n  ${error.cause.message}` : '';
  return `${error.message}${cause}`;
}

const program = new Command('kept').description('The customer system that keeps its own privacy statement.');

program
  .command('start')
  .description('start the database and the web site, with the policy in force')
  .action(() => run(({ environment, terminal }) => start(environment, terminal, toldToEnd())));

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

program
  .command('log')
  .argument('<email>', 'the address that the customer is registered with')
  .option('--limit <lines>', 'how many looks at most', '50')
  .description('who has looked at a customer, when and for which purpose')
  .action((email: string, options: { limit: string }) =>
    run(({ environment, terminal }) => log(email, linesOf(options.limit), environment, terminal)),
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

const staff = program.command('staff').description('who works here, in which roles and until when');
const STAFF_ADDRESS = 'the address that the member of staff signs in with';
staff
  .command('add')
  .argument('<email>', STAFF_ADDRESS)
  .requiredOption('--name <name>', 'their name')
  .requiredOption('--roles <roles>', 'roles of the policy, as sales,support')
  .option('--until <date>', 'the last day of their access, as 2027-06-30')
  .description('let somebody in')
  .action((email: string, { name, roles, until }: { name: string; roles: string; until?: string }) =>
    run(({ environment, terminal }) => staffAdd({ email, name, roles, until: until ?? null }, environment, terminal)),
  );
staff
  .command('list')
  .description('all who work or have worked here')
  .action(() => run(({ environment, terminal }) => staffList(environment, terminal)));
staff
  .command('roles')
  .argument('<email>', STAFF_ADDRESS)
  .requiredOption('--roles <roles>', 'roles of the policy, as sales,support')
  .description('give somebody other roles')
  .action((email: string, { roles }: { roles: string }) =>
    run(({ environment, terminal }) => staffRoles(email, roles, environment, terminal)),
  );
staff
  .command('end')
  .argument('<email>', STAFF_ADDRESS)
  .description('end the access and every session of somebody')
  .action((email: string) => run(({ environment, terminal }) => staffEnd(email, environment, terminal)));
staff
  .command('link')
  .argument('<email>', STAFF_ADDRESS)
  .option('--reset-second-step', 'for whoever has lost what they make the second step with', false)
  .description('print a one-time link to sign in with')
  .action((email: string, { resetSecondStep }: { resetSecondStep: boolean }) =>
    run(({ environment, terminal }) => staffLink(email, resetSecondStep, environment, terminal)),
  );

const ledger = program.command('ledger').description('the append-only record of what happened');
ledger
  .command('verify')
  .description('recompute every entry and compare with what was signed and witnessed')
  .action(() => run(({ environment, terminal }) => verifyTheLedger(environment, terminal)));
ledger
  .command('checkpoint')
  .description('sign what the ledger has become, and keep the signature outside the database')
  .action(() => run(({ environment, terminal }) => checkpoint(environment, terminal)));

program
  .command('schema')
  .argument('[folder]', 'where to write them', 'schema')
  .description('write the JSON Schemas of the policy files')
  .action((folder: string) => run(({ terminal }) => schema(folder, terminal)));

await program.parseAsync();
