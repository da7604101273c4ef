/**
 * Style as a test: what the compiler cannot hold. Rooms are entered by their doors, files stay small, only `cli` reads
 * the environment, nothing is left behind.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const sources = filesBelow('src').filter((file) => /\.tsx?$/.test(file));
const everything = [...sources, ...filesBelow('test'), ...filesBelow('bench')].filter((file) => /\.tsx?$/.test(file));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const importsOf = (file: string): string[] =>
  [...read(file).matchAll(/(?:from|import)\s+'([^']+)'/g)].flatMap((match) => (match[1] ? [match[1]] : []));

/** Files that may be longer, each with its reason. */
const LONGER: Readonly<Record<string, string>> = {
  'src/policy/model.ts': 'the whole checked policy is one table of contents and reads best in one piece',
  'test/policy/check-policy.test.ts': 'one table with a change for each diagnostic, and the test that none is missing',
  'src/policy/messages/nb.ts': 'a catalogue of messages: a list, not logic',
  'src/policy/messages/en.ts': 'a catalogue of messages: a list, not logic',
};

/** Packages a room may use beside Node's own modules. A room not listed uses none. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  policy: ['yaml', 'zod'],
  notice: ['liquidjs', 'markdown-it'],
  contract: ['zod', '@hono/zod-openapi'],
  postgres: ['pg', 'kysely'],
  enforcement: ['kysely', 'temporal-polyfill'],
  records: [
    ...['kysely', 'nodemailer', 'pg-boss', 'better-auth', '@better-auth/passkey', 'pg', 'temporal-polyfill'],
    // A list of passwords that everybody tries first.
    '@zxcvbn-ts/language-common',
  ],
  // hucre: spreadsheets; saxes: XML without a document type.
  register: ['kysely', 'temporal-polyfill', 'hucre', 'saxes', 'pdfmake', 'xmlbuilder2'],
  connectors: ['zod', 'imapflow', 'postal-mime', 'html-to-text'],
  api: ['hono', 'zod', '@hono/zod-openapi'],
  web: ['hono', 'zod', 'echarts', 'temporal-polyfill', 'kysely', 'qr'],
  'consent-script': [],
  // yaml: `kept init` takes parts out of the packaged policy and keeps its order and comments.
  cli: ['commander', 'pino', 'hono', '@hono/node-server', 'temporal-polyfill', 'kysely', 'yaml'],
};

/** Rooms that know no file, no network, no clock. */
const PURE = ['policy', 'notice', 'contract'];

const roomOf = (file: string): string => file.split('/')[1] ?? '';
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

describe('files', () => {
  test.each(everything)('%s has at most 250 lines, or says in this test why not', (file) => {
    const lines = read(file).split('\n').length - 1;
    if (LONGER[file] === undefined) expect(lines).toBeLessThanOrEqual(250);
  });

  test.each(sources)('%s opens with why it exists', (file) => {
    expect(read(file).replace(/^#!.*\n/, '')).toMatch(/^(\/\*\*?|\/\/)/);
  });

  test.each(everything)('%s holds no leftover marker and no focused or skipped test', (file) => {
    const marks = ['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X:', '@ts-' + 'ignore', '@ts-' + 'expect-error', 'as ' + 'any'];
    const found = marks.filter((mark) => read(file).includes(mark));
    expect(found).toEqual([]);
    expect(read(file)).not.toMatch(/\b(test|describe|it)\.(only|skip|todo)\b/);
  });

  test('no folder has a name that says nothing', () => {
    const banned = new Set(['lib', 'utils', 'util', 'common', 'shared', 'helpers', 'core', 'misc']);
    const folders = everything.flatMap((file) => file.split('/').slice(0, -1));
    expect(folders.filter((folder) => banned.has(folder))).toEqual([]);
  });
});

describe('rooms', () => {
  test.each(sources)('%s enters other rooms by their door only', (file) => {
    const deep = importsOf(file)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => relative(join(root, 'src'), resolve(root, file, '..', specifier)))
      .filter((target) => target.split('/')[0] !== roomOf(file))
      .filter((target) => target.split('/').slice(1).join('/') !== 'index.ts');
    expect(deep).toEqual([]);
  });

  test.each(sources)('%s uses only packages that its room may use', (file) => {
    const builtin = new Set(builtinModules);
    const foreign = importsOf(file)
      .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:') && !builtin.has(specifier))
      .map(packageOf);
    const allowed = PACKAGES[roomOf(file)] ?? [];
    expect(foreign.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test('every room has a door with an opening comment', () => {
    const rooms = readdirSync(join(root, 'src')).filter((name) => statSync(join(root, 'src', name)).isDirectory());
    for (const room of rooms) expect(read(`src/${room}/index.ts`)).toMatch(/^\/\*\*/);
  });

  test('pure rooms know no file system, no network and no clock', () => {
    const banned = /node:(fs|net|http|https|child_process|os|dns)|Date\.now\(|new Date\(\)|Math\.random\(/;
    const guilty = sources.filter((file) => PURE.includes(roomOf(file)) && banned.test(read(file)));
    expect(guilty).toEqual([]);
  });

  test('only the command line reads the environment', () => {
    const guilty = sources.filter((file) => roomOf(file) !== 'cli' && /process\.env/.test(read(file)));
    expect(guilty).toEqual([]);
  });

  test('outgoing HTTP goes through the one gate that knows whom the policy names', () => {
    // `.fetch(` asks this program itself; the consent script runs in the browser of whoever visits a site.
    const calls = /(?<![.\w])(?<!{ )fetch\(|globalThis\.fetch|from 'node:https?'|from 'undici'/;
    const guilty = sources.filter((file) => roomOf(file) !== 'consent-script' && calls.test(read(file)));
    expect(guilty.filter((file) => file !== 'src/connectors/egress.ts')).toEqual([]);
  });

  test('a clock is passed in, never read from the air', () => {
    const air = /Date\.now\(\)|new Date\(\)|Temporal\.Now\./;
    const guilty = sources.filter((file) => roomOf(file) !== 'cli' && air.test(read(file)));
    expect(guilty).toEqual([]);
  });

  test('nothing is typed any', () => {
    const typed = new RegExp(['<an' + 'y>', 'an' + 'y\\[\\]', ':\\s*any\\b'].join('|'));
    const guilty = everything.filter((file) => typed.test(read(file)));
    expect(guilty).toEqual([]);
  });
});

describe('the root', () => {
  test('has just the entries that a newcomer expects', () => {
    const expected = new Set([
      ...['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'LICENSE'],
      ...['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json', 'biome.json', 'vitest.config.ts'],
      ...['.ci', '.git', '.gitignore', '.kept', 'node_modules', 'dist'],
      ...['bench', 'docs', 'migrations', 'policies', 'schema', 'src', 'test'],
      // Where `kept init` puts the policy of whoever uses a clone.
      ...['policy', '.kept-policy'],
    ]);
    expect(readdirSync(root).filter((entry) => !expected.has(entry))).toEqual([]);
  });
});
