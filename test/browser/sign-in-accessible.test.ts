/** Every page of signing in, as axe and a narrow telephone see it, in either scheme. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { addStaffMember } from '../support/people.ts';
import { type ServedWeb, serveEasyStepWeb } from '../support/served-web.ts';
import { totpNow } from '../support/totp.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

async function look(page: Page): Promise<void> {
  for (const details of await page.locator('details').all()) {
    await details.evaluate((element) => element.setAttribute('open', ''));
  }
  expect(await page.evaluate('document.compatMode')).toBe('CSS1Compat');
  await page.addScriptTag({ content: axe });
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  const where = await page.locator('h1').textContent();
  expect(violations.map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  const sideways = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  expect(sideways, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}

const link = async (email: string, language: 'nb' | 'en'): Promise<string> =>
  `${served.origin}${language === 'nb' ? '/logg-inn/lenke' : '/en/sign-in/link'}?token=${await served.web.accounts.makeLink(email)}`;

const press = (page: Page): Promise<void> => page.locator('main button[type=submit]').first().click();

describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
  const context = () =>
    // The policy of the pages forbids scripts; axe is one, so it is let in here and only here.
    browser.newContext({ colorScheme, viewport: { width: 320, height: 800 }, bypassCSP: true });

  test('the pages of whoever is not signed in are in order', async () => {
    const opened = await context();
    const page = await opened.newPage();
    const first = (await served.web.accounts.firstLink())?.token ?? '';
    for (const path of [
      '/logg-inn',
      '/en/sign-in',
      '/logg-inn?failed=provider',
      `/logg-inn/forste-gang?token=${first}`,
    ]) {
      await page.goto(`${served.origin}${path}`);
      await look(page);
    }
    await page.goto(`${served.origin}/logg-inn/lenke?token=x`);
    await look(page);
    await press(page);
    await look(page);
    await page.goto(`${served.origin}/en/sign-in/second-step`);
    await look(page);
    await page.locator('#code').fill('000000');
    await press(page);
    await look(page);
    await opened.close();
  });

  test('the pages of whoever is signed in are in order, from one step to two', async () => {
    const { email } = await addStaffMember(served.web.database.pool, ['support']);
    const opened = await context();
    const page = await opened.newPage();
    await page.goto(await link(email, 'nb'));
    await press(page);
    await page.goto(`${served.origin}/innlogging`);
    await look(page);
    await page.getByRole('button', { name: 'Ta i bruk engangskoder' }).click();
    await page.locator('.qr').waitFor();
    await look(page);
    await page.locator('#code').fill('000000');
    await press(page);
    await look(page);
    await page.locator('#code').fill(totpNow((await page.locator('.key code').textContent()) ?? ''));
    await press(page);
    await page.locator('.recovery-codes').waitFor();
    await look(page);
    await page.goto(`${served.origin}/en/sign-in-and-security`);
    await look(page);
    await opened.close();
  });
});
