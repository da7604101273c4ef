/** Messages in the office: who waits, what is answered, what a call must say, and what nobody may keep. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff } from '../support/office.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let customer: { customer_id: string; customer_number: string; email: string; legal_name: string };
const MESSAGE = '00000000-0000-7000-8000-00000000a001';
const UNSORTED = '00000000-0000-7000-8000-00000000a002';
beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  const { rows } = await web.database.pool.query<typeof customer>(
    `select customer_id, customer_number, email, legal_name from register.customer where kind = 'private' order by customer_number limit 1`,
  );
  if (rows[0] === undefined) throw new Error('nobody is registered');
  customer = rows[0];
});
afterAll(() => web.close());
beforeEach(async () => {
  const { pool } = web.database;
  await pool.query(
    'delete from register.message; delete from register.unsorted_message; delete from kept.outbox; delete from register.note',
  );
  await pool.query(
    `insert into register.message (customer_id, message_id, direction, channel, at, extends_relationship, subject_line, body, external_id)
     values ($1, $2, 'in', 'mail', '2026-11-20T10:00:00Z', false, 'Sålen løsner', 'Kan dere hjelpe?', '<theirs@example.no>')`,
    [customer.customer_id, MESSAGE],
  );
  await pool.query(
    `insert into register.unsorted_message (unsorted_message_id, received_at, external_id, from_address, subject_line, body)
     values ($1, '2026-11-20T11:00:00Z', '<other@example.no>', 'ukjent@example.no', 'Pris?', 'Hva koster støvlene?')`,
    [UNSORTED],
  );
});

const LIST = '/kontor/henvendelser?purpose=customer-communication';
const one = (): string => `/kontor/henvendelser/${customer.customer_id}/${MESSAGE}?purpose=customer-communication`;
const support = () => asStaff(web, 'support');
const rowsOf = async (sql: string) => (await web.database.pool.query(sql)).rows;

describe('the inbox', () => {
  test('shows who waits, and nobody once they are answered', async () => {
    expect((await support().get(LIST)).html).toContain('Sålen løsner');
    await support().search(one(), { do: 'no-answer' });
    expect((await support().get(LIST)).html).toContain('Ingen venter på svar');
    expect((await support().get(LIST.replace('?', '/alle?'))).html).toContain('Sålen løsner');
  });

  test('shows what belongs to the purpose acted for, and no other', async () => {
    expect((await support().get('/kontor/henvendelser?purpose=claims')).html).not.toContain('Sålen løsner');
    expect((await support().get(one().replace('customer-communication', 'claims'))).status).toBe(404);
  });

  test('is not for the warehouse or for marketing', async () => {
    for (const role of ['warehouse', 'marketing', 'accounts']) {
      const { status, html } = await asStaff(web, role).get(LIST);
      expect([role, status]).toEqual([role, 403]);
      expect(html).not.toContain('Sålen');
    }
  });

  test('the start page counts what waits, under the purpose that answers it', async () => {
    const { html } = await support().get('/kontor');
    expect(html).toMatch(/Henvendelser som venter på svar/);
    expect(html).toContain('/kontor/henvendelser?purpose=customer-communication');
  });
});

describe('an answer', () => {
  test('goes out as mail in the thread, stands in the conversation, and marks what it answers', async () => {
    expect((await support().search(one(), { do: 'answer', text: 'Ja, send den inn.' })).status).toBe(303);
    expect(await rowsOf(`select addressee, template, subject_line, in_reply_to, body_text from kept.outbox`)).toEqual([
      {
        ...{ addressee: customer.email, template: 'answer', subject_line: 'Re: Sålen løsner' },
        ...{
          in_reply_to: '<theirs@example.no>',
          body_text: expect.stringMatching(/^Ja, send den inn\.\n\nDu skrev:\n> Kan/),
        },
      },
    ]);
    const [mail] = await rowsOf('select mail_id, body_text from kept.outbox');
    expect(mail.body_text).toContain('http://localhost/personvern');
    expect(
      await rowsOf(`select direction, external_id, in_reply_to, purpose from register.message where direction = 'out'`),
    ).toEqual([
      {
        ...{ direction: 'out', external_id: `<${mail.mail_id}@localhost>`, in_reply_to: MESSAGE },
        purpose: 'customer-communication',
      },
    ]);
    expect(
      await rowsOf(`select answered_at is not null as answered from register.message where direction = 'in'`),
    ).toEqual([{ answered: true }]);
    expect((await support().get(one())).html).toContain('Ja, send den inn.');
  });

  test.each([
    ['a card number', 'Kortet er 4111 1111 1111 1111', 'betalingskortnummer'],
    ['a national identity number', 'Jeg er 018190 00049', 'fødselsnummer'],
    ['nothing', '   ', 'Skriv teksten'],
  ])('with %s is refused, told why, and what was typed stays', async (_what, text, why) => {
    const { status, html } = await support().search(one(), { do: 'answer', text });
    expect(status).toBe(422);
    expect(html).toContain(why);
    if (text.trim() !== '') expect(html).toContain(text);
    expect(await rowsOf('select from kept.outbox')).toEqual([]);
  });

  test('that tells of health is sent, with a warning', async () => {
    const { location } = await posted(one(), { do: 'answer', text: 'God bedring, du er jo sykmeldt.' });
    const { html } = await support().get(location);
    expect(html).toContain('ser ut til å si noe om helse');
  });
});

async function posted(path: string, fields: Record<string, string>): Promise<{ status: number; location: string }> {
  const headers = { staff: 'support', Origin: 'http://localhost', 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(fields).toString();
  const response = await web.app.request(`http://localhost${path}`, { method: 'POST', body, headers });
  return { status: response.status, location: response.headers.get('Location') ?? '' };
}

describe('what shows that the relationship stands (P84)', () => {
  test('is said by staff with a reason, which is recorded with who and when', async () => {
    expect((await support().search(one(), { do: 'extend', reason: ' ' })).status).toBe(422);
    await support().search(one(), { do: 'extend', reason: 'Spør om nye såler' });
    expect(
      await rowsOf(`select extends_relationship, extension_reason, extension_by is not null as by, extension_at is not null as at
                      from register.message`),
    ).toEqual([{ extends_relationship: true, extension_reason: 'Spør om nye såler', by: true, at: true }]);
    await support().search(one(), { do: 'unextend' });
    expect(await rowsOf('select extends_relationship, extension_reason from register.message')).toEqual([
      { extends_relationship: false, extension_reason: null },
    ]);
  });

  test('is never a message of ours', async () => {
    await support().search(one(), { do: 'answer', text: 'Ja' });
    const [ours] = await rowsOf(`select message_id from register.message where direction = 'out'`);
    await support().search(one().replace(MESSAGE, ours.message_id), { do: 'extend', reason: 'Vi skrev' });
    expect(await rowsOf('select from register.message where extends_relationship')).toEqual([]);
  });
});

describe('a call or a visit', () => {
  const path = (): string => `/kontor/samtale/${customer.customer_id}?purpose=customer-communication`;
  const call = { channel: 'phone', subject: 'Størrelse', text: 'Lurte på størrelsen', followUp: 'yes' };

  test('P72: is kept only when the notice was mentioned, and that is kept with it', async () => {
    const { status, html } = await support().search(path(), call);
    expect(status).toBe(422);
    expect(html).toContain('Si fra om personvernerklæringen');
    expect(html).toContain('Lurte på størrelsen');
    await support().search(path(), { ...call, mentioned: 'yes' });
    expect(
      await rowsOf(`select said.channel, answered_at, shown.shown_at = said.at as mentioned from register.message as said
        join kept.notice_shown as shown on shown.person_id = said.customer_id and shown.channel = said.channel`),
    ).toEqual([{ channel: 'phone', answered_at: null, mentioned: true }]);
  });

  test('a note is written by those who may, and is seen by the customer’s page', async () => {
    const note = `/kontor/notat/${customer.customer_id}?purpose=customer-communication`;
    await support().search(note, { text: 'Ønsker levering etter klokken fire.' });
    expect(await rowsOf('select body from register.note')).toEqual([{ body: 'Ønsker levering etter klokken fire.' }]);
    expect((await asStaff(web, 'warehouse').get(note)).status).toBe(403);
  });
});

describe('mail from nobody known', () => {
  const path = `/kontor/usortert/${UNSORTED}?purpose=customer-communication`;

  test('is given to a customer by number, and waits there for an answer', async () => {
    expect((await support().search(path, { do: 'give', customer: '999999' })).status).toBe(422);
    await support().search(path, { do: 'give', customer: customer.customer_number });
    expect(await rowsOf('select from register.unsorted_message')).toEqual([]);
    expect(await rowsOf(`select customer_id, external_id from register.message where subject_line = 'Pris?'`)).toEqual([
      { customer_id: customer.customer_id, external_id: '<other@example.no>' },
    ]);
    expect((await support().get(path)).status).toBe(404);
  });

  test('is answered once without anybody being registered, and deleted here', async () => {
    const enquiries = path.replace('customer-communication', 'enquiries');
    await asStaff(web, 'sales').search(enquiries, { do: 'answer', text: '1 499 kroner.' });
    await asStaff(web, 'sales').search(enquiries, { do: 'answer', text: '1 499 kroner.' });
    expect(await rowsOf('select addressee, person_id, in_reply_to from kept.outbox')).toEqual([
      { addressee: 'ukjent@example.no', person_id: null, in_reply_to: '<other@example.no>' },
    ]);
    expect(await rowsOf('select from register.unsorted_message')).toEqual([]);
  });
});

test('the templates of mail can be looked through in both languages', async () => {
  expect((await support().get('/kontor/maler')).html).toContain('Velkommen som kunde');
  expect((await support().get('/en/office/templates')).html).toContain('Welcome as a customer');
});

describe('mail that could not be taken in', () => {
  const PAGE = '/kontor/usortert?purpose=customer-communication';

  test('is told to whoever answers customers, with what was wrong and what happens to it', async () => {
    expect((await support().get(PAGE)).html).not.toContain('kunne ikke tas inn');
    await web.database.pool.query(
      `insert into register.stuck_mail (uid_validity, uid, first_tried_at, tries, next_try_at, fault, fault_code)
       values (1, 7, '2026-11-23T08:00:00Z', 5, null, 'not-stored', 'EnforcementError statement-failed'),
              (1, 8, '2026-11-23T11:00:00Z', 2, '2026-11-23T12:02:00Z', 'not-stored', null),
              (1, 9, '2026-11-23T11:30:00Z', 1, null, 'too-large', null)`,
    );
    const { html } = await support().get(PAGE);
    for (const says of ['E-post som ikke kunne tas inn', 'EnforcementError statement-failed', 'Lagt til side']) {
      expect(html).toContain(says);
    }
    for (const says of ['Prøves igjen', 'Den er større enn 25 MB', 'Fjern flagget for å prøve på nytt']) {
      expect(html).toContain(says);
    }
    const today = (await support().get('/kontor?purpose=customer-communication')).html;
    expect(today).toMatch(/E-post som ikke kunne tas inn/);
    expect((await asStaff(web, 'sales').get('/kontor/usortert?purpose=enquiries')).html).not.toContain('Lagt til side');
    await web.database.pool.query('delete from register.stuck_mail');
  });
});
