/** The public pages in Chromium: accessible, in either scheme, at any width, by keyboard, with scripts off. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let web: EasyStepWeb;
let server: ServerType;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  web = await openEasyStepWeb();
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
  const context = await browser.newContext(options);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const PAGES = ['/', '/registrer', '/bestill', '/personvern', '/en', '/en/register', '/en/order', '/en/privacy'];

describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
  test.each(PAGES)('%s has no violation that axe finds, and does not scroll sideways at 320 px', (path) =>
    // The policy of the pages forbids scripts; axe is one, so it is let in here and only here.
    onPage({ colorScheme, viewport: { width: 320, height: 800 }, bypassCSP: true }, async (page) => {
      await page.goto(`${origin}${path}`);
      for (const details of await page.locator('details').all()) {
        await details.evaluate((element) => element.setAttribute('open', ''));
      }
      await page.addScriptTag({ content: axe });
      const { violations } = await page.evaluate<AxeResults>('axe.run()');
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const sideways = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(sideways).toBeLessThanOrEqual(0);
    }),
  );
});

test('with scripts off and by keyboard alone one registers, mends what was wrong, and is thanked', () =>
  onPage({ javaScriptEnabled: false, locale: 'nb-NO' }, async (page) => {
    await page.goto(`${origin}/registrer`);
    await page.locator('#legalName').focus();
    await page.keyboard.type('Liv Liksomsen');
    await page.keyboard.press('Enter');
    await page.locator('#email-fault').waitFor();
    expect(await page.locator('#legalName').inputValue()).toBe('Liv Liksomsen');
    await page.locator('#email').focus();
    await page.keyboard.type('liv@example.no');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Takk/ }).waitFor();
  }));

test('with scripts off and by keyboard alone one orders, changes one’s mind at the summary, and is thanked', () =>
  onPage({ javaScriptEnabled: false }, async (page) => {
    const goOn = page.getByRole('button', { name: 'Go on' });
    await page.goto(`${origin}/en/order`);
    await page.locator('[id="quantity.ES-110"]').fill('1');
    const fields = { legalName: 'Gro Diktet', email: 'gro@example.no', street: 'Eksempelveien 2', city: 'Oslo' };
    for (const [name, value] of Object.entries(fields)) await page.locator(`#${name}`).fill(value);
    await page.locator('#postalCode').fill('0150');
    await goOn.press('Enter');
    await page.getByRole('heading', { name: 'Look over the order' }).waitFor();
    expect(await page.locator('main').textContent()).toMatch(/VAT 25 % of .*1,599\.20.*To pay.*1,999\.00/s);
    await page.getByRole('button', { name: 'Change' }).press('Enter');
    expect(await page.locator('#legalName').inputValue()).toBe('Gro Diktet');
    await page.locator('[id="quantity.ES-110"]').fill('2');
    await goOn.press('Enter');
    await page.getByRole('button', { name: 'Order with obligation to pay' }).press('Enter');
    expect(await page.locator('main').textContent()).toMatch(/Thank you.*order number/);
  }));

test('the summary can be read by everybody, on a phone too', () =>
  onPage({ viewport: { width: 320, height: 800 }, bypassCSP: true }, async (page) => {
    await page.goto(`${origin}/bestill`);
    await page.locator('[id="quantity.ES-110"]').fill('1');
    const fields = { legalName: 'Gro Diktet', email: 'gro@example.no', street: 'Eksempelveien 2', city: 'Oslo' };
    for (const [name, value] of Object.entries(fields)) await page.locator(`#${name}`).fill(value);
    await page.locator('#postalCode').fill('0150');
    await page.getByRole('button', { name: 'Gå videre' }).click();
    await page.getByRole('heading', { name: 'Se over bestillingen' }).waitFor();
    await page.addScriptTag({ content: axe });
    const { violations } = await page.evaluate<AxeResults>('axe.run()');
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
  }));

test('visiting stores nothing in the browser and asks no other host for anything', () =>
  onPage({}, async (page) => {
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    for (const path of PAGES) await page.goto(`${origin}${path}`);
    expect(await page.context().cookies()).toEqual([]);
    expect([...hosts].filter((host) => host !== '' && host !== new URL(origin).host)).toEqual([]);
  }));
