/** The public pages as programs see them: what they show, what they write, what they refuse and never tell. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { orderThroughSummary, summaryFields } from '../support/ordering.ts';

let web: EasyStepWeb;
beforeAll(async () => {
  web = await openEasyStepWeb();
});
afterAll(() => web.close());

const PERSON = { kind: 'private', legalName: 'Ánte Prøvesen', email: 'ante@example.no', phone: '400 00 999' };
const ADDRESS = { street: 'Eksempelveien 1', postalCode: '9730', city: 'Kárášjohka' };

async function one<Row>(sql: string, values: readonly unknown[] = []): Promise<Row | undefined> {
  const { rows } = await web.database.pool.query(sql, [...values]);
  return rows[0] as Row | undefined;
}

describe('every page', () => {
  const pages = ['/', '/en', '/registrer', '/en/register', '/bestill', '/en/order', '/personvern', '/en/privacy'];
  test.each(pages)('%s is in its language, leads to the notice, and runs no script', async (path) => {
    const { status, html, headers } = await web.get(path);
    expect(status).toBe(200);
    expect(html).toContain(`<html lang="${path.startsWith('/en') ? 'en' : 'nb'}"`);
    expect(html).toContain(path.startsWith('/en') ? 'href="/en/privacy"' : 'href="/personvern"');
    expect(html).not.toContain('<script');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('an address that leads nowhere is answered in the language of the address', async () => {
    expect(await web.get('/en/nowhere')).toMatchObject({ status: 404, html: expect.stringContaining('no such page') });
    expect(await web.get('/ingen')).toMatchObject({ status: 404, html: expect.stringContaining('finnes ikke') });
  });
});

describe('the notice', () => {
  test('shows its version, approver and contents, and leads to what changed since the version before', async () => {
    const { html } = await web.get('/personvern');
    expect(html).toContain(web.policy.controller.version.approver);
    expect(html).toContain('?version=2026-1&amp;against=2025-1');
    const compared = await web.get('/personvern?version=2026-1&against=2025-1');
    expect(compared.html).toContain('<ins>');
    expect(compared.html).toContain('<del>');
  });

  test('an earlier version is shown as it was, and one that never was is not found', async () => {
    expect((await web.get('/personvern?version=2025-1')).html).toContain('Kortere.');
    expect((await web.get('/personvern?version=1999-1')).status).toBe(404);
  });
});

describe('an address that anybody can type', () => {
  const known = { ...PERSON, email: 'mange@example.no' };
  const mailsTo = async (email: string) =>
    (await one<{ mails: number }>('select count(*)::int as mails from kept.outbox where addressee = $1', [email]))
      ?.mails;

  test.each([
    ['somebody registers with it', known.email],
    ['nobody had before', 'ukjent.mange@example.no'],
  ])('gets four mails in an hour when %s, and then the form comes back with all that was typed', async (_, email) => {
    for (let tries = 0; tries < 4; tries += 1) {
      expect((await web.post('/registrer', { ...known, email })).status).toBe(200);
    }
    const late = await web.post('/registrer', { ...known, email: email.toUpperCase(), city: 'Kárášjohka' });
    expect(late.status).toBe(429);
    expect(late.html).toContain('Adressen er brukt mange ganger på kort tid');
    expect(late.html).toContain('value="Ánte Prøvesen"');
    expect(late.html).toContain('value="Kárášjohka"');
    expect(await mailsTo(email)).toBe(4);
  });

  test('gets no more than ten mails about orders in an hour, and the order is still in the form', async () => {
    const sku = (await one<{ sku: string }>(`select sku from register.product where kind = 'goods' limit 1`))?.sku;
    const order = { ...PERSON, ...ADDRESS, email: 'bestiller.ofte@example.no', [`quantity.${sku}`]: '1' };
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await orderThroughSummary(web, '/bestill', order)).status).toBe(200);
    }
    const late = await orderThroughSummary(web, '/en/order', order);
    expect(late.status).toBe(429);
    expect(late.html).toContain('The address was used many times');
    expect(late.html).toContain('value="bestiller.ofte@example.no"');
    expect(await mailsTo('bestiller.ofte@example.no')).toBe(10);
  });
});

describe('a form', () => {
  test('says at each field what the policy uses the answer for and how long it is kept', async () => {
    const { html } = await web.get('/en/register');
    const label = web.policy.purposes.ordering?.label.en ?? 'ordering';
    expect(html.split(label).length).toBeGreaterThan(6);
    expect(html).toContain('3 years');
  });

  test('keeps everything that was typed when something is wrong, and names it at the field', async () => {
    const { status, html } = await web.post('/registrer', { ...PERSON, ...ADDRESS, postalCode: '97', email: 'ante' });
    expect(status).toBe(422);
    expect(html).toContain('value="Ánte Prøvesen"');
    expect(html).toContain('id="email-fault"');
    expect(html).toContain('id="postalCode-fault"');
  });

  test('refuses an organisation number whose control digit is wrong', async () => {
    const fields = { ...PERSON, kind: 'company', organisationNumber: '123456789' };
    expect((await web.post('/registrer', fields)).html).toContain('id="organisationNumber-fault"');
  });

  test('is refused when another site sends it', async () => {
    const response = await web.app.request('http://localhost/registrer', {
      method: 'POST',
      body: new URLSearchParams(PERSON).toString(),
      headers: { Origin: 'https://elsewhere.example.com', 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(response.status).toBe(403);
  });

  test('no box is ticked beforehand', async () => {
    const { html } = await web.get('/registrer');
    expect(html.match(/type="checkbox"[^>]*>/g)?.filter((box) => box.includes('checked'))).toEqual([]);
  });
});

describe('registering', () => {
  test('writes the customer, the notice they were shown and just the consents they gave, each in the ledger', async () => {
    const { status } = await web.post('/registrer', { ...PERSON, ...ADDRESS, 'consent.marketing': 'yes' });
    expect(status).toBe(200);
    const customer = await one<{ customer_id: string; legal_name: string; phone: string }>(
      `select customer_id, legal_name, phone from register.customer where email = 'ante@example.no'`,
    );
    expect(customer).toMatchObject({ legal_name: 'Ánte Prøvesen', phone: '+4740000999' });
    const id = [customer?.customer_id];
    expect(await one('select version_number from kept.notice_shown where person_id = $1', id)).toEqual({
      version_number: '2026-1',
    });
    const { rows } = await web.database.pool.query('select purpose from kept.consent_record where person_id = $1', id);
    expect(rows).toEqual([{ purpose: 'marketing' }]);
    expect(await one('select template from kept.outbox where person_id = $1', id)).toEqual({ template: 'registered' });
    expect(
      await one(
        `select count(*) as entries from kept.ledger_entry where kind = 'consent-given'
           and convert_from(leaf, 'UTF8')::jsonb ->> 'person' = kept.ledger_commitment($1)`,
        id,
      ),
    ).toEqual({ entries: 1 });
  });

  test('does not show whether the address was known: the page is the same, and only the mail differs', async () => {
    const known = await web.post('/registrer', { ...PERSON, email: 'KUNDE1@example.no' });
    const unknown = await web.post('/registrer', { ...PERSON, email: 'ukjent@example.no' });
    expect(known).toEqual(unknown);
    const mail = await one(`select template, person_id from kept.outbox where addressee = 'kunde1@example.no'`);
    expect(mail).toEqual({ template: 'already-registered', person_id: null });
    expect(await one(`select count(*) as n from register.customer where email = 'kunde1@example.no'`)).toEqual({
      n: 1,
    });
  });
});

describe('ordering', () => {
  test('answers for a customer whose data is restricted as for everybody, writes no order, and says why by mail only', async () => {
    const known = await one<{ customer_id: string; email: string }>(
      `select customer_id, email from register.customer where email = 'kunde9@example.no'`,
    );
    const orders = 'select count(*) as orders from register.sales_order where customer_id = $1';
    const before = await one(orders, [known?.customer_id]);
    await web.database.pool.query(
      `insert into kept.restriction (person_id, restriction_id, ground, since)
       values ($1, gen_random_uuid(), 'accuracy', now())`,
      [known?.customer_id],
    );
    const order = { ...PERSON, ...ADDRESS, 'quantity.ES-110': '1' };
    const restricted = await orderThroughSummary(web, '/bestill', { ...order, email: known?.email ?? '' });
    const stranger = await orderThroughSummary(web, '/bestill', { ...order, email: 'fremmed@example.no' });
    expect(restricted).toEqual(stranger);
    expect(restricted.status).toBe(200);
    // Nor does pressing the button twice tell them apart.
    const twice = async (email: string) => {
      const summary = await web.post('/bestill', { ...order, email, step: 'summary' });
      const binding = { ...summaryFields(summary.html), step: 'order' };
      await web.post('/bestill', binding);
      return await web.post('/bestill', binding);
    };
    expect(await twice(known?.email ?? '')).toEqual(await twice('fremmed@example.no'));
    expect(await one(orders, [known?.customer_id])).toEqual(before);
    expect(await one('select template, person_id from kept.outbox where addressee = $1', [known?.email])).toEqual({
      template: 'order-not-taken',
      person_id: null,
    });
  });

  const order = { ...PERSON, ...ADDRESS, email: 'bestiller@example.no' };

  test('writes order, lines and sums at the prices of the catalogue, and puts a confirmation in the outbox', async () => {
    const { html } = await orderThroughSummary(web, '/bestill', {
      ...order,
      'quantity.ES-100': '2',
      'quantity.ES-300': '1',
    });
    const row = await one<{ order_number: number; customer_id: string }>(
      `select order_number, customer_id, net_ore, vat_ore, status from register.sales_order
         join register.customer using (customer_id) where email = 'bestiller@example.no'`,
    );
    // Two at 799.20 with 25 % and one at 103.48 with 15 %: 399.60 and 15.52 of VAT.
    expect(row).toMatchObject({ net_ore: 170_188, vat_ore: 41_512, status: 'placed' });
    expect(html).not.toContain(String(row?.order_number));
    expect(await one('select template from kept.outbox where person_id = $1', [row?.customer_id])).toEqual({
      template: 'order-received',
    });
  });

  test('a second order with the address in another case belongs to the same customer', async () => {
    await orderThroughSummary(web, '/en/order', { ...order, email: 'BESTILLER@example.no', 'quantity.ES-110': '1' });
    const found = await one(
      `select count(distinct customer_id) as customers, count(*) as orders from register.sales_order
         join register.customer using (customer_id) where lower(email) = 'bestiller@example.no'`,
    );
    expect(found).toEqual({ customers: 1, orders: 2 });
  });

  test('without a product, or with half of one, nothing is written', async () => {
    const before = await one('select count(*) as n from register.sales_order');
    expect((await web.post('/bestill', order)).status).toBe(422);
    expect((await web.post('/bestill', { ...order, 'quantity.ES-100': '0.5' })).status).toBe(422);
    expect(await one('select count(*) as n from register.sales_order')).toEqual(before);
  });
});

test('when the database is gone nothing that was typed is told to whoever runs the server', async () => {
  await web.database.pool.query('alter table register.customer rename to customer_elsewhere');
  const { status, html } = await web.post('/registrer', { ...PERSON, email: 'kanari-7731@example.no' });
  await web.database.pool.query('alter table register.customer_elsewhere rename to customer');
  expect(status).toBe(500);
  expect(web.reported.length).toBeGreaterThan(0);
  expect([html, ...web.reported].join('\n')).not.toContain('kanari');
});
