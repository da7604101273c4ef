/** The back office in Chromium: accessible on every page, in either scheme, at 320 px, by keyboard, with scripts off. */
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
import { signedInByHeader } from '../support/staff.ts';
import { storeRun } from '../support/stored-run.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let web: EasyStepWeb;
let server: ServerType;
let browser: Browser;
let origin: string;
let customer: string;

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  customer = await plantCanaries(web.database.pool, web.policy);
  await storeRun(web, (name) => (/^[a-g]/.test(name) ? 'holds' : /^[h-n]/.test(name) ? 'broken' : 'not-run'));
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

/**
 * What axe finds on the page as it stands, with everything unfolded, and how far it scrolls sideways. In the dark scheme
 * only the colours differ, so only they are looked at again.
 */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
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

/** Everybody's pages: who looks, and where; `:id` is the customer. */
const PAGES: readonly (readonly [roles: string, path: string])[] = [
  ['owner,sales', '/kontor'],
  ['sales', '/en/office'],
  ['sales', '/kontor/kunder?purpose=customer-administration'],
  ['owner', '/kontor/kunder?purpose=statistics'],
  ['support', '/kontor/kunder/:id?purpose=customer-administration'],
  ['accounts', '/en/office/customers/:id?purpose=invoicing'],
  ['warehouse', '/kontor/kunder/:id?purpose=delivery'],
  ['privacy-officer', '/kontor/kunder/:id?purpose=privacy-administration'],
  ['marketing', '/kontor/kunder/:id?purpose=invoicing'],
  ['marketing', '/en/office/customers/00000000-0000-7000-8000-000000000000?purpose=marketing'],
  ['owner', '/kontor/reglene?purpose=privacy-administration'],
  ['sales', '/kontor/reglene/formal?purpose=customer-administration'],
  ['sales', '/en/office/policy/categories'],
  ['sales', '/kontor/reglene/lagringstid'],
  ['sales', '/en/office/policy/roles'],
  ['sales', '/kontor/reglene/mottakere'],
  ['owner', '/kontor/bevis'],
  ['owner', '/kontor/bevis/tiltak'],
  ['owner', '/kontor/bevis/felter'],
  ['owner', '/en/office/evidence?purpose=privacy-administration&status=broken'],
];

describe('in either scheme at 320 px', () => {
  // The policy of the pages forbids scripts; axe is one, so it is let in here and only here.
  const small = { colorScheme: 'light' as const, viewport: { width: 320, height: 800 }, bypassCSP: true };

  test.each(PAGES)('for %s, %s has no violation that axe finds, and does not scroll sideways', (roles, path) =>
    onPage(roles, small, async (page) => {
      await page.goto(`${origin}${path.replace(':id', customer)}`);
      expect(await faultsOf(page)).toEqual([]);
    }),
  );

  test.each(['eks', 'finnes ikke', 'k'])('what is found for "%s" is as accessible', (text) =>
    onPage('sales', small, async (page) => {
      await page.goto(`${origin}/kontor/kunder?purpose=customer-administration`);
      await page.locator('#q').fill(text);
      await page.locator('#q').press('Enter');
      await page.locator('#results, #q-fault').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    }),
  );
});

test('with scripts off and by keyboard alone one chooses a purpose, finds a customer, opens them, and changes purpose', () =>
  onPage('accounts', { javaScriptEnabled: false }, async (page) => {
    await page.goto(`${origin}/kontor`);
    await page.getByRole('link', { name: 'Fakturere og ta imot betaling', exact: true }).press('Enter');
    await page.locator('#q').focus();
    await page.keyboard.type('kanari navnesen');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Kanari Navnesen AS' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Kanari Navnesen AS' }).waitFor();
    expect(await page.locator('main').textContent()).toContain('kanari.kunde@example.no');
    await page.locator('#purpose').focus();
    await page.keyboard.type('Oppfylle');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/purpose=accounting$/);
    await page.getByRole('heading', { level: 1, name: 'Kanari Navnesen AS' }).waitFor();
    expect(await page.locator('main').textContent()).not.toContain('kanari.kunde@example.no');
  }));

test('with scripts off one pages through what was found, and narrows the evidence board', () =>
  onPage('owner', { javaScriptEnabled: false }, async (page) => {
    await page.goto(`${origin}/en/office/customers?purpose=customer-administration`);
    await page.locator('#q').fill('eksempel');
    await page.locator('#q').press('Enter');
    const first = await page.locator('tbody tr').first().textContent();
    await page.getByRole('button', { name: 'More results' }).press('Enter');
    await page.getByRole('heading', { name: /further down/ }).waitFor();
    expect(await page.locator('tbody tr').first().textContent()).not.toBe(first);
    await page.getByRole('link', { name: 'Evidence' }).press('Enter');
    await page.getByRole('link', { name: /No control yet \(/ }).press('Enter');
    await page.waitForURL(/status=none/);
    expect(await page.locator('.promise').count()).toBeGreaterThan(0);
  }));

test('a customer is the same page in the other language, for the same purpose', () =>
  onPage('accounts', {}, async (page) => {
    await page.goto(`${origin}/kontor/kunder/${customer}?purpose=invoicing`);
    await page.getByRole('link', { name: 'English' }).click();
    expect(page.url()).toBe(`${origin}/en/office/customers/${customer}?purpose=invoicing`);
    expect(await page.locator('.desk-purpose').textContent()).toContain('Invoice and receive payment');
  }));

test('the office stores nothing in the browser and asks no other host for anything', () =>
  onPage('owner,sales', {}, async (page) => {
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    for (const path of ['/kontor', `/kontor/kunder/${customer}?purpose=customer-administration`, '/kontor/bevis']) {
      await page.goto(`${origin}${path}`);
    }
    expect(await page.context().cookies()).toEqual([]);
    expect([...hosts].filter((host) => host !== '' && host !== new URL(origin).host)).toEqual([]);
    // The content security policy would have told of a style or script that it stopped.
    expect(refused).toEqual([]);
  }));
