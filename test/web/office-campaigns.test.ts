/** Offers and campaigns: under marketing one sees whoever said yes and nobody else, and nothing is sent. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff, type StaffBrowser } from '../support/office.ts';
import { giveConsent, withdrawConsent } from '../support/people.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let marketing: StaffBrowser;
/** Three customers who have not said yes. */
let silent: { customer_id: string; legal_name: string; email: string }[];

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  marketing = asStaff(web, 'marketing');
  await web.database.pool.query(
    `update kept.consent_record set withdrawn_at = '2026-11-22' where withdrawn_at is null`,
  );
  const { rows } = await web.database.pool.query<(typeof silent)[number]>(
    `select customer_id, legal_name, email from register.customer where kind = 'private' order by customer_number limit 3`,
  );
  silent = rows;
});
afterAll(() => web.close());

const prefer = (customer: string | undefined, topic: string, choice = 'yes') =>
  web.database.pool.query(
    `insert into register.preference (customer_id, preference_id, topic, choice, source, set_at)
     values ($1, gen_random_uuid(), $2, $3, 'stated', '2026-11-22')`,
    [customer, topic, choice],
  );

const OFFER = {
  ...{ name: 'Vinter', headlineNb: 'Varme føtter', headlineEn: 'Warm feet', textNb: 'Ull.', textEn: 'Wool.' },
  ...{ validFrom: '2026-12-01', validUntil: '2026-12-24' },
};

async function campaignFor(topic: string): Promise<string> {
  const { rows } = await web.database.pool.query<{ offer_id: string }>('select offer_id from register.offer limit 1');
  const form = { name: `Om ${topic}`, offer: rows[0]?.offer_id ?? '', channel: 'mail', topic };
  expect((await marketing.search('/kontor/kampanjer?purpose=marketing', form)).status).toBe(303);
  const { rows: made } = await web.database.pool.query<{ campaign_id: string }>(
    'select campaign_id from register.campaign where name = $1',
    [form.name],
  );
  return `/kontor/kampanjer/${made[0]?.campaign_id}?purpose=marketing`;
}

test('an offer has words in both languages and days that follow each other', async () => {
  const wrong = { ...OFFER, textEn: ' ', validUntil: '2026-11-01' };
  const { status, html } = await marketing.search('/kontor/tilbud?purpose=marketing', wrong);
  expect(status).toBe(422);
  expect(html).toContain('på dette språket også');
  expect(html).toContain('kan ikke være før den første');
  expect(html).toContain('value="Varme føtter"');
  expect((await marketing.search('/kontor/tilbud?purpose=marketing', OFFER)).status).toBe(303);
});

test('the recipients are those who said yes and chose the topic; whoever withdraws is gone at once', async () => {
  const [yes, other, no] = silent;
  for (const one of [yes, other]) await giveConsent(web.database.pool, one?.customer_id ?? '');
  for (const one of [yes, no]) await prefer(one?.customer_id, 'mountain');
  const page = await campaignFor('mountain');
  const { html } = await marketing.get(page);
  expect(html).toContain(yes?.email);
  expect(html).not.toContain(other?.email);
  expect(html).not.toContain(no?.email);
  expect(html).toContain('Ingenting sendes herfra ennå');
  expect((await marketing.search(page, { do: 'list' })).status).toBe(303);
  const listed = 'select customer_id, sent_at from register.campaign_recipient';
  expect((await web.database.pool.query(listed)).rows).toEqual([{ customer_id: yes?.customer_id, sent_at: null }]);
  await withdrawConsent(web.database.pool, yes?.customer_id ?? '');
  expect((await marketing.get(page)).html).not.toContain(yes?.email);
});

test('nothing is sent, and a campaign that was put away takes no more recipients', async () => {
  const page = await campaignFor('food');
  const mails = 'select count(*) as mails from kept.outbox';
  const before = (await web.database.pool.query(mails)).rows;
  expect((await marketing.search(page, { do: 'drop' })).status).toBe(303);
  expect((await marketing.search(page, { do: 'list' })).status).toBe(400);
  expect((await web.database.pool.query(mails)).rows).toEqual(before);
});

test('those who sell and those who deliver see no campaign', async () => {
  for (const [role, purpose] of [
    ['sales', 'ordering'],
    ['warehouse', 'delivery'],
  ] as const) {
    const { status, html } = await asStaff(web, role).get(`/kontor/kampanjer?purpose=${purpose}`);
    expect(status).toBe(403);
    expect(html).not.toContain('Om mountain');
  }
});
