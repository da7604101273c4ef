/** A policy that `kept init` wrote, in force on a database with nobody in it: nothing is broken, and the site serves. */
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PARTS } from '../../src/cli/init/parts.ts';
import { endOf, freePort, type KeptFolder, openKeptFolder } from '../support/kept-process.ts';

/** Each starts a database of its own. */
vi.setConfig({ testTimeout: 180_000 });

let open: KeptFolder | null = null;
afterEach(() => {
  open?.close();
  open = null;
});

const FLAGS = [
  ...['--name', 'Diktet AS', '--organisation-number', '987654325', '--street', 'Diktveien 2'],
  ...['--postal-code', '5003', '--city', 'Bergen', '--email', 'post@diktet.example.no', '--phone', '55000000'],
  ...['--website', 'diktet.example.no', '--approver', 'Håkon Diktet', '--yes'],
];

/** A folder with a policy of its own in it. */
async function companyWith(parts: string, ...flags: readonly string[]): Promise<KeptFolder> {
  open = openKeptFolder();
  const { code, stderr } = await open.run(['init', ...FLAGS, '--parts', parts, ...flags]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return open;
}

interface Verified {
  readonly promises: readonly { readonly id: string; readonly status: string }[];
  readonly unnamed: readonly { readonly name: string; readonly status: string }[];
}

async function expectNothingBroken(folder: KeptFolder, env: NodeJS.ProcessEnv): Promise<Verified> {
  const { code, stdout } = await folder.run(['verify', '--json'], { env });
  const verified = JSON.parse(stdout) as Verified;
  expect(verified.promises.filter(({ status }) => status === 'broken')).toEqual([]);
  // Controls that no promise names count too.
  expect(verified.unnamed.filter(({ status }) => status === 'broken')).toEqual([]);
  expect(code).toBe(0);
  return verified;
}

describe('in force', () => {
  const choices = [
    ['private-customers', ['--languages', 'nb']],
    ['company-customers,messages,marketing', ['--languages', 'en']],
    [Object.keys(PARTS).join(','), ['--measures', 'premises,confidentiality']],
  ] as const;
  test.each(choices)('nothing is broken with %s', async (parts, flags) => {
    const folder = await companyWith(parts, ...flags);
    const env = { KEPT_POLICY: join(folder.path, 'policy'), PORT: String(await freePort()) };
    const child = await folder.start(['start'], 'is ready at', env);
    expect((await folder.run(['plan'], { env })).stdout).toContain('nothing to do');
    const { promises } = await expectNothingBroken(folder, env);
    expect(promises.filter(({ status }) => status === 'holds').length).toBeGreaterThan(10);
    const end = endOf(child);
    child.kill('SIGINT');
    expect((await end).code).toBe(0);
  });
});

test('it starts empty, serves its pages, takes a customer in, and every control holds', async () => {
  const folder = await companyWith('private-customers,orders,invoices', '--languages', 'nb');
  const port = await freePort();
  const at = `http://127.0.0.1:${port}`;
  const env = { KEPT_POLICY: join(folder.path, 'policy'), PORT: String(port) };
  const child = await folder.start(['start'], 'is ready at', env);
  const page = async (path: string): Promise<string> => {
    const response = await fetch(`${at}${path}`);
    expect(response.status, path).toBe(200);
    return response.text();
  };
  const home = await page('/');
  expect(home).toContain('Diktet AS');
  expect(home).not.toContain('English');
  expect(await page('/bestill')).toContain('Det er ikke lagt ut noe for salg');
  const form = await page('/registrer');
  expect(form).not.toContain('organisationNumber');
  expect(await page('/personvern')).toContain('Personvernkontakten i Diktet AS');
  expect((await fetch(`${at}/en/privacy`, { redirect: 'manual' })).headers.get('location')).toBe('/personvern');
  const { stdout } = await folder.run(['url', 'customer-administration'], { env });
  expect(stdout).toMatch(/^postgresql:/);
  const registered = await fetch(`${at}/registrer`, {
    method: 'POST',
    body: new URLSearchParams({ kind: 'company', legalName: 'Kari Eksempel', email: 'kari@example.no' }),
    headers: { Origin: at },
  });
  expect(registered.status).toBe(200);
  await expectNothingBroken(folder, env);
  const end = endOf(child);
  child.kill('SIGINT');
  expect((await end).code).toBe(0);
});
