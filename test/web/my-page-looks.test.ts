/** Who has looked, as the person reads it: every entry once, in words, their own folded, nobody else named. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEasyStepWeb } from '../support/easy-step-web.ts';
import { type Planted, plantLook, plantPeople } from '../support/planted-people.ts';
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

const wordsOf = (html: string): string =>
  (/<main[\s>].*<\/main>/s.exec(html)?.[0] ?? '').replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

/** Entries of the log about a person, put in by the owner. */
async function addLooks(person: string, principal: string, kind: string, times: readonly string[]): Promise<void> {
  await web.database.pool.query(
    `insert into kept.access_log (at, shape_id, principal_kind, principal_id, data_subjects)
     select at, kept.access_shape_id('claims', 'read', '{register.customer}', '{email-address,identity}'), $2, $3, array[$1::uuid]
       from unnest($4::timestamptz[]) as at order by at`,
    [person, kind, principal, times],
  );
}

test('a member of staff is told by the roles that have the purpose, with what was seen and a number to ask by', async () => {
  const words = wordsOf((await web.get('/min-side/innsyn', { person: me['private-customer'] })).html);
  expect(words).toContain('En ansatt (salg, kundeservice eller daglig leder)');
  expect(words).toContain('så på navn og kundenummer.');
  expect(words).toContain('Formål: Holde orden på kundeforholdet');
  expect(words).toMatch(/Nr\. \d+/);
  expect(words).toContain('Listen går 1 år tilbake.');
  expect(words).not.toContain('Ansatt Diktet');
});

test("one's own looks are one line a day, the system's one for each purpose, and both can be left out", async () => {
  const who = { person: me['contact-person'] };
  for (const path of ['/min-side/opplysninger', '/min-side/opplysninger']) await web.get(path, who);
  await addLooks(who.person, 'a job', 'system', ['2026-10-05T08:00:00Z', '2026-10-05T09:00:00Z']);
  const all = wordsOf((await web.get('/en/my-page/looks', who)).html);
  expect(all.match(/Yourself: \d+ looks/g)).toHaveLength(1);
  expect(all.match(/The system, without a human being looking: 2 looks \(/g)).toHaveLength(1);
  const { rows } = await web.database.pool.query<{ n: number }>(
    'select count(*) as n from kept.access_log where principal_id = $1',
    [me['contact-person']],
  );
  expect(rows[0]?.n).toBeGreaterThan(4);
  const hidden = wordsOf((await web.get('/en/my-page/looks?own=hide', who)).html);
  expect(hidden).not.toContain('Yourself');
  expect(hidden).not.toContain('The system');
  expect(hidden).toContain('Also show what you and the system have looked at');
});

describe('more looks than a page holds', () => {
  const DAYS = Array.from(
    { length: 40 },
    (_, day) => `2026-0${1 + Math.floor(day / 20)}-${String(1 + (day % 20)).padStart(2, '0')}`,
  );

  test("lead on: each look of others and each day of one's own is told just once", async () => {
    const person = me['company-customer'];
    await addLooks(
      person,
      me.staff,
      'staff',
      DAYS.flatMap((day) => [`${day}T08:00:00Z`, `${day}T23:30:00Z`]),
    );
    await addLooks(
      person,
      person,
      'data-subject',
      DAYS.map((day) => `${day}T12:00:00Z`),
    );
    const numbers: string[] = [];
    const ownDays: string[] = [];
    let path: string | undefined = '/min-side/innsyn';
    for (let pages = 0; path !== undefined && pages < 10; pages += 1) {
      const { html } = await web.get(path, { person });
      numbers.push(...(html.match(/Nr\. \d+/g) ?? []));
      for (const [, day, list] of html.matchAll(/id="day-([\d-]+)".*?<ul>(.*?)<\/ul>/gs)) {
        if (list?.includes('Du selv')) ownDays.push(day ?? '');
      }
      path = /href="([^"]*before=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    // Two a day, and the one that met everybody.
    expect(numbers).toHaveLength(2 * DAYS.length + 1);
    expect(new Set(numbers).size).toBe(numbers.length);
    const today = ownDays.filter((day) => !DAYS.includes(day));
    expect(ownDays.filter((day) => DAYS.includes(day))).toEqual([...DAYS].reverse());
    expect(today).toHaveLength(1);
  });

  test('stand under the day on which they were where the company is', async () => {
    // 23:30 in universal time is the next day in Oslo.
    const { html } = await web.get('/min-side/innsyn?own=hide', { person: me['company-customer'] });
    const [newest] = [...html.matchAll(/id="day-([\d-]+)"/g)].map(([, day]) => day);
    expect(newest).toBe('2026-02-21');
  });
});

test('what others are in an entry is told to nobody, and looking at it is not a look at them', async () => {
  const before = await web.database.pool.query('select max(entry_id) as last from kept.access_log');
  const { html } = await web.get('/min-side/innsyn', { person: me['contact-person'] });
  for (const id of [...Object.values(other), me['private-customer']]) expect(html).not.toContain(id);
  const { rows } = await web.database.pool.query<{ data_subjects: string[] }>(
    'select data_subjects from kept.access_log where entry_id > $1',
    [before.rows[0]?.last],
  );
  expect(new Set(rows.flatMap(({ data_subjects }) => data_subjects))).toEqual(new Set([me['contact-person']]));
});

test.each(['?before=x', '?before=-1', '?before=99999999999999999999', '?day=2026-99-99', '?own=maybe'])(
  'a place that is none (%s) is the beginning',
  async (query) => expect((await web.get(`/min-side/innsyn${query}`, { staff: me.staff })).status).toBe(200),
);
