/** Every address below a customer asks why alike, whether it shows or writes, and keeps what was typed meanwhile. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff } from '../support/office.ts';
import { addQuietCustomer } from '../support/people.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let quiet: string;
const ASKED = 'id="look_reason"';
const WHY = { look_reason: 'Kunden ringte om garantien' };

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  quiet = await addQuiet();
});
afterAll(() => web.close());

const addQuiet = (): Promise<string> => addQuietCustomer(web.database.pool);
const sql = (text: string, ...values: readonly unknown[]) => web.database.pool.query(text, [...values]);
const at = (customer: string, purpose: string): string => `/kontor/kunder/${customer}?purpose=${purpose}`;
const reasons = async () => (await sql('select person_id, purpose, reason from kept.look_reason order by at')).rows;

const NOWHERE = '00000000-0000-7000-8000-000000000000';
/** Routes that an address puts below a customer, as the router has them. */
const routes = (): readonly { method: string; path: string }[] => {
  const ways = web.app.routes.filter(({ path }) => /^\/kontor\/.*:customer/.test(path));
  return [...new Map(ways.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()];
};
const standIn = (name: string): string => ({ customer: quiet, level: '1', note: `${NOWHERE}.pdf` })[name] ?? NOWHERE;
const pathOf = (path: string): string =>
  path
    .split('/')
    .map((part) => (part.startsWith(':') ? standIn(/\w+/.exec(part)?.[0] ?? '') : part))
    .join('/');
const USED = [
  ['customer-administration', 'sales'],
  ['ordering', 'sales'],
  ['customer-communication', 'support'],
  ['claims', 'support'],
  ['disputes', 'legal'],
  ['delivery', 'warehouse'],
  ['invoicing', 'accounts'],
  ['credit-check', 'accounts'],
  ['add-on-services', 'sales'],
] as const;

test('each address below a customer asks under a purpose that it is for, and names nobody', async () => {
  const places = routes();
  expect(places.length).toBeGreaterThan(25);
  const silent: string[] = [];
  for (const { method, path } of places) {
    const asked: boolean[] = [];
    for (const [purpose, role] of USED) {
      const address = `${pathOf(path)}?purpose=${purpose}`;
      const staff = asStaff(web, role);
      const { html } = method === 'GET' ? await staff.ask(address) : await staff.post(address, {});
      if (html.includes('Prøve Person')) silent.push(`${method} ${path} ${purpose} names them`);
      asked.push(html.includes(ASKED));
      if (asked.at(-1)) break;
    }
    if (!asked.includes(true)) silent.push(`${method} ${path}`);
  }
  expect(silent).toEqual([]);
});

test.each([
  ['/kontor/notat', 'customer-communication', { text: 'Vil ringes etter tolv' }, 'register.note'],
  [
    '/kontor/samtale',
    'customer-communication',
    { channel: 'phone', mentioned: 'yes', subject: 'Sålen', text: 'Ringte om sålen' },
    'register.message',
  ],
  [
    '/kontor/reklamasjoner/ny',
    'claims',
    {
      through: 'phone',
      mentioned: 'yes',
      product: 'other',
      discovered: '2026-11-20',
      text: 'Limet',
      wants: 'refund',
    },
    'register.claim',
  ],
])(
  'what is written at %s is kept while the question is asked, and saved with the answer',
  async (path, purpose, typed, table) => {
    const customer = await addQuiet();
    const support = asStaff(web, 'support');
    const address = `${path}/${customer}?purpose=${purpose}`;
    const rows = async () => (await sql(`select from ${table} where customer_id = $1`, customer)).rowCount;
    const before = (await rows()) ?? 0;
    const first = await support.post(address, typed);
    expect([first.status, first.html.includes(ASKED), await rows()]).toEqual([200, true, before]);
    for (const [name, value] of Object.entries(typed)) {
      expect(first.html).toContain(`<input type="hidden" name="${name}" value="${value}"/>`);
    }
    const short = await support.post(address, { ...typed, look_reason: 'ja' });
    expect([short.status, short.html.includes(Object.values(typed).at(-1) ?? ''), await rows()]).toEqual([
      422,
      true,
      before,
    ]);
    expect((await support.post(address, { ...typed, ...WHY })).status).toBe(303);
    expect(await rows()).toBe(before + 1);
    expect((await reasons()).filter(({ person_id }) => person_id === customer)).toEqual([
      { person_id: customer, purpose, reason: WHY.look_reason },
    ]);
  },
);

test('a mail from nobody known is not put to a customer before the question is answered', async () => {
  const customer = await addQuiet();
  const mail = '00000000-0000-7000-8000-00000000e001';
  await sql(
    `insert into register.unsorted_message (unsorted_message_id, received_at, from_address, subject_line, body)
     values ($1, '2026-11-20T10:00:00Z', 'ukjent@example.no', 'Pris?', 'Hei')`,
    mail,
  );
  const path = `/kontor/usortert/${mail}?purpose=customer-communication`;
  const give = { do: 'give', customer: `${customer}@example.no` };
  expect((await asStaff(web, 'support').post(path, give)).html).toContain(ASKED);
  expect((await sql('select from register.unsorted_message where unsorted_message_id = $1', mail)).rowCount).toBe(1);
  expect((await asStaff(web, 'support').post(path, { ...give, ...WHY })).status).toBe(303);
});

test('the page that was asked for is the one that the answer opens, and never one elsewhere', async () => {
  const customer = await addQuiet();
  const support = asStaff(web, 'support');
  const page = `/kontor/notat/${customer}?purpose=customer-communication`;
  expect((await support.ask(page)).html).toContain(`name="next" value="${page}"`);
  const answer = (next: string) =>
    web.app.request(`http://localhost${at(customer, 'customer-communication')}`, {
      method: 'POST',
      headers: { staff: 'support', Origin: 'http://localhost', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...WHY, next }).toString(),
    });
  expect((await answer(page)).headers.get('Location')).toBe(page);
  expect((await answer('https://elsewhere.example/')).headers.get('Location')).toBe(
    at(customer, 'customer-communication'),
  );
});
