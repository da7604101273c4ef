/** Mail from a real IMAP server to where it belongs in the register, once and without what must not be kept. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asStored, mailTaker, mailTries } from '../../src/cli/mail-in.ts';
import { imapMailbox, parseMail } from '../../src/connectors/index.ts';
import { assignUnsorted } from '../../src/register/index.ts';
import { sessionsOf } from '../../src/web/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { fixedClock, seededIds } from '../support/fixed.ts';
import { type ImapTestServer, imapTestServer, mailAsSent } from '../support/imap-server.ts';

let web: EasyStepWeb;
let server: ImapTestServer;
let customer: { customer_id: string; email: string };
const { now } = fixedClock('2026-11-23T12:00:00Z');
/** When the mailbox is looked into. */
let at = now();
beforeAll(async () => {
  web = await openEasyStepWeb();
  server = await imapTestServer();
  const { rows } = await web.database.pool.query<typeof customer>(
    `select customer_id, email from register.customer where kind = 'private' order by customer_number limit 1`,
  );
  if (rows[0] === undefined) throw new Error('nobody is registered');
  customer = rows[0];
});
afterAll(async () => {
  await server.close();
  await web.close();
});
beforeEach(() =>
  web.database.pool.query(
    'delete from register.message; delete from register.unsorted_message; delete from register.stuck_mail',
  ),
);

const take = (): ReturnType<typeof mailTaker> =>
  mailTaker({ enforcement: web.enforcement, now, newId: seededIds(String(Math.random())) });

const tries = () => mailTries({ enforcement: web.enforcement, now: () => at });

async function arrive(...mails: string[]) {
  for (const mail of mails) server.deliver(mail);
  const store = take();
  return await imapMailbox({ url: server.url, doneFolder: 'Kept' }).takeWaiting(store, tries());
}

const tableOf = async (table: string) => (await web.database.pool.query(`select * from register.${table}`)).rows;

const rowsOf = async (table: string) =>
  (await web.database.pool.query(`select * from register.${table} order by subject_line`)).rows;

test('a mail from a customer’s address waits for an answer with the customer; from anybody else it waits to be sorted', async () => {
  const theirs = mailAsSent(
    { From: customer.email.toUpperCase(), 'Message-ID': '<1@x>', Subject: 'Fra en kunde' },
    'Hei',
  );
  const others = mailAsSent({ From: 'ukjent@example.no', 'Message-ID': '<2@x>', Subject: 'Fra en annen' }, 'Hallo');
  expect(await arrive(theirs, others)).toMatchObject({ stored: 2, setAside: 0 });
  expect(await rowsOf('message')).toMatchObject([
    {
      ...{
        customer_id: customer.customer_id,
        direction: 'in',
        channel: 'mail',
        subject_line: 'Fra en kunde',
        body: 'Hei',
      },
      ...{ answered_at: null, purpose: 'customer-communication', extends_relationship: false, external_id: '<1@x>' },
    },
  ]);
  expect(await rowsOf('unsorted_message')).toMatchObject([{ from_address: 'ukjent@example.no', body: 'Hallo' }]);
});

test('the same mail handed over again, by either way, is stored once', async () => {
  const mail = mailAsSent({ From: customer.email, 'Message-ID': '<3@x>', Subject: 'En gang' }, 'Hei');
  const unknown = mailAsSent({ From: 'ukjent@example.no', 'Message-ID': '<4@x>', Subject: 'En gang' }, 'Hei');
  await arrive(mail, unknown, mail);
  const both = [mail, unknown].map((one) => Buffer.from(one));
  expect(await Promise.all([...both, ...both].map((raw) => take()(raw)))).toEqual(Array(4).fill('stored'));
  expect([(await rowsOf('message')).length, (await rowsOf('unsorted_message')).length]).toEqual([1, 1]);
});

test('a Message-ID that somebody else has used before, by chance or on purpose, makes no mail vanish', async () => {
  const { rows } = await web.database.pool.query<typeof customer>(
    `select customer_id, email from register.customer where kind = 'private' and customer_id <> $1 limit 1`,
    [customer.customer_id],
  );
  const other = rows[0]?.email ?? '';
  const same = { 'Message-ID': '<same@list>', Subject: 'Samme' };
  await arrive(
    mailAsSent({ From: 'angriper@example.no', ...same }, 'Først'),
    mailAsSent({ From: customer.email, ...same }, 'Fra en kunde'),
    mailAsSent({ From: other, ...same }, 'Fra en annen kunde'),
    mailAsSent({ From: 'ukjent@example.no', ...same }, 'Fra en ukjent'),
  );
  expect((await rowsOf('message')).map(({ body }) => body).sort()).toEqual(['Fra en annen kunde', 'Fra en kunde']);
  expect((await rowsOf('unsorted_message')).map(({ body }) => body).sort()).toEqual(['Fra en ukjent', 'Først']);
});

test('a mail that was put to a customer by hand is not taken in again', async () => {
  const mail = mailAsSent({ From: 'privat@example.no', 'Message-ID': '<hand@x>', Subject: 'For hånd' }, 'Hei');
  await arrive(mail);
  const [unsorted] = await rowsOf('unsorted_message');
  const to = { customerId: customer.customer_id, messageId: unsorted?.unsorted_message_id, purpose: 'enquiries' };
  const given = await web.enforcement.asPurpose(
    { kind: 'staff', id: customer.customer_id, roles: ['support'] },
    'customer-communication',
    (session) => assignUnsorted(sessionsOf(session).register, unsorted?.unsorted_message_id, to),
  );
  expect(given).toBe(true);
  await arrive(mail);
  expect([(await rowsOf('message')).length, (await rowsOf('unsorted_message')).length]).toEqual([1, 0]);
});

test('a mail that cannot be stored is tried five times, each after a longer while, and then told to staff', async () => {
  const { pool } = web.database;
  await pool.query(
    `create function public.never() returns trigger language plpgsql as $$ begin raise 'no' using errcode = '22023'; end $$;
     create trigger never before insert on register.unsorted_message for each row when (new.subject_line = 'Aldri')
       execute function public.never()`,
  );
  const never = mailAsSent({ From: 'ukjent@example.no', 'Message-ID': '<12@x>', Subject: 'Aldri' }, 'Hei');
  const good = mailAsSent({ From: 'ukjent@example.no', 'Message-ID': '<13@x>', Subject: 'Bra' }, 'Hei');
  expect(await arrive(never, good)).toEqual({ stored: 1, setAside: 0, failed: 1, more: false });
  const minutes = [1, 2, 4, 8];
  for (const [index, pause] of minutes.entries()) {
    expect(await arrive()).toMatchObject({ failed: 0, setAside: 0 });
    at = new Date(at.getTime() + pause * 60_000);
    expect(await arrive()).toMatchObject(index === 3 ? { setAside: 1 } : { failed: 1 });
  }
  expect(await tableOf('stuck_mail')).toMatchObject([
    { tries: 5, next_try_at: null, fault: 'not-stored', fault_code: expect.stringMatching(/^EnforcementError /) },
  ]);
  await pool.query('drop trigger never on register.unsorted_message; drop function public.never()');
  await arrive();
  expect(await tableOf('stuck_mail')).toHaveLength(1);
});

test('an answer to a letter of a claim comes to the claim, once, and only from the customer whose claim it is', async () => {
  const claim = '00000000-0000-7000-8000-0000000000c1';
  await web.database.pool.query(
    `insert into register.claim (customer_id, claim_id, received_at, received_through, description, status, answer_due_on)
     values ($1, $2, '2026-11-18T10:00:00Z', 'web', 'Sålen', 'received', '2026-12-02')`,
    [customer.customer_id, claim],
  );
  await web.database.pool.query(
    `insert into register.claim_entry (customer_id, claim_id, entry_id, direction, channel, at, subject_line, body, external_id)
     values ($1, $2, $2, 'out', 'mail', '2026-11-20T10:00:00Z', 'Reklamasjonen', 'Svar', '<ours@kept>')`,
    [customer.customer_id, claim],
  );
  const thread = { 'In-Reply-To': '<ours@kept>', Subject: 'Re: Reklamasjonen' };
  await arrive(
    mailAsSent({ From: customer.email, 'Message-ID': '<5@x>', ...thread }, 'Takk'),
    mailAsSent({ From: customer.email, 'Message-ID': '<5@x>', ...thread }, 'Takk'),
    mailAsSent({ From: 'fremmed@example.no', 'Message-ID': '<6@x>', ...thread }, 'Hva står det i saken?'),
  );
  expect(await rowsOf('message')).toEqual([]);
  expect((await rowsOf('claim_entry')).map(({ claim_id, direction, body }) => [claim_id, direction, body])).toEqual([
    [claim, 'in', 'Takk'],
    [claim, 'out', 'Svar'],
  ]);
  expect(await rowsOf('unsorted_message')).toMatchObject([{ from_address: 'fremmed@example.no' }]);
});

test('an answer to a message joins its conversation, also where the thread once was about a claim', async () => {
  const claim = '00000000-0000-7000-8000-0000000000c1';
  await web.database.pool.query(
    `insert into register.message (customer_id, message_id, direction, channel, at, extends_relationship, subject_line, body,
       purpose, external_id)
     values ($1, $2, 'out', 'mail', '2026-11-21T10:00:00Z', false, 'Åpent?', 'Ja', 'enquiries', '<later@kept>')`,
    [customer.customer_id, claim],
  );
  const thread = { 'In-Reply-To': '<later@kept>', References: '<ours@kept> <later@kept>', Subject: 'Re: Åpent?' };
  await arrive(mailAsSent({ From: customer.email, 'Message-ID': '<12@x>', ...thread }, 'Fint'));
  expect((await rowsOf('message')).find(({ body }) => body === 'Fint')).toMatchObject({
    ...{ purpose: 'enquiries', in_reply_to: claim },
  });
});

test('a program’s mail needs no answer, and from nobody known it is not kept', async () => {
  const automatic = { 'Auto-Submitted': 'auto-replied', Subject: 'Fravær' };
  await arrive(
    mailAsSent({ From: customer.email, 'Message-ID': '<7@x>', ...automatic }, 'Jeg er borte'),
    mailAsSent({ From: 'robot@example.no', 'Message-ID': '<8@x>', ...automatic }, 'Jeg er borte'),
  );
  expect(await rowsOf('message')).toMatchObject([{ answered_at: now() }]);
  expect(await rowsOf('unsorted_message')).toEqual([]);
});

test('a card number does not get into the register, and the text says that one was taken out', async () => {
  await arrive(
    mailAsSent(
      { From: customer.email, 'Message-ID': '<9@x>', Subject: 'Kort 4111111111111111' },
      'Nr 4111 1111 1111 1111.',
    ),
  );
  const [message] = await rowsOf('message');
  expect(`${message?.subject_line} ${message?.body}`).toMatch(
    /^Kort \[kortnummer fjernet.*Nr \[kortnummer fjernet.*\]\.$/,
  );
});

test('a customer whose data is restricted is not written to: what they send waits among the unsorted', async () => {
  const { pool } = web.database;
  await pool.query(
    `insert into kept.restriction (person_id, restriction_id, ground, since) values ($1, $1, 'accuracy', now())`,
    [customer.customer_id],
  );
  await arrive(mailAsSent({ From: customer.email, 'Message-ID': '<10@x>', Subject: 'Begrenset' }, 'Hei'));
  await pool.query('delete from kept.restriction where person_id = $1', [customer.customer_id]);
  expect(await rowsOf('message')).toEqual([]);
  expect(await rowsOf('unsorted_message')).toMatchObject([{ subject_line: 'Begrenset' }]);
});

test('a text that is too long says where the rest is, and fits; a date in the future is not believed', async () => {
  const raw = mailAsSent({ From: 'a@example.no', Date: 'Tue, 24 Nov 2099 10:00:00 +0100' }, 'x'.repeat(30_000));
  const stored = asStored(await parseMail(Buffer.from(raw)), now());
  expect(stored.body).toHaveLength(10_000);
  expect(stored.body).toMatch(/The rest of the message lies in the mailbox\.\]$/);
  expect(stored.at).toEqual(now());
});

test('a date long ago is not believed either: a mail would be past its time, and gone, before anybody had read it', async () => {
  const dated = (day: string) => mailAsSent({ From: 'ukjent@example.no', 'Message-ID': '<11@x>', Date: day }, 'Hei');
  const at = async (day: string) => asStored(await parseMail(Buffer.from(dated(day))), now()).at;
  expect(await at('Tue, 24 Nov 1998 10:00:00 +0100')).toEqual(now());
  expect(await at('Fri, 20 Nov 2026 10:00:00 +0100')).toEqual(new Date('2026-11-20T09:00:00Z'));
  await arrive(dated('Tue, 24 Nov 1998 10:00:00 +0100'));
  const [waiting] = await rowsOf('unsorted_message');
  expect(Number(waiting?.permits)).not.toBe(0);
});
