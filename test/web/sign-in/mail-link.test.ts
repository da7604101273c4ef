/** Signing in with a link by mail: who gets one, what it opens, and that it opens it once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserSession, browserSession, mailedToken } from '../../support/browser-session.ts';
import { type EasyStepWeb, ORIGIN, openEasyStepWeb } from '../../support/easy-step-web.ts';

let web: EasyStepWeb;
let customer: { customer_id: string; email: string };

beforeAll(async () => {
  web = await openEasyStepWeb(undefined, { now: () => new Date() });
  const { rows } = await web.database.pool.query<typeof customer>(
    'select customer_id, email from register.customer order by customer_number limit 1',
  );
  if (rows[0] === undefined) throw new Error('there are no invented customers');
  customer = rows[0];
});
afterAll(() => web.close());

async function tokenFor(address: string): Promise<string> {
  const browser = browserSession(web, ORIGIN, `198.51.100.${Math.floor(Math.random() * 250)}`);
  await browser.post('/logg-inn', { email: address });
  const token = await mailedToken(web, address);
  if (token === null) throw new Error('no link was mailed');
  return token;
}

async function signIn(address: string): Promise<BrowserSession> {
  const browser = browserSession(web, ORIGIN);
  await browser.post('/logg-inn/lenke', { token: await tokenFor(address) });
  return browser;
}

test('a customer who asks for a link gets one, and is signed in by pressing its button', async () => {
  const token = await tokenFor(customer.email.toUpperCase());
  const browser = browserSession(web, ORIGIN);
  const button = await browser.get(`/logg-inn/lenke?token=${token}`);
  expect(button.status).toBe(200);
  expect(browser.cookies.size).toBe(0);
  const pressed = await browser.post('/logg-inn/lenke', { token });
  expect(pressed.status).toBe(303);
  expect([...browser.cookies.keys()]).toEqual(['kept.session_token']);
  const home = await browser.get('/');
  expect(home.html).toContain('Logg ut');
});

describe('a link', () => {
  test('works once', async () => {
    const token = await tokenFor(customer.email);
    const [first, second] = [browserSession(web, ORIGIN), browserSession(web, ORIGIN)];
    await first.post('/logg-inn/lenke', { token });
    const again = await second.post('/logg-inn/lenke', { token });
    expect([again.status, second.cookies.size]).toEqual([410, 0]);
    expect(first.cookies.size).toBe(1);
  });

  test('is mailed to nobody whose address is not registered', async () => {
    await browserSession(web, ORIGIN).post('/logg-inn', { email: 'ukjent@example.com' });
    expect(await mailedToken(web, 'ukjent@example.com')).toBeNull();
  });

  test('cannot be used by whoever reads the tables: they hold a digest, and the mail a seal', async () => {
    const token = await tokenFor(customer.email);
    for (const table of ['kept.verification', 'kept.outbox']) {
      const { rows } = await web.database.pool.query(`select held::text as row from ${table} as held`);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.some(({ row }) => String(row).includes(token))).toBe(false);
    }
  });
});

test('the session in the browser is not found in the tables, and ends with signing out', async () => {
  const browser = await signIn(customer.email);
  const cookie = decodeURIComponent(browser.cookies.get('kept.session_token')?.value ?? '');
  const { rows } = await web.database.pool.query<{ token_digest: string }>(
    'select token_digest from kept.account_session',
  );
  expect(rows.map(({ token_digest: digest }) => digest)).not.toContain(cookie.split('.')[0]);
  const kept = { ...browser.cookies.get('kept.session_token') };
  await browser.post('/logg-ut', {});
  expect(browser.cookies.size).toBe(0);
  browser.setCookie('kept.session_token', kept.value ?? '');
  expect((await browser.get('/')).html).not.toContain('Logg ut');
});
