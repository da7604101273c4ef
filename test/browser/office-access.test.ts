/** Staff, access log, figures and surveys in Chromium: accessible in either scheme at 320 px, by keyboard, with scripts off. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { seededIds } from '../support/fixed.ts';
import { addStaffMember } from '../support/people.ts';
import { addStaff, signedInByHeader, staffWith } from '../support/staff.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const newId = seededIds('office access');
const TOKEN = 'a'.repeat(32);

let web: EasyStepWeb;
let server: ServerType;
let browser: Browser;
let origin: string;
let adviser: string;

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader, { now: () => new Date() });
  await fill();
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

/** Something on every page. */
async function fill(): Promise<void> {
  const { pool } = web.database;
  await addStaff(pool, 'Eira Eierdikt', 'owner');
  await addStaff(pool, 'Selma Salgsdikt', 'sales');
  const sales = staffWith('sales').staff?.id ?? '';
  ({ id: adviser } = await addStaffMember(pool, ['adviser']));
  await pool.query(`update kept.staff set access_until = current_date + 9 where staff_id = $1`, [adviser]);
  await pool.query(
    `insert into kept.disclosure (staff_id, disclosure_id, adviser_id, form, recipient, purpose, categories, reason, given_on, until)
     values ($1, $2, $3, 'access', 'lawyer', 'disputes', '{identity,disputes}', 'En sak', current_date, current_date + 9),
            ($1, $4, null, 'copy', 'auditor', 'accounting', '{invoices}', 'Revisjon', current_date - 40, current_date - 9)`,
    [staffWith('owner').staff?.id, newId(), adviser, newId()],
  );
  await pool.query(`insert into kept.staff_use values ($1, 'ordering', current_date - 3)`, [sales]);
  await pool.query(
    `insert into kept.look_finding (staff_id, finding_id, kind, day, figure, usual, threshold, found_at, looked_into_at, looked_into_by, note)
     values ($1, $2, 'many-people', current_date - 1, 143, 35.5, 40, now(), null, null, null),
            ($1, $3, 'same-surname', current_date - 2, 1, null, 20, now(), null, null, null),
            ($1, $4, 'odd-hours', current_date - 9, 22, 1.5, 10, now(), now(), $1, 'Vakt i høysesongen')`,
    [sales, newId(), newId(), newId()],
  );
  await pool.query(
    `insert into register.survey (survey_id, name, question_nb, question_en, in_use, created_at)
     values ($1, 'Levering', 'Hvor fornøyd er du med leveringen?', 'How satisfied are you with the delivery?', true, now())`,
    [newId()],
  );
  await pool.query(
    `insert into register.survey_answer select survey_id, gen_random_uuid(), month, 3 + n % 3, '{delivery,price}'
       from register.survey, generate_series(1, 12) as n, unnest(array['2026-09-01', '2026-10-01']::date[]) as month`,
  );
  await pool.query(
    `insert into register.survey_invitation (customer_id, invitation_id, survey_id, sent_at, token_digest, expires_on)
     select customer_id, gen_random_uuid(), survey_id, now(), encode(sha256(convert_to($1, 'UTF8')), 'hex'), current_date + 30
       from register.survey, (select customer_id from register.customer where kind = 'private' limit 1) as one`,
    [TOKEN],
  );
  await pool.query(
    `insert into register.usage_event select current_date - 1, gen_random_uuid(), md5(n::text || sku), product_id, 'ordered'
       from register.product, generate_series(1, 9) as n`,
  );
}

async function onPage<T>(roles: string, options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ ...options, extraHTTPHeaders: { staff: roles } });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What axe finds with everything unfolded, in both schemes, and how far the page scrolls sideways. */
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

const PAGES: readonly (readonly [roles: string, path: string])[] = [
  ['owner', '/kontor/ansatte?purpose=staff-administration'],
  ['owner', '/en/office/staff/new?purpose=staff-administration'],
  ['owner', '/kontor/ansatte/:adviser?purpose=staff-administration'],
  ['owner', '/kontor/ansatte/gjennomgang?purpose=staff-administration'],
  ['owner', '/kontor/ansatte/utlevert?purpose=staff-administration'],
  ['owner', '/kontor/innsynslogg?purpose=privacy-administration&system=yes'],
  ['owner', '/en/office/access-log/unusual?purpose=privacy-administration'],
  ['owner', '/kontor/tall/salg?purpose=statistics'],
  ['owner', '/kontor/tall/bruk?purpose=product-improvement'],
  ['support', '/en/office/surveys?purpose=satisfaction-surveys'],
  ['support', `/undersokelse?token=${TOKEN}`],
];

describe('in either scheme at 320 px', () => {
  // The policy of the pages forbids scripts; axe is one, so it is let in here and only here.
  const small = { colorScheme: 'light' as const, viewport: { width: 320, height: 800 }, bypassCSP: true };

  test.each(PAGES)('for %s, %s has no violation that axe finds, and does not scroll sideways', (roles, path) =>
    onPage(roles, small, async (page) => {
      const answer = await page.goto(`${origin}${path.replace(':adviser', adviser)}`);
      expect(answer?.status()).toBe(200);
      expect(await faultsOf(page)).toEqual([]);
    }),
  );

  test('a refused form says what is wrong where one reads it', () =>
    onPage('owner', small, async (page) => {
      await page.goto(`${origin}/kontor/ansatte/ny?purpose=staff-administration`);
      await page.getByRole('button', { name: 'Gi tilgang' }).click();
      await page.locator('[role=alert]').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    }));
});

test('with scripts off and by keyboard alone somebody is let in, found in the review, and ended', () =>
  onPage('owner', { javaScriptEnabled: false }, async (page) => {
    await page.goto(`${origin}/kontor/ansatte`);
    await page.getByRole('link', { name: 'Gi noen tilgang' }).press('Enter');
    await page.getByLabel('Navn').focus();
    await page.keyboard.type('Nora Nyansatt');
    await page.keyboard.press('Tab');
    await page.keyboard.type('nora@example.no');
    await page.locator('input[name=roles][value=warehouse]').press('Space');
    await page.getByRole('button', { name: 'Gi tilgang' }).press('Enter');
    await page.getByRole('status').getByText('Tilgangen er gitt').waitFor();
    await page.getByRole('link', { name: 'Gå gjennom tilgangene' }).press('Enter');
    await page.getByRole('heading', { name: 'Nora Nyansatt' }).waitFor();
    await page.getByRole('link', { name: 'Endre: Nora Nyansatt' }).press('Enter');
    await page.locator('summary', { hasText: 'Avslutt tilgangen' }).press('Enter');
    await page.getByRole('button', { name: 'Ja, avslutt tilgangen nå' }).press('Enter');
    await page.getByRole('status').getByText('Tilgangen er avsluttet').waitFor();
  }));
