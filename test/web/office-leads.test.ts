/** Bought lists in the office: washed before anybody is contacted, told in the same breath, and a no that outlives the data. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOutside } from '../../src/cli/open-outside.ts';
import { type EasyStepWeb, ORIGIN, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff, type StaffBrowser } from '../support/office.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let marketing: StaffBrowser;
let objector: { legal_name: string; email: string };
const UNDER = '?purpose=leads';

beforeAll(async () => {
  const none = { companyRegisterUrl: null, creditBureau: null };
  web = await openEasyStepWeb(signedInByHeader, {
    outside: (policy, now) => openOutside(none, policy, Buffer.alloc(32, 7), now),
  });
  marketing = asStaff(web, 'marketing');
  const { rows } = await web.database.pool.query<{ customer_id: string; legal_name: string; email: string }>(
    `select customer_id, legal_name, email from register.customer where kind = 'private' order by customer_number limit 1`,
  );
  const [first] = rows;
  if (first === undefined) throw new Error('nobody was invented');
  objector = first;
  await web.database.pool.query(
    `insert into kept.objection (person_id, objection_id, purpose, made_at, method)
     values ($1, $1, 'marketing', '2026-11-01T10:00:00Z', 'my-page')`,
    [first.customer_id],
  );
});
afterAll(() => web.close());

async function send(path: string, fields: Readonly<Record<string, string>>, file?: string) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  if (file !== undefined) body.append('file', new File([file], 'liste.csv', { type: 'text/csv' }));
  const headers = { staff: 'marketing', Origin: ORIGIN };
  const response = await web.app.request(`${ORIGIN}${path}`, { method: 'POST', body, headers });
  const location = response.headers.get('location') ?? '';
  return { status: response.status, html: await response.text(), location };
}

const rowsOf = async (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
  (await web.database.pool.query(sql, values)).rows;
const names = async (): Promise<unknown[]> =>
  (await rowsOf('select full_name from register.lead order by full_name')).map(({ full_name }) => full_name);

const list = (): string => `Navn;Telefon;Adresse;Postnummer;Poststed;E-post
Mulig Én;40000011;Prøvegata 1;7030;Trondheim;
Mulig To;40000012;Prøvegata 2;7030;Trondheim;
Mulig Tre;;Prøvegata 3;7030;Trondheim;
Uten Alt;;;;;
Har Nummer;01819000049;;;;
${objector.legal_name};40000014;;;;${objector.email}
`;
const FORM = { vendor: 'Eksempel Lister AS', agreement: 'L-2026-4', receivedOn: '2026-11-20' };
let path = '';

describe('a bought list', () => {
  test('is for whoever finds new customers, and wants vendor, agreement, day and file', async () => {
    expect((await asStaff(web, 'accounts').get(`/kontor/mulige-kunder${UNDER}`)).status).toBe(403);
    const { status, html } = await send(`/kontor/mulige-kunder/ny${UNDER}`, {
      vendor: '',
      agreement: '',
      receivedOn: '',
    });
    expect(status).toBe(422);
    for (const field of ['vendor', 'agreement', 'receivedOn', 'file']) expect(html).toContain(`href="#${field}"`);
  });

  test('takes in those who can be reached, not those who have said no to us, nor a row with a forbidden number', async () => {
    const { status, location } = await send(`/kontor/mulige-kunder/ny${UNDER}`, FORM, list());
    expect(status).toBe(303);
    path = location.split('?')[0] ?? '';
    expect(await names()).toEqual(['Mulig Én', 'Mulig To', 'Mulig Tre']);
    expect(await rowsOf('select row_count, refused_count, reserved_count from register.lead_list')).toEqual([
      { row_count: 3, refused_count: 2, reserved_count: 1 },
    ]);
    expect(await rowsOf('select distinct notice_due_on, delete_on from register.lead')).toEqual([
      { notice_due_on: '2026-12-20', delete_on: '2027-11-20' },
    ]);
    const suppressed = JSON.stringify(await rowsOf('select * from register.suppression'));
    expect(suppressed).not.toContain(objector.email);
  });

  test('lets nobody be called or written to before it is washed', async () => {
    const [one] = await rowsOf(`select lead_id from register.lead where full_name = 'Mulig Én'`);
    const { html } = await marketing.get(`${path}/${one?.lead_id}${UNDER}`);
    expect(html).toContain('listen er ikke vasket');
    await send(`${path}/${one?.lead_id}${UNDER}`, { act: 'called' });
    await send(`${path}/brev${UNDER}`, { chosen: String(one?.lead_id) });
    expect(await rowsOf('select from register.lead where first_contact_on is not null')).toEqual([]);
  });

  test('loses those who are reserved when it is washed, and the file is kept nowhere', async () => {
    const { status } = await send(
      `${path}/vask${UNDER}`,
      {},
      'Navn;Adresse;Postnummer\nMULIG TO;Prøvegata 2;7030\nAnnen;Veien 9;0150\n',
    );
    expect(status).toBe(303);
    expect(await names()).toEqual(['Mulig Én', 'Mulig Tre']);
    expect(await rowsOf('select washed_on, reserved_count from register.lead_list')).toEqual([
      { washed_on: '2026-11-23', reserved_count: 2 },
    ]);
  });

  test('gives letters that name the source and how to say no, and is told when they are posted', async () => {
    const { html } = await marketing.get(`${path}/brev${UNDER}`);
    expect(html).toContain('Eksempel Lister AS');
    expect(html.match(/class="letter ds-card"/g)).toHaveLength(2);
    expect(html).toMatch(/<strong>Du kan når som helst si nei/);
    const [three] = await rowsOf(`select lead_id from register.lead where full_name = 'Mulig Tre'`);
    await send(`${path}/brev${UNDER}`, { chosen: String(three?.lead_id) });
    expect(
      await rowsOf(`select state, notice_channel, notice_sent_on, first_contact_on, washed_on from register.lead
                     where full_name = 'Mulig Tre'`),
    ).toEqual([
      {
        ...{ state: 'contacted', notice_channel: 'post', notice_sent_on: '2026-11-23' },
        ...{ first_contact_on: '2026-11-23', washed_on: '2026-11-23' },
      },
    ]);
  });

  test('forgets whoever says no, and does not take them in again', async () => {
    const [one] = await rowsOf(`select lead_id from register.lead where full_name = 'Mulig Én'`);
    await send(`${path}/${one?.lead_id}${UNDER}`, { act: 'no' });
    expect(await names()).toEqual(['Mulig Tre']);
    await send(
      `/kontor/mulige-kunder/ny${UNDER}`,
      FORM,
      'Name,Phone\nAnother Spelling,+4740000011\nSomeone New,40000015\n',
    );
    expect(await names()).toEqual(['Mulig Tre', 'Someone New']);
  });

  test('gives a customer when somebody wants to be one, who then is on no list', async () => {
    const sales = asStaff(web, 'sales');
    const [lead] = await rowsOf(`select lead_id, lead_list_id from register.lead where full_name = 'Mulig Tre'`);
    const at = `/kontor/mulige-kunder/${lead?.lead_list_id}/${lead?.lead_id}${UNDER}`;
    const typed = {
      act: 'convert',
      legalName: 'Mulig Tre',
      street: 'Prøvegata 3',
      postalCode: '7030',
      city: 'Trondheim',
    };
    expect((await sales.search(at, { ...typed, email: 'feil' })).status).toBe(422);
    await sales.search(at, { ...typed, email: 'tre@example.no' });
    expect(
      await rowsOf(`select legal_name, registered_through from register.customer where email = 'tre@example.no'`),
    ).toEqual([{ legal_name: 'Mulig Tre', registered_through: 'phone' }]);
    expect(await names()).toEqual(['Someone New']);
  });

  test('gives a customer and takes the lead in one act: what fails leaves the lead, and two who do it do it once', async () => {
    const sales = asStaff(web, 'sales');
    const { pool } = web.database;
    const [lead] = await rowsOf(`select lead_id, lead_list_id from register.lead where full_name = 'Someone New'`);
    const at = `/kontor/mulige-kunder/${lead?.lead_list_id}/${lead?.lead_id}${UNDER}`;
    const convert = (email: string) =>
      sales.search(at, { act: 'convert', legalName: 'Someone New', street: '', postalCode: '', city: '', email });
    const customers = () => rowsOf(`select email from register.customer where legal_name = 'Someone New'`);
    await pool.query(
      `create function public.lead_stays() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
       create trigger lead_stays before delete on register.lead for each row execute function public.lead_stays()`,
    );
    expect((await convert('new.one@example.no')).status).toBe(500);
    await pool.query('drop trigger lead_stays on register.lead; drop function public.lead_stays()');
    expect([await customers(), await names()]).toEqual([[], ['Someone New']]);
    await Promise.all([convert('new.one@example.no'), convert('new.two@example.no')]);
    expect([(await customers()).length, await names()]).toEqual([1, []]);
  });

  test('says what is wrong with a file that is none', async () => {
    const { html } = await send(`/kontor/mulige-kunder/ny${UNDER}`, FORM, 'Sko;Farge\nA;B\n');
    expect(html).toContain('Fant ingen kolonne med navn');
    expect(html).toContain('value="Eksempel Lister AS"');
  });
});
