/** Every list of the office can be taken out as a file, from where it stands, under its purpose, and is recorded. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadInventedDailyLife } from '../../src/cli/invented/daily-life.ts';
import { readSpreadsheet } from '../../src/register/index.ts';
import { ADDRESSES } from '../../src/web/addresses.ts';
import { OFFICE_LISTS } from '../../src/web/office/exports/office-lists.ts';
import { MENU } from '../../src/web/office/menu.ts';
import { type EasyStepWeb, ORIGIN, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff } from '../support/office.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  await loadInventedDailyLife(web.database.pool, web.policy, new Date('2026-11-23T12:00:00Z'));
});
afterAll(() => web.close());

const roleWith = (purpose: string): string => web.policy.purposes[purpose]?.roles[0] ?? '';

const rowsOf = async (sql: string, ...values: unknown[]) =>
  (await web.database.pool.query<{ id: string }>(sql, values)).rows;
const one = async (sql: string): Promise<string> => (await rowsOf(sql))[0]?.id ?? '';

/** What a list of one company or one bought list is narrowed by; of a company it may be asked why. */
async function fieldsOf(name: string): Promise<Record<string, string>> {
  if (name === 'contact-people') {
    const customer = await one('select customer_id as id from register.contact_person order by customer_id');
    return { customer, look_reason: 'Prøver listen' };
  }
  if (name === 'leads') return { list: await one('select lead_list_id as id from register.lead') };
  return {};
}

async function takeOut(name: string, purpose: string, role: string, fields: Record<string, string>, language = 'nb') {
  const root = language === 'nb' ? ADDRESSES.officeExports.nb : ADDRESSES.officeExports.en;
  const headers = { staff: role, Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(fields).toString();
  return await web.app.request(`${ORIGIN}${root}/${name}?purpose=${purpose}`, { method: 'POST', body, headers });
}

const taken = async () =>
  (
    await web.database.pool.query<{ list: string; purpose: string; format: string; row_count: number }>(
      'select list, purpose, format, row_count from register.list_export order by exported_at, list',
    )
  ).rows;

const takenAs = async (name: string, purpose: string) =>
  (await taken()).filter((one) => one.list === name && one.purpose === purpose);

/** Lists on which nobody stands in the invented company, for one of their purposes. */
const MAY_BE_EMPTY: readonly string[] = [
  ...['payouts invoicing', 'unanswered-messages enquiries', 'unanswered-messages claims'],
  ...['messages enquiries', 'messages claims'],
];

const cases = OFFICE_LISTS.flatMap((list) => list.purposes.map((purpose) => ({ name: list.name, purpose, list })));

test.each(cases)(
  '$name can be taken out for $purpose, in both formats and languages',
  async ({ name, purpose, list }) => {
    const role = roleWith(purpose);
    const fields = await fieldsOf(name);
    const before = (await takenAs(name, purpose)).length;
    for (const language of ['nb', 'en'] as const) {
      for (const format of ['csv', 'xlsx'] as const) {
        const response = await takeOut(name, purpose, role, { ...fields, format }, language);
        expect([response.status, language, format]).toEqual([200, language, format]);
        const disposition = response.headers.get('content-disposition') ?? '';
        expect(disposition).toContain(`${name}-${purpose}`);
        const bytes = new Uint8Array(await response.arrayBuffer());
        const begins = new TextDecoder().decode(bytes).split('\r\n')[0] ?? '';
        if (format === 'csv') expect(begins).toContain(language === 'nb' ? ';' : ',');
        else expect(begins.startsWith('PK')).toBe(true);
      }
    }
    expect((await takenAs(name, purpose)).length - before).toBe(4);
    expect(
      (await takenAs(name, purpose)).every(
        ({ row_count: rows }) => rows > 0 || MAY_BE_EMPTY.includes(`${name} ${purpose}`),
      ),
    ).toBe(true);
    expect(list.fields).not.toContain('format');
  },
);

test.each(cases.filter(({ name }) => name !== 'contact-people' && name !== 'leads'))(
  'the page of $name offers the file for $purpose where there is something on the list',
  async ({ name, purpose, list }) => {
    const page = ADDRESSES[list.page].nb;
    const { status, html } = await asStaff(web, roleWith(purpose)).get(`${page}?purpose=${purpose}`);
    expect(status).toBe(200);
    const offered = html.includes(`${ADDRESSES.officeExports.nb}/${name}?purpose=${purpose}`);
    expect([name, offered]).toEqual([name, !html.includes('class="empty"')]);
  },
);

test('a list keeps its filter in the file', async () => {
  const rows = async (fields: Record<string, string>) => {
    const response = await takeOut('order-list', 'ordering', 'sales', { format: 'csv', ...fields });
    const read = await readSpreadsheet(new Uint8Array(await response.arrayBuffer()));
    return read.ok ? read.sheet.rows.length : -1;
  };
  const count = async (where: string): Promise<number> =>
    Number(
      (await web.database.pool.query<{ n: string }>(`select count(*) as n from register.sales_order ${where}`)).rows[0]
        ?.n,
    );
  expect(await rows({})).toBe(await count(''));
  expect(await rows({ status: 'placed' })).toBe(await count(`where status = 'placed'`));
  const { html } = await asStaff(web, 'sales').get('/kontor/bestillinger?purpose=ordering&status=placed');
  expect(html).toMatch(/class="take-out".*name="status" value="placed"/s);
});

test('the list of one customer asks why first, as their page does, and then comes out', async () => {
  const [customer, purpose] = ['00000000-0000-7000-8000-00000000c001', 'customer-administration'];
  const long = ['2020-01-01T10:00:00Z', 'phone', '1'];
  await rowsOf(
    `insert into register.customer (customer_id, kind, legal_name, organisation_number, email, registered_at, registered_through,
       notice_version)
     values ($1, 'company', 'Gammel Eksempel AS', '123456785', 'gammel@example.no', $2, $3, $4)`,
    ...[customer, ...long],
  );
  await rowsOf(
    `insert into register.contact_person (customer_id, contact_person_id, full_name, registered_at, registered_through,
       notice_version) values ($1, $1, 'Gammel Kontakt', $2, $3, $4)`,
    ...[customer, ...long],
  );
  const before = (await takenAs('contact-people', purpose)).length;
  const asked = await takeOut('contact-people', purpose, 'owner', { customer, format: 'csv' });
  expect(await asked.text()).toContain('name="look_reason"');
  expect((await takenAs('contact-people', purpose)).length).toBe(before);
  const given = { customer, format: 'csv', look_reason: 'Skal ringe dem' };
  const taken = await takeOut('contact-people', purpose, 'owner', given);
  expect(taken.headers.get('content-disposition')).toContain('contact-people');
});

describe('what is refused', () => {
  test('a purpose that the list is not for, a role that has no such purpose, a format and a field that are none', async () => {
    const before = (await taken()).length;
    expect((await takeOut('invoice-list', 'ordering', 'sales', { format: 'csv' })).status).toBe(403);
    expect((await takeOut('disputes', 'ordering', 'sales', { format: 'csv' })).status).toBe(403);
    expect((await takeOut('order-list', 'ordering', 'sales', { format: 'pdf' })).status).toBe(400);
    expect((await takeOut('order-list', 'ordering', 'sales', { format: 'csv', more: '1' })).status).toBe(400);
    expect((await takeOut('nothing', 'ordering', 'sales', { format: 'csv' })).status).toBe(404);
    expect((await taken()).length).toBe(before);
  });
});

describe('a new list', () => {
  const root = resolve(import.meta.dirname, '../../src/web/office');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

  test('that is defined as one is among those that are taken out', () => {
    const names = sources.flatMap(({ file, text }) =>
      text.includes('ListDefinition<') && !file.startsWith('list/') && !file.startsWith('exports/')
        ? [...text.matchAll(/^\s+name: (?:page === '\w+' \? '([a-z-]+)' : )?'([a-z-]+)',\n\s+page/gm)].flatMap(
            ([, one, other]) => [one, other].filter((name) => name !== undefined),
          )
        : [],
    );
    expect(names.length).toBeGreaterThanOrEqual(9);
    expect(names.filter((name) => !OFFICE_LISTS.some((list) => list.name === name))).toEqual([]);
    const defining = sources.filter(
      ({ file, text }) => /: ListDefinition<\w+>/.test(text) && !/^(list|exports)\//.test(file),
    );
    expect(defining.filter(({ text }) => !text.includes('officeList')).map(({ file }) => file)).toEqual([]);
  });

  /** Pages of the menu that show no list of people, or one that may not leave, each with its reason. */
  const WITHOUT: Readonly<Record<string, string>> = {
    officeCustomers: 'found by searching; all of them are taken out on the page for that',
    officeImports: 'runs of reading in, without people',
    officeExports: 'what was taken out is listed there itself',
    officeBankFiles: 'files, without people',
    officeOffers: 'words, without people',
    officeCampaigns: 'whoever said yes is written to from here alone, so that a no holds at once',
    officeStatistics: 'totals',
    officeUsage: 'totals',
    officeSurveys: 'totals',
    officeAccessLog: 'stays where only those who answer for it read it',
    officeUnusualLooks: 'stays where only those who answer for it read it',
    officeMeasures: 'what was checked, without people',
    officeUnusedFields: 'columns, without people',
    officeStaff: 'the review of access is signed on the page',
    officeTemplates: 'words, without people',
    officePolicy: 'the rules, which are public',
    officeEvidence: 'what the controls found, without people',
  };

  test('in the menu is one that can be taken out, or there is a reason why not', () => {
    const pages = MENU.flatMap(({ entries }) => entries.map(({ page }) => page));
    const without = pages.filter(
      (page) => !OFFICE_LISTS.some((list) => list.page === page && list.name !== 'contact-people'),
    );
    expect(without.sort()).toEqual(Object.keys(WITHOUT).sort());
  });

  test('has a name of its own', () => {
    const names = OFFICE_LISTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});
