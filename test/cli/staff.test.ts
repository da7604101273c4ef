/** `kept staff`: who is let in, each change on record, and that whoever is ended is out. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apply } from '../../src/cli/commands/apply.ts';
import { staffAdd, staffChange, staffEnd, staffLink, staffList } from '../../src/cli/commands/staff.ts';
import { type Environment, readEnvironment } from '../../src/cli/environment.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { urlOf } from '../../src/postgres/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let folder: string;
let environment: Environment;
let said: string[] = [];

const terminal: Terminal = {
  ...{ language: 'en', colour: false },
  print: (text) => void said.push(text),
  tell: (text) => void said.push(typeof text === 'string' ? text : text.en),
  step: (_name, work) => work(),
};

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'kept-staff-'));
  const root = resolve(import.meta.dirname, '../..');
  const settings = { DATABASE_URL: urlOf(database.settings), KEPT_SECRET: 's'.repeat(40), KEPT_DATA: folder };
  environment = readEnvironment({ ...settings, KEPT_LANGUAGE: 'en', KEPT_BASE_URL: 'https://kept.example' }, root);
  await apply(environment, terminal);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a command printed, with its exit code. */
async function run(command: Promise<number>): Promise<{ code: number; said: string }> {
  said = [];
  const code = await command;
  return { code, said: said.join('\n') };
}

/** Nobody from outside. */
const OF_STAFF = { recipient: null, reason: null };
const AS_IT_IS = { ...OF_STAFF, roles: null, until: null };
const ola = { email: 'ola@example.no', name: 'Ola Eksempel', roles: 'sales,support', until: null, ...OF_STAFF };

test('somebody who is added can sign in with the link that is printed, and stands in the ledger by their key alone', async () => {
  expect((await run(staffAdd(ola, environment, terminal))).code).toBe(0);
  const link = await run(staffLink('OLA@example.no', false, environment, terminal));
  expect(link.said).toMatch(/https:\/\/kept\.example\/en\/sign-in\/link\?token=[A-Za-z]{32}/);
  const { rows } = await database.pool.query<{ staff_id: string; waiting: number }>(
    `select staff_id, (select count(*) from kept.verification where account_id = staff_id) as waiting from kept.staff`,
  );
  expect(rows).toEqual([{ staff_id: expect.any(String), waiting: 1 }]);
  const entries = await database.pool.query<{ leaf: Buffer }>(
    `select leaf from kept.ledger_entry where kind = 'staff-permission'`,
  );
  const act = entries.rows[0]?.leaf.toString();
  expect(act).toContain(rows[0]?.staff_id);
  expect(act).toContain('sales support');
  expect(act).not.toMatch(/Ola|example/);
});

test('a role that the policy lacks is refused with the nearest one', async () => {
  const wrong = await run(staffChange(ola.email, { ...AS_IT_IS, roles: 'sale' }, environment, terminal));
  expect(wrong).toEqual({ code: 1, said: expect.stringContaining('Did you mean sales?') });
});

test('roles change, and the list says them', async () => {
  expect((await run(staffChange(ola.email, { ...AS_IT_IS, roles: 'warehouse' }, environment, terminal))).code).toBe(0);
  expect((await run(staffList(environment, terminal))).said).toBe('ola@example.no  Ola Eksempel  warehouse');
});

test('an address that is nobody’s is told', async () => {
  const nobody = await run(staffEnd('nobody@example.no', environment, terminal));
  expect(nobody).toEqual({ code: 1, said: expect.stringContaining('`kept staff list`') });
});

test.each(['2027-13-01', '2027-02-30', 'soon'])('%s is no last day', async (until) => {
  expect((await run(staffAdd({ ...ola, email: 'kari@example.no', until }, environment, terminal))).code).toBe(1);
});

test('a temporary role wants a last day, a recipient of the policy and a reason, and puts them on record', async () => {
  const auditor = { ...ola, email: 'rita@example.no', name: 'Rita Revisor', roles: 'auditor' };
  const refused = await run(staffAdd(auditor, environment, terminal));
  expect(refused.code).toBe(1);
  for (const flag of ['--until', '--recipient', '--reason']) expect(refused.said).toContain(flag);
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const needed = { ...auditor, until, recipient: 'auditor', reason: 'Revisjon av 2026' };
  expect((await run(staffAdd(needed, environment, terminal))).code).toBe(0);
  const { rows } = await database.pool.query(`select recipient, purpose, form, ended_on from kept.disclosure`);
  expect(rows).toEqual([{ recipient: 'auditor', purpose: 'accounting', form: 'access', ended_on: null }]);
  expect((await run(staffEnd(auditor.email, environment, terminal))).code).toBe(0);
  const { rows: ended } = await database.pool.query(`select from kept.disclosure where ended_on is not null`);
  expect(ended).toHaveLength(1);
});

test('the last who can give access is not taken away, nor given a last day', async () => {
  const owner = { ...ola, email: 'eier@example.no', name: 'Eira Eier', roles: 'owner' };
  expect((await run(staffAdd(owner, environment, terminal))).code).toBe(0);
  for (const refused of [
    () => staffEnd(owner.email, environment, terminal),
    () => staffChange(owner.email, { ...AS_IT_IS, roles: 'sales' }, environment, terminal),
    () => staffChange(owner.email, { ...AS_IT_IS, until: '2999-12-31' }, environment, terminal),
  ]) {
    expect(await run(refused())).toEqual({ code: 1, said: expect.stringContaining('Nobody would be left') });
  }
  const other = { ...owner, email: 'eier2@example.no' };
  expect((await run(staffAdd(other, environment, terminal))).code).toBe(0);
  expect((await run(staffEnd(owner.email, environment, terminal))).code).toBe(0);
});

test('whoever is ended has no session, no second step, no password and no link any more', async () => {
  await database.pool.query(`
    with somebody as (insert into kept.account (account_id, created_at, updated_at, last_signed_in_at)
      select staff_id, now(), now(), now() from kept.staff where email = 'ola@example.no' returning account_id),
    session as (insert into kept.account_session (account_id, session_id, token_digest, opened_by, opened_at, used_at, expires_at)
      select account_id, gen_random_uuid(), 'digest', 'code', now(), now(), now() + interval '1 day' from somebody),
    password as (insert into kept.credential (account_id, credential_id, provider, provider_subject, password_digest, created_at, updated_at)
      select account_id, gen_random_uuid(), 'credential', account_id, 'digest', now(), now() from somebody)
    insert into kept.second_step (account_id, second_step_id, sealed_secret, sealed_recovery_codes)
      select account_id, gen_random_uuid(), 'sealed', 'sealed' from somebody`);
  expect((await run(staffEnd(ola.email, environment, terminal))).code).toBe(0);
  const { rows } = await database.pool.query(`
    select (select count(*) from kept.account_session) + (select count(*) from kept.credential)
         + (select count(*) from kept.second_step) + (select count(*) from kept.verification) as left`);
  expect(rows).toEqual([{ left: 0 }]);
  expect((await run(staffLink(ola.email, false, environment, terminal))).code).toBe(1);
  expect((await run(staffList(environment, terminal))).said).toMatch(
    /Ola Eksempel {2}warehouse {2}left \d{4}-\d\d-\d\d$/m,
  );
});
