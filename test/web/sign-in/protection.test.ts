/** What sign-in tells strangers, how often it may be tried, and what it leaves behind. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/web/limits.ts';
import { browserSession, mailedToken } from '../../support/browser-session.ts';
import { type EasyStepWeb, ORIGIN, openEasyStepWeb } from '../../support/easy-step-web.ts';
import { addStaffMember } from '../../support/people.ts';

let web: EasyStepWeb;
let known: string;
let clients = 0;
beforeAll(async () => {
  web = await openEasyStepWeb(undefined, { now: () => new Date() });
  const { rows } = await web.database.pool.query<{ email: string }>(
    'select email from register.customer order by customer_number limit 1',
  );
  known = rows[0]?.email ?? '';
});
afterAll(() => web.close());

const browse = () => {
  clients += 1;
  return browserSession(web, ORIGIN, `203.0.113.${clients}`);
};
const STRANGER = 'ingen.slik@example.com';

describe('a stranger does not learn who is registered', () => {
  test.each([
    ['asking for a link', '/logg-inn', {}],
    ['trying a password', '/logg-inn/passord', { password: 'et passord som er galt' }],
  ])('by %s: same status, same page, same headers', async (_how, path, fields) => {
    const answers = await Promise.all(
      [known, STRANGER].map(async (email) => {
        const { status, html, headers } = await browse().post(path, { email, ...fields });
        return { status, html: html.replaceAll(email, '…'), headers: [...headers].filter(([name]) => name !== 'date') };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  test('by the mail that is written: it is written after the page has gone out', async () => {
    const { email } = await addStaffMember(web.database.pool, ['sales']);
    const answered = await browse().post('/logg-inn', { email });
    expect(answered.status).toBe(200);
    expect(await mailedToken(web, email)).not.toBeNull();
  });

  test('by trying passwords: the same hash is worked out for nobody', async () => {
    const seconds = async (email: string): Promise<number> => {
      const before = process.cpuUsage().user;
      await browse().post('/logg-inn/passord', { email, password: 'et passord som er galt' });
      return process.cpuUsage().user - before;
    };
    // scrypt takes tens of milliseconds; without it both would take one or two.
    expect(Math.min(await seconds(known), await seconds(STRANGER))).toBeGreaterThan(15_000);
  });
});

describe('limits', () => {
  test.each([
    ['links from one client', '/logg-inn', LIMITS.signInLinksByClient.most, (n: number) => `a${n}@example.com`],
    ['links for one address', '/logg-inn', LIMITS.signInLinksByAddress.most, () => 'same@example.com'],
    ['passwords for one address', '/logg-inn/passord', LIMITS.passwordsByAddress.most, () => 'pass@example.com'],
  ])('%s end in a page that says when to come back', async (what, path, most, email) => {
    const one = browse();
    for (let tries = 0; tries < most; tries += 1) {
      const browser = what.includes('client') ? one : browse();
      expect((await browser.post(path, { email: email(tries), password: 'x' })).status).not.toBe(429);
    }
    const late = await (what.includes('client') ? one : browse()).post(path, { email: email(most), password: 'x' });
    expect([late.status, late.html.includes('For mange forsøk')]).toEqual([429, true]);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('registrations from one client end too, in English for whoever reads English', async () => {
    const browser = browse();
    const { most } = LIMITS.registrationsByClient;
    for (let tries = 0; tries < most; tries += 1) await browser.post('/en/register', { email: `r${tries}` });
    const late = await browser.post('/en/register', {});
    expect([late.status, late.html.includes('Too many tries')]).toEqual([429, true]);
  });
});

describe('forms and routes', () => {
  test.each(['/logg-inn', '/logg-inn/lenke', '/logg-inn/passord', '/logg-inn/andre-trinn', '/logg-ut', '/innlogging'])(
    '%s takes no form from another site',
    async (path) => {
      const answer = await browse().post(path, { email: known }, { Origin: 'https://evil.example' });
      expect(answer.status).toBe(403);
    },
  );

  test.each([
    ['POST', '/api/auth/sign-in/email'],
    ['POST', '/api/auth/sign-up/email'],
    ['POST', '/api/auth/sign-in/magic-link'],
    ['GET', '/api/auth/magic-link/verify?token=x'],
    ['GET', '/api/auth/get-session'],
    ['POST', '/api/auth/update-user'],
    ['POST', '/api/auth/change-email'],
    ['GET', '/api/auth/passkey/list-user-passkeys'],
    ['POST', '/api/auth/two-factor/disable'],
    ['GET', '/api/auth/ok'],
  ])('%s %s of the library is not there', async (method, path) => {
    const headers = { Origin: ORIGIN, 'Content-Type': 'application/json' };
    const answer = await web.app.request(`${ORIGIN}${path}`, {
      method,
      headers,
      ...(method === 'POST' ? { body: '{}' } : {}),
    });
    expect(answer.status).toBe(404);
  });

  test('every page says that it is HTML as it is written today', async () => {
    for (const path of ['/', '/logg-inn', '/finnes-ikke']) {
      expect((await browse().get(path)).html).toMatch(/^<!DOCTYPE html><html /);
    }
  });

  test('only pages with a passkey button may run a script, and only the site’s own', async () => {
    const policyOf = async (path: string) => (await browse().get(path)).headers.get('content-security-policy') ?? '';
    expect(await policyOf('/logg-inn')).toMatch(/script-src 'self'(;|$)/);
    for (const path of ['/', '/bestill', '/logg-inn/lenke?token=x', '/personvern']) {
      expect(await policyOf(path)).not.toContain('script-src');
    }
    expect((await browse().get('/logg-inn')).html).not.toMatch(/<script(?![^>]*\ssrc="\/)|\son[a-z]+=|style="/);
  });
});

describe('cookies', () => {
  test('are HttpOnly, SameSite=Lax and Path=/', async () => {
    const browser = browse();
    await browser.post('/logg-inn/lenke', { token: (await web.accounts.makeLink(known)) ?? '' });
    const line = browser.cookies.get('kept.session_token')?.line ?? '';
    expect(line).toMatch(/HttpOnly/i);
    expect(line).toMatch(/SameSite=Lax/i);
    expect(line).toMatch(/Path=\//i);
    expect(line).toMatch(/Max-Age=86400/i);
  });

  test('over https they are for this host alone and Secure', async () => {
    const secure = await openEasyStepWeb(undefined, {
      now: () => new Date(),
      baseUrl: new URL('https://kept.example'),
    });
    const browser = browserSession(secure, 'https://kept.example');
    await browser.post('/logg-inn/lenke', { token: (await secure.accounts.makeLink(known)) ?? '' });
    const line = browser.cookies.get('__Host-kept.session_token')?.line ?? '';
    expect(line).toMatch(/; Secure/i);
    expect(line).not.toMatch(/Domain=/i);
    expect((await browser.get('/innlogging')).status).toBe(200);
    await secure.close();
  });

  test('and the inventory hold the same names', () => {
    expect([...web.accounts.settableCookies].sort()).toEqual(Object.keys(web.policy.storage).sort());
  });
});

test('what is reported of failures holds no address and no token', async () => {
  expect(web.reported.join('\n')).not.toMatch(/@|token/);
});
