/** Customer surveys: who is asked and how often, one answer a link, and answers that lead back to nobody. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inviteAll, shuffleAnswers } from '../../src/cli/surveys.ts';
import { sessionsOf } from '../../src/web/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { fixedClock, seededIds } from '../support/fixed.ts';
import { asStaff, type StaffBrowser } from '../support/office.ts';
import { addCustomer, addOrder } from '../support/people.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let support: StaffBrowser;
const clock = fixedClock('2026-11-23T12:00:00Z');
const newId = seededIds('surveys');
const UNDER = '/kontor/undersokelser?purpose=satisfaction-surveys';
const SYSTEM = { kind: 'system', id: 'survey invitations', roles: [] } as const;

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader, { now: clock.now });
  support = asStaff(web, 'support');
  await web.database.pool.query('delete from register.delivery');
  await support.search(UNDER, { name: 'Levering', questionNb: 'Hvordan gikk det?', questionEn: 'How did it go?' });
});
afterAll(() => web.close());
beforeEach(() => web.database.pool.query('delete from register.survey_invitation; delete from register.survey_answer'));

async function delivered(daysAgo = 5): Promise<string> {
  const { pool } = web.database;
  const customer = await addCustomer(pool);
  const order = await addOrder(pool, customer);
  const at = new Date(clock.now().getTime() - daysAgo * 86_400_000);
  await pool.query(
    `insert into register.delivery (customer_id, delivery_id, order_id, dispatched_at, completed_at) values ($1, $2, $3, $4, $4)`,
    [customer, newId(), order, at],
  );
  return customer;
}

const invite = (now = clock.now()): Promise<number> =>
  web.enforcement.asPurpose(SYSTEM, 'satisfaction-surveys', (session) =>
    inviteAll(sessionsOf(session), {
      ...{ policy: web.policy, baseUrl: new URL('https://kept.example'), now, newId, seal: (token) => token },
    }),
  );

/** The newest link that was mailed to somebody. */
async function linkOf(customer: string): Promise<string> {
  const { rows } = await web.database.pool.query<{ body: string }>(
    `select body_text as body from kept.outbox where person_id = $1 and template = 'survey-invitation' order by created_at desc`,
    [customer],
  );
  return /token=([\w-]+)/.exec(rows[0]?.body ?? '')?.[1] ?? '';
}

describe('asking', () => {
  test('whoever got something lately is asked once, and again only after half a year', async () => {
    const customer = await delivered();
    await delivered(1);
    await delivered(60);
    expect(await invite()).toBe(1);
    expect(await linkOf(customer)).toMatch(/^[\w-]{32}$/);
    expect(await invite()).toBe(0);
    await web.database.pool.query(
      `update register.survey_invitation set sent_at = sent_at - interval '5 months 20 days'`,
    );
    expect(await invite()).toBe(0);
    await web.database.pool.query(`update register.survey_invitation set sent_at = sent_at - interval '1 month'`);
    expect(await invite()).toBe(1);
    await web.database.pool.query('delete from register.delivery');
  });

  test('whoever said no is not asked, and without a question in use nobody is', async () => {
    const customer = await delivered();
    await web.database.pool.query(
      `insert into kept.objection (person_id, objection_id, purpose, made_at, method) values ($1, $2, 'satisfaction-surveys', $3, 'my-page')`,
      [customer, newId(), clock.now()],
    );
    expect(await invite()).toBe(0);
    await web.database.pool.query('delete from register.delivery');
  });

  test('the database keeps a digest of the link, not the link', async () => {
    const customer = await delivered();
    await invite();
    const { rows } = await web.database.pool.query<{ row: string }>(
      'select i::text as row from register.survey_invitation as i',
    );
    expect(rows[0]?.row).not.toContain(await linkOf(customer));
    await web.database.pool.query('delete from register.delivery');
  });
});

describe('answering', () => {
  test('one answer a link, without signing in; the answer bears nothing but score, ticks and month', async () => {
    const customer = await delivered();
    await invite();
    const token = await linkOf(customer);
    const { html, headers } = await web.get(`/undersokelse?token=${token}`);
    expect(html).toContain('Hvordan gikk det?');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect((await web.post('/undersokelse', { token })).status).toBe(422);
    expect((await web.post('/undersokelse', { token, score: '9' })).status).toBe(422);
    expect((await web.post('/undersokelse', { token, score: '4', reasons: 'delivery' })).status).toBe(200);
    expect((await web.post('/undersokelse', { token, score: '1' })).status).toBe(410);
    expect((await web.get(`/undersokelse?token=${token}`)).status).toBe(410);
    const { rows } = await web.database.pool.query('select month::text, score, reasons from register.survey_answer');
    expect(rows).toEqual([{ month: '2026-11-01', score: 4, reasons: ['delivery'] }]);
    await web.database.pool.query('delete from register.delivery');
  });

  test('neither key, transaction nor place of an answer leads to the invitation', async () => {
    for (let count = 0; count < 6; count += 1) await delivered();
    expect(await invite()).toBe(6);
    const { rows: asked } = await web.database.pool.query<{ id: string }>(
      'select customer_id as id from register.survey_invitation',
    );
    for (const { id } of asked)
      await web.post('/undersokelse', { token: await linkOf(id), score: '5', reasons: 'price' });
    const shared = `select count(*)::int as count from register.survey_answer as answer join register.survey_invitation as asked
                     on asked.xmin::text = answer.xmin::text`;
    expect((await web.database.pool.query(shared)).rows).toEqual([{ count: 0 }]);
    await shuffleAnswers(web.database.pool);
    const { rows } = await web.database.pool.query(
      `select count(*)::int as answers, count(distinct xmin::text)::int as transactions from register.survey_answer`,
    );
    expect(rows).toEqual([{ answers: 6, transactions: 1 }]);
    const { html } = await support.get(UNDER);
    expect(html).toContain('Prisen (6)');
    await web.database.pool.query('delete from register.delivery');
  });
});

test('a month with fewer than five answers is not told of', async () => {
  await web.database.pool.query(
    `insert into register.survey_answer (survey_id, answer_id, month, score, reasons)
     select survey_id, gen_random_uuid(), '2026-10-01', 2, '{service}' from register.survey, generate_series(1, 4)`,
  );
  const { html } = await support.get(UNDER);
  expect(html).toContain('&lt;5');
  expect(html).not.toContain('<svg');
  expect(html).not.toContain('Hjelpen jeg fikk');
  expect((await asStaff(web, 'sales').get('/kontor/undersokelser')).status).toBe(403);
});
