/** Who was going somewhere when they were asked to sign in comes there afterwards, and never to another site. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserSession, mailedToken } from '../../support/browser-session.ts';
import { type EasyStepWeb, ORIGIN, openEasyStepWeb } from '../../support/easy-step-web.ts';

let web: EasyStepWeb;
let email: string;

beforeAll(async () => {
  web = await openEasyStepWeb(undefined, { now: () => new Date() });
  const { rows } = await web.database.pool.query<{ email: string }>(
    `select email from register.customer where kind = 'private' order by customer_number limit 1`,
  );
  email = rows[0]?.email ?? '';
});
afterAll(() => web.close());

test('a page of My page leads through signing in by link back to itself', async () => {
  const browser = browserSession(web, ORIGIN);
  const asked = await browser.get('/min-side/innsyn?vis=alle');
  const signIn = asked.headers.get('location') ?? '';
  expect(signIn).toContain('next=');
  const form = await browser.get(signIn);
  const next = /name="next" value="([^"]+)"/.exec(form.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  await browser.post('/logg-inn', { email, next });
  const token = (await mailedToken(web, email)) ?? '';
  const pressed = await browser.post('/logg-inn/lenke', { token, next });
  const onwards = await browser.get(pressed.headers.get('location') ?? '');
  expect(onwards.headers.get('location')).toBe(next);
  expect(next.startsWith('/min-side')).toBe(true);
});

describe.each([
  'https://elsewhere.example.com/',
  '//elsewhere.example.com/',
  '/\\elsewhere.example.com/',
  '/\t/elsewhere.example.com/',
  '/.//elsewhere.example.com/',
  '/min-side/..//elsewhere.example.com/',
  '/%2e//elsewhere.example.com/',
  'javascript:alert(1)',
])('an address that leads elsewhere (%j)', (next) => {
  test('is forgotten', async () => {
    const form = await browserSession(web, ORIGIN).get(`/logg-inn?next=${encodeURIComponent(next)}`);
    expect(form.html).not.toContain('name="next"');
    expect(form.html).not.toContain('elsewhere');
  });
});
