/** My page as its owner and everybody else sees it: one's own data in words, nobody else's, and a door that closes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAbout } from '../../src/enforcement/compile/row-owner.ts';
import { openEasyStepWeb } from '../support/easy-step-web.ts';
import { KINDS, type Planted, type PlantedKind, plantLook, plantPeople } from '../support/planted-people.ts';
import { type SignedInWeb, signedInWeb } from '../support/signed-in.ts';

let web: SignedInWeb;
let me: Planted;
let other: Planted;
beforeAll(async () => {
  web = await signedInWeb(openEasyStepWeb);
  me = await plantPeople(web.database.pool, 1);
  other = await plantPeople(web.database.pool, 2);
  await plantLook(web.database.pool, [me, other]);
});
afterAll(() => web.close());

const NEW_STAFF = '00000000-0000-7000-8000-00000000aaaa';
const NB = ['/min-side', '/min-side/opplysninger', '/min-side/bruk', '/min-side/innsyn', '/min-side/samtykker'];
const EN = ['/en/my-page', '/en/my-page/data', '/en/my-page/uses', '/en/my-page/looks', '/en/my-page/consents'];

/** Every page there is for such a person, asked for once; a category's own in one language. */
const pagesOf = new Map<PlantedKind, Promise<readonly (readonly [path: string, html: string])[]>>();
async function everyPage(kind: PlantedKind) {
  const categories = Object.keys(web.policy.categories).map((name) => `${NB[1]}/${name}`);
  const ask = async (path: string) => [path, (await web.get(path, as(kind))).html] as const;
  const pages = pagesOf.get(kind) ?? Promise.all([...NB, ...EN, ...categories].map(ask));
  pagesOf.set(kind, pages);
  return await pages;
}

const as = (kind: PlantedKind, whose: Planted = me) =>
  kind === 'staff' ? { staff: whose.staff } : { person: whose[kind] };

/** Every text and date of the person's rows, as the owner sees it. */
async function textsOf(whose: Planted): Promise<Set<string>> {
  const found = new Set<string>();
  for (const { name, belongsTo, columns } of Object.values(web.policy.tables)) {
    const personal = Object.values(columns).filter(({ category }) => category !== null);
    if (belongsTo.kind === 'nobody' || belongsTo.kind === 'listed' || personal.length === 0) continue;
    const listed = personal.map((column) => `t.${column.name}::text`).join(', ');
    for (const id of Object.values(whose)) {
      const { rows } = await web.database.pool.query<{ texts: (string | null)[] }>(
        `select array[${listed}] as texts from ${name} as t where ${isAbout(belongsTo, 't', '$1::uuid')}`,
        [id],
      );
      for (const text of rows.flatMap(({ texts }) => texts)) if (text !== null) found.add(text);
    }
  }
  return found;
}

/** What is between the tags of the page's main part. */
const wordsOf = (html: string): string => (/<main[\s>].*<\/main>/s.exec(html)?.[0] ?? '').replaceAll(/<[^>]*>/g, '\n');

describe('whoever is not signed in', () => {
  test.each([...NB, ...EN])('is sent from %s to sign in, and from there back to it', async (path) => {
    const { status, headers } = await web.get(`${path}?as=staff`);
    expect(status).toBe(303);
    const [page, query] = (headers.get('location') ?? '').split('?');
    expect(page).toBe(path.startsWith('/en') ? '/en/sign-in' : '/logg-inn');
    expect(new URLSearchParams(query).get('next')).toBe(`${path}?as=staff`);
  });

  test('changes no consent', async () => {
    const { status } = await web.post('/min-side/samtykker', { purpose: 'marketing', choice: 'give' });
    expect(status).toBe(303);
  });
});

describe.each(KINDS)('a %s', (kind) => {
  test.each([...NB, ...EN])('reads %s in its language, with no script, and no browser keeps it', async (path) => {
    const { status, html, headers } = await web.get(path, as(kind));
    expect(status).toBe(200);
    expect(html).toContain(`<html lang="${path.startsWith('/en') ? 'en' : 'nb'}"`);
    expect(html).not.toContain('<script');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('never reads a raw key, time or truth value, whatever the page', async () => {
    for (const [path, html] of await everyPage(kind)) {
      const words = wordsOf(html);
      expect(words, path).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
      expect(words, path).not.toMatch(/\d{4}-\d{2}-\d{2}T/);
      expect(words, path).not.toMatch(/^\s*(true|false|null|undefined)\s*$/m);
    }
  });

  test('never reads a value of another person, in any table, on any page', async () => {
    const mine = await textsOf(me);
    const theirs = [...(await textsOf(other))].filter((text) => text.length > 3 && !mine.has(text));
    expect(theirs.length).toBeGreaterThan(80);
    for (const [path, html] of await everyPage(kind)) {
      const words = wordsOf(html)
        .split('\n')
        .map((line) => line.trim());
      expect(
        theirs.filter((text) => words.includes(text)),
        path,
      ).toEqual([]);
      for (const id of Object.values(other)) expect(html, path).not.toContain(id);
    }
  });
});

test.each([
  ['private-customer', 'Kunde Diktet 1p'],
  ['company-customer', 'Kunde Diktet 1c'],
  ['contact-person', 'Kontakt Diktet 1'],
  ['staff', 'Ansatt Diktet 1'],
] as const)('a %s is greeted by the name in the register', async (kind, name) => {
  expect(wordsOf((await web.get('/min-side', as(kind))).html)).toContain(`Hei, ${name}\n`);
});

describe('what is held', () => {
  test('stands in the words of the reader: amounts, days, numbers and choices', async () => {
    const { html } = await web.get('/min-side/opplysninger', as('private-customer'));
    const words = wordsOf(html);
    for (const said of ['Kunde Diktet 1p', 'Privatperson', 'Norge', 'Engelsk', 'Vare 1p', 'Tekst 1p', 'Kort 1p']) {
      expect(words).toContain(said);
    }
    expect(words).toContain('10,01\u00a0kr');
    expect(words).toContain('5. januar 2026');
    expect(words).toContain('400 00 001');
    const english = wordsOf((await web.get('/en/my-page/data', as('private-customer'))).html);
    expect(english).toContain('Product 1p');
    expect(english).toContain('5 January 2026');
  });

  test('says where it is from, which purposes on which basis, who may get it, how long and by which law', async () => {
    const words = wordsOf((await web.get('/en/my-page/data/invoices', as('private-customer'))).html);
    expect(words).toContain('The system makes it');
    expect(words).toContain('a duty that the law gives us (GDPR Article 6(1)(c))');
    expect(words).toContain('Fulfil our bookkeeping duties');
    expect(words).toContain('Eksempel Drift AS');
    expect(words).toContain('bokføringsloven § 13');
    expect(words).toContain('Kept until the end of 31 December 2031.');
  });

  test('says that a period has not begun when what it counts from has not happened', async () => {
    const { rows } = await web.database.pool.query<{ id: string }>(
      `select customer_id as id from register.customer
        where not exists (select from register.delivery where delivery.customer_id = customer.customer_id)
          and not exists (select from register.message where message.customer_id = customer.customer_id) limit 1`,
    );
    const { html } = await web.get('/min-side/opplysninger/email-address', { person: rows[0]?.id ?? '' });
    expect(wordsOf(html)).toContain(
      'Kan bli lenger: 3 år, regnet fra det siste av «Levert» (leveranser) og «Tidspunkt» (henvendelser), hvis det skjer.',
    );
  });

  test('says so of staff who work here, whose time begins when they leave', async () => {
    await web.database.pool.query(
      `insert into kept.staff (staff_id, name, email, roles) values ($1, 'Ny Diktet', 'ny@example.com', '{sales}')`,
      [NEW_STAFF],
    );
    const { html } = await web.get('/en/my-page/data/staff-access', { staff: NEW_STAFF });
    expect(wordsOf(html)).toContain('The period has not begun: 1 year, counted from the last of “Left at” (staff)');
  });

  test('says where a category lies that no table holds, and which there is nothing of', async () => {
    const words = wordsOf((await web.get('/min-side/opplysninger', as('private-customer'))).html);
    expect(words).toContain('I serverloggen på nettstedet, i 90 dager.');
    expect(words).toContain('Stillingen til en kontaktperson');
  });

  test('that is more than a page leads on until every entry was shown once', async () => {
    const person = me['company-customer'];
    await web.database.pool.query(
      `insert into register.message (customer_id, message_id, direction, channel, at, extends_relationship, subject_line, body)
       select $1, gen_random_uuid(), 'in', 'web', '2026-10-01', true, 'Sak ' || number, 'x'
         from generate_series(100, 159) as number`,
      [person],
    );
    const seen: string[] = [];
    let path: string | undefined = '/min-side/opplysninger/correspondence';
    for (let pages = 0; path !== undefined && pages < 10; pages += 1) {
      const { html } = await web.get(path, { person });
      seen.push(...(wordsOf(html).match(/Sak \d+|Emne 1c/g) ?? []));
      path = /href="([^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(61);
    expect(new Set(seen).size).toBe(61);
  });

  test.each(['/min-side/opplysninger/nothing', '/min-side/opplysninger/correspondence?table=register.message&after=x'])(
    'is not found at %s',
    async (path) => expect((await web.get(path, as('private-customer'))).status).toBe(404),
  );
});

describe("an account that is both a customer's and a member of staff's", () => {
  test('shows one at a time, and leads to the other', async () => {
    const both = { person: me['private-customer'], staff: me.staff };
    const customer = await web.get('/min-side/opplysninger', both);
    expect(wordsOf(customer.html)).toContain('Kunde Diktet 1p');
    expect(customer.html).toContain('/min-side?as=staff');
    const staff = await web.get('/min-side/opplysninger?as=staff', both);
    expect(wordsOf(staff.html)).toContain('Ansatt Diktet 1');
    expect(wordsOf(staff.html)).not.toContain('Kunde Diktet');
    expect(staff.html).toContain('href="/min-side/innsyn?as=staff"');
  });
});

describe('when a look cannot be logged', () => {
  const closeLog = (closed: boolean) =>
    web.database.pool.query(
      `alter table kept.access_log ${closed ? 'add constraint closed check (false) not valid' : 'drop constraint closed'}`,
    );

  test('nothing is shown or changed, and the page says what to do', async () => {
    const person = me['private-customer'];
    await closeLog(true);
    const paths = NB.map((path) => [path, web.get(path, { person })] as const);
    const answers = await Promise.all(paths.map(async ([path, answer]) => ({ path, ...(await answer) })));
    const posted = await web.post('/min-side/samtykker', { purpose: 'marketing', choice: 'give' }, { person });
    await closeLog(false);
    for (const { path, status, html } of answers) {
      expect([path, status]).toEqual([path, 503]);
      expect(wordsOf(html)).toContain('Prøv igjen om noen minutter');
      expect(html).not.toContain('Diktet 1p');
    }
    expect(posted.status).toBe(503);
    const { rows } = await web.database.pool.query(
      'select from kept.consent_record where person_id = $1 and withdrawn_at is null',
      [person],
    );
    expect(rows).toEqual([]);
  });
});
