/**
 * A day at work in Chromium, from an order to its money and a claim, with everybody signed in for real and scripts off:
 * each sees what their work needs, and nothing else.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ocrGiro } from '../support/bank-files.ts';
import { launchChromium } from '../support/chromium.ts';
import { atWork, type Person, signIn, visitor } from '../support/day-at-work.ts';
import { type ServedWeb, serveEasyStepWeb } from '../support/served-web.ts';

const BUYER = 'dagen.diktet@example.no';

let served: ServedWeb;
let browser: Browser;
/** Milliseconds that the company's clock is ahead of the machine's. */
let ahead = 0;
let customer: Person;
let warehouse: Person;
let adviser: Person;
let orderNumber: string;

const one = async <Row extends object>(sql: string, ...values: unknown[]): Promise<Row> => {
  const { rows } = await served.web.database.pool.query<Row>(sql, values);
  const [row] = rows;
  if (row === undefined) throw new Error(`no row: ${sql}`);
  return row;
};

/** The day where the company is. */
const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date(Date.now() + ahead));

beforeAll(async () => {
  served = await serveEasyStepWeb({ now: () => new Date(Date.now() + ahead) });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await served.close();
});

test('a customer registers, signs in and orders, seeing the whole before it binds', async () => {
  customer = await visitor(browser, served);
  await customer.go('/registrer');
  const { page } = customer;
  await page.locator('[name=kind][value=private]').check();
  await page.locator('#legalName').fill('Dagny Diktet');
  await page.locator('#email').fill(BUYER);
  await customer.press('Bli kunde');
  await signIn(customer, served, BUYER);
  await customer.go('/bestill');
  await page.locator('[name="quantity.ES-100"]').fill('2');
  await page.locator('[name="quantity.ES-120"]').fill('1');
  await page.locator('#deliverTo').fill('Dagny Diktet');
  await page.locator('#street').fill('Eksempelveien 7');
  await page.locator('#postalCode').fill('7010');
  await page.locator('#city').fill('Trondheim');
  await customer.press('Gå videre');
  expect(await customer.said()).toContain('Ingenting er bestilt ennå.');
  await customer.press('Bestill med betalingsplikt');
  orderNumber = /Bestillingsnummeret ditt er (\d+)/.exec(await customer.said())?.[1] ?? '';
  expect(orderNumber).not.toBe('');
});

test('sales find the order among what waits today, and confirm it', async () => {
  const sales = await atWork(browser, served, 'Selma Salgsdikt', ['sales']);
  await sales.go('/kontor');
  await sales.press(/Bestillinger å bekrefte/);
  await sales.press(orderNumber);
  await sales.press('Bekreft bestillingen');
  expect(await sales.said()).toContain(`Bestilling ${orderNumber} er bekreftet.`);
});

test('warehouse delivers in two parts, and sees no invoice, no claim and no marketing', async () => {
  warehouse = await atWork(browser, served, 'Vidar Lagerdikt', ['warehouse']);
  await warehouse.go('/kontor/levering?purpose=delivery');
  await warehouse.press(orderNumber);
  const quantities = warehouse.page.locator('[name^="quantity-"]');
  await quantities.nth(0).fill('1');
  await quantities.nth(1).fill('0');
  await warehouse.page.locator('[name=carrier]').fill('Prøveposten');
  await warehouse.press('Send');
  await warehouse.go('/kontor/levering?purpose=delivery');
  await warehouse.press(orderNumber);
  expect(await quantities.nth(0).inputValue()).toBe('1');
  await warehouse.press('Send');
  const { status, parts } = await one<{ status: string; parts: number }>(
    `select status, (select count(*)::integer from register.delivery where order_id = ord.order_id) as parts
       from register.sales_order as ord where order_number = $1`,
    orderNumber,
  );
  expect(parts).toBe(2);
  expect(['part-delivered', 'delivered']).toContain(status);
  for (const purpose of ['invoicing', 'claims', 'marketing', 'disputes']) {
    await warehouse.go(`/kontor/kunder?purpose=${purpose}`);
    expect(await warehouse.said()).toContain('Du har ikke dette formålet');
  }
  const said = await (async () => {
    await warehouse.go('/kontor/levering?purpose=delivery');
    return await warehouse.page.locator('body').innerText();
  })();
  expect(said).not.toMatch(/Faktura|Reklamasjon|Kampanje|@example/);
});

test('accounts invoice what was sent, and the payment comes in a file of the bank', async () => {
  const accounts = await atWork(browser, served, 'Rolf Regnskapsdikt', ['accounts']);
  await accounts.go('/kontor/fakturering?purpose=invoicing');
  const row = accounts.page.locator('tr, li').filter({ hasText: orderNumber }).first();
  await row.getByRole('checkbox').check();
  await accounts.press('Fakturer de merkede');
  await accounts.press(/^Utsted 1 faktura/);
  const invoice = await one<{ invoice_number: string; payment_reference: string; total: number }>(
    `select inv.invoice_number, inv.payment_reference, inv.net_ore + inv.vat_ore as total from register.invoice as inv
       join register.sales_order as ord using (customer_id, order_id) where ord.order_number = $1`,
    orderNumber,
  );
  await accounts.go('/kontor/bankfiler?purpose=invoicing');
  const file = ocrGiro([{ kid: invoice.payment_reference, ore: Number(invoice.total), on: today() }]);
  await accounts.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'ocr.txt', mimeType: 'text/plain', buffer: Buffer.from(file, 'latin1') });
  await accounts.press('Les filen');
  expect(await accounts.said()).toContain('passer med en faktura');
  await accounts.press('Registrer innbetalingene');
  const { outstanding_ore: left } = await one<{ outstanding_ore: number }>(
    'select outstanding_ore from register.invoice where invoice_number = $1',
    invoice.invoice_number,
  );
  expect(left).toBe(0);
});

test('the customer claims on My page, and support answers', async () => {
  await customer.go('/min-side/reklamasjoner/ny');
  await customer.page.locator('#which').check();
  await customer.page.locator('[name=wrong]').fill('Sålen løsnet på første tur.');
  await customer.page.locator('[name=discovered]').fill(today());
  await customer.press('Send reklamasjonen');
  const support = await atWork(browser, served, 'Kaja Kundedikt', ['support']);
  await support.go('/kontor/reklamasjoner?purpose=claims');
  const { claim_number: number } = await one<{ claim_number: number }>(
    `select claim_number from register.claim as claim join register.customer as cus using (customer_id) where email = $1`,
    BUYER,
  );
  await support.press(String(number));
  await support.page.getByText('Avgjør', { exact: true }).press('Enter');
  await support.page.locator('[name=outcome][value=replaced]').check();
  await support.page.locator('[name=answer]').fill('Det beklager vi. Et nytt par er på vei.');
  await support.press('Avgjør og send svaret');
  await customer.go('/min-side/reklamasjoner');
  await customer.press(String(number));
  expect(await customer.said()).toContain('Et nytt par er på vei.');
});

test('the adviser’s access ends at its time, in the middle of being signed in', async () => {
  adviser = await atWork(browser, served, 'Ragna Rådsdikt', ['adviser'], today());
  await adviser.go('/kontor');
  expect(await adviser.said()).toContain('I dag');
  const midnight = new Date(`${today()}T23:59:59+01:00`).getTime();
  ahead += midnight - (Date.now() + ahead) + 120_000;
  await adviser.go('/kontor');
  expect(await adviser.page.locator('main').innerText()).not.toContain('Hva skal du gjøre?');
});

test('the customer reads afterwards who has looked at what, and for which purpose', async () => {
  await customer.go('/min-side/innsyn');
  let said = await customer.said();
  while ((await customer.page.locator('main').getByRole('link', { name: 'Vis flere' }).count()) > 0) {
    await customer.press('Vis flere');
    said += await customer.said();
  }
  for (const purpose of ['Levere det du har bestilt', 'Fakturere og ta imot betaling', 'Behandle reklamasjoner']) {
    expect(said).toContain(purpose);
  }
});
