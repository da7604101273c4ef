/** `kept init [folder]`: asks a company what it is and does, and writes a policy folder that compiles and is its own. */
import { existsSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { Temporal } from 'temporal-polyfill';
import type { Language, LocalizedText } from '../../policy/index.ts';
import { compileFolder } from '../compile-policy.ts';
import type { Environment } from '../environment.ts';
import { converse, type Source, type Wrong } from '../init/converse.ts';
import { openPackaged } from '../init/packaged.ts';
import { PARTS } from '../init/parts.ts';
import { ABOUT_COMPANY, type Typed } from '../init/questions.ts';
import { atTerminal, Cancelled, fromLines, NOBODY } from '../init/sources.ts';
import { refusal, writeFolder } from '../init/write-folder.ts';
import { writePolicy } from '../init/write-policy.ts';
import { PACKAGED_POLICY, readPolicyFolder } from '../policy-folder.ts';
import type { Terminal } from '../terminal.ts';

export interface InitOptions {
  /** Answers of flags by their question. */
  readonly given: Typed;
  readonly yes: boolean;
}

const WRONG = 2;
/** As shells tell that Ctrl-C ended a program. */
const CANCELLED = 130;

/** @returns The exit code: 0, 2 when something is missing or wrong, 130 when it was cancelled. */
export async function init(
  named: string,
  { given, yes }: InitOptions,
  environment: Environment,
  terminal: Terminal,
): Promise<number> {
  const folder = resolve(named);
  const refused = refusal(folder);
  if (refused !== null) {
    terminal.tell(refused);
    return WRONG;
  }
  const packaged = openPackaged(readPolicyFolder(PACKAGED_POLICY));
  const { source, close } = openSource(terminal.language, yes);
  try {
    const { answers, wrong } = await converse(given, packaged, source);
    if (answers === null) {
      tellWrong(wrong, terminal);
      return WRONG;
    }
    writeFolder(folder, writePolicy(packaged.files, answers, today()));
    tellNext(folder, environment, terminal);
    return 0;
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    terminal.tell({ nb: '\nAvbrutt. Ingenting er skrevet.', en: '\nCancelled. Nothing was written.' });
    return CANCELLED;
  } finally {
    close();
  }
}

/** Today where Norwegian companies are. */
const today = (): string => Temporal.Now.plainDateISO('Europe/Oslo').toString();

function openSource(language: Language, yes: boolean): { readonly source: Source; close(): void } {
  const { stdin, stderr } = process;
  const streams = { input: stdin, output: stderr };
  if (stdin.isTTY && stderr.isTTY) {
    const source = atTerminal(streams, language, yes);
    return { source, close: () => source.close() };
  }
  return { source: yes ? NOBODY : fromLines(streams, language), close: () => {} };
}

function tellWrong(wrong: readonly Wrong[], terminal: Terminal): void {
  const { language } = terminal;
  const line = ({ question, fault }: Wrong): string =>
    `  ${flagOf(question.name)}  ${question.ask[language]}${fault === null ? '' : `: ${fault[language]}`}`;
  const missing = wrong.filter(({ fault }) => fault === null);
  const faulty = wrong.filter(({ fault }) => fault !== null);
  if (faulty.length > 0) {
    const head = { nb: 'Disse svarene kan ikke brukes:', en: 'These answers cannot be used:' };
    terminal.tell([head[language], ...faulty.map(line)].join('\n'));
  }
  if (missing.length > 0) {
    const head = {
      nb: 'Dette mangler (--yes tar det som foreslås, der noe foreslås):',
      en: 'This is missing (--yes takes what is proposed, where something is):',
    };
    terminal.tell([head[language], ...missing.map(line)].join('\n'));
  }
  terminal.tell({ nb: 'Ingenting er skrevet.', en: 'Nothing was written.' });
}

/** How the answer to a question is given as a flag. */
function flagOf(question: string): string {
  const recipient = /^recipient\.([\w-]+)/.exec(question)?.[1];
  if (recipient !== undefined) return `--recipient "${recipient}=…"`;
  return question === 'recipients' ? '--recipient' : `--${question}`;
}

function tellNext(folder: string, environment: Environment, terminal: Terminal): void {
  const { diagnostics, compiled } = compileFolder(folder);
  if (compiled === null) throw new Error(`the policy in ${folder} does not compile; run kept check ${folder}`);
  const shown = relative(process.cwd(), folder) || '.';
  const inFolder = `KEPT_POLICY=${quoted(shown)}`;
  // What lies in the data folder already is of another policy.
  const taken = existsSync(resolve(environment.dataFolder, 'secret'));
  const data = taken ? ` KEPT_DATA=${quoted(`.kept-${basename(folder)}`)}` : '';
  const findings = String(diagnostics.length);
  const nb = `${shown} er skrevet, og kompilerer: 0 feil, ${findings} funn som sier hva som står igjen.

Les hver tekst. De er et utkast til dere gjør dem til deres egne.

  ${inFolder} npx kept check    hva som står igjen
  ${inFolder}${data} npx kept start    starter tomt`;
  const en = `${shown} is written, and compiles: 0 faults, ${findings} findings that say what is left to do.

Read every text. They are a draft until you make them yours.

  ${inFolder} npx kept check    what is left to do
  ${inFolder}${data} npx kept start    starts empty`;
  terminal.print({ nb, en }[terminal.language]);
}

const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);

type Run = (command: (context: { environment: Environment; terminal: Terminal }) => Promise<number>) => Promise<void>;

/** Adds the command with a flag for each question. */
export function addInit(program: Command, run: Run, language: Language): void {
  const command = program
    .command('init')
    .argument('[folder]', 'where to write it: a folder that does not exist, or that is empty', 'policy')
    .description('ask about a company, and write a policy folder of its own');
  for (const { name, ask, byDefault } of ABOUT_COMPANY) {
    const proposed = byDefault({ email: '--email', phone: '--phone', city: '--city' });
    const offered = { nb: 'foreslått', en: 'default' }[language];
    command.option(`--${name} <answer>`, `${ask[language]}${proposed ? ` (${offered}: ${proposed})` : ''}`);
  }
  command
    .addOption(
      new Option('--recipient <told...>', 'who is given data: "hosting=Company;NO,SE;agreement;signed;review by"'),
    )
    .option('--data-countries <codes>', 'countries where the customer system with its backups lies')
    .option('--measures <names>', 'security measures that are in place and were looked at today, or none')
    .option('--yes', 'take what is proposed without asking', false)
    .addHelpText('after', () => helpAfter(language))
    .action((folder: string, options: Record<string, string | string[] | boolean>) =>
      run(({ environment, terminal }) => {
        const given = { ...flagsOf(options), ...recipientsOf(options.recipient) };
        return init(folder, { given, yes: options.yes === true }, environment, terminal);
      }),
    );
}

/** Flags by their question: commander writes `postal-code` as `postalCode`. */
function flagsOf(options: Record<string, string | string[] | boolean>): Typed {
  const names = [...ABOUT_COMPANY.map(({ name }) => name), 'data-countries', 'measures'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = options[name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

/** `hosting=Company;NO;DPA-1;2026-01-12;2027-01-12`; what is left out at the end is asked or taken by default. */
function recipientsOf(told: string | string[] | boolean | undefined): Typed {
  if (!Array.isArray(told)) return {};
  const answers: Record<string, string> = { recipients: '' };
  for (const one of told) {
    const [name = '', rest = ''] = one.split(/=(.*)/s);
    const [company, countries, agreement, signed, review] = rest.split(';').map((part) => part.trim());
    answers.recipients = [answers.recipients, name.trim()].filter(Boolean).join(',');
    const parts = {
      '': company,
      '.countries': countries,
      '.agreement': agreement,
      '.signed': signed,
      '.review': review,
    };
    for (const [suffix, value] of Object.entries(parts)) {
      if (value) answers[`recipient.${name.trim()}${suffix}`] = value;
    }
  }
  return answers;
}

function helpAfter(language: Language): string {
  const list = (rows: readonly (readonly [string, string])[]): string =>
    rows.map(([name, label]) => `  ${name.padEnd(22)}${label}`).join('\n');
  const packaged = openPackaged(readPolicyFolder(PACKAGED_POLICY));
  const choices = (all: readonly { readonly name: string; readonly label: LocalizedText }[]): string =>
    list(all.map(({ name, label }) => [name, label[language]]));
  const words = HELP_AFTER[language];
  return `
${words.parts}
${list(Object.entries(PARTS).map(([name, label]) => [name, label[language]]))}

${words.recipients}
${choices(packaged.recipients(Object.keys(PARTS)))}

${words.measures}
${choices(packaged.measures)}

${words.withoutTerminal}`;
}

const HELP_AFTER = {
  nb: {
    parts: 'Deler (--parts, med komma mellom):',
    recipients: 'Mottakere (--recipient, én gang for hver):',
    measures: 'Tiltak (--measures, med komma mellom):',
    withoutTerminal:
      'Uten en terminal leses svar som ingen valg gir, fra standard inn, en linje hver, i denne rekkefølgen. En tom\nlinje tar det som foreslås. Det som da mangler, blir listet opp, og avslutningskoden er 2.',
  },
  en: {
    parts: 'Parts (--parts, with commas between):',
    recipients: 'Recipients (--recipient, once for each):',
    measures: 'Measures (--measures, with commas between):',
    withoutTerminal:
      'Without a terminal, answers that no flag gives are read from standard input, a line each, in this order. An empty\nline takes what is proposed. What is then still missing is listed, and the exit code is 2.',
  },
} as const;
