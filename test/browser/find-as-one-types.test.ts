/** Finding a customer in Chromium: by keys alone, by what is suggested while one types, and with scripts off. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantCanaries } from '../support/canaries.ts';
import { launchChromium } from '../support/chromium.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { signedInByHeader } from '../support/staff.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let web: EasyStepWeb;
let server: ServerType;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  await plantCanaries(web.database.pool, web.policy);
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

async function onSearch<T>(work: (page: Page) => Promise<T>, options: BrowserContextOptions = {}): Promise<T> {
  const context = await browser.newContext({ ...options, extraHTTPHeaders: { staff: 'sales' } });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/kontor/kunder?purpose=customer-administration`);
    return await work(page);
  } finally {
    await context.close();
  }
}

const field = (page: Page) => page.getByRole('combobox', { name: 'Søk', exact: true });
const options = (page: Page) => page.getByRole('listbox', { name: 'Forslag' }).getByRole('option');

test('one types, chooses with the arrow keys and opens with Enter; what was typed stands in no address', () =>
  onSearch(async (page) => {
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.locator('h1').click();
    await page.keyboard.press('/');
    await page.keyboard.type('navnessen');
    await options(page).first().waitFor();
    expect(await field(page).getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('#q-told').textContent()).toMatch(/^1 forslag/);
    await page.keyboard.press('ArrowDown');
    const chosen = await field(page).getAttribute('aria-activedescendant');
    expect(await page.locator(`#${chosen}`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/kontor\/kunder\/[0-9a-f-]{36}\?purpose=customer-administration$/);
    expect(addresses.filter((one) => /navn/i.test(one))).toEqual([]);
  }));

test('past the last suggestion nothing is chosen, and Enter sends what was typed', () =>
  onSearch(async (page) => {
    await field(page).pressSequentially('eksempel');
    await options(page).first().waitFor();
    const count = await options(page).count();
    expect(count).toBe(8);
    for (let pressed = 0; pressed <= count; pressed += 1) await page.keyboard.press('ArrowDown');
    expect(await field(page).getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('ArrowUp');
    expect(await options(page).last().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('#results').waitFor();
    expect(new URL(page.url()).search).toBe('?purpose=customer-administration');
  }));

test('Escape takes the suggestions away and leaves what was typed; once more empties the field', () =>
  onSearch(async (page) => {
    await field(page).pressSequentially('eksempel');
    await options(page).first().waitFor();
    await page.keyboard.press('Escape');
    expect([await options(page).count(), await field(page).inputValue()]).toEqual([0, 'eksempel']);
    expect(await field(page).getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Escape');
    expect(await field(page).inputValue()).toBe('');
  }));

test('of a word that is typed in one go one question is asked, not one for each letter', () =>
  onSearch(async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') asked.push(request.postData() ?? '');
    });
    await field(page).pressSequentially('eksempel', { delay: 20 });
    await options(page).first().waitFor();
    expect(asked).toEqual(['q=eksempel']);
  }));

test('a name with markup in it is shown as it is and runs nothing', () =>
  onSearch(async (page) => {
    await web.database.pool.query(
      `insert into register.customer (customer_id, kind, legal_name, email, registered_at, registered_through, notice_version)
       values (gen_random_uuid(), 'private', '<img src=x onerror=alert(1)> Markup', 'markup@example.no', now(), 'web', '1')`,
    );
    await field(page).pressSequentially('markup');
    await options(page).first().waitFor();
    expect(await options(page).first().textContent()).toContain('<img src=x onerror=alert(1)> Markup');
    expect(await page.locator('#q-suggestions img').count()).toBe(0);
  }));

test('the suggestions have no violation that axe finds, in either scheme, and do not scroll sideways at 320 px', () =>
  onSearch(
    async (page) => {
      await field(page).pressSequentially('eksempel');
      await options(page).first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.addScriptTag({ content: axe });
      const light = await page.evaluate<AxeResults>('axe.run()');
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await page.evaluate<AxeResults>("axe.run({ runOnly: ['color-contrast'] })");
      const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
      expect([...light.violations, ...dark.violations].map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(sideways).toBe(0);
    },
    { viewport: { width: 320, height: 800 }, bypassCSP: true },
  ));

test('with scripts off the same search is sent by its form and finds a misspelt name', () =>
  onSearch(
    async (page) => {
      expect(await page.locator('#q-suggestions').isVisible()).toBe(false);
      await page.locator('#q').fill('navnessen kanari');
      await page.locator('#q').press('Enter');
      await page.getByRole('link', { name: 'Kanari Navnesen AS' }).waitFor();
    },
    { javaScriptEnabled: false },
  ));
