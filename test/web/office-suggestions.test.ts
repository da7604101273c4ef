/** Suggestions while one types: few columns, nobody for a few letters, each look logged, and not for just anybody. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIMITS } from '../../src/web/limits.ts';
import { plantCanaries } from '../support/canaries.ts';
import { type EasyStepWeb, ORIGIN, openEasyStepWeb } from '../support/easy-step-web.ts';
import { logOf } from '../support/office.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let customer: string;
beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  customer = await plantCanaries(web.database.pool, web.policy);
});
afterAll(() => web.close());

interface Suggested {
  readonly told: string;
  readonly suggestions: readonly { readonly address: string; readonly name: string; readonly detail: string }[];
}

async function suggest(
  q: string,
  { staff = 'sales', purpose = 'customer-administration', path = '/kontor/kunder/forslag', origin = ORIGIN } = {},
) {
  const response = await web.app.request(`${ORIGIN}${path}?purpose=${purpose}`, {
    method: 'POST',
    body: new URLSearchParams({ q }).toString(),
    headers: { staff, Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  const json = response.headers.get('content-type')?.startsWith('application/json') === true;
  return { response, body: json ? ((await response.json()) as Suggested) : { told: '', suggestions: [] } };
}

test('a name that has been begun suggests the customer, with the number and nothing more', async () => {
  const { response, body } = await suggest('kanari navn');
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toContain('no-store');
  expect(body.told).toBe('1 forslag. Velg med piltastene og åpne med Enter.');
  const [only] = body.suggestions;
  expect(only?.name).toBe('Kanari Navnesen AS');
  expect(only?.detail).toMatch(/^\d+$/);
  expect(only?.address).toBe(`/kontor/kunder/${customer}?purpose=customer-administration`);
});

test('a misspelt name suggests the customer, too, in the language of the page', async () => {
  const { body } = await suggest('navnessen', { path: '/en/office/customers/suggestions' });
  expect(body.told).toMatch(/^1 suggestion\./);
  expect(body.suggestions[0]?.address).toMatch(/^\/en\/office\/customers\//);
});

test('a contact person leads to their company and is logged as somebody who was seen', async () => {
  const before = (await logOf(web)).length;
  const { body } = await suggest('kanari kontakt');
  expect(body.suggestions.map(({ name }) => name)).toEqual(['Kanari Navnesen AS']);
  expect(body.suggestions[0]?.detail).toContain('Kontaktperson: Kanari Kontakt');
  const { rows } = await web.database.pool.query<{ id: string }>(
    `select contact_person_id as id from register.contact_person where full_name = 'Kanari Kontakt'`,
  );
  const logged = (await logOf(web)).slice(before).flatMap(({ data_subjects: people }) => people);
  expect(logged.toSorted()).toEqual([customer, rows[0]?.id ?? ''].toSorted());
});

test('the log says which categories a suggestion showed: names, and no address', async () => {
  const before = (await logOf(web)).length;
  await suggest('kanari navnesen');
  const entries = (await logOf(web)).slice(before);
  expect(entries.map(({ categories }) => categories)).toEqual([['identity']]);
  expect(entries[0]?.data_subjects).toEqual([customer]);
});

test.each(['k', 'ka', ' ka ', 'k.a', '1234', 'ka@'])(
  '"%s" says too little: nobody is shown and nobody is logged',
  async (q) => {
    const before = (await logOf(web)).length;
    const { response, body } = await suggest(q);
    expect([response.status, body]).toEqual([200, { told: '', suggestions: [] }]);
    expect((await logOf(web)).length).toBe(before);
  },
);

test('a text that fits nobody is told so and logs nobody', async () => {
  const before = (await logOf(web)).length;
  expect((await suggest('finnes ikke')).body.told).toMatch(/^Ingen forslag/);
  expect((await logOf(web)).length).toBe(before);
});

test('who packs goods is shown whom they go to, and never the customer’s own name', async () => {
  await web.database.pool.query(`update register.sales_order set status = 'placed' where customer_id = $1`, [customer]);
  const mine = { staff: 'warehouse', purpose: 'delivery' };
  expect((await suggest('kanari mottaker', mine)).body.suggestions.map(({ name }) => name)).toEqual([
    'Kanari Mottaker',
  ]);
  expect((await suggest('kanari navnesen', mine)).body.suggestions).toEqual([]);
  await web.database.pool.query(`update register.sales_order set status = 'completed' where customer_id = $1`, [
    customer,
  ]);
  expect((await suggest('kanari mottaker', mine)).body.suggestions).toEqual([]);
});

test('a purpose that one does not have suggests nobody, and the refusal is logged', async () => {
  const before = (await logOf(web)).length;
  const { response, body } = await suggest('kanari navnesen', { staff: 'warehouse' });
  expect([response.status, body.suggestions]).toEqual([403, []]);
  expect((await logOf(web)).slice(before).map(({ action }) => action)).toEqual(['refused']);
});

test('another site cannot ask', async () => {
  expect((await suggest('kanari navnesen', { origin: 'https://example.com' })).response.status).toBe(403);
});

test('who asks faster than people type is told how long to wait, and is shown nobody', async () => {
  const { most } = LIMITS.suggestionsByStaff;
  let last = await suggest('kanari navnesen', { staff: 'support' });
  for (let asked = 1; asked <= most; asked += 1) last = await suggest('x', { staff: 'support' });
  expect(last.response.status).toBe(429);
  expect(Number(last.response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(last.body.told).toContain('Du har søkt mange ganger');
  expect((await suggest('kanari navnesen')).response.status).toBe(200);
});

test('of the office the page of the search alone runs a script of ours, and none that is written into it', async () => {
  const get = async (path: string) => {
    const response = await web.app.request(`${ORIGIN}${path}`, { headers: { staff: 'sales' } });
    return { policy: response.headers.get('content-security-policy') ?? '', html: await response.text() };
  };
  const page = await get('/kontor/kunder?purpose=customer-administration');
  expect(page.policy).toMatch(/script-src 'self';/);
  expect(page.html.match(/<script[^>]*>[^<]*<\/script>/g)).toEqual([
    '<script type="module" src="/assets/find.js"></script>',
  ]);
  expect(page.html).not.toMatch(/ on[a-z]+=/);
  for (const other of [`/kontor/kunder/${customer}?purpose=customer-administration`, '/kontor']) {
    const { policy, html } = await get(other);
    expect([policy.includes('script-src'), html.includes('<script')]).toEqual([false, false]);
  }
});
