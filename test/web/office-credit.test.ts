/** Credit checks in the office: only for an order on invoice, one at a time, decided by a human being, told to the person. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openOutside } from '../../src/cli/open-outside.ts';
import { NOTHING_OUTSIDE } from '../../src/web/index.ts';
import { type AnsweringServer, openAnsweringServer } from '../support/answering-server.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff, type StaffBrowser } from '../support/office.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let server: AnsweringServer;
let accounts: StaffBrowser;
const orders: { customer_id: string; order_id: string }[] = [];

beforeAll(async () => {
  server = await openAnsweringServer(() => ({ status: 503 }));
  web = await openEasyStepWeb(signedInByHeader, {
    outside: (policy, now) =>
      openOutside(
        { companyRegisterUrl: null, creditBureau: { url: server.url, token: 'a-token' } },
        policy,
        Buffer.alloc(32, 7),
        now,
      ),
  });
  accounts = asStaff(web, 'accounts');
  const { rows } = await web.database.pool.query<{ customer_id: string; order_id: string }>(
    `update register.sales_order set payment_terms = 'invoice', status = 'placed'
      where order_id in (select order_id from register.sales_order order by order_number limit 8)
      returning customer_id, order_id`,
  );
  orders.push(...rows);
});
afterAll(async () => {
  await web.close();
  await server.close();
});

const answers = (outcome: string): void =>
  server.answer(({ body }) => {
    const { reference } = JSON.parse(body) as { reference: string };
    const report = outcome === 'frozen' ? {} : { report: 'Betalingsanmerkninger: 2' };
    return { status: 200, body: { reference, outcome, ...report } };
  });

let next = 0;
let path = '';
let orderId = '';
beforeEach(() => {
  const { customer_id, order_id } = orders[next] ?? { customer_id: '', order_id: '' };
  next += 1;
  orderId = order_id;
  path = `/kontor/kreditt/${customer_id}/${order_id}?purpose=credit-check`;
});

const checks = async (): Promise<Record<string, unknown>[]> => {
  const { rows } = await web.database.pool.query('select * from register.credit_check where order_id = $1', [orderId]);
  return rows;
};
const mails = async (template: string): Promise<string[]> => {
  const { rows } = await web.database.pool.query<{ body_text: string }>(
    `select body_text from kept.outbox where template = $1 order by created_at desc`,
    [template],
  );
  return rows.map(({ body_text }) => body_text);
};

describe('a credit check', () => {
  test('is for whoever assesses credit, and nobody else', async () => {
    for (const role of ['sales', 'marketing', 'owner', 'warehouse']) {
      expect((await asStaff(web, role).get(path)).status).toBe(403);
    }
    const { status, html } = await accounts.get('/kontor/kreditt?purpose=credit-check');
    expect(status).toBe(200);
    expect(html).toContain('Ikke vurdert');
  });

  test('wants a reason before anybody is asked', async () => {
    const { status, html } = await accounts.search(path, { act: 'ask', reason: '' });
    expect(status).toBe(422);
    expect(html).toContain('Velg hvorfor vurderingen trengs.');
    expect(await checks()).toEqual([]);
  });

  test('is on record before the bureau answers, can be sent again under the same number, and is then decided', async () => {
    server.answer(() => ({ status: 500 }));
    await accounts.search(path, { act: 'ask', reason: 'large-amount' });
    expect(await checks()).toMatchObject([{ answer: null, reason: 'large-amount', provider: expect.any(String) }]);
    answers('insufficient');
    await accounts.search(path, { act: 'again' });
    const [first, second] = server.asked.slice(-2).map(({ headers }) => headers['idempotency-key']);
    expect(second).toBe(first);
    const [check] = await checks();
    expect(check).toMatchObject({ answer: 'insufficient', outcome: null });
    expect(String(check?.report_sealed)).not.toContain('anmerkninger');
    expect((await accounts.get(path)).html).toContain('Betalingsanmerkninger: 2');
    expect((await mails('credit-check-copy'))[0]).toMatch(/risiko ved å la deg betale senere/);

    await accounts.search(path, { act: 'decide', outcome: 'prepayment', note: 'To anmerkninger i år.' });
    const [decided] = await checks();
    expect(decided).toMatchObject({ outcome: 'prepayment', report_sealed: null, report_delete_on: null });
    expect(decided?.decided_by).not.toBeNull();
    expect((await mails('credit-decided'))[0]).toMatch(/vurderer det på nytt/);
    const { rows } = await web.database.pool.query(
      'select payment_terms from register.sales_order where order_id = $1',
      [orderId],
    );
    expect(rows).toEqual([{ payment_terms: 'prepaid' }]);
    expect((await accounts.get(path)).html).not.toContain('Betalingsanmerkninger');
  });

  test('of somebody who has frozen their credit is kept as no data, and says so to nobody else', async () => {
    answers('frozen');
    await accounts.search(path, { act: 'ask', reason: 'first-order' });
    expect(await checks()).toMatchObject([{ answer: 'no-data', report_sealed: null }]);
    const { html } = await accounts.get(path);
    expect(html).toContain('Det teller ikke mot kunden');
    expect(html).not.toMatch(/sperre|frys/i);
  });

  test('is asked for once, also by two at the same moment', async () => {
    answers('sufficient');
    const before = server.asked.length;
    const ask = () => accounts.search(path, { act: 'ask', reason: 'first-order' });
    await Promise.all([ask(), ask(), ask()]);
    expect(await checks()).toHaveLength(1);
    expect(server.asked.length - before).toBe(1);
  });

  test('is not made for an order that is paid in advance', async () => {
    await web.database.pool.query(`update register.sales_order set payment_terms = 'prepaid' where order_id = $1`, [
      orderId,
    ]);
    expect((await accounts.get(path)).html).toContain('ingen kreditt å vurdere');
    await accounts.search(path, { act: 'ask', reason: 'first-order' });
    expect(await checks()).toEqual([]);
  });

  test('keeps no note with a national identity number, and keeps what was typed', async () => {
    answers('sufficient');
    await accounts.search(path, { act: 'ask', reason: 'first-order' });
    const note = 'Fødselsnummer 01819000049';
    const { status, html } = await accounts.search(path, { act: 'decide', outcome: 'invoice', note });
    expect(status).toBe(422);
    expect(html).toContain(note);
  });
});

test('without a bureau the page says that it is not set up, and offers payment in advance', async () => {
  expect(NOTHING_OUTSIDE.credit).toBeNull();
  const bare = await openEasyStepWeb(signedInByHeader);
  const { html } = await asStaff(bare, 'accounts').get('/en/office/credit?purpose=credit-check');
  await bare.close();
  expect(html).toContain('Credit checks are not set up');
});
