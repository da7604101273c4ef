/** Files in and out in Chromium, with scripts off: accessible in either scheme, at 320 px, and gone through by keyboard. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ocrGiro } from '../support/bank-files.ts';
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
  await web.database.pool.query('delete from register.payment');
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
  // What staff are said by goes to this site alone.
  const context = await browser.newContext({
    ...options,
    extraHTTPHeaders: { staff: roles, Origin: 'http://localhost' },
  });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

async function faultsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe });
  const light = await page.evaluate<AxeResults>('axe.run()');
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await page.evaluate<AxeResults>("axe.run({ runOnly: ['color-contrast'] })");
  await page.emulateMedia({ colorScheme: 'light' });
  const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  return [
    ...light.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    ...dark.violations.map(({ id, nodes }) => `dark ${id}: ${nodes[0]?.html}`),
    ...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : []),
  ];
}

const WIDTHS = [320, 1280] as const;

test.each(WIDTHS)('at %i px a bank file is read in, looked at, registered and what waits is booked', async (width) => {
  const { rows } = await web.database.pool.query<{ kid: string; ore: number }>(
    'select payment_reference as kid, (net_ore + vat_ore)::int as ore from register.invoice order by invoice_number offset $1 limit 2',
    [width === 320 ? 0 : 2],
  );
  const [first, second] = rows;
  const file = ocrGiro([
    first ?? { kid: '', ore: 1 },
    { kid: second?.kid ?? '', ore: (second?.ore ?? 0) - 100 },
    { kid: '', ore: width },
  ]);
  await onPage('accounts', { viewport: { width, height: 900 }, bypassCSP: true }, async (page) => {
    await page.goto(`${origin}/kontor/bankfiler?purpose=invoicing`);
    expect(await faultsOf(page)).toEqual([]);
    await page.setInputFiles('#file', { name: 'fil.txt', mimeType: 'text/plain', buffer: Buffer.from(file, 'latin1') });
    await page.getByRole('button', { name: 'Les filen' }).press('Enter');
    await page.getByRole('heading', { name: 'Hva som skjer når du registrerer' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Registrer innbetalingene' }).press('Enter');
    await page.getByText('1 innbetaling er registrert').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('tr', { hasText: 'Mindre enn det som gjenstår' }).getByRole('link').press('Enter');
    await page.getByRole('heading', { name: 'Fakturaer det kan gjelde' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: /^Før beløpet på faktura/ }).press('Enter');
    await page.getByText(/Beløpet er ført på faktura/).waitFor();
  });
});

test.each(WIDTHS)('at %i px a spreadsheet is sent, its columns are chosen, and it is read in', async (width) => {
  const lines = ['Navn;E-post;Tlf', `Oppdiktet ${width};p${width}@example.no;99887766`, ';feil;12'];
  await onPage('sales', { viewport: { width, height: 900 }, bypassCSP: true }, async (page) => {
    await page.goto(`${origin}/kontor/innlesing?purpose=customer-administration`);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('radio', { name: /^Kunder/ }).check();
    await page.setInputFiles('#file', {
      name: 'kunder.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\n')),
    });
    await page.getByLabel('I e-post eller brev').check();
    await page.getByRole('button', { name: 'Last opp' }).press('Enter');
    await page.getByRole('button', { name: 'Bruk disse kolonnene' }).press('Enter');
    await page.getByText('1 rad kan leses inn.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Les inn', exact: true }).press('Enter');
    // While it runs the page asks for itself again.
    await page.getByText('1 rad er lest inn, 1 ble avvist').waitFor({ timeout: 20_000 });
    expect(await faultsOf(page)).toEqual([]);
  });
});

test.each(WIDTHS)('at %i px a list is taken out as a file', async (width) => {
  await onPage('sales', { viewport: { width, height: 900 }, bypassCSP: true, acceptDownloads: true }, async (page) => {
    await page.goto(`${origin}/kontor/uttrekk?purpose=ordering`);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('Bestillinger').check();
    await page.getByLabel('Excel (XLSX)').check();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Ta ut listen' }).press('Enter');
    expect((await download).suggestedFilename()).toMatch(/^orders-ordering-.*\.xlsx$/);
    await page.reload();
    expect(await faultsOf(page)).toEqual([]);
  });
});
