/** Working at the desk in Chromium: lists, forms, the question why and the timeline, by keyboard, small and large. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plantCanaries } from '../support/canaries.ts';
import { launchChromium } from '../support/chromium.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { addCustomer } from '../support/people.ts';
import { signedInByHeader } from '../support/staff.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let web: EasyStepWeb;
let server: ServerType;
let browser: Browser;
let origin: string;
let customer: string;
/** Registered long ago, and nothing since. */
let quiet: string;

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  customer = await plantCanaries(web.database.pool, web.policy);
  quiet = await addCustomer(web.database.pool, '2024-10-01T10:00:00Z');
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

async function onPage<T>(roles: string, options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ ...options, extraHTTPHeaders: { staff: roles } });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What axe finds in either scheme, and how far the page scrolls sideways. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe });
  const light = await page.evaluate<AxeResults>('axe.run()');
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await page.evaluate<AxeResults>("axe.run({ runOnly: ['color-contrast'] })");
  const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  return [
    ...light.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    ...dark.violations.map(({ id, nodes }) => `dark ${id}: ${nodes[0]?.html}`),
    ...(sideways > 0 ? [`scrolls ${sideways} px sideways`] : []),
  ];
}

const PAGES: readonly (readonly [roles: string, path: string])[] = [
  ['sales,accounts,support', '/kontor'],
  ['sales', '/kontor/bestillinger?purpose=ordering'],
  ['sales', '/en/office/orders?purpose=ordering&status=placed'],
  ['sales', '/en/office/customers/new?purpose=customer-administration'],
  ['support', '/kontor/kunder/:id/endre?purpose=customer-administration'],
  ['support', '/en/office/customers/:id?purpose=claims'],
  ['support', '/kontor/kunder/:quiet?purpose=claims'],
];

describe.each([
  ['320 px', 320],
  ['a desk', 1280],
] as const)('at %s', (_, width) => {
  // The policy of the pages forbids scripts; axe is one, so it is let in here and only here.
  const view = { colorScheme: 'light' as const, viewport: { width, height: 800 }, bypassCSP: true };

  test.each(PAGES)('for %s, %s has no violation that axe finds, and does not scroll sideways', (roles, path) =>
    onPage(roles, view, async (page) => {
      await page.goto(`${origin}${path.replace(':id', customer).replace(':quiet', quiet)}`);
      expect(await faultsOf(page)).toEqual([]);
    }),
  );

  test('a form with faults names them on top, has the focus there, and is as accessible', () =>
    onPage('sales', view, async (page) => {
      await page.goto(`${origin}/kontor/kunder/ny?purpose=customer-administration`);
      await page.getByRole('button', { name: 'Registrer kunden' }).click();
      const summary = page.getByRole('alert');
      await summary.waitFor();
      expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert');
      expect(await faultsOf(page)).toEqual([]);
      await summary.getByRole('link', { name: 'Skriv navnet.' }).click();
      expect(await page.evaluate('document.activeElement.id')).toBe('legalName');
    }));
});

test('on a phone the menu opens over the page, leads on, and closes with Escape, with scripts off', () =>
  onPage('sales', { javaScriptEnabled: false, viewport: { width: 375, height: 800 } }, async (page) => {
    await page.goto(`${origin}/kontor/kunder?purpose=ordering`);
    const orders = page.locator('#desk-menu').getByRole('link', { name: 'Bestillinger' });
    expect(await orders.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Meny' }).press('Enter');
    expect(await orders.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await orders.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Meny' }).press('Enter');
    await orders.press('Enter');
    await page.waitForURL(/bestillinger\?purpose=ordering$/);
  }));

test('help opens with its button and closes with Escape', () =>
  onPage('sales', { javaScriptEnabled: false }, async (page) => {
    await page.goto(`${origin}/en/office`);
    await page.getByRole('button', { name: 'Help' }).press('Enter');
    expect(await page.getByText('The office has no shortcuts of its own').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByText('The office has no shortcuts of its own').isVisible()).toBe(false);
  }));

test('by keyboard and with scripts off one says why, opens the customer, and goes to another purpose by its tab', () =>
  onPage('support', { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }, async (page) => {
    await page.goto(`${origin}/kontor/kunder/${quiet}?purpose=claims`);
    await page.locator('#look_reason').focus();
    await page.keyboard.type('Kunden ringte om garantien');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Prøve Person' }).waitFor();
    await page
      .getByRole('navigation', { name: 'Kunden for hvert av dine formål' })
      .getByRole('link')
      .first()
      .press('Enter');
    await page.waitForURL(/purpose=customer-administration$/);
    expect(await page.locator('.desk-purpose').textContent()).toContain('Holde orden på kundeforholdet');
  }));

test('an event of the timeline folds open and shut by keyboard, and says after which day it is deleted', () =>
  onPage('accounts', { javaScriptEnabled: false }, async (page) => {
    await page.goto(`${origin}/en/office/customers/${customer}?purpose=invoicing`);
    const order = page.locator('.event.register-sales_order');
    expect(await order.locator('summary').first().textContent()).toMatch(/Deleted after 31 December 20\d\d/);
    const isOpen = () =>
      order
        .locator('details')
        .first()
        .evaluate((one) => one.hasAttribute('open'));
    const before = await isOpen();
    await order.locator('summary').first().press('Enter');
    expect(await isOpen()).toBe(!before);
  }));
