/** My page in Chromium: accessible in either scheme at 320 px, by keyboard, with scripts off. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { type Planted, plantLook, plantPeople } from '../support/planted-people.ts';
import { headersOf, signedInByHeader } from '../support/signed-in.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let web: EasyStepWeb;
let server: ServerType;
let browser: Browser;
let origin: string;
let me: Planted;

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  me = await plantPeople(web.database.pool, 1);
  await plantLook(web.database.pool, [me]);
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch: web.app.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) => resolve(info.port));
  });
  origin = `http://127.0.0.1:${port}`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => server.close(resolve));
  await web.close();
});

async function onPage<T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const both = { person: me['private-customer'], staff: me.staff };
  const context = await browser.newContext({ extraHTTPHeaders: headersOf(both), ...options });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const PAGES = [
  ...['/min-side', '/min-side/opplysninger', '/min-side/opplysninger/order-history', '/min-side/bruk'],
  ...[
    '/min-side/innsyn',
    '/min-side/samtykker',
    '/min-side/samtykker?done=marketing',
    '/min-side/opplysninger?as=staff',
  ],
  ...['/en/my-page', '/en/my-page/data', '/en/my-page/data/order-history', '/en/my-page/uses'],
  ...['/en/my-page/looks', '/en/my-page/consents'],
];

describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
  test.each(PAGES)('%s has no violation that axe finds, and does not scroll sideways at 320 px', (path) =>
    // The policy of the pages forbids scripts; axe is one, so it is let in here and only here.
    onPage({ colorScheme, viewport: { width: 320, height: 800 }, bypassCSP: true }, async (page) => {
      await page.goto(`${origin}${path}`);
      await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
      await page.addScriptTag({ content: axe });
      const { violations } = await page.evaluate<AxeResults>('axe.run()');
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const sideways = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(sideways).toBeLessThanOrEqual(0);
    }),
  );
});

/** Walks with the tab key until the focus is on the element, which must then be seen to have it. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 200; steps += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(`${selector}:focus-visible`);
    if ((await focused.count()) === 0) continue;
    expect(await focused.evaluate('(element) => getComputedStyle(element).outlineStyle')).not.toBe('none');
    return;
  }
  throw new Error(`the tab key does not lead to ${selector}`);
}

test('by keyboard alone one finds a consent, gives it and takes it back, and is told so', () =>
  onPage({}, async (page) => {
    await page.goto(`${origin}/min-side`);
    await tabTo(page, 'main a[href="/min-side/samtykker"]');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Hva har du sagt ja til?' }).waitFor();
    await tabTo(page, '#marketing button');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Du har sagt ja' }).waitFor();
    await tabTo(page, '#marketing button');
    await page.keyboard.press('Space');
    await page.getByRole('status').filter({ hasText: 'Samtykket er trukket' }).waitFor();
  }));

test('by keyboard alone one opens where an entry comes from', () =>
  onPage({}, async (page) => {
    await page.goto(`${origin}/en/my-page/data`);
    await tabTo(page, '#email-address summary');
    await page.keyboard.press('Enter');
    await page.locator('#email-address').getByText('Where is it from?').waitFor();
  }));

test('with scripts off one consents and withdraws', () =>
  onPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`${origin}/en/my-page/consents`);
    await page.getByRole('button', { name: /^I say yes: Send/ }).click();
    await page.getByText('You have said yes, and it holds from now on.').waitFor();
    await page.getByRole('button', { name: /^I withdraw my consent: Send/ }).click();
    await page.getByText('Your consent is withdrawn.').waitFor();
  }));

test('with scripts off one goes from the other language to the same page, and from the short list to the whole', () =>
  onPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`${origin}/en/my-page/data/order-history`);
    await page.getByRole('link', { name: 'Norsk' }).click();
    await page.getByRole('heading', { level: 1, name: 'Bestillinger' }).waitFor();
    await page.getByRole('link', { name: 'Tilbake til alle opplysninger' }).click();
    await page.getByRole('heading', { level: 1, name: 'Hva har vi om deg?' }).waitFor();
  }));

test('on paper stands what was folded, and nothing that can only be pressed', () =>
  onPage({}, async (page) => {
    await page.goto(`${origin}/min-side/opplysninger`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#invoices .category-facts').isVisible()).toBe(true);
    expect(await page.locator('.my-parts').isVisible()).toBe(false);
  }));
