/** Mail out, over SMTP to a server that speaks it. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEnforcement } from '../../src/enforcement/index.ts';
import { openMailServer, readWaitingMail, sendWaitingMail } from '../../src/records/index.ts';
import { sessionsOf, type WebTables } from '../../src/web/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { fixedClock } from '../support/fixed.ts';

let web: EasyStepWeb;
let smtp: SMTPServer;
const received: { to: string; text: string }[] = [];
const REFUSED = 'avvist@example.no';

beforeAll(async () => {
  web = await openEasyStepWeb();
  smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(address === REFUSED ? Object.assign(new Error('no such box'), { responseCode: 550 }) : undefined),
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo[0]?.address ?? '', text });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(resolve));
  await web.close();
});

const clock = fixedClock('2026-11-23T12:00:00Z');

async function send(): Promise<{ sent: number; failed: number; stopped: number }> {
  const { settings, rolePrefix, secret } = web.database;
  const { policy } = web;
  const enforcement = createEnforcement<WebTables>({ settings, policy, rolePrefix, secret, now: clock.now });
  const { port } = smtp.server.address() as AddressInfo;
  const server = openMailServer(`smtp://127.0.0.1:${port}`);
  const sending = { server, from: 'post@example.com', host: 'example.com', now: clock.now };
  try {
    return await enforcement.asPurpose({ kind: 'system', id: 'mail-sending', roles: [] }, 'mail-sending', (session) =>
      sendWaitingMail(sessionsOf(session).records, sending),
    );
  } finally {
    server.close();
    await enforcement.close();
  }
}

const outbox = async (addressee: string): Promise<unknown> =>
  (
    await web.database.pool.query('select sent_at, attempts, last_error from kept.outbox where addressee = $1', [
      addressee,
    ])
  ).rows[0];

test('a registration is confirmed by one mail, however often the outbox is looked through', async () => {
  await web.post('/registrer', { kind: 'private', legalName: 'Eli Påfunn', email: 'eli@example.no' });
  expect(await send()).toEqual({ sent: 1, failed: 0, stopped: 0 });
  expect(await send()).toEqual({ sent: 0, failed: 0, stopped: 0 });
  expect(received.map(({ to }) => to)).toEqual(['eli@example.no']);
  expect(received[0]?.text).toMatch(/^Message-ID: <[0-9a-f-]{36}@example\.com>/im);
  expect(await outbox('eli@example.no')).toMatchObject({ attempts: 1, last_error: null });
});

test('a refused mail is kept with a code that names nobody, tried again later, and holds up no other', async () => {
  await web.post('/registrer', { kind: 'private', legalName: 'Jon Mønster', email: REFUSED });
  await web.post('/registrer', { kind: 'private', legalName: 'Gro Mønster', email: 'gro.m@example.no' });
  expect(await send()).toEqual({ sent: 1, failed: 1, stopped: 0 });
  expect(await outbox(REFUSED)).toEqual({ sent_at: null, attempts: 1, last_error: 'EENVELOPE 550' });
  expect(await send()).toEqual({ sent: 0, failed: 0, stopped: 0 });
  expect(await outbox(REFUSED)).toMatchObject({ attempts: 1 });
  clock.move(31_000);
  await send();
  expect(await outbox(REFUSED)).toMatchObject({ attempts: 2 });
});

test('a mail that waits for its next try is read by nobody, so no look at its addressee is logged', async () => {
  const looks = async (): Promise<number> =>
    (
      await web.database.pool.query<{ looks: number }>(
        `select count(*)::int as looks from kept.access_log
          where data_subjects && (select array_agg(person_id) from kept.outbox where addressee = $1)`,
        [REFUSED],
      )
    ).rows[0]?.looks ?? 0;
  const before = await looks();
  expect(before).toBeGreaterThan(0);
  for (let round = 0; round < 3; round += 1) expect(await send()).toEqual({ sent: 0, failed: 0, stopped: 0 });
  expect(await looks()).toBe(before);
  clock.move(61_000);
  expect(await send()).toEqual({ sent: 0, failed: 1, stopped: 0 });
  expect(await looks()).toBeGreaterThan(before);
});

test('the pause is counted from the last try, so that a sender who was away does not use up the tries at once', async () => {
  clock.move(24 * 3_600_000);
  expect(await send()).toEqual({ sent: 0, failed: 1, stopped: 0 });
  expect(await send()).toEqual({ sent: 0, failed: 0, stopped: 0 });
  expect(await outbox(REFUSED)).toMatchObject({ attempts: 4 });
});

test('what waits can be read whole, and the look stands in the log', async () => {
  const { settings, rolePrefix, secret } = web.database;
  const enforcement = createEnforcement<WebTables>({
    ...{ settings, policy: web.policy, rolePrefix, secret, now: clock.now },
  });
  const mails = await enforcement
    .asPurpose({ kind: 'system', id: 'kept outbox', roles: [] }, 'mail-sending', (session) =>
      readWaitingMail(sessionsOf(session).records, 50),
    )
    .finally(() => enforcement.close());
  expect(mails).toMatchObject([{ addressee: REFUSED, attempts: 4, lastError: 'EENVELOPE 550', givenUp: false }]);
  expect(mails[0]?.bodyText).toContain('/personvern');
  const { rows } = await web.database.pool.query(
    `select from kept.access_log where principal_id = 'kept outbox' and cardinality(data_subjects) = 1`,
  );
  expect(rows).toHaveLength(1);
});

test('the sender sees the outbox and nothing else of anybody', async () => {
  const { rows } = await web.database.pool.query<{ table: string }>(
    `select distinct table_schema || '.' || table_name as "table" from information_schema.column_privileges
      where grantee = $1 and table_schema in ('register', 'kept')`,
    [`${web.database.rolePrefix}_mail_sending`],
  );
  expect(rows).toEqual([{ table: 'kept.outbox' }]);
});
