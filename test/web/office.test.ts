/** The back office as programs see it: who may come in, what each purpose shows, and what nobody is told. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Policy } from '../../src/policy/index.ts';
import { purposeView } from '../../src/register/index.ts';
import type { SignedIn } from '../../src/web/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff, logOf, type StaffBrowser } from '../support/office.ts';
import { addCustomer, giveConsent } from '../support/people.ts';
import { signedInByHeader, staffWith } from '../support/staff.ts';

let web: EasyStepWeb;
let policy: Policy;
/** Who is at the door when it is not told by a header. */
let atTheDoor: SignedIn | null = null;
/** Somebody with a consent to marketing. */
let consented: string;
/** Somebody without. */
let silent: string;

beforeAll(async () => {
  web = await openEasyStepWeb(async (headers) => (await signedInByHeader(headers)) ?? atTheDoor);
  policy = web.policy;
  consented = await addCustomer(web.database.pool);
  silent = await addCustomer(web.database.pool);
  await giveConsent(web.database.pool, consented);
});
afterAll(() => web.close());

const as = (...roles: string[]): StaffBrowser => asStaff(web, ...roles);

describe('coming in', () => {
  test('whoever is not signed in is led to signing in, and back to the page asked for', async () => {
    const response = await web.app.request('http://localhost/kontor/kunder?purpose=marketing');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/logg-inn?next=%2Fkontor%2Fkunder%3Fpurpose%3Dmarketing');
  });

  test('whoever is signed in and no staff is told that the office is for staff', async () => {
    atTheDoor = { ...staffWith(), staff: null };
    const { status, html } = await web.get('/en/office');
    atTheDoor = null;
    expect(status).toBe(403);
    expect(html).toContain('The back office is for staff');
  });

  test('staff who signed in in one step only see how to set up the second, and no customer', async () => {
    atTheDoor = { ...staffWith('sales'), secondStepDone: false };
    const { status, html } = await web.get(`/kontor/kunder/${consented}?purpose=customer-administration`);
    atTheDoor = null;
    expect(status).toBe(403);
    expect(html).toContain('Sett opp det andre trinnet');
    expect(html).not.toContain('Prøve Person');
  });

  test('no page of the office is left in a cache', async () => {
    const response = await web.app.request('http://localhost/kontor', { headers: { staff: 'sales' } });
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('purposes', () => {
  const roles = [
    'sales',
    'warehouse',
    'accounts',
    'support',
    'marketing',
    'legal',
    'privacy-officer',
    'owner',
    'adviser',
    'auditor',
    'it-consultant',
  ];

  test('every role of the policy is tried here', () => {
    expect(Object.keys(policy.roles).sort()).toEqual([...roles].sort());
  });

  test.each(roles)('%s is offered exactly its own purposes', async (role) => {
    const own = Object.values(policy.purposes).filter((purpose) => purpose.roles.includes(role));
    const { html } = await as(role).get('/kontor');
    const offered = [...html.matchAll(/\/kontor\/kunder\?purpose=([a-z-]+)"/g)].map(([, name]) => name);
    expect(offered).toEqual(own.map(({ name }) => name));
    for (const { label } of own) expect(html).toContain(label.nb);
  });

  test('several roles are offered the purposes of all of them, each once', async () => {
    const { html } = await as('sales', 'marketing').get('/en/office');
    const offered = [...html.matchAll(/customers\?purpose=([a-z-]+)"/g)].map(([, name]) => name);
    expect(new Set(offered).size).toBe(offered.length);
    expect(offered).toContain('customer-administration');
    expect(offered).toContain('marketing');
  });

  test('acting for a purpose that one does not have is refused in words and logged', async () => {
    const before = (await logOf(web)).length;
    const { status, html } = await as('marketing').get(`/kontor/kunder/${consented}?purpose=invoicing`);
    expect(status).toBe(403);
    expect(html).toContain('Du har ikke dette formålet');
    expect(html).not.toContain('Prøve Person');
    expect((await logOf(web)).slice(before)).toMatchObject([
      { action: 'refused', purpose: 'invoicing', principal_kind: 'staff', data_subjects: [] },
    ]);
  });

  test('a purpose that does not exist is not found, whatever its name', async () => {
    for (const name of ['nothing', '__proto__', 'constructor', '<script>']) {
      const { status, html } = await as('sales').get(`/kontor/kunder?purpose=${encodeURIComponent(name)}`);
      expect(status).toBe(404);
      expect(html).toContain('Formålet finnes ikke');
    }
  });

  test('a purpose for others than staff is refused too', async () => {
    expect((await as('owner').get('/kontor/kunder?purpose=self-service')).status).toBe(403);
  });

  test('the purpose one acts for stands on the page, and all of one’s own can be changed to', async () => {
    const { html } = await as('support').get('/kontor/kunder?purpose=claims');
    expect(html).toMatch(/Du arbeider for <strong>Behandle reklamasjoner/);
    const own = Object.values(policy.purposes).filter((purpose) => purpose.roles.includes('support'));
    for (const { name } of own) expect(html).toContain(`<option value="${name}"`);
  });

  test('no customer is shown before a purpose is chosen', async () => {
    const before = (await logOf(web)).length;
    const { html } = await as('sales').get(`/kontor/kunder/${consented}`);
    expect(html).toContain('Hva skal du gjøre?');
    expect(html).not.toContain('Prøve Person');
    expect(html).toContain(`/kontor/kunder/${consented}?purpose=customer-administration`);
    expect((await logOf(web)).slice(before)).toEqual([]);
  });
});

describe('a customer whom the purpose does not admit', () => {
  const nobody = '00000000-0000-7000-8000-000000000000';

  test('is answered exactly as one who never was', async () => {
    const hidden = await as('marketing').get(`/kontor/kunder/${silent}?purpose=marketing`);
    const absent = await as('marketing').get(`/kontor/kunder/${nobody}?purpose=marketing`);
    expect(hidden.status).toBe(404);
    expect(hidden.html.replaceAll(silent, nobody)).toBe(absent.html);
    expect((await as('marketing').get(`/kontor/kunder/${consented}?purpose=marketing`)).status).toBe(200);
  });

  test('is not found where the purpose looks up no customers at all', async () => {
    for (const purpose of Object.values(policy.purposes)) {
      const [role] = purpose.roles;
      if (role === undefined || purposeView(policy, purpose.name).customer !== null) continue;
      expect((await as(role).get(`/kontor/kunder/${consented}?purpose=${purpose.name}`)).status).toBe(404);
      expect((await as(role).get(`/kontor/kunder?purpose=${purpose.name}`)).html).toContain('ser ingen enkeltkunder');
    }
  });

  test('is not found by an address that is no key', async () => {
    expect((await as('sales').get('/kontor/kunder/1;drop?purpose=customer-administration')).status).toBe(404);
  });
});

describe('who has looked', () => {
  test('opening a customer is logged, and whoever answers for the log sees by whom and for what', async () => {
    await as('support').get(`/kontor/kunder/${silent}?purpose=claims`);
    const { html } = await as('privacy-officer').get(`/kontor/kunder/${silent}?purpose=privacy-administration`);
    expect(html).toContain('Hvem har sett på kunden');
    expect(html.slice(html.indexOf('id="looks"'))).toContain('Behandle reklamasjoner');
    expect((await as('support').get(`/kontor/kunder/${silent}?purpose=claims`)).html).not.toContain('id="looks"');
  });
});
