/** `kept init` as a process: flags, piped answers, what is missing, what is refused, and nothing left behind. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answers } from '../../src/cli/init/answers.ts';
import { converse } from '../../src/cli/init/converse.ts';
import { openPackaged } from '../../src/cli/init/packaged.ts';
import { atTerminal, Cancelled } from '../../src/cli/init/sources.ts';
import { POLICY_FILE_NAMES } from '../../src/policy/index.ts';
import { PACKAGED } from '../support/company.ts';
import { endOf, type KeptFolder, openKeptFolder } from '../support/kept-process.ts';

let folder: KeptFolder;
beforeAll(() => {
  folder = openKeptFolder();
});
afterAll(() => folder.close());

/** A flag for each question that has no answer proposed. */
const FLAGS = [
  ...['--name', 'Diktet AS', '--organisation-number', '987 654 325', '--street', 'Diktveien 2'],
  ...['--postal-code', '5003', '--city', 'Bergen', '--email', 'post@diktet.example.no', '--phone', '55 00 00 00'],
  ...['--website', 'diktet.example.no', '--approver', 'Håkon Diktet'],
];

const read = (name: string, file: string): string => readFileSync(join(folder.path, name, file), 'utf8');

describe('scripted', () => {
  test('flags and --yes write all nine files, which compile, and say what to do next', async () => {
    const { code, stdout } = await folder.run(['init', 'ours', ...FLAGS, '--yes']);
    expect(code).toBe(0);
    expect(readdirSync(join(folder.path, 'ours')).sort()).toEqual([...POLICY_FILE_NAMES].sort());
    expect(stdout).toContain('KEPT_POLICY=ours npx kept start');
    expect(read('ours', 'controller.yaml')).toContain('phone: "+4755000000"\nwebsite: https://diktet.example.no');
    expect((await folder.run(['check', 'ours'])).code).toBe(0);
    expect(statSync(join(folder.path, 'ours')).mode & 0o555).toBe(0o555);
  });

  test('without a folder it is called policy', async () => {
    expect((await folder.run(['init', ...FLAGS, '--yes'])).code).toBe(0);
    expect(read('policy', 'controller.yaml')).toContain('Diktet AS');
  });

  test('everything that is missing is listed at once, and nothing is written', async () => {
    const { code, stderr } = await folder.run(['init', 'missing', '--name', 'Diktet AS']);
    expect(code).toBe(2);
    const flags = [...stderr.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, flag]) => flag);
    expect(flags).toEqual([
      ...['--organisation-number', '--street', '--postal-code', '--city', '--email', '--phone', '--website', '--parts'],
      ...['--approver', '--data-countries'],
    ]);
    expect(readdirSync(folder.path)).not.toContain('missing');
  });

  test('answers in a wrong form are told together, in the language of the terminal', async () => {
    const wrong = ['--organisation-number', '987654324', '--postal-code', '503', '--email', 'post', '--phone', '12'];
    const env = { KEPT_LANGUAGE: 'nb' };
    const { code, stderr } = await folder.run(['init', 'wrong', ...FLAGS, ...wrong, '--yes'], { env });
    expect(code).toBe(2);
    expect(stderr).toContain('Kontrollsifferet stemmer ikke');
    for (const flag of ['--postal-code', '--email', '--phone']) expect(stderr).toContain(flag);
    expect(readdirSync(folder.path)).not.toContain('wrong');
  });

  test('a policy about nobody is refused', async () => {
    const { code, stderr } = await folder.run(['init', 'nobody', ...FLAGS, '--parts', 'orders', '--yes']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('private-customers, company-customers or both')]);
  });

  test('recipients are told with their countries and agreement', async () => {
    const told = ['--recipient', 'hosting=Diktet Drift AS;NO,SE;DBA-7;2026-02-03;2027-02-03', 'bank=Diktbanken'];
    expect((await folder.run(['init', 'shared', ...FLAGS, ...told, '--yes'])).code).toBe(0);
    const recipients = read('shared', 'recipients.yaml');
    expect(recipients).toContain('{ reference: DBA-7, signed_on: 2026-02-03, review_by: 2027-02-03 }');
    expect(recipients).toContain('label: Diktbanken');
    expect(read('shared', 'security.yaml')).toContain('country: SE');
  });
});

describe('on standard input', () => {
  const company = ['Diktet AS', '987654325', 'Diktveien 2', '5003', 'Bergen', 'post@diktet.example.no', '55000000'];

  test('a line is an answer, and an empty one takes what is proposed', async () => {
    const lines = [...company, 'diktet.example.no', 'en', 'private-customers', '', '', '', 'Håkon Diktet', '', '03-31'];
    const typed = [...lines, 'hosting', 'Diktet Drift AS', '', '', '', ''].join('\r\n');
    const { code, stderr } = await folder.run(['init', 'piped'], { typed });
    expect([code, stderr]).toEqual([0, 'Reading answers from standard input, one a line.\n']);
    const controller = read('piped', 'controller.yaml');
    for (const line of ['city: Bergen', 'place: Bergen', 'financial_year_ends: "03-31"']) {
      expect(controller).toContain(line);
    }
    expect(read('piped', 'recipients.yaml')).toContain('Diktet Drift AS');
  });

  test('lines that end too soon leave the rest missing', async () => {
    const { code, stderr } = await folder.run(['init', 'short'], { typed: company.join('\n') });
    expect(code).toBe(2);
    expect(stderr).toContain('--website');
    expect(stderr).not.toContain('--city');
  });

  test('a signal while it waits ends it, with nothing written', async () => {
    const child = await folder.start(['init', 'stopped'], 'Reading answers');
    const end = endOf(child);
    child.stdin?.write('Diktet AS\n');
    child.kill('SIGINT');
    expect((await end).signal).toBe('SIGINT');
    expect(readdirSync(folder.path).filter((name) => name.includes('stopped'))).toEqual([]);
  });
});

describe('a place that is taken', () => {
  test('a folder with something in it is refused and left alone', async () => {
    mkdirSync(join(folder.path, 'full'));
    writeFileSync(join(folder.path, 'full', 'mine.txt'), 'mine');
    const { code, stderr } = await folder.run(['init', 'full', ...FLAGS, '--yes']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is not empty, and was left alone')]);
    expect(readdirSync(join(folder.path, 'full'))).toEqual(['mine.txt']);
  });

  test('a file is refused, and an empty folder is filled', async () => {
    writeFileSync(join(folder.path, 'file'), '');
    expect((await folder.run(['init', 'file', ...FLAGS, '--yes'])).code).toBe(2);
    mkdirSync(join(folder.path, 'empty'));
    expect((await folder.run(['init', 'empty', ...FLAGS, '--yes'])).code).toBe(0);
    expect(readdirSync(folder.path).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

test('the help names every part, recipient and measure', async () => {
  const { stdout } = await folder.run(['init', '--help']);
  const packaged = openPackaged(PACKAGED);
  for (const { name } of [...packaged.measures]) expect(stdout).toContain(`  ${name} `);
  for (const name of ['marketing-profiling', 'credit-bureau', '--financial-year-ends']) expect(stdout).toContain(name);
});

describe('at a terminal', () => {
  /** Somebody who types one answer each time a question is asked. */
  function talk(typed: readonly string[]): { answers: Promise<Answers | null>; printed: () => string } {
    const [input, output] = [new PassThrough(), new PassThrough()];
    let printed = '';
    const left = [...typed];
    output.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (!/: $/.test(chunk.toString())) return;
      const next = left.shift();
      if (next === undefined) input.end();
      else setImmediate(() => input.write(`${next}\n`));
    });
    const source = atTerminal({ input, output }, 'en', false);
    const answers = converse({}, openPackaged(PACKAGED), source).then((outcome) => outcome.answers);
    return { answers: answers.finally(() => source.close()), printed: () => printed };
  }

  test('a wrong answer is told at once and asked for again; what is proposed is shown', async () => {
    const company = ['Diktet AS', '987654324', '987654325', 'Diktveien 2', '5003', 'Bergen', 'post@diktet.example.no'];
    const rest = [
      '55000000',
      'diktet.example.no',
      '',
      'private-customers',
      '',
      '',
      '',
      'Håkon Diktet',
      '',
      '',
      '',
      '',
      '',
    ];
    const { answers, printed } = talk([...company, ...rest]);
    expect(await answers).toMatchObject({
      organisationNumber: '987654325',
      place: 'Bergen',
      parts: ['private-customers'],
    });
    expect(printed()).toContain('The check digit is wrong');
    expect(printed()).toContain('Place of approval [Bergen]: ');
    expect(printed()).toContain('Registering and ordering on the web');
  });

  test('whoever goes away in the middle has cancelled', async () => {
    await expect(talk(['Diktet AS']).answers).rejects.toBeInstanceOf(Cancelled);
  });
});
