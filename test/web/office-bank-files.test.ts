/** Files from the bank: what fits is registered, what does not waits for a person, and the same file is read once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { camt054, ocrGiro } from '../support/bank-files.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff, logOf } from '../support/office.ts';
import { signedInByHeader } from '../support/staff.ts';
import { asSender, type Sender } from '../support/upload.ts';

const PATH = '/kontor/bankfiler?purpose=invoicing';

interface Invoice {
  customer_id: string;
  invoice_id: string;
  invoice_number: number;
  payment_reference: string;
  ore: number;
}

let web: EasyStepWeb;
let accounts: Sender;
let invoices: Invoice[];

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  accounts = asSender(web, 'accounts');
  await web.database.pool.query('delete from register.payment');
  const { rows } = await web.database.pool.query<Invoice>(
    `select customer_id, invoice_id, invoice_number::int, payment_reference, (net_ore + vat_ore)::int as ore
       from register.invoice where kind = 'invoice' order by invoice_number limit 6`,
  );
  invoices = rows;
});
afterAll(() => web.close());

const invoice = (at: number): Invoice => {
  const found = invoices[at];
  if (found === undefined) throw new Error('there are too few invented invoices');
  return found;
};
const pays = (at: number, more = 0) => ({ kid: invoice(at).payment_reference, ore: invoice(at).ore + more });

const payments = async (): Promise<{ invoice_id: string; amount_ore: number }[]> =>
  (await web.database.pool.query('select invoice_id, amount_ore::int from register.payment order by amount_ore')).rows;

async function count(what: string): Promise<number> {
  const { rows } = await web.database.pool.query<{ n: number }>(`select count(*)::int as n from ${what}`);
  return rows[0]?.n ?? 0;
}

describe('a file from the bank', () => {
  const text = () =>
    ocrGiro([pays(0), pays(1, -100), pays(2, 100), pays(0), { kid: '1234567897', ore: 500 }, { kid: '', ore: 700 }]);
  let file = '';

  test('is shown before anything is registered: what fits, what waits and why', async () => {
    const sent = await accounts.upload(PATH, text());
    expect(sent.status).toBe(303);
    file = sent.location ?? '';
    const { html } = await asStaff(web, 'accounts').get(`${file}?purpose=invoicing`);
    for (const says of ['1 innbetaling på', '5 må føres for hånd', 'Mindre enn det som gjenstår', 'Mer enn det']) {
      expect(html).toContain(says);
    }
    for (const says of ['Fakturaen er betalt fra før', 'Ingen faktura har denne KID-en', 'Uten KID']) {
      expect(html).toContain(says);
    }
    expect(await payments()).toEqual([]);
  });

  test('is not read a second time, whether it is registered or not', async () => {
    const again = await accounts.upload(PATH, text());
    expect(again.status).toBe(422);
    expect(again.html).toContain('Denne filen er lest inn før');
    expect(await count('register.payment_file')).toBe(1);
  });

  test('is registered as a whole: the payment that fits is on My page and in the access log, the others wait', async () => {
    expect((await accounts.post(`${file}/register?purpose=invoicing`)).status).toBe(303);
    expect(await payments()).toEqual([{ invoice_id: invoice(0).invoice_id, amount_ore: invoice(0).ore }]);
    const { html } = await asStaff(web, 'accounts').get(PATH);
    expect(html.match(/class="row-heading"/g)).toHaveLength(6);
    const written = (await logOf(web)).filter(
      ({ action, tables }) => action === 'write' && tables.includes('register.payment'),
    );
    expect(written.at(-1)).toMatchObject({ purpose: 'invoicing', data_subjects: [invoice(0).customer_id] });
  });

  test('is registered once, however often the button is pressed', async () => {
    await accounts.post(`${file}/register?purpose=invoicing`);
    expect(await payments()).toHaveLength(1);
  });
});

describe('an amount that waits', () => {
  const entry = async (why: string): Promise<string> => {
    const { rows } = await web.database.pool.query<{ id: string; n: number }>(
      'select payment_file_id as id, entry_number as n from register.payment_entry where why = $1 and state = $2',
      [why, 'unmatched'],
    );
    return `/kontor/bankfiler/${rows[0]?.id}/${rows[0]?.n}`;
  };

  test('leads to the invoice of its reference, and is booked on it with what is then outstanding told', async () => {
    const path = await entry('too-little');
    const { html } = await asStaff(web, 'accounts').get(`${path}?purpose=invoicing`);
    expect(html).toContain(`Faktura ${invoice(1).invoice_number}`);
    expect(html).toMatch(/Da gjenstår 1,00.kr/);
    const sent = await accounts.post(`${path}/assign?purpose=invoicing`, {
      invoice: String(invoice(1).invoice_number),
    });
    expect(sent.status).toBe(303);
    expect(await payments()).toContainEqual({ invoice_id: invoice(1).invoice_id, amount_ore: invoice(1).ore - 100 });
  });

  test('can be looked up by an invoice number, and a number of no invoice is told with what to do', async () => {
    const path = await entry('no-reference');
    const found = await accounts.post(`${path}/find?purpose=invoicing`, { invoice: String(invoice(3).invoice_number) });
    expect(found.html).toContain(`Før beløpet på faktura ${invoice(3).invoice_number}`);
    const none = await accounts.post(`${path}/find?purpose=invoicing`, { invoice: '1' });
    expect([none.status, none.html.includes('Det er ingen faktura 1.')]).toEqual([422, true]);
    const words = await accounts.post(`${path}/find?purpose=invoicing`, { invoice: 'abc' });
    expect([words.status, words.html.includes('value="abc"')]).toEqual([422, true]);
  });

  test('is booked once, however often the button is pressed', async () => {
    const path = await entry('too-much');
    const fields = { invoice: String(invoice(2).invoice_number) };
    await Promise.all([1, 2, 3].map(() => accounts.post(`${path}/assign?purpose=invoicing`, fields)));
    expect((await payments()).filter(({ invoice_id }) => invoice_id === invoice(2).invoice_id)).toHaveLength(1);
  });

  test('can be set aside, and then waits no longer', async () => {
    const path = await entry('no-reference');
    expect((await accounts.post(`${path}/aside?purpose=invoicing`)).status).toBe(303);
    expect(await entry('no-reference')).toBe('/kontor/bankfiler/undefined/undefined');
  });
});

describe('what is refused', () => {
  test('a file that is changed on its way is refused with the line, and nothing of it is kept', async () => {
    const spoilt = ocrGiro([pays(4)]).replace('NY000089', 'NY000088');
    const sent = await accounts.upload(PATH, spoilt);
    expect([sent.status, sent.html.includes('linje 6')]).toEqual([422, true]);
    expect(await count('register.payment_file')).toBe(1);
  });

  test('a form without a file says so', async () => {
    const sent = await accounts.upload(PATH, null);
    expect([sent.status, sent.html.includes('Velg en fil fra banken.')]).toEqual([422, true]);
  });

  test('who does not take payments does not get in, and that is logged', async () => {
    expect((await asStaff(web, 'warehouse').get('/kontor/bankfiler?purpose=invoicing')).status).toBe(403);
    expect((await asSender(web, 'sales').upload(PATH, ocrGiro([pays(4)]))).status).toBe(403);
  });

  test('the name of whoever paid is kept nowhere, also for amounts that match nobody', async () => {
    const sent = await accounts.upload(PATH, camt054([{ kid: '1234567897', ore: 12_300 }]));
    await accounts.post(`${sent.location}/register?purpose=invoicing`);
    const { rows } = await web.database.pool.query('select * from register.payment_entry');
    expect(JSON.stringify(rows)).not.toMatch(/Oppdiktet|Takk/);
    expect(await count(`register.payment_entry where why = 'unknown-reference'`)).toBe(2);
  });

  test('a file that was only looked at is gone when it is discarded, and can be read in again', async () => {
    const text = ocrGiro([pays(5)]);
    const sent = await accounts.upload(PATH, text);
    const files = await count('register.payment_file');
    expect((await accounts.post(`${sent.location}/drop?purpose=invoicing`)).status).toBe(303);
    expect(await count('register.payment_file')).toBe(files - 1);
    expect(await count(`register.payment_entry where payment_reference = '${invoice(5).payment_reference}'`)).toBe(0);
    expect((await accounts.upload(PATH, text)).status).toBe(303);
  });
});

test('all pages are there in English', async () => {
  const { status, html } = await asStaff(web, 'accounts').get('/en/office/bank-files?purpose=invoicing');
  expect([status, html.includes('Amounts that wait for you')]).toEqual([200, true]);
});
