/** Registering customers who call or come by, correcting what is registered, and keeping confidential addresses hidden. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { purposeView } from '../../src/register/index.ts';
import { type EasyStepWeb, ORIGIN, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff } from '../support/office.ts';
import { addCustomer, addOrder, giveConsent } from '../support/people.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
});
afterAll(() => web.close());

const NEW = '/kontor/kunder/ny?purpose=customer-administration';
const sent = (path: string, fields: Readonly<Record<string, string>>, roles = 'sales') =>
  web.app.request(`${ORIGIN}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { staff: roles, Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded' },
  });
const query = async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  (await web.database.pool.query(text, [...values])).rows as Row[];

const CALLER = {
  ...{ through: 'phone', kind: 'private', legalName: 'Ringer Eksempel', organisationNumber: '', language: 'nb' },
  ...{ email: 'ringer@example.no', phone: '400 00 099', street: 'Prøveveien 9', postalCode: '7010', city: 'Trondheim' },
};

describe('registering somebody who calls', () => {
  test('is not done before whoever registers has told of the notice, and what was typed stays', async () => {
    const response = await sent(NEW, CALLER);
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('Fortell kunden om personvernerklæringen');
    expect(html).toContain('href="#noticeMentioned"');
    expect(html).toContain('value="Ringer Eksempel"');
    expect(await query(`select from register.customer where email = 'ringer@example.no'`)).toEqual([]);
  });

  test('records the channel, that the notice was mentioned, and mails where it is', async () => {
    const response = await sent(NEW, { ...CALLER, noticeMentioned: 'yes' });
    expect(response.status).toBe(303);
    const [row] = await query<{ id: string; registered_through: string; channel: string; version: boolean }>(
      `select customer_id as id, registered_through, channel, version_number = notice_version as version
         from register.customer join kept.notice_shown on person_id = customer_id where email = 'ringer@example.no'`,
    );
    expect(row).toMatchObject({ registered_through: 'phone', channel: 'phone', version: true });
    const mails = await query<{ template: string; body_text: string }>(
      'select template, body_text from kept.outbox where person_id = $1',
      [row?.id],
    );
    expect(mails).toEqual([{ template: 'registered', body_text: expect.stringContaining('/personvern') }]);
    const page = await web.app.request(`${ORIGIN}${response.headers.get('location')}`, { headers: { staff: 'sales' } });
    expect(await page.text()).toContain('Kunden er registrert');
  });

  test('what was done is told to whoever did it and to nobody else', async () => {
    const response = await sent(NEW, { ...CALLER, email: 'en.til@example.no', noticeMentioned: 'yes' });
    const address = `${ORIGIN}${response.headers.get('location')}`;
    const other = await web.app.request(address, { headers: { staff: 'support' } });
    expect(await other.text()).not.toContain('Kunden er registrert');
  });

  test('with an address that a customer has is refused in words', async () => {
    const response = await sent(NEW, { ...CALLER, noticeMentioned: 'yes' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('En kunde har denne e-postadressen fra før');
  });

  test('is offered for the purpose that keeps customers, and refused to whoever does not have it', async () => {
    expect((await asStaff(web, 'sales').ask('/kontor/kunder?purpose=customer-administration')).html).toContain(
      '/kontor/kunder/ny?purpose=customer-administration',
    );
    expect((await asStaff(web, 'sales').ask('/kontor/kunder?purpose=ordering')).html).not.toContain(
      '/kontor/kunder/ny',
    );
    expect((await asStaff(web, 'warehouse').ask(NEW)).status).toBe(403);
    expect((await sent(NEW, { ...CALLER, noticeMentioned: 'yes' }, 'warehouse')).status).toBe(403);
  });

  test('with a field that the form does not have is refused', async () => {
    expect((await sent(NEW, { ...CALLER, noticeMentioned: 'yes', more: '1' })).status).toBe(400);
  });
});

describe('correcting what is registered', () => {
  const editOf = (id: string): string => `/kontor/kunder/${id}/endre?purpose=customer-administration`;

  async function formOf(id: string): Promise<Record<string, string>> {
    const { html } = await asStaff(web, 'sales').get(editOf(id));
    const value = (name: string): string => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1] ?? '';
    const names = ['seen', 'kind', 'legalName', 'email', 'phone', 'street', 'postalCode', 'city'];
    return { ...Object.fromEntries(names.map((name) => [name, value(name)])), language: 'nb' };
  }

  test('is saved and told on the customer’s page', async () => {
    const id = await addCustomer(web.database.pool);
    const form = await formOf(id);
    expect(form.legalName).toBe('Prøve Person');
    const response = await sent(editOf(id), { ...form, legalName: 'Prøve Rettet', city: 'Oslo' });
    expect(response.status).toBe(303);
    const rows = await query('select legal_name, city from register.customer where customer_id = $1', [id]);
    expect(rows).toEqual([{ legal_name: 'Prøve Rettet', city: 'Oslo' }]);
    const page = await web.app.request(`${ORIGIN}${response.headers.get('location')}`, { headers: { staff: 'sales' } });
    expect(await page.text()).toContain('Opplysningene er lagret');
  });

  test('over what somebody else has saved in between is refused, and nothing is lost', async () => {
    const id = await addCustomer(web.database.pool);
    const form = await formOf(id);
    await sent(editOf(id), { ...form, city: 'Bergen' });
    const late = await sent(editOf(id), { ...form, city: 'Oslo' });
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('Noen andre har lagret endringer');
    expect(await query('select city from register.customer where customer_id = $1', [id])).toEqual([
      { city: 'Bergen' },
    ]);
  });

  test('of a customer whom the purpose does not see is not found', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000';
    expect((await asStaff(web, 'sales').ask(editOf(nobody))).status).toBe(404);
  });
});

describe('a confidential address', () => {
  let id: string;
  const street = 'Hemmeligveien 7';
  beforeAll(async () => {
    id = await addCustomer(web.database.pool);
    await giveConsent(web.database.pool, id);
    const address = { street_address: street, postal_code: '7010', city: 'Gjemtby' };
    await query(
      'update register.customer set street_address = $2, postal_code = $3, city = $4 where customer_id = $1',
      [id, ...Object.values(address)],
    );
    const order = await addOrder(web.database.pool, id);
    await query('update register.sales_order set deliver_to_street = $2 where order_id = $1', [order, street]);
  });

  const shownTo = async (): Promise<string[]> => {
    const seen: string[] = [];
    for (const { name, roles } of Object.values(web.policy.purposes)) {
      const [role] = roles;
      if (role === undefined || purposeView(web.policy, name).customer === null) continue;
      const { html } = await asStaff(web, role).get(`/kontor/kunder/${id}?purpose=${name}`);
      if (html.includes(street)) seen.push(name);
    }
    return seen;
  };

  test('is seen by many before it is one', async () => {
    expect((await shownTo()).length).toBeGreaterThan(4);
  });

  test('is seen by those who deliver alone once it is, where earlier and later orders go too', async () => {
    await query('update register.customer set protected_address = true where customer_id = $1', [id]);
    const later = await addOrder(web.database.pool, id);
    await query('update register.sales_order set deliver_to_street = $2 where order_id = $1', [later, street]);
    expect(await shownTo()).toEqual(['delivery']);
    const open = await query(
      `select from register.sales_order where customer_id = $1 and deliver_to_street is not null`,
      [id],
    );
    expect(open).toEqual([]);
  });

  test('is refused by Postgres to every other purpose', async () => {
    const { rolePrefix } = web.database;
    const rows = await query<{ role: string }>(
      `select rolname as role from pg_roles where rolname like $1
          and has_any_column_privilege(oid, 'register.protected_address', 'select') order by 1`,
      [`${rolePrefix}\\_%`],
    );
    expect(rows.map(({ role }) => role.slice(rolePrefix.length + 1))).toEqual(['delivery', 'self_service']);
  });

  test('comes back when it no longer is one', async () => {
    await query('update register.customer set protected_address = false where customer_id = $1', [id]);
    const rows = await query('select street_address, city from register.customer where customer_id = $1', [id]);
    expect(rows).toEqual([{ street_address: street, city: 'Gjemtby' }]);
  });

  test('is hidden from the moment on in which somebody is registered with one', async () => {
    const fields = { ...CALLER, email: 'skjult@example.no', noticeMentioned: 'yes', protectedAddress: 'yes' };
    expect((await sent(NEW, { ...fields, street })).status).toBe(303);
    const [row] = await query(
      `select customer.street_address as open, hidden.street_address as hidden
         from register.customer join register.protected_address as hidden using (customer_id)
        where email = 'skjult@example.no'`,
    );
    expect(row).toEqual({ open: null, hidden: street });
  });
});
