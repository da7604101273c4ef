/** Messages, claims and disputes in Chromium: accessible in either scheme at 320 px, answered by keyboard alone. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../src/web/index.ts';
import { launchChromium } from '../support/chromium.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { signedInByHeader as asCustomer } from '../support/signed-in.ts';
import { signedInByHeader as asStaff } from '../support/staff.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let web: EasyStepWeb;
let server: ServerType;
let browser: Browser;
let origin: string;
const ME = '00000000-0000-7000-8000-00000000d001';
const ROW = '00000000-0000-7000-8000-00000000d002';

const either = async (headers: Headers): Promise<SignedIn | null> =>
  (await asStaff(headers)) ?? (await asCustomer(headers));

beforeAll(async () => {
  web = await openEasyStepWeb(either);
  await plant();
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

/** A customer with an order that arrived, a conversation, a claim that is overdue, a dispute, and mail from a stranger. */
async function plant(): Promise<void> {
  const long = 'Sålen løsner på den ene støvelen, og det kommer vann inn når det regner. '.repeat(3);
  await web.database.pool.query(`
    delete from register.message;
    insert into register.customer (customer_id, kind, legal_name, email, registered_at, registered_through, notice_version)
      values ('${ME}', 'private', 'Kunigunde Oppdiktet-Langenavn', 'kunigunde@example.no', '2025-01-01', 'web', '2026-1');
    insert into register.sales_order (customer_id, order_id, placed_at, placed_through, notice_version, status, deliver_to_name,
        net_ore, vat_ore) values ('${ME}', '${ROW}', '2025-03-10T10:00:00Z', 'web', '2026-1', 'delivered', 'Meg', 1000, 250);
    insert into register.order_line (customer_id, order_id, line_number, product_id, quantity, unit_price_ore, vat_rate)
      select '${ME}', '${ROW}', 1, product_id, 1, 1000, 25 from register.product where durability = 'long' order by sku limit 1;
    insert into register.delivery (customer_id, delivery_id, order_id, dispatched_at, completed_at)
      values ('${ME}', '${ROW}', '${ROW}', '2025-03-12T10:00:00Z', '2025-03-15T10:00:00Z');
    insert into register.claim (customer_id, claim_id, about_order_id, about_line_number, received_at, received_through,
        discovered_on, description, wants, status, window_ends_on, answer_due_on, limitation_on)
      values ('${ME}', '${ROW}', '${ROW}', 1, '2026-11-01T10:00:00Z', 'web', '2026-10-30', '${long}', 'repair', 'received',
        '2030-03-15', '2026-11-15', '2028-03-15');
    insert into register.dispute (customer_id, dispute_id, about_claim_id, opened_at, opened_by, matter, limitation_on, review_on,
        status) values ('${ME}', '${ROW}', '${ROW}', '2026-11-10T10:00:00Z', '${ROW}', 'Uenige om sålen', '2028-03-15',
        '2026-11-20', 'open');
    insert into register.dispute_entry values ('${ME}', '${ROW}', '${ROW}', '2026-11-11T10:00:00Z', 'in', '${long}', '${ROW}');
    insert into register.message (customer_id, message_id, direction, channel, at, extends_relationship, subject_line, body,
        purpose, attachments, external_id) values
      ('${ME}', '${ROW}', 'in', 'mail', '2026-11-20T10:00:00Z', false, 'Finnes støvlene i størrelse 47?', '${long}',
        'customer-communication', 'bilde av støvelen sett forfra.jpg', '<theirs@example.no>'),
      ('${ME}', '${ME}', 'in', 'web', '2026-11-21T10:00:00Z', false, 'Sålen', '${long}', 'claims', null, null);
    insert into register.claim_entry (customer_id, claim_id, entry_id, at, direction, channel, subject_line, body)
      values ('${ME}', '${ROW}', '${ROW}', '2026-11-21T10:00:00Z', 'in', 'web', 'Reklamasjonen', 'Når får jeg svar?');
    insert into register.unsorted_message (unsorted_message_id, received_at, from_address, from_name, subject_line, body)
      values ('${ROW}', '2026-11-20T10:00:00Z', 'et.ganske.langt.navn@et-ganske-langt-firma.example.no', 'Ukjent', 'Pris?', '${long}');
    insert into register.stuck_mail values
      (1, 7, '2026-11-23T08:00:00Z', 5, null, 'not-stored', 'EnforcementError statement-failed'),
      (1, 8, '2026-11-23T11:00:00Z', 2, '2026-11-23T12:02:00Z', 'not-stored', null)`);
}

async function onPage<T>(headers: Record<string, string>, work: (page: Page) => Promise<T>): Promise<T> {
  // The policy of the pages forbids scripts; axe is one, so it is let in here and only here.
  const viewport = { width: 320, height: 800 };
  const context = await browser.newContext({ extraHTTPHeaders: headers, viewport, bypassCSP: true });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
  await page.addScriptTag({ content: axe });
  const light = await page.evaluate<AxeResults>('axe.run()');
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await page.evaluate<AxeResults>("axe.run({ runOnly: ['color-contrast'] })");
  const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  return [
    ...[...light.violations, ...dark.violations].map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    ...(sideways > 0 ? [`scrolls ${sideways} px sideways`] : []),
  ];
}

const OFFICE = [
  ['support', '/kontor/henvendelser?purpose=customer-communication'],
  ['support', '/en/office/messages/all?purpose=customer-communication'],
  ['support', `/kontor/henvendelser/${ME}/${ROW}?purpose=customer-communication`],
  ['support', '/kontor/usortert?purpose=customer-communication'],
  ['support', `/en/office/unsorted/${ROW}?purpose=customer-communication`],
  ['support', `/kontor/samtale/${ME}?purpose=customer-communication`],
  ['support', `/kontor/notat/${ME}?purpose=customer-communication`],
  ['support', '/kontor/maler'],
  ['support', '/kontor/reklamasjoner?purpose=claims'],
  ['support', `/kontor/reklamasjoner/${ME}/${ROW}?purpose=claims`],
  ['support', `/kontor/henvendelser/${ME}/${ME}?purpose=claims`],
  ['support', `/en/office/claims/new/${ME}?purpose=claims`],
  ['warehouse', '/kontor/reklamasjoner'],
  ['legal', '/kontor/tvister?purpose=disputes'],
  ['legal', `/kontor/tvister/${ME}/${ROW}?purpose=disputes`],
  ['legal', `/en/office/disputes/new/${ME}?purpose=disputes`],
] as const;

const MINE = [
  ...['/min-side/meldinger', '/en/my-page/messages?sent=1', '/min-side/reklamasjoner', '/min-side/reklamasjoner/ny'],
  ...[`/min-side/reklamasjoner/${ROW}?done=claimed`, `/en/my-page/claims/${ROW}`],
];

describe('accessible at 320 px in both schemes', () => {
  test.each(OFFICE)('as %s: %s', (staff, path) =>
    onPage({ staff }, async (page) => {
      await page.goto(`${origin}${path}`);
      expect(await faultsOf(page)).toEqual([]);
    }),
  );

  test.each(MINE)('on My page: %s', (path) =>
    onPage({ 'x-test-person': ME }, async (page) => {
      await page.goto(`${origin}${path}`);
      expect(await faultsOf(page)).toEqual([]);
    }),
  );
});

/** Walks with the tab key until the focus is on the element, which must then be seen to have it. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 120; steps += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(`${selector}:focus-visible`).count()) > 0) return;
  }
  throw new Error(`the tab key never came to ${selector}`);
}

test('a message is found, answered and gone from the list by keyboard alone', () =>
  onPage({ staff: 'support' }, async (page) => {
    await page.goto(`${origin}/kontor/henvendelser?purpose=customer-communication`);
    await tabTo(page, `a[href*="${ROW}"]`);
    await page.keyboard.press('Enter');
    await page.waitForURL(/henvendelser\/[0-9a-f-]+\/[0-9a-f-]+/);
    await tabTo(page, 'textarea[name=text]');
    await page.keyboard.type('Ja, vi har dem i 47.');
    await tabTo(page, 'button[type=submit]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=/);
    expect(await page.locator('.just-done').innerText()).toContain('Svaret er sendt');
    expect(await page.locator(`a[href*="${ROW}"]`).count()).toBe(0);
  }));

test('a claim is made on My page by keyboard alone, and read by staff at once', () =>
  onPage({ 'x-test-person': ME }, async (page) => {
    await page.goto(`${origin}/min-side/reklamasjoner/ny`);
    await tabTo(page, 'input[name=which]');
    await page.keyboard.press('Space');
    await tabTo(page, 'textarea[name=wrong]');
    await page.keyboard.type('Snøringen røk.');
    await page.keyboard.press('Tab');
    await tabTo(page, 'main form button[type=submit]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=claimed/);
    expect(await page.locator('[role=status]').innerText()).toContain('Takk, vi har fått reklamasjonen');
  }));
