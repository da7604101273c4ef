/** A company beside what the open register says, its contact people, and suppliers with theirs. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOutside } from '../../src/cli/open-outside.ts';
import { type AnsweringServer, openAnsweringServer } from '../support/answering-server.ts';
import { answerAsRegister, COMPANY, COMPANY_NUMBER } from '../support/company-answers.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff, type StaffBrowser } from '../support/office.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let server: AnsweringServer;
let sales: StaffBrowser;
let company = '';
let person = '';

beforeAll(async () => {
  server = await openAnsweringServer(answerAsRegister);
  web = await openEasyStepWeb(signedInByHeader, {
    outside: (policy, now) =>
      openOutside({ companyRegisterUrl: server.url, creditBureau: null }, policy, Buffer.alloc(32, 7), now),
  });
  sales = asStaff(web, 'sales');
  const { rows } = await web.database.pool.query<{ customer_id: string }>(
    `(select customer_id from register.customer where kind = 'company' limit 1)
     union all (select customer_id from register.customer where kind = 'private' limit 1)`,
  );
  [company = '', person = ''] = rows.map(({ customer_id }) => customer_id);
  await web.database.pool.query('update register.customer set organisation_number = $2 where customer_id = $1', [
    company,
    COMPANY_NUMBER,
  ]);
});
afterAll(async () => {
  await web.close();
  await server.close();
});

const rowsOf = async (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
  (await web.database.pool.query(sql, values)).rows;
const at = (id: string): string => `/kontor/kunder/${id}/oppslag?purpose=customer-administration`;
const shown = {
  ...{ shown_legal_name: COMPANY.navn, shown_form: 'AS', shown_street_address: 'Prøveveien 2, Inngang B' },
};

describe('a look-up', () => {
  test('shows what the register says beside what the customer told, and keeps nothing of it by itself', async () => {
    const { html } = await sales.search(at(company), { act: 'look-up' });
    expect(html).toContain('PRØVE OG ÁŊŊEL AS');
    expect(html).toContain('Prøveveien 2, Inngang B');
    expect(await rowsOf('select from register.supplement')).toEqual([]);
  });

  test('takes over what is marked, with its source, its address and the day', async () => {
    await sales.search(at(company), { act: 'take', take: 'legal_name', ...shown });
    const url = new URL(`enheter/${COMPANY_NUMBER}`, server.url).href;
    expect(await rowsOf('select field, found_value, source_name, source_url from register.supplement')).toEqual([
      { field: 'legal_name', found_value: COMPANY.navn, source_name: 'Enhetsregisteret', source_url: url },
    ]);
    expect(await rowsOf('select legal_name from register.customer where customer_id = $1', company)).toEqual([
      { legal_name: COMPANY.navn },
    ]);
    expect((await sales.get(at(company))).html).toContain('Tatt i bruk før');
  });

  test('takes over nothing that was not on the page', async () => {
    const { status } = await sales.search(at(company), { act: 'take', take: 'form', ...shown, shown_form: 'ENK' });
    expect(status).toBe(409);
    expect(await rowsOf('select from register.supplement')).toHaveLength(1);
  });

  test('is not made of a private person, nor where the address is confidential', async () => {
    const before = server.asked.length;
    await web.database.pool.query('update register.customer set protected_address = true where customer_id = $1', [
      company,
    ]);
    for (const id of [person, company]) {
      await sales.search(at(id), { act: 'look-up' });
      await sales.search(at(id), { act: 'take', take: 'legal_name', ...shown });
    }
    expect((await sales.get(at(company))).html).toContain('Adressen er fortrolig');
    expect((await sales.get(at(person))).html).toContain('Privatpersoner slås ikke opp');
    expect(server.asked.length).toBe(before);
    expect(await rowsOf('select from register.supplement')).toHaveLength(1);
  });
});

describe('the contact people of a company', () => {
  const contacts = (id: string, contact = ''): string =>
    `/kontor/kunder/${id}/kontaktpersoner${contact}?purpose=customer-administration`;

  test('are registered with what notice there is, changed, and deleted when they are no longer it', async () => {
    const typed = { fullName: 'Áŋŋel Kontakt', position: 'Innkjøp', email: 'ANNEL@example.no', phone: '40000021' };
    expect((await sales.search(contacts(company), { ...typed, email: 'feil' })).status).toBe(422);
    await sales.search(contacts(company), typed);
    const [row] = await rowsOf(`select contact_person_id, email, phone, notice_version from register.contact_person
                                 where full_name = 'Áŋŋel Kontakt'`);
    expect(row).toMatchObject({ email: 'annel@example.no', phone: '+4740000021', notice_version: expect.any(String) });
    const one = contacts(company, `/${row?.contact_person_id}`);
    await sales.search(one, { ...typed, act: 'change', position: 'Daglig leder' });
    expect((await sales.get(one)).html).toContain('Daglig leder');
    await sales.search(one, { act: 'remove' });
    expect(await rowsOf(`select from register.contact_person where full_name = 'Áŋŋel Kontakt'`)).toEqual([]);
  });

  test('are not for a private person', async () => {
    await sales.search(contacts(person), { fullName: 'Ingen', position: '', email: '', phone: '' });
    expect(await rowsOf(`select from register.contact_person where full_name = 'Ingen'`)).toEqual([]);
  });
});

describe('suppliers and partners', () => {
  const accounts = (): StaffBrowser => asStaff(web, 'accounts');
  const under = '?purpose=supplier-administration';
  const typed = {
    ...{ kind: 'supplier', name: 'Eksempel Frakt AS', organisationNumber: '974 760 673', delivers: 'Frakt' },
    ...{ agreement: 'F-1', reviewBy: '2027-01-31' },
  };

  test('are registered with their agreement, and an organisation number that can be one', async () => {
    expect((await sales.get(`/kontor/leverandorer${under}`)).status).toBe(403);
    const wrong = await accounts().search(`/kontor/leverandorer${under}`, {
      ...typed,
      organisationNumber: '974760674',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="Eksempel Frakt AS"');
    await accounts().search(`/kontor/leverandorer${under}`, typed);
    expect((await accounts().get(`/en/office/suppliers${under}`)).html).toContain('31 January 2027');
  });

  test('have contact people of their own, who end with the co-operation', async () => {
    const [one] = await rowsOf(`select supplier_id from register.supplier where name = 'Eksempel Frakt AS'`);
    const path = `/kontor/leverandorer/${one?.supplier_id}${under}`;
    const contact = { fullName: 'Frakt Kontakt', position: 'Sjåfør', email: '', phone: '40000022' };
    await accounts().search(path, { act: 'add-contact', ...contact });
    const people = `select full_name, kind, ended_on from register.supplier_contact where supplier_id = $1`;
    expect(await rowsOf(people, one?.supplier_id)).toEqual([
      { full_name: 'Frakt Kontakt', kind: 'supplier', ended_on: null },
    ]);
    await accounts().search(path, { act: 'change', ...typed, kind: 'partner' });
    expect(await rowsOf(people, one?.supplier_id)).toMatchObject([{ kind: 'partner' }]);
    await accounts().search(path, { act: 'end' });
    expect(await rowsOf(people, one?.supplier_id)).toMatchObject([{ ended_on: '2026-11-23' }]);
  });
});

describe('a company that registers itself', () => {
  test('has its name and address fetched with a button, sees where from, and is not registered by that', async () => {
    const page = await web.get('/registrer');
    expect(page.html).toContain('name="lookUp"');
    const { status, html } = await web.post('/registrer', { organisationNumber: '123 456 785', lookUp: 'yes' });
    expect(status).toBe(200);
    expect(html).toContain('hentet fra Enhetsregisteret 23. november 2026');
    expect(html).toContain('value="PRØVE OG ÁŊŊEL AS"');
    const unknown = await web.post('/en/register', {
      organisationNumber: '974760673',
      legalName: 'Mitt',
      lookUp: 'yes',
    });
    expect(unknown.status).toBe(422);
    expect(unknown.html).toContain('no company with this number');
    expect(unknown.html).toContain('value="Mitt"');
    expect(await rowsOf(`select from register.customer where legal_name in ('Mitt')`)).toEqual([]);
  });
});
