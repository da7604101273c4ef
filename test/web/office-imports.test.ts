/** Spreadsheets in: columns are guessed and shown, nothing is written before it was looked at, each refused row is told. */
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../src/register/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff, logOf } from '../support/office.ts';
import { signedInByHeader } from '../support/staff.ts';
import { asSender, type Sender } from '../support/upload.ts';

const PURPOSE = 'purpose=customer-administration';
const PATH = `/kontor/innlesing?${PURPOSE}`;
const CUSTOMERS = { kind: 'customers', told: 'mail' };

let web: EasyStepWeb;
let sales: Sender;

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  sales = asSender(web, 'sales');
});
afterAll(() => web.close());

async function rows<Row extends object>(sql: string): Promise<Row[]> {
  return (await web.database.pool.query<Row>(sql)).rows;
}

const count = async (what: string): Promise<number> =>
  (await rows<{ n: number }>(`select count(*)::int as n from ${what}`))[0]?.n ?? 0;

const page = async (path: string, purpose = PURPOSE): Promise<string> =>
  (await asStaff(web, 'sales').get(`${path}?${purpose}`)).html;

/** Sends a file, takes the guessed columns, reads it in. @returns Where the import is. */
async function readIn(
  file: string | Uint8Array,
  fields: Readonly<Record<string, string>>,
  columns: Readonly<Record<string, string>>,
  purpose = PURPOSE,
): Promise<string> {
  const { location } = await sales.upload(`/kontor/innlesing?${purpose}`, file, fields);
  expect((await sales.post(`${location}/columns?${purpose}`, columns)).status).toBe(303);
  expect((await sales.post(`${location}/run?${purpose}`)).status).toBe(303);
  const id = location?.split('/').at(-1) ?? '';
  for (let tries = 0; tries < 200; tries += 1) {
    const [run] = await rows<{ state: string }>(`select state from register.import_run where import_id = '${id}'`);
    if (run?.state === 'done') break;
    await setTimeout(25);
  }
  return location ?? '';
}

describe('a file of customers', () => {
  const file = [
    'Navn;E-post;Orgnr;Tlf;Postnr;Kommentar',
    'Áilu Oppdiktet;ailu@example.no;;99887766;9730;',
    'Fjordvik AS;post@example.com;974760673;;;',
    ';ingen@example.no;;;;',
    'Ola Gjentatt;AILU@example.no;;;;',
    'Per Kort;per@example.no;;;;4111 1111 1111 1111',
    'Pål Nummer;paal@example.no;;;;01819000049',
  ].join('\n');
  let where = '';

  test('waits under a guess of its columns, sealed, and without the numbers that may not lie here', async () => {
    const sent = await sales.upload(PATH, file, CUSTOMERS);
    expect(sent.status).toBe(303);
    where = sent.location ?? '';
    const html = await page(where);
    expect(html).toMatch(/<option value="1" selected(="")?>\s*E-post/);
    expect(html).not.toMatch(/4111|01819/);
    const stored = JSON.stringify(await rows('select * from register.import_part'));
    expect(stored).not.toMatch(/Oppdiktet|example|4111/);
  });

  test('shows what it will do: first rows, how many, and each row that will be refused with its column', async () => {
    const columns = { legalName: '0', email: '1', organisationNumber: '2', phone: '3', postalCode: '4' };
    expect((await sales.post(`${where}/columns?${PURPOSE}`, columns)).status).toBe(303);
    const html = await page(where);
    for (const says of ['2 rader kan leses inn.', '4 rader blir avvist.', 'Áilu Oppdiktet', 'Navnet mangler']) {
      expect(html).toContain(says);
    }
    for (const says of ['se rad 2', 'Kommentar (kolonne 6)', 'Her er et kortnummer', 'Her er et fødselsnummer']) {
      expect(html).toContain(says);
    }
    expect(await count(`register.customer where registered_through = 'import'`)).toBe(0);
  });

  test('is read in whole: rows written with the notice they were pointed to, logged, and the file is gone', async () => {
    where = await readIn(file, CUSTOMERS, { legalName: '0', email: '1', organisationNumber: '2', phone: '3' });
    const written = await rows(
      `select legal_name, email, kind, phone, registered_through, notice_version from register.customer
        where registered_through = 'import' order by email`,
    );
    const version = web.policy.controller.version.number;
    const how = { registered_through: 'import', notice_version: version };
    expect(written).toEqual([
      { legal_name: 'Áilu Oppdiktet', email: 'ailu@example.no', kind: 'private', phone: '+4799887766', ...how },
      { legal_name: 'Fjordvik AS', email: 'post@example.com', kind: 'company', phone: null, ...how },
    ]);
    expect(
      await count(`kept.notice_shown join register.customer on person_id = customer_id
        where registered_through = 'import' and channel = 'mail' and version_number = '${version}'`),
    ).toBe(2);
    const log = (await logOf(web)).filter(
      ({ action, tables }) => action === 'write' && tables.includes('register.customer'),
    );
    expect(log.at(-1)).toMatchObject({ purpose: 'customer-administration', principal_kind: 'staff' });
    expect(log.at(-1)?.data_subjects).toHaveLength(2);
    const id = where.split('/').at(-1);
    expect(await count(`register.import_part where import_id = '${id}'`)).toBe(0);
  });

  test('gives a report of each refused row as CSV, without anything of what the row held', async () => {
    expect(await page(where)).toContain('2 rader er lest inn, 4 ble avvist');
    const csv = await page(`${where}/avviste-rader.csv`);
    expect(csv.split('\r\n')).toHaveLength(6);
    expect(csv).toContain('5;Kolonne 2;"E-postadressen står også på en rad over, se rad 2"');
    expect(csv).not.toMatch(/Gjentatt|example|4111/);
  });

  test('is refused row by row when it comes again, since the addresses are registered', async () => {
    const again = await readIn(file, CUSTOMERS, { legalName: '0', email: '1', organisationNumber: '2' });
    expect(await page(again)).toContain('0 rader er lest inn, 6 ble avvist');
    expect(await page(again)).toContain('E-postadressen er registrert fra før');
    expect(await count(`register.customer where registered_through = 'import'`)).toBe(2);
  });
});

describe('other files', () => {
  test('contact persons are put with their company, by its organisation number or customer number', async () => {
    const bytes = await writeWorkbook(
      {
        name: 'Kontakter',
        header: ['Bedrift', 'Kontaktperson', 'Stilling', 'E-post'],
        rows: [
          [974_760_673, 'Siri Oppdiktet', 'Innkjøp', 'siri@example.com'],
          ['999999999', 'Ukjent Bedrift', null, null],
          ['974760673', 'Siri Oppdiktet', null, 'siri@example.com'],
        ],
      },
      { name: 'Om', lines: [] },
    );
    const where = await readIn(
      bytes,
      { kind: 'contacts', told: 'phone' },
      { company: '0', fullName: '1', position: '2', email: '3' },
    );
    expect(await page(where)).toContain('1 rad er lest inn, 2 ble avvist');
    expect(
      await rows(`select full_name, position from register.contact_person where registered_through = 'import'`),
    ).toEqual([{ full_name: 'Siri Oppdiktet', position: 'Innkjøp' }]);
  });

  test('orders are written with all their lines or not at all', async () => {
    const [{ sku = '' } = {}] = await rows<{ sku: string }>(
      'select sku from register.product where in_catalogue limit 1',
    );
    const file = [
      'Bestilling,Kunde,Varenummer,Antall,Dato,Pris',
      `A-1,ailu@example.no,${sku},2,2026-11-03,"99,50"`,
      `A-1,ailu@example.no,${sku},1,2026-11-03,`,
      `A-2,ailu@example.no,${sku},1,2026-11-04,`,
      'A-2,ailu@example.no,finnes-ikke,1,2026-11-04,',
      `A-3,ukjent@example.no,${sku},1,2026-11-04,`,
    ].join('\n');
    const columns = { order: '0', customer: '1', sku: '2', quantity: '3', placedOn: '4', price: '5' };
    const where = await readIn(file, { kind: 'orders', told: 'mail' }, columns, 'purpose=ordering');
    expect(await page(where, 'purpose=ordering')).toContain('2 rader er lest inn, 3 ble avvist');
    expect(await count(`register.sales_order where placed_through = 'import'`)).toBe(1);
    expect(
      await rows(`select quantity, unit_price_ore::int from register.order_line join register.sales_order using (customer_id, order_id)
        where placed_through = 'import' order by line_number limit 1`),
    ).toEqual([{ quantity: 2, unit_price_ore: 9950 }]);
  });

  test('an order that was read in before is refused, in the preview and when it is read in, also from another file', async () => {
    const [{ sku = '', customer_number = 0 } = {}] = await rows<{ sku: string; customer_number: number }>(
      `select sku, customer_number::int from register.product, register.customer
        where in_catalogue and email = 'ailu@example.no' limit 1`,
    );
    const file = [
      'Kunde,Bestilling,Varenummer,Antall,Dato',
      `${customer_number},A-1,${sku},2,2026-11-03`,
      `${customer_number},A-4,${sku},1,2026-11-05`,
    ].join('\n');
    const columns = { customer: '0', order: '1', sku: '2', quantity: '3', placedOn: '4' };
    const purpose = 'purpose=ordering';
    const fields = { kind: 'orders', told: 'mail' };
    const { location } = await sales.upload(`/kontor/innlesing?${purpose}`, file, fields);
    await sales.post(`${location}/columns?${purpose}`, columns);
    expect(await page(location ?? '', purpose)).toMatch(/1 rad kan leses inn.*Bestillingen er lest inn før/s);
    const where = await readIn(file, fields, columns, purpose);
    expect(await page(where, purpose)).toContain('1 rad er lest inn, 1 ble avvist');
    expect(await count(`register.sales_order where imported_reference in ('A-1', 'A-4')`)).toBe(2);
  });
});

describe('what is refused', () => {
  test('a form that leaves something out says what, and how the people were told must be answered', async () => {
    const { status, html } = await sales.upload(PATH, null, {});
    expect(status).toBe(422);
    for (const says of ['Velg hva filen inneholder', 'Velg et regneark', 'Er de ikke orientert'])
      expect(html).toContain(says);
  });

  test('a file that is no spreadsheet, or is broken, is refused with the place', async () => {
    const { status, html } = await sales.upload(PATH, 'Navn;E-post\n"Ola;1', CUSTOMERS);
    expect([status, html.includes('rad 2, kolonne 1')]).toEqual([422, true]);
  });

  test('columns that cannot be are refused, and what was chosen stays', async () => {
    const { location } = await sales.upload(PATH, 'Navn;E-post\nOla;ola@example.no', CUSTOMERS);
    const { status, html } = await sales.post(`${location}/columns?${PURPOSE}`, { legalName: '1', email: '1' });
    expect([status, html.includes('er valgt for noe annet også')]).toEqual([422, true]);
  });

  test('a file of twenty megabytes and more is refused before it is read', async () => {
    const { status, html } = await sales.upload(PATH, new Uint8Array(20_300_000), CUSTOMERS);
    expect([status, html.includes('høyst 20 megabyte')]).toEqual([413, true]);
  });

  test('other addresses take no such files', async () => {
    const { status } = await sales.upload('/kontor/kunder?purpose=customer-administration', new Uint8Array(200_000));
    expect(status).toBe(413);
  });

  test('who does not register customers does not get in, and an import is seen under its own purpose only', async () => {
    expect((await asStaff(web, 'warehouse').get(PATH)).status).toBe(403);
    const { location } = await sales.upload(PATH, 'Navn;E-post\nOla;ola@example.no', CUSTOMERS);
    expect((await asStaff(web, 'sales').get(`${location}?purpose=ordering`)).status).toBe(404);
  });

  test('a file that is discarded is gone, and one that nobody reads in goes after seven days', async () => {
    const { location } = await sales.upload(PATH, 'Navn;E-post\nOla;ola@example.no', CUSTOMERS);
    const id = location?.split('/').at(-1);
    // Sent for one purpose, it is not discarded for another.
    await sales.post(`${location}/drop?purpose=ordering`);
    expect(await count(`register.import_part where import_id = '${id}'`)).toBeGreaterThan(0);
    await sales.post(`${location}/drop?${PURPOSE}`);
    expect(await count(`register.import_part where import_id = '${id}'`)).toBe(0);
    await web.database.pool.query(`update register.import_run set uploaded_at = uploaded_at - interval '8 days'`);
    await sales.upload(PATH, 'Navn;E-post\nOla;ola@example.no', CUSTOMERS);
    expect(await count('register.import_part')).toBe(2);
  });
});

test('the pages are there in English', async () => {
  const { html } = await asStaff(web, 'sales').get(`/en/office/imports?${PURPOSE}`);
  expect(html).toContain('How those in the file were told of the privacy notice');
});
