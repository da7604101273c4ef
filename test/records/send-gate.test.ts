/** What asks for a consent is looked at when it is sent, not only when it was written (Art. 7(3), Art. 21(3)). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MailServer, sendWaitingMail } from '../../src/records/index.ts';
import { sessionsOf } from '../../src/web/index.ts';
import { browserSession, mailedToken } from '../support/browser-session.ts';
import { type EasyStepWeb, ORIGIN, openEasyStepWeb } from '../support/easy-step-web.ts';
import { seededIds } from '../support/fixed.ts';
import { addCustomer, giveConsent, object, withdrawConsent } from '../support/people.ts';
import { asRole } from '../support/try-grants.ts';

let web: EasyStepWeb;
const newId = seededIds('send gate');
beforeAll(async () => {
  web = await openEasyStepWeb(undefined, { now: () => new Date() });
});
afterAll(() => web.close());

const row = async (sql: string, values: unknown[]): Promise<Record<string, unknown> | undefined> =>
  (await web.database.pool.query(sql, values)).rows[0];

/** A mail written for a purpose, before whatever happens next. */
async function write(purpose: string, person: string | null, addressee = `${person}@example.no`): Promise<string> {
  const id = newId();
  await web.database.pool.query(
    `insert into kept.outbox (mail_id, person_id, addressee, language, template, subject_line, body_text, created_at, purpose)
     values ($1, $2, $3, 'nb', 'registered', 'Hei', 'https://kept.example/personvern', '2026-10-20', $4)`,
    [id, person, addressee, purpose],
  );
  return id;
}

const confirmed = async (person: string): Promise<void> =>
  void (await web.database.pool.query(
    `update register.customer set email_verified_at = '2026-10-06' where customer_id = $1`,
    [person],
  ));

/** Sends what waits; who got something. */
async function send(): Promise<readonly string[]> {
  const reached: string[] = [];
  const server: MailServer = { send: async ({ to }) => void reached.push(to), close: () => {} };
  const sending = { server, from: 'post@example.com', host: 'example.com', now: () => new Date() };
  await web.enforcement.asPurpose({ kind: 'system', id: 'mail-sending', roles: [] }, 'mail-sending', (session) =>
    sendWaitingMail(sessionsOf(session).records, sending),
  );
  return reached;
}

const outcome = (mail: string): Promise<unknown> =>
  row(`select sent_at is not null as sent, stopped_because, attempts from kept.outbox where mail_id = $1`, [mail]);
const stopped = (because: string) => ({ sent: false, stopped_because: because, attempts: 1 });

/** Somebody who has said yes, at an address that is theirs. */
async function willing(): Promise<string> {
  const person = await addCustomer(web.database.pool);
  await giveConsent(web.database.pool, person);
  await confirmed(person);
  return person;
}

test('an offer to somebody whose consent stands goes out, and carries the consent that it rests on', async () => {
  const person = await willing();
  const mail = await write('marketing', person);
  expect(await send()).toEqual([`${person}@example.no`]);
  const rests = `select consent_id = (select consent_id from kept.consent_record where person_id = $2) as on_it,
                        address_verified_at is not null as confirmed from kept.outbox where mail_id = $1`;
  expect(await row(rests, [mail, person])).toEqual({ on_it: true, confirmed: true });
});

test('a consent that is withdrawn after the mail was written and before it is sent stops the mail for good', async () => {
  const person = await willing();
  const mail = await write('marketing', person);
  await withdrawConsent(web.database.pool, person);
  expect(await send()).toEqual([]);
  expect(await outcome(mail)).toEqual(stopped('no-consent'));
  await giveConsent(web.database.pool, person);
  expect(await send()).toEqual([]);
  expect(await outcome(mail)).toEqual(stopped('no-consent'));
});

test('an objection to what rests on interest stops what was written before it', async () => {
  const person = await addCustomer(web.database.pool);
  const [first, second] = [await write('satisfaction-surveys', person), await write('ordering', person)];
  await object(web.database.pool, person, 'satisfaction-surveys');
  expect(await send()).toEqual([`${person}@example.no`]);
  expect(await outcome(first)).toEqual(stopped('objected'));
  expect(await outcome(second)).toMatchObject({ sent: true, stopped_because: null });
});

test('somebody whose data is restricted gets no offer, though the consent stands', async () => {
  const person = await willing();
  const mail = await write('marketing', person);
  await web.database.pool.query(
    `insert into kept.restriction (person_id, restriction_id, ground, since) values ($1, $2, 'accuracy', '2026-11-01')`,
    [person, newId()],
  );
  await send();
  expect(await outcome(mail)).toEqual(stopped('restricted'));
});

test('mail to somebody on a bought list, and mail to nobody, is direct marketing without a consent', async () => {
  const mails = [await write('leads', newId()), await write('marketing', null)];
  expect(await send()).toEqual([]);
  for (const mail of mails) expect(await outcome(mail)).toEqual(stopped('no-consent'));
});

test('a purpose that the policy no longer has sends nothing', async () => {
  const mail = await write('door-to-door', await addCustomer(web.database.pool));
  await send();
  expect(await outcome(mail)).toEqual(stopped('purpose-gone'));
});

describe('an address', () => {
  test('that nobody has confirmed gets no offer', async () => {
    const person = await addCustomer(web.database.pool);
    await giveConsent(web.database.pool, person);
    const mail = await write('marketing', person);
    await send();
    expect(await outcome(mail)).toEqual(stopped('address-not-verified'));
  });

  test('other than the confirmed one gets no offer', async () => {
    const mail = await write('marketing', await willing(), 'elsewhere@example.no');
    await send();
    expect(await outcome(mail)).toEqual(stopped('address-not-verified'));
  });

  test('is confirmed by opening a link that was mailed to it, and begins anew when it is changed', async () => {
    const person = await addCustomer(web.database.pool);
    const at = () => row('select email_verified_at from register.customer where customer_id = $1', [person]);
    const browser = browserSession(web, ORIGIN, '198.51.100.7');
    await browser.post('/logg-inn', { email: `${person}@example.no` });
    const token = await mailedToken(web, `${person}@example.no`);
    expect(await at()).toEqual({ email_verified_at: null });
    await browser.post('/logg-inn/lenke', { token: token ?? '' });
    expect(await at()).toEqual({ email_verified_at: expect.any(Date) });
    await web.database.pool.query(`update register.customer set email = 'ny@example.no' where customer_id = $1`, [
      person,
    ]);
    expect(await at()).toEqual({ email_verified_at: null });
  });

  test('is not confirmed by a link that was mailed to the one before', async () => {
    const person = await addCustomer(web.database.pool);
    const browser = browserSession(web, ORIGIN, '198.51.100.8');
    await browser.post('/logg-inn', { email: `${person}@example.no` });
    const token = await mailedToken(web, `${person}@example.no`);
    await web.database.pool.query(`update register.customer set email = 'annen@example.no' where customer_id = $1`, [
      person,
    ]);
    await browser.post('/logg-inn/lenke', { token: token ?? '' });
    const { email_verified_at: at } = (await row(
      'select email_verified_at from register.customer where customer_id = $1',
      [person],
    )) as { email_verified_at: Date | null };
    expect(at).toBeNull();
  });
});

test('no purpose writes mail in the name of another, to go past its gate', async () => {
  await asRole(web.database, 'marketing', async (pool) => {
    const written = pool.query(
      `insert into kept.outbox (mail_id, person_id, addressee, language, template, subject_line, body_text, created_at, purpose)
       values ($1, $1, 'noen@example.no', 'nb', 'registered', 'Tilbud', 'Kom', now(), 'ordering')`,
      [newId()],
    );
    await expect(written).rejects.toMatchObject({ code: '42501' });
  });
});
