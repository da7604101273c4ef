/** The access log and looks out of the ordinary as whoever looks after privacy sees them; others do not. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EasyStepWeb, ORIGIN, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff, logOf, type StaffBrowser } from '../support/office.ts';
import { addCustomer, addStaffMember } from '../support/people.ts';
import { addStaff, signedInByHeader, staffWith } from '../support/staff.ts';

let web: EasyStepWeb;
let officer: StaffBrowser;
let customer: string;
const UNDER = 'purpose=privacy-administration';
const LOG = `/kontor/innsynslogg?${UNDER}`;
const UNUSUAL = `/kontor/innsynslogg/uvanlig?${UNDER}`;
/** The clock of the database is the real one, and so are the times of entries. */
const now = (): Date => new Date();

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader, { now });
  officer = asStaff(web, 'privacy-officer');
  customer = await addCustomer(web.database.pool);
  await web.database.pool.query(`update register.customer set legal_name = 'Ylva Ytterst' where customer_id = $1`, [
    customer,
  ]);
  await addStaff(web.database.pool, 'Siri Kundestøtte', 'support');
  await asStaff(web, 'support').get(`/kontor/kunder/${customer}?purpose=claims`);
});
afterAll(() => web.close());

const supportId = (): string => staffWith('support').staff?.id ?? '';

describe('the log', () => {
  test('shows who looked at a person and for what, and not to others than those who answer for it', async () => {
    const { html } = await officer.get(`${LOG}&person=${customer}`);
    expect(html).toContain('Innsyn i opplysninger om Ylva Ytterst');
    expect(html).toContain('Siri Kundestøtte');
    expect(html).toContain('Behandle reklamasjoner');
    for (const role of ['sales', 'support', 'adviser', 'it-consultant']) {
      expect((await asStaff(web, role).get('/kontor/innsynslogg')).status).toBe(403);
      expect((await asStaff(web, role).get('/en/office/access-log/unusual')).status).toBe(403);
    }
  });

  test('reading it is a look at everybody in the entries, on record for the same purpose', async () => {
    const before = (await logOf(web)).length;
    await officer.get(`${LOG}&person=${customer}`);
    const looks = (await logOf(web)).slice(before).filter(({ tables }) => tables.includes('kept.access_log'));
    expect(looks).toMatchObject([{ purpose: 'privacy-administration', action: 'read' }]);
    expect(looks[0]?.data_subjects).toContain(customer);
  });

  test('a person is found by name, the name stands in no address, and several are chosen among', async () => {
    const headers = {
      staff: 'privacy-officer',
      Origin: ORIGIN,
      'Content-Type': 'application/x-www-form-urlencoded',
    };
    const response = await web.app.request(`${ORIGIN}${LOG}`, { method: 'POST', headers, body: 'who=Ylva+Ytterst' });
    expect(response.status).toBe(303);
    const location = response.headers.get('location') ?? '';
    expect(location).toContain(`person=${customer}`);
    expect(location).not.toMatch(/Ylva/);
    const other = await addCustomer(web.database.pool);
    await web.database.pool.query(`update register.customer set legal_name = 'Ylva Annen' where customer_id = $1`, [
      other,
    ]);
    const both = await officer.search(LOG, { who: 'Ylva' });
    expect(both.status).toBe(200);
    expect(both.html).toContain(`person=${other}`);
    expect((await officer.search(LOG, { who: 'Finnes Ikke' })).html).toContain('Ingen kunde passer');
    expect((await officer.search(LOG, { who: '' })).status).toBe(422);
  });

  test('is narrowed by member of staff, purpose and what was done', async () => {
    const all = await officer.get(`${LOG}&staff=${supportId()}`);
    expect(all.html).toContain('Behandle reklamasjoner');
    const rows = (html: string): number => (html.match(/<th scope="row">/g) ?? []).length;
    expect(rows((await officer.get(`${LOG}&staff=${supportId()}&for=invoicing`)).html)).toBe(0);
    expect(rows((await officer.get(`${LOG}&staff=${supportId()}&action=export`)).html)).toBe(0);
    expect(rows((await officer.get(`${LOG}&staff=${supportId()}&for=claims&action=read`)).html)).toBeGreaterThan(0);
  });

  test('a period that runs backwards or is too long is refused in words, and nothing is looked up', async () => {
    const before = (await logOf(web)).filter(({ tables }) => tables.includes('kept.access_log')).length;
    for (const period of ['from=2026-02-02&until=2026-02-01', 'from=2020-01-01&until=2026-02-01']) {
      const { status, html } = await officer.get(`${LOG}&${period}`);
      expect(status).toBe(422);
      expect(html).toContain('Velg en periode på høyst 92 dager');
    }
    expect((await logOf(web)).filter(({ tables }) => tables.includes('kept.access_log'))).toHaveLength(before);
  });

  test('pages follow each other without leaving an entry out or telling one twice', async () => {
    const somebody = await addCustomer(web.database.pool);
    await web.database.pool.query(
      `insert into kept.access_log (shape_id, principal_kind, principal_id, data_subjects)
       select kept.access_shape_id('claims', 'read', '{register.customer}', '{identity}'), 'visitor', 'v' || n, array[$1::uuid]
         from generate_series(1, 120) as n`,
      [somebody],
    );
    let address: string | undefined = `${LOG}&person=${somebody}`;
    let rows = 0;
    for (let page = 0; page < 5 && address !== undefined; page += 1) {
      const { html }: { html: string } = await officer.get(address);
      rows += (html.match(/Besøkende<\/td>/g) ?? []).length;
      address = /href="([^"]*place=\d+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(rows).toBe(120);
  });
});

describe('looks out of the ordinary', () => {
  test('a finding says what was counted, what is usual, and how it is told from others; the note closes it', async () => {
    const { id } = await addStaffMember(web.database.pool, ['sales']);
    const finding = '00000000-0000-7000-8000-00000000f001';
    await web.database.pool.query(
      `insert into kept.look_finding (staff_id, finding_id, kind, day, figure, usual, threshold, found_at)
       values ($1, $2, 'many-people', '2026-11-18', 143, 35.5, 40, now())`,
      [id, finding],
    );
    const { html } = await officer.get(UNUSUAL);
    expect(html).toContain('143 personer 18. november 2026');
    expect(html).toContain('35,5 om dagen');
    expect(html).toContain('minst 40 og minst 3 ganger');
    expect(html).toContain(`staff=${id}`);
    expect((await officer.get(`/en/office/access-log/unusual?${UNDER}`)).html).toContain('a figure, not a suspicion');
    const empty = await officer.search(UNUSUAL, { finding, note: ' ' });
    expect(empty.status).toBe(422);
    expect((await officer.search(UNUSUAL, { finding, note: 'Ringte om forsinket levering' })).status).toBe(303);
    const { rows } = await web.database.pool.query('select note, looked_into_by from kept.look_finding');
    expect(rows).toEqual([
      { note: 'Ringte om forsinket levering', looked_into_by: staffWith('privacy-officer').staff?.id },
    ]);
    expect((await officer.get(UNUSUAL)).html).toContain('Ringte om forsinket levering');
    expect((await officer.get('/kontor')).html).not.toContain('Uvanlig innsyn som ingen har sett på');
  });

  test('one that waits stands on the start page of whoever looks into it', async () => {
    const { id } = await addStaffMember(web.database.pool, ['sales']);
    await web.database.pool.query(
      `insert into kept.look_finding (staff_id, finding_id, kind, day, figure, usual, threshold, found_at)
       values ($1, '00000000-0000-7000-8000-00000000f002', 'odd-hours', '2026-11-18', 20, null, 10, now())`,
      [id],
    );
    expect((await officer.get('/kontor')).html).toContain('Uvanlig innsyn som ingen har sett på');
  });
});
