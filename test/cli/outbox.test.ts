/** `kept outbox`: what waits is shown whole, and the look is on record. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, openCommandLine } from '../support/command-line.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { seededIds } from '../support/fixed.ts';
import { addCustomer } from '../support/people.ts';

let database: TestDatabase;
let commands: CommandLine;
let customer: string;
const newId = seededIds('outbox command');

beforeAll(async () => {
  database = await createTestDatabase();
  commands = openCommandLine(database);
  expect(await commands.kept('apply')).toMatchObject({ code: 0 });
  customer = await addCustomer(database.pool);
  for (const [at, attempts] of [
    ['2026-11-20T10:00:00Z', 12],
    ['2026-11-21T10:00:00Z', 0],
  ] as const) {
    await database.pool.query(
      `insert into kept.outbox (mail_id, person_id, addressee, language, template, subject_line, body_text, created_at,
         attempts, last_error, purpose)
       values ($1, $2, 'eli@example.no', 'nb', 'order-received', 'Bestilt', E'Hei.\n\nTakk.', $3, $4, $5, 'ordering')`,
      [newId(), customer, at, attempts, attempts === 0 ? null : 'EENVELOPE 550'],
    );
  }
});
afterAll(async () => {
  commands.close();
  await database.close();
});

test('the oldest come first, with addressee, subject and text, and what a try met', async () => {
  const { code, stdout } = await commands.kept('outbox');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^2026-11-20T10:00:00Z {2}order-received {2}\S{36}\n {2}To: eli@example\.no\n/);
  expect(stdout).toContain('  Subject: Bestilt\n  Tried: 12 times, EENVELOPE 550, given up\n\n  Hei.\n\n  Takk.\n');
  expect(stdout).toContain('\n2026-11-21T10:00:00Z');
  expect(stdout).toMatch(/2 messages wait\. Without KEPT_SMTP_URL they stay\.\n$/);
  const { rows } = await database.pool.query(
    `select from kept.access_log where principal_id = 'kept outbox' and data_subjects = array[$1::uuid]`,
    [customer],
  );
  expect(rows).toHaveLength(1);
});

test('as JSON a limit shows the first of them and says how many wait', async () => {
  const { stdout } = await commands.kept('outbox', '--limit', '1', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ waiting: 2, mails: [{ addressee: 'eli@example.no', givenUp: true }] });
});
