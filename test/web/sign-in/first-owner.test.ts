/** The very first time: the link of whoever has the terminal, and that it makes one owner and no more. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserSession } from '../../support/browser-session.ts';
import { type EasyStepWeb, ORIGIN, openEasyStepWeb } from '../../support/easy-step-web.ts';

let web: EasyStepWeb;
beforeAll(async () => {
  web = await openEasyStepWeb(undefined, { now: () => new Date() });
});
afterAll(() => web.close());

const OWNER = { name: 'Eira Eksempel', email: 'Eira@example.no' };

test('where nobody works yet the link asks who it is, makes them the owner, and signs them in', async () => {
  const [first, second] = [await web.accounts.firstLink(), await web.accounts.firstLink()];
  expect(first?.kind).toBe('unnamed');
  const browser = browserSession(web, ORIGIN);
  const page = await browser.get(`/logg-inn/forste-gang?token=${first?.token}`);
  expect(page.html).toContain('Navnet ditt');
  const faulty = await browser.post('/logg-inn/forste-gang', { token: first?.token ?? '', name: ' ', email: 'x' });
  expect([faulty.status, browser.cookies.size]).toEqual([422, 0]);
  const done = await browser.post('/logg-inn/forste-gang', { ...OWNER, token: first?.token ?? '' });
  expect([done.status, [...browser.cookies.keys()]]).toEqual([303, ['kept.session_token']]);
  const { rows } = await web.database.pool.query('select name, email, roles from kept.staff');
  expect(rows).toEqual([{ ...OWNER, email: OWNER.email.toLowerCase(), roles: ['privacy-officer', 'owner'] }]);
  const acts = await web.database.pool.query(`select from kept.ledger_entry where kind = 'staff-permission'`);
  expect(acts.rowCount).toBe(1);
  const late = await browserSession(web, ORIGIN).post('/logg-inn/forste-gang', {
    ...{ token: second?.token ?? '', name: 'Nils Diktet', email: 'nils@example.no' },
  });
  expect(late.status).toBe(410);
});

test('once an owner has signed in there is no such link any more', async () => {
  expect(await web.accounts.firstLink()).toBeNull();
});

test('an owner who never has gets a link of their own at every start, until they use it', async () => {
  await web.database.pool.query('delete from kept.account; delete from kept.staff');
  await web.database.pool.query(
    `insert into kept.staff (staff_id, name, email, roles) values (gen_random_uuid(), 'Ola Eksempel', 'ola@example.no', '{owner}')`,
  );
  const [one, other] = [await web.accounts.firstLink(), await web.accounts.firstLink()];
  expect([one?.kind, other?.kind]).toEqual(['owner', 'owner']);
  await browserSession(web, ORIGIN).post('/logg-inn/lenke', { token: other?.token ?? '' });
  expect(await web.accounts.firstLink()).toBeNull();
});

test('a token that was never made opens nothing', async () => {
  await web.database.pool.query('delete from kept.account; delete from kept.staff');
  const answer = await browserSession(web, ORIGIN).post('/logg-inn/forste-gang', { ...OWNER, token: 'x'.repeat(32) });
  expect(answer.status).toBe(410);
});
