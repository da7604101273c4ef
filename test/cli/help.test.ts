/** Help: every command, in both languages; the reference page is written from it (`vitest run -u` writes it anew). */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { allOf } from '../../src/cli/help-words.ts';
import { createProgram } from '../../src/cli/program.ts';

/** The parts that help is made of; what init asks comes from its questions, which have both languages. */
function wordsOf(language: 'nb' | 'en'): string[] {
  return allOf(createProgram(async () => {}, language)).flatMap((command) => [
    command.description(),
    ...command.registeredArguments.map(({ description }) => description),
    ...command.options.map(({ description }) => description),
  ]);
}

test('nothing that help says in English is left out in bokmål', () => {
  const [nb, en] = [wordsOf('nb'), wordsOf('en')];
  expect(nb.length).toBe(en.length);
  const same = en.filter((text, at) => text === nb[at] && text !== '');
  expect(same).toEqual([]);
});

test.each([
  ['verfy', 'feil: kommandoen «verfy» finnes ikke. Mente du «verify»?\n'],
  ['log', 'feil: «email» mangler; se --help\n'],
  ['check --jsn', 'feil: valget «--jsn» finnes ikke. Mente du «--json»?\n'],
  ['staff add x@example.no', 'feil: «--name <name>» må være med; se --help\n'],
])('%s is answered in bokmål with what to do', async (line, says) => {
  const program = createProgram(async () => {}, 'nb');
  let told = '';
  const writeErr = (text: string): void => {
    told += text;
  };
  for (const command of allOf(program)) command.configureOutput({ writeErr });
  await expect(program.parseAsync(line.split(' '), { from: 'user' })).rejects.toThrow();
  expect(told).toBe(says);
});

test('the reference page has every command as help shows it', async () => {
  const commands = allOf(createProgram(async () => {}, 'en')).filter(({ commands }) => commands.length === 0);
  const parts = commands.map((command) => {
    command.configureHelp({ helpWidth: 100 });
    const name = [command, ...ancestorsOf(command)]
      .map((one) => one.name())
      .reverse()
      .join(' ');
    return `## ${name}\n\n\`\`\`text\n${command.helpInformation().trimEnd()}\n\`\`\`\n`;
  });
  const head = `# Commands

\`npx kept <command>\`. The exit code is 0 when all is well, 1 when something was found wrong, 2 when the arguments cannot
be used (and for findings under \`check --strict\`), 3 when the command could not do its work. Help and messages are in
bokmål where \`KEPT_LANGUAGE\` or \`LANG\` says so.
`;
  const page = `${head}\n${parts.join('\n')}`;
  await expect(page).toMatchFileSnapshot(resolve(import.meta.dirname, '../../docs/reference/cli.md'));
});

function ancestorsOf(command: ReturnType<typeof createProgram>): ReturnType<typeof createProgram>[] {
  const { parent } = command;
  return parent === null ? [] : [parent, ...ancestorsOf(parent)];
}
