/** The words of help and of complaints about arguments: commander has them in English, and the catalogue in bokmål. */
import type { Argument, Command, Option } from 'commander';
import type { Language } from '../policy/index.ts';
import { COMPLAINTS_NB, HELP_NB, TITLES_NB } from './help-nb.ts';

/** Makes a program and all commands below it speak a language. @returns The same program. */
export function speak(program: Command, language: Language): Command {
  if (language === 'nb') for (const command of allOf(program)) speakNorwegian(command);
  return program;
}

/** A command and all that lie below it. */
export const allOf = (command: Command): readonly Command[] => [command, ...command.commands.flatMap(allOf)];

const inNorwegian = (text: string): string => HELP_NB[text] ?? text;

function speakNorwegian(command: Command): void {
  command.description(inNorwegian(command.description()));
  command.helpOption('-h, --help', inNorwegian('display help for command'));
  if (command.commands.length > 0) command.helpCommand('help [command]', inNorwegian('display help for command'));
  for (const part of [...command.options, ...command.registeredArguments] as (Option | Argument)[]) {
    part.description = inNorwegian(part.description);
  }
  command.configureHelp({
    styleTitle: (title) => TITLES_NB[title] ?? title,
    optionDescription: (option) => described(option.description, option.defaultValue),
    argumentDescription: (argument) => described(argument.description, argument.defaultValue),
  });
  command.configureOutput({ outputError: (text, write) => write(complaint(text)) });
}

/** What is taken when nothing is given; switches are off then, which goes without saying. */
function described(text: string, byDefault: unknown): string {
  return byDefault === undefined || typeof byDefault === 'boolean' ? text : `${text} (ellers: ${String(byDefault)})`;
}

/** The first pattern that fits; what none fits stays as it is. */
function complaint(text: string): string {
  for (const [pattern, says] of COMPLAINTS_NB) if (pattern.test(text)) return text.replace(pattern, says);
  return text;
}
