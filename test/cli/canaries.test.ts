/**
 * Planted values of people turn up in no log, no error and no figure, whatever is done with the running system; only
 * commands that are there to show a person's data show them.
 */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { compileFolder } from '../../src/cli/compile-policy.ts';
import type { Policy } from '../../src/policy/index.ts';
import { type CommandLine, openCommandLine } from '../support/command-line.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { plantPeople } from '../support/planted-people.ts';
import { canariesIn, type Planted, plantCanaries, typedCanary } from '../support/planted-values.ts';
import { type Site, startSite } from '../support/site.ts';
import { failingStatements } from './failing-statements.ts';

const TOKEN = 'a-token-of-the-tests';

let database: TestDatabase;
let commands: CommandLine;
let site: Site;
let smtp: SMTPServer;
let policy: Policy;
let planted: Planted;

beforeAll(async () => {
  database = await createTestDatabase();
  // It refuses everybody, in words that quote the address.
  smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(Object.assign(new Error(`no box for ${address}`), { responseCode: 550 })),
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  commands = openCommandLine(database, {
    ...{ KEPT_LOG: 'debug', KEPT_METRICS_TOKEN: TOKEN, KEPT_SMTP_URL: `smtp://127.0.0.1:${port}` },
  });
  const { compiled } = compileFolder(commands.environment.KEPT_POLICY ?? '');
  if (compiled === null) throw new Error('the policy of Easy Step has faults');
  policy = compiled.policy;
  site = await startSite(commands);
  await site.post('/registrer', { kind: 'private', legalName: 'Kari Eksempel', email: 'kari@example.no' });
  // A row in every table, so that each column can hold its canary.
  await plantPeople(database.pool, 1);
  planted = await plantCanaries(database.pool, policy);
});
afterAll(async () => {
  site?.child.kill('SIGKILL');
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  commands.close();
  await database.close();
});

const storedEmail = async (): Promise<string> =>
  (await database.pool.query<{ email: string }>('select email from register.customer order by email limit 1')).rows[0]
    ?.email ?? '';

describe('what is planted', () => {
  test('every table of people has rows, and every text of theirs a canary but those whose form allows none', () => {
    expect(planted.empty).toEqual([]);
    expect(planted.columns.length).toBeGreaterThan(20);
    expect(planted.without).toEqual(WITHOUT);
  });

  test('the search sees them: in texts, as telephone numbers, as numbers of companies, and not in digests', () => {
    expect(canariesIn('Key (email)=(kanarizq7-12@example.no) exists')).toEqual(['kanarizq7-12']);
    expect(canariesIn('call +4781549120001')).toEqual(['+4781549120001']);
    expect(canariesIn('<td>938150007</td>')).toEqual(['938150007']);
    expect(canariesIn(`${'0'.repeat(20)}938150007abc`)).toEqual([]);
  });
});

/** Two letters or a few digits: nothing that could be told from chance. */
const WITHOUT = [
  'register.customer.postal_code',
  'register.customer.country',
  'register.protected_address.postal_code',
  'register.sales_order.deliver_to_postal_code',
  'register.invoice.currency',
  'register.payment.card_last_four',
  'register.payment.card_expires',
  'register.payout.account_last_four',
  'register.add_on.accepted_words_hash',
  'register.supplement.source_url',
  'register.survey_invitation.token_digest',
  'register.lead.postal_code',
];

describe('the web site', () => {
  test('pages show strangers nothing of anybody, whatever they ask for', async () => {
    const pages = ['/', '/en', '/registrer', '/en/register', '/bestill', '/en/order', '/personvern', '/en/privacy'];
    for (const path of [...pages, '/nowhere', '/en/privacy?version=2026-1', '/assets/site.css']) {
      const response = await fetch(`${site.origin}${path}`);
      expect(canariesIn(await response.text()), path).toEqual([]);
    }
  });

  test('what is typed, asked for or sent wrongly is in no line of the log', async () => {
    const typed = {
      ...{ kind: 'company', legalName: typedCanary('name'), email: typedCanary('email'), phone: typedCanary('phone') },
      ...{ organisationNumber: typedCanary('number'), street: typedCanary('street'), city: typedCanary('city') },
    };
    const known = { kind: 'private', legalName: typedCanary('again'), email: await storedEmail() };
    const fine = { ...known, email: 'kanarizq.typed@example.no' };
    for (const path of ['/registrer', '/en/register', '/bestill', '/en/order']) {
      for (const fields of [typed, known, fine]) await site.post(path, fields);
    }
    const order = { street: typedCanary('street'), postalCode: '0150', city: typedCanary('city') };
    const { rows } = await database.pool.query<{ sku: string }>('select sku from register.product limit 1');
    await site.post('/bestill', { ...known, ...order, [`quantity.${rows[0]?.sku}`]: '1' });
    await site.post('/bestill', { ...known, ...order, [`quantity.${rows[0]?.sku}`]: typedCanary('quantity') });
    await fetch(`${site.origin}/${typedCanary('path')}?${typedCanary('query')}=1`, {
      headers: { 'User-Agent': 'Kanarizq' },
    });
    await fetch(`${site.origin}/registrer`, {
      method: 'POST',
      body: typedCanary('body'),
      headers: { Origin: 'http://x.example' },
    });
    await site.post('/registrer', { legalName: typedCanary('long').repeat(20_000) });
    expect(canariesIn(site.output())).toEqual([]);
  });

  test('a form whose statement fails is logged by its code alone', async () => {
    await database.pool.query(
      `alter table register.customer add constraint never check (registered_through <> 'web') not valid`,
    );
    await site.post('/registrer', {
      kind: 'private',
      legalName: typedCanary('failing'),
      email: 'kanarizq.f@example.no',
    });
    await database.pool.query('alter table register.customer drop constraint never');
    expect(await site.logged({ code: 'statement-failed' })).toMatchObject({ route: '/registrer', status: 500 });
    expect(canariesIn(site.output())).toEqual([]);
  });

  test('mail that a server refuses in words with the address leaves codes alone', async () => {
    const refused = async (): Promise<string[]> =>
      (
        await database.pool.query<{ last_error: string }>(
          `select last_error from kept.outbox where attempts > 0 and sent_at is null and subject_line not like 'kanarizq%'`,
        )
      ).rows.map((row) => row.last_error);
    for (let tries = 0; tries < 400 && (await refused()).length < 2; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect((await refused()).length).toBeGreaterThanOrEqual(2);
    expect(canariesIn([...(await refused()), site.output()].join('\n'))).toEqual([]);
  });

  test('figures name nobody', async () => {
    const response = await fetch(`${site.origin}/metrics`, { headers: { Authorization: `Bearer ${TOKEN}` } });
    const text = await response.text();
    expect(text).toContain('kept_http_requests_total');
    expect(canariesIn(text)).toEqual([]);
  });
});

describe('sessions', () => {
  test('what a failing statement says holds no value: neither what was asked with, nor what is stored', async () => {
    const errors = await failingStatements(database, policy, await storedEmail());
    for (const { what, text } of errors) expect(canariesIn(text), what).toEqual([]);
    const codes = errors.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['statement-failed', 'statement-refused', 'statement-opaque']));
  });
});

/** Each is there to show what somebody holds or gets; whoever runs it is named in that person's log. */
const SHOWING: readonly (readonly [why: string, args: readonly string[]])[] = [
  ['mail that waits is shown whole, so that nothing is lost without a mail server', ['outbox', '--json']],
];

describe('the command line', () => {
  test.each<{ args: string[] }>(
    [
      ['verify'],
      ['verify', '--json'],
      ['ledger', 'list'],
      ['ledger', 'list', '--json'],
      ['ledger', 'verify'],
      ['ledger', 'checkpoint'],
      ['ledger', 'proof', '0'],
      ['ledger', 'key'],
      ['plan'],
      ['apply'],
      ['check'],
      ['check', '--json'],
      ['url', 'marketing'],
    ].map((args) => ({ args })),
  )('kept $args shows nothing of anybody', async ({ args }) => {
    const { stdout, stderr } = await commands.kept(...args);
    expect(stdout).not.toBe('');
    expect(canariesIn(stdout + stderr)).toEqual([]);
  });

  test('what is asked for by address is not repeated, and a failure tells no more', async () => {
    const email = await storedEmail();
    for (const args of [
      ['log', email],
      ['log', 'kanarizq.nobody@example.no'],
      ['consent', 'give', email, 'marketing'],
      ['consent', 'withdraw', email, 'marketing'],
      ['consent', 'withdraw', 'kanarizq.nobody@example.no', 'marketing'],
    ]) {
      const { stdout, stderr } = await commands.kept(...args);
      expect(stdout + stderr).not.toBe('');
      // Who looked is in the log by id; the planted ones stand where an id should.
      expect(
        canariesIn((stdout + stderr).replaceAll(/ (staff|data-subject|visitor|system) \S+/g, '')),
        args.join(' '),
      ).toEqual([]);
    }
  });

  test.each(SHOWING)('%s', async (_why, args) => {
    const { stdout, stderr } = await commands.kept(...args);
    // This is also what shows that a leak would be seen.
    expect(canariesIn(stdout).length).toBeGreaterThan(0);
    expect(canariesIn(stderr)).toEqual([]);
  });
});

describe('what is left behind', () => {
  test('results of controls, jobs, the ledger and errors of mail hold no value', async () => {
    const { rows } = await database.pool.query<{ text: string }>(
      `select evidence::text as text from kept.control_result union all select job::text from pgboss.job
       union all select convert_from(leaf, 'UTF8') from kept.ledger_entry union all select note from kept.ledger_checkpoint
       union all select files::text from kept.policy_version union all select setting::text from kept.setting`,
    );
    expect(rows.length).toBeGreaterThan(40);
    expect(canariesIn(rows.map(({ text }) => text).join('\n'))).toEqual([]);
  });

  test('neither does all that the site and its worker wrote, nor the log of the embedded PostgreSQL', async () => {
    expect(await site.end()).toBe(0);
    expect(canariesIn(site.output())).toEqual([]);
    const log = readFileSync(join(inject('serverFolder'), 'postgres.log'), 'utf8');
    expect(log).toContain('database system is ready');
    expect(canariesIn(log)).toEqual([]);
  });
});
