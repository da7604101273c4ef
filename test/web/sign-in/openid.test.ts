/** OpenID Connect with a real provider: who it lets in, and what of the ceremony cannot be left out. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BrowserSession, browserSession } from '../../support/browser-session.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../../support/easy-step-web.ts';
import { type OpenIdTestProvider, openIdTestProvider } from '../../support/openid-provider.ts';
import { addStaffMember } from '../../support/people.ts';

const SITE = 'http://localhost:3999';
let provider: OpenIdTestProvider;
let web: EasyStepWeb;
let browser: BrowserSession;
let clients = 0;

beforeAll(async () => {
  provider = await openIdTestProvider(SITE);
  web = await openEasyStepWeb(undefined, {
    ...{ now: () => new Date(), baseUrl: new URL(SITE), openId: provider.settings },
  });
});
afterAll(async () => {
  await web?.close();
  await provider?.close();
});
beforeEach(() => {
  clients += 1;
  browser = browserSession(web, SITE, `198.51.100.${clients}`);
});

/** Presses the button, goes through the provider, and comes back. */
async function signIn(): Promise<string | null> {
  const out = await browser.get('/logg-inn/tilbyder');
  const back = await provider.visit(out.location ?? '');
  return (await browser.get(back)).location;
}

const customer = async (): Promise<string> => {
  const { rows } = await web.database.pool.query<{ email: string }>(
    'select email from register.customer order by customer_number limit 1',
  );
  return rows[0]?.email ?? '';
};

test('the button is there, and asks with PKCE, a state and a nonce', async () => {
  expect((await browser.get('/logg-inn')).html).toContain('Logg inn med Prøvetilbyder');
  const { location } = await browser.get('/logg-inn/tilbyder');
  const asked = new URL(location ?? '').searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThan(20);
  expect([...browser.cookies.keys()]).toEqual(['kept.state']);
  expect(web.accounts.settableCookies).toContain('kept.state');
});

describe('who is let in', () => {
  test('somebody who is registered and whose address the provider has verified', async () => {
    const email = await customer();
    provider.vouchFor({ sub: 'customer', email, email_verified: true });
    expect(await signIn()).toMatch(/\/logg-inn\/videre$/);
    expect([...browser.cookies.keys()]).toEqual(['kept.session_token']);
    expect((await browser.get('/logg-inn/videre')).location).toBe('/min-side');
  });

  test('again, by the same verified address', async () => {
    provider.vouchFor({ sub: 'customer', email: await customer(), email_verified: true });
    expect(await signIn()).toMatch(/\/logg-inn\/videre$/);
  });

  test.each([
    [
      'an address that the provider has not verified',
      async () => ({ sub: 'u', email: await customer(), email_verified: false }),
    ],
    ['an address that is nobody’s', async () => ({ sub: 'n', email: 'ukjent@example.com', email_verified: true })],
  ])('not %s, and both are told the same', async (_who, person) => {
    provider.vouchFor(await person());
    const back = await signIn();
    expect(back).toContain('/logg-inn?failed=provider');
    expect(browser.cookies.has('kept.session_token')).toBe(false);
    expect((await browser.get('/logg-inn?failed=provider')).html).toContain('førte ikke frem');
  });

  test('as whoever the verified address is today, not as whom it was before', async () => {
    const { email, id } = await addStaffMember(web.database.pool, ['sales']);
    provider.vouchFor({ sub: 'customer', email, email_verified: true });
    await signIn();
    const { rows } = await web.database.pool.query(
      `select account_id from kept.credential where provider = 'openid' and provider_subject = 'customer'`,
    );
    expect(rows).toEqual([{ account_id: id }]);
  });

  test('not somebody whose address is no longer verified, though they came this way before', async () => {
    provider.vouchFor({ sub: 'customer', email: await customer(), email_verified: false });
    expect(await signIn()).toContain('failed=provider');
  });

  test('staff, but in one step, and nobody whose access is over', async () => {
    const { email, id } = await addStaffMember(web.database.pool, ['sales']);
    provider.vouchFor({ sub: id, email, email_verified: true });
    await signIn();
    expect((await browser.get('/logg-inn/videre')).location).toBe('/innlogging');
    await web.database.pool.query('update kept.staff set left_at = now() where staff_id = $1', [id]);
    expect(await signIn()).toContain('failed=provider');
  });
});

test('an answer of the provider opens nothing in another browser than the one that asked', async () => {
  provider.vouchFor({ sub: 'customer', email: await customer(), email_verified: true });
  const { location } = await browser.get('/logg-inn/tilbyder');
  const back = await provider.visit(location ?? '');
  const other = browserSession(web, SITE, '203.0.113.77');
  expect((await other.get(back)).location).toContain('failed=provider');
  expect(other.cookies.size).toBe(0);
});

test('no token of the provider is kept', async () => {
  const { rows } = await web.database.pool.query(
    `select c::text as row from kept.credential as c where provider = 'openid'`,
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/eyJ|Bearer/);
});
