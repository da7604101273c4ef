/** The pages about what comes from outside, in Chromium: credit, leads, suppliers, look-ups; accessible in either scheme at 320 px. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOutside } from '../../src/cli/open-outside.ts';
import { type AnsweringServer, openAnsweringServer } from '../support/answering-server.ts';
import { launchChromium } from '../support/chromium.ts';
import { answerAsRegister, COMPANY_NUMBER } from '../support/company-answers.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { signedInByHeader } from '../support/staff.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LIST = '00000000-0000-7000-8000-000000000071';
const LEAD = '00000000-0000-7000-8000-000000000072';
const SUPPLIER = '00000000-0000-7000-8000-000000000073';

let outside: AnsweringServer;
let web: EasyStepWeb;
let server: ServerType;
let browser: Browser;
let origin: string;
const named: Record<string, string> = { ':list': LIST, ':lead': LEAD, ':supplier': SUPPLIER };

beforeAll(async () => {
  outside = await openAnsweringServer((asked) => {
    if (asked.method === 'GET') return answerAsRegister(asked);
    const { reference } = JSON.parse(asked.body) as { reference: string };
    return {
      status: 200,
      body: { reference, outcome: 'insufficient', report: 'Score 31 av 100.\nBetalingsanmerkninger: 2' },
    };
  });
  web = await openEasyStepWeb(signedInByHeader, {
    outside: (policy, now) =>
      openOutside(
        { companyRegisterUrl: outside.url, creditBureau: { url: outside.url, token: 'a-token' } },
        policy,
        Buffer.alloc(32, 7),
        now,
      ),
  });
  const { pool } = web.database;
  const { rows } = await pool.query<{ customer_id: string; order_id: string }>(
    `update register.sales_order set payment_terms = 'invoice', status = 'placed'
      where order_id in (select order_id from register.sales_order order by order_number limit 2)
      returning customer_id, order_id`,
  );
  const [asked, waiting] = rows.map(({ customer_id, order_id }) => `${customer_id}/${order_id}`);
  Object.assign(named, { ':asked': asked, ':waiting': waiting });
  const companies = await pool.query<{ customer_id: string }>(
    `update register.customer set organisation_number = $1
      where customer_id = (select customer_id from register.customer where kind = 'company' limit 1)
      returning customer_id`,
    [COMPANY_NUMBER],
  );
  named[':company'] = companies.rows[0]?.customer_id ?? '';
  await pool.query(`
    insert into register.lead_list (lead_list_id, vendor, agreement_reference, received_on, row_count, washed_on,
        imported_at, imported_by)
      values ('${LIST}', 'Eksempel Lister AS', 'L-2026-4', '2026-11-20', 1, '2026-11-21', '2026-11-20', '${LIST}');
    insert into register.lead (lead_id, lead_list_id, full_name, phone, street_address, postal_code, city, received_on,
        notice_due_on, registered_at, registered_through, notice_version, state, delete_on)
      values ('${LEAD}', '${LIST}', 'Mulig Kundesen', '+4740000009', 'Prøveveien 9', '7030', 'Trondheim', '2026-11-20',
        '2026-12-20', '2026-11-20', 'import', '2026-1', 'new', '2027-11-20');
    insert into register.supplier (supplier_id, kind, name, organisation_number, delivers, agreement_reference, review_by,
        registered_at)
      values ('${SUPPLIER}', 'supplier', 'Eksempel Frakt AS', '974760673', 'Frakt', 'F-1', '2026-10-31', '2026-01-01');
    insert into register.supplier_contact (supplier_id, supplier_contact_id, kind, full_name, position, phone,
        registered_at, registered_through, notice_version)
      values ('${SUPPLIER}', '${LEAD}', 'supplier', 'Frakt Kontakt', 'Sjåfør', '+4740000022', '2026-01-01', 'phone', '1')`);
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch: web.app.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) => resolve(info.port));
  });
  origin = `http://127.0.0.1:${port}`;
  browser = await launchChromium();
  await browser.newContext().then((context) => context.close());
});
afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => server.close(resolve));
  await web.close();
  await outside.close();
});

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

/** Who looks, where, and what is pressed first. */
const PAGES: readonly (readonly [roles: string, path: string, press: string | null])[] = [
  ['accounts', '/kontor/kreditt?purpose=credit-check', null],
  ['accounts', '/en/office/credit/:waiting?purpose=credit-check', null],
  ['accounts', '/kontor/kreditt/:asked?purpose=credit-check', 'Hent kredittvurdering'],
  ['marketing', '/kontor/mulige-kunder?purpose=leads', 'Ta inn listen'],
  ['marketing', '/kontor/mulige-kunder/:list?purpose=leads', null],
  ['marketing', '/en/office/leads/:list/letters?purpose=leads', null],
  ['sales', '/kontor/mulige-kunder/:list/:lead?purpose=leads', null],
  ['accounts', '/kontor/leverandorer?purpose=supplier-administration', 'Registrer'],
  ['accounts', '/en/office/suppliers/:supplier?purpose=supplier-administration', null],
  ['accounts', '/kontor/leverandorer/:supplier/:lead?purpose=supplier-administration', null],
  ['sales', '/kontor/kunder/:company/oppslag?purpose=customer-administration', 'Slå opp'],
  ['sales', '/en/office/customers/:company/contacts?purpose=customer-administration', 'Register contact person'],
];

test.each(PAGES)(
  'for %s, %s has no violation that axe finds, and does not scroll sideways',
  async (roles, path, press) => {
    const small = { colorScheme: 'light' as const, viewport: { width: 320, height: 800 }, bypassCSP: true };
    const context = await browser.newContext({ ...small, extraHTTPHeaders: { staff: roles } });
    try {
      const page = await context.newPage();
      await page.goto(`${origin}${path.replaceAll(/:[a-z]+/g, (name) => named[name] ?? name)}`);
      // Where sales have had nothing to do with the company lately they are asked why first.
      if ((await page.locator('#look_reason').count()) > 0) {
        await page.locator('#look_reason').fill('Ser på siden i en test');
        await page.locator('form.office-form button[type=submit]').first().click();
        await page.waitForLoadState();
      }
      if (path.includes(':asked')) await page.locator('#reason').selectOption('large-amount');
      if (press !== null) {
        await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        await page.getByRole('button', { name: press, exact: true }).click();
        await page.waitForLoadState();
      }
      expect(await faultsOf(page)).toEqual([]);
    } finally {
      await context.close();
    }
  },
);
