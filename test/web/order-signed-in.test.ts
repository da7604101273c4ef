/** Ordering by somebody who is signed in: they are known, so they are not asked who they are. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedIn } from '../../src/web/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { orderThroughSummary } from '../support/ordering.ts';

let web: EasyStepWeb;
let customer: { customer_id: string; legal_name: string; email: string; city: string };

const viewer = (): SignedIn => ({
  ...{ accountId: customer.customer_id, name: customer.legal_name, staff: null, secondStepDone: true },
  dataSubject: { kind: 'data-subject', id: customer.customer_id, roles: [] },
});

beforeAll(async () => {
  web = await openEasyStepWeb(async () => viewer());
  const { rows } = await web.database.pool.query<typeof customer>(
    `select customer_id, legal_name, email, city from register.customer where kind = 'private' order by customer_number limit 1`,
  );
  if (rows[0] === undefined) throw new Error('there is no invented customer');
  customer = rows[0];
});
afterAll(() => web.close());

test('the form greets the customer, has their address filled in, and asks for no name or mail address', async () => {
  const { html } = await web.get('/bestill');
  expect(html).toContain(customer.legal_name);
  expect(html).toContain(`value="${customer.city}"`);
  expect(html).not.toContain('name="legalName"');
  expect(html).not.toContain('name="email"');
});

test('the order is theirs, whatever name and address a form made by hand says, and the look stands in their log', async () => {
  const fields = {
    legalName: 'En Annen',
    email: 'annen@example.no',
    street: 'Prøveveien 3',
    postalCode: '0150',
    city: 'Oslo',
  };
  const { status, html } = await orderThroughSummary(web, '/bestill', { ...fields, 'quantity.ES-110': '2' });
  expect(status).toBe(200);
  const number = /(\d{5})\./.exec(html)?.[1];
  const { rows } = await web.database.pool.query(
    'select customer_id, deliver_to_name, deliver_to_city from register.sales_order where order_number = $1',
    [number],
  );
  expect(rows).toEqual([
    { customer_id: customer.customer_id, deliver_to_name: customer.legal_name, deliver_to_city: 'Oslo' },
  ]);
  const { rows: looks } = await web.database.pool.query(
    `select from kept.access_log where principal_kind = 'data-subject' and principal_id = $1`,
    [customer.customer_id],
  );
  expect(looks.length).toBeGreaterThan(0);
  const { rows: strangers } = await web.database.pool.query(
    `select from register.customer where email = 'annen@example.no'`,
  );
  expect(strangers).toEqual([]);
});
