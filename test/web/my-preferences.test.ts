/** Preferences as one states them, and what was concluded from purchases, on My page. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RegisterSession, renewPatterns } from '../../src/register/index.ts';
import { openEasyStepWeb } from '../support/easy-step-web.ts';
import { fixedClock, seededIds } from '../support/fixed.ts';
import { giveConsent, withdrawConsent } from '../support/people.ts';
import { type SignedInWeb, signedInWeb } from '../support/signed-in.ts';

const NOW = fixedClock('2026-11-23T12:00:00Z').now();
const newId = seededIds('preferences');
const PROFILING = 'marketing-profiling';

let web: SignedInWeb;
let buyers: string[];

beforeAll(async () => {
  web = await signedInWeb(openEasyStepWeb);
  const { rows } = await web.database.pool.query<{ customer_id: string }>(
    `select customer.customer_id from register.customer join register.sales_order using (customer_id)
      where kind = 'private' and placed_at > '2025-01-01' group by customer.customer_id
     having count(*) >= 2 order by customer.customer_id limit 2`,
  );
  buyers = rows.map(({ customer_id: id }) => id);
  // Each of them has bought boots, which are meant to last, on one of their occasions.
  await web.database.pool.query(
    `update register.order_line set product_id = (select product_id from register.product where sku = 'ES-110')
      where customer_id = any($1::uuid[])`,
    [buyers],
  );
});
afterAll(() => web.close());

const patternsOf = async (person: string | undefined): Promise<string[]> => {
  const { rows } = await web.database.pool.query<{ segment: string }>(
    'select segment from register.purchase_pattern where customer_id = $1 order by segment',
    [person],
  );
  return rows.map(({ segment }) => segment);
};
const renew = () =>
  web.enforcement.asPurpose({ kind: 'system', id: 'purchase-patterns', roles: [] }, PROFILING, (session) =>
    renewPatterns(session as unknown as RegisterSession, NOW, newId),
  );

test('what one states is kept with its source, holds at once, and changes the language of what we send', async () => {
  const [person = ''] = buyers;
  const form = { language: 'en', channel: 'sms', 'topic-mountain': 'yes' };
  const saved = await web.post('/min-side/preferanser', form, { person });
  expect([saved.status, saved.headers.get('location')]).toEqual([303, '/min-side/preferanser?saved=yes']);
  const { rows } = await web.database.pool.query(
    `select topic, choice, source from register.preference where customer_id = $1 and choice <> 'no' order by topic`,
    [person],
  );
  expect(rows).toEqual([
    { topic: 'channel', choice: 'sms', source: 'stated' },
    { topic: 'mountain', choice: 'yes', source: 'stated' },
  ]);
  await web.post('/min-side/preferanser', { language: 'nb', channel: 'mail' }, { person });
  const { html } = await web.get('/min-side/preferanser', { person });
  expect(html).not.toMatch(/name="topic-mountain"[^>]*checked/);
  expect(html).toContain('Valgt av deg');
});

test('a choice that is not asked for is refused', async () => {
  const [person = ''] = buyers;
  const asked = { language: 'nb', channel: 'mail' };
  expect((await web.post('/min-side/preferanser', { ...asked, 'topic-secrets': 'yes' }, { person })).status).toBe(400);
  expect((await web.post('/min-side/preferanser', { ...asked, channel: 'pigeon' }, { person })).status).toBe(400);
});

test('patterns are formed of those who said yes alone, and shown to them as concluded by us, with the rule', async () => {
  const [yes = '', no = ''] = buyers;
  await giveConsent(web.database.pool, yes, PROFILING);
  await renew();
  expect(await patternsOf(yes)).toEqual(['care', 'product ES-110']);
  expect(await patternsOf(no)).toEqual([]);
  const { html } = await web.get('/en/my-page/preferences', { person: yes });
  expect(html).toContain('Mountain boots may interest you');
  expect(html).toContain('Concluded by us');
  expect(html).toContain('Because you have ordered it at least twice in two years.');
});

test('they go in the moment in which the consent is withdrawn, and are not formed again', async () => {
  const [person = ''] = buyers;
  await renew();
  expect(await patternsOf(person)).not.toEqual([]);
  await withdrawConsent(web.database.pool, person, PROFILING);
  expect(await patternsOf(person)).toEqual([]);
  await renew();
  expect(await patternsOf(person)).toEqual([]);
});

test('what the rules no longer say is taken away when patterns are formed anew', async () => {
  const [, person = ''] = buyers;
  await giveConsent(web.database.pool, person, PROFILING);
  await renew();
  expect(await patternsOf(person)).toContain('care');
  await web.database.pool.query(
    `update register.order_line set product_id = (select product_id from register.product where sku = 'ES-100')
      where customer_id = $1`,
    [person],
  );
  await renew();
  expect(await patternsOf(person)).not.toContain('care');
});
