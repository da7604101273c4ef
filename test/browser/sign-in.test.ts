/** Signing in in Chromium: with scripts off, by keyboard, with a passkey. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailedToken } from '../support/browser-session.ts';
import { launchChromium } from '../support/chromium.ts';
import { addStaffMember } from '../support/people.ts';
import { type ServedWeb, serveEasyStepWeb } from '../support/served-web.ts';
import { totpNow } from '../support/totp.ts';

const SENTENCE = 'en setning som ingen andre har';

let served: ServedWeb;
let browser: Browser;
beforeAll(async () => {
  served = await serveEasyStepWeb();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await served.close();
});

async function onPage<T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ locale: 'nb-NO', ...options });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const customers = async (from: number): Promise<string> => {
  const { rows } = await served.web.database.pool.query<{ email: string }>(
    'select email from register.customer order by customer_number limit 1 offset $1',
    [from],
  );
  return rows[0]?.email ?? '';
};

async function openLink(page: Page, email: string, path = '/logg-inn/lenke'): Promise<void> {
  await page.goto(`${served.origin}${path}?token=${await served.web.accounts.makeLink(email)}`);
  await page.locator('main button[type=submit]').press('Enter');
  await page.waitForURL(/^(?!.*token=)/);
}

/** On "Sign-in and security", right after signing in. */
async function setUpCodes(page: Page): Promise<{ key: string; recovery: string[] }> {
  await page.goto(`${served.origin}/innlogging`);
  await page.getByRole('button', { name: 'Ta i bruk engangskoder' }).press('Enter');
  const key = (await page.locator('.key code').textContent()) ?? '';
  await page.locator('#code').fill(totpNow(key));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Reservekodene dine' }).waitFor();
  return { key, recovery: await page.locator('.recovery-codes code').allTextContents() };
}

describe('with scripts off', () => {
  test('one asks for a link by keyboard, presses its button, sets a password, and signs in with it', () =>
    onPage({ javaScriptEnabled: false }, async (page) => {
      const email = await customers(0);
      await page.goto(`${served.origin}/logg-inn`);
      await page.locator('#email').focus();
      await page.keyboard.type(email);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Se i innboksen din' }).waitFor();
      await page.goto(`${served.origin}/logg-inn/lenke?token=${await mailedToken(served.web, email)}`);
      await page.locator('main button[type=submit]').press('Enter');
      await page.goto(`${served.origin}/innlogging`);
      await page.locator('#password-heading ~ details summary').press('Enter');
      await page.locator('#new-password').fill('passord2026!');
      await page.keyboard.press('Enter');
      await page.locator('#new-password-fault').waitFor();
      await page.locator('#new-password').fill(SENTENCE);
      await page.keyboard.press('Enter');
      await page.getByText('Passordet er lagret.').waitFor();
      await page.getByRole('button', { name: 'Logg ut' }).press('Enter');
      await page.goto(`${served.origin}/logg-inn`);
      await page.getByText('Jeg vil bruke passord').press('Enter');
      await page.locator('#password-email').fill(email);
      await page.locator('#password').fill(SENTENCE);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Logg ut' }).waitFor();
    }));

  test('one sets up codes, and signs in with a code and with a recovery code', () =>
    onPage({ javaScriptEnabled: false }, async (page) => {
      const { email } = await addStaffMember(served.web.database.pool, ['support']);
      await openLink(page, email);
      await page.getByText('Ansatte logger inn i to trinn.').waitFor();
      const { key, recovery } = await setUpCodes(page);
      await page.context().clearCookies();
      await openLink(page, email);
      await page.locator('#code').fill(totpNow(key));
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/kontor$/);
      await page.context().clearCookies();
      await openLink(page, email);
      await page.getByText('Jeg har ikke telefonen').press('Enter');
      await page.locator('#recovery-code').fill(recovery[0] ?? '');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/kontor$/);
    }));

  test('one ends the session on another device', () =>
    onPage({ javaScriptEnabled: false }, async (page) => {
      const email = await customers(1);
      await onPage({ javaScriptEnabled: false }, async (other) => {
        await openLink(other, email);
        await openLink(page, email);
        await page.goto(`${served.origin}/innlogging`);
        await page.getByRole('button', { name: /^Avslutt: / }).press('Enter');
        await page.waitForURL(/\/innlogging$/);
        await other.goto(`${served.origin}/innlogging`);
        expect(new URL(other.url()).pathname).toBe('/logg-inn');
      });
      await page.reload();
      expect(new URL(page.url()).pathname).toBe('/innlogging');
    }));
});

async function addAuthenticator(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
  } as const;
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
}

/** Signs in with a passkey as a program of one's own does; gives the server's answer. */
const ceremony = (userVerification: 'required' | 'discouraged'): string => `(async () => {
  const options = await (await fetch('/api/auth/passkey/generate-authenticate-options')).json();
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({ ...options, userVerification: '${userVerification}' });
  const credential = await navigator.credentials.get({ publicKey });
  const body = JSON.stringify({ response: credential.toJSON() });
  const headers = { 'Content-Type': 'application/json' };
  return (await fetch('/api/auth/passkey/verify-authentication', { method: 'POST', headers, body })).status;
})()`;

describe('a passkey', () => {
  test('is added, counts as two steps, signs in by itself, and is removed', () =>
    onPage({}, async (page) => {
      await addAuthenticator(page);
      const { email } = await addStaffMember(served.web.database.pool, ['sales']);
      await openLink(page, email);
      await page.getByRole('button', { name: 'Legg til en passnøkkel' }).click();
      await page.getByText('Logg inn med koden eller passnøkkelen').waitFor();
      await page.getByRole('button', { name: 'Bruk passnøkkelen nå' }).click();
      await page.waitForURL(/\/kontor$/);
      await page.goto(`${served.origin}/innlogging`);
      await page.getByRole('button', { name: 'Logg ut' }).click();
      await page.goto(`${served.origin}/logg-inn`);
      await page.getByRole('button', { name: 'Logg inn med passnøkkel' }).click();
      await page.waitForURL(/\/kontor$/);
      await page.goto(`${served.origin}/innlogging`);
      await page.getByRole('button', { name: /^Fjern/ }).click();
      await page.getByRole('button', { name: /^Fjern/ }).waitFor({ state: 'detached' });
    }));

  test('that does not check who holds it opens nothing', () =>
    onPage({}, async (page) => {
      await addAuthenticator(page);
      const { email } = await addStaffMember(served.web.database.pool, ['sales']);
      await openLink(page, email);
      await page.getByRole('button', { name: 'Legg til en passnøkkel' }).click();
      await page.getByText('Logg inn med koden eller passnøkkelen').waitFor();
      await page.context().clearCookies();
      await page.goto(`${served.origin}/logg-inn`);
      expect(await page.evaluate(ceremony('required'))).toBe(200);
      await page.context().clearCookies();
      expect(await page.evaluate(ceremony('discouraged'))).toBe(401);
      const names = (await page.context().cookies()).map(({ name }) => name);
      expect(names).not.toContain('kept.session_token');
    }));
});
