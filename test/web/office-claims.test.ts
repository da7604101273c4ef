/** Claims and disputes in the office: deadlines, steps, answers, and who never sees them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff } from '../support/office.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let customer: string;
const CLAIM = '00000000-0000-7000-8000-00000000c001';
const CANARY = 'Kanarifugl i reklamasjonen';
beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  const { rows } = await web.database.pool.query<{ customer_id: string }>(
    `select customer_id from register.customer where kind = 'private' order by customer_number limit 1`,
  );
  customer = rows[0]?.customer_id ?? '';
});
afterAll(() => web.close());
beforeEach(async () => {
  const { pool } = web.database;
  await pool.query(
    'delete from register.dispute; delete from register.message; delete from register.claim; delete from kept.outbox',
  );
  await pool.query(
    `insert into register.claim (customer_id, claim_id, received_at, received_through, discovered_on, description, wants, status,
       answer_due_on, limitation_on)
     values ($1, $2, '2026-11-01T10:00:00Z', 'web', '2026-10-30', '${CANARY}', 'repair', 'received', '2026-11-15', '2029-11-01')`,
    [customer, CLAIM],
  );
});

const rowsOf = async (sql: string) => (await web.database.pool.query(sql)).rows;
const LIST = '/kontor/reklamasjoner?purpose=claims';
const one = (): string => `/kontor/reklamasjoner/${customer}/${CLAIM}?purpose=claims`;
const support = () => asStaff(web, 'support');

describe('a claim', () => {
  test('past its answer date is told of, on the list and on the start page', async () => {
    expect((await support().get(LIST)).html).toContain('over tiden');
    expect((await support().get('/kontor')).html).toMatch(/Reklamasjoner (å svare på|med frist)/);
  });

  test('is taken once, by whoever is first', async () => {
    await support().search(one(), { do: 'take' });
    await asStaff(web, 'legal').search(one(), { do: 'take' });
    const [row] = await rowsOf('select status, handled_by from register.claim');
    expect(row.status).toBe('under-review');
    expect((await rowsOf('select handled_by from register.claim'))[0]).toEqual({ handled_by: row.handled_by });
  });

  test('is decided with an answer that goes out by mail; a refusal says where to complain', async () => {
    expect((await support().search(one(), { do: 'close', outcome: 'refused', answer: '' })).status).toBe(422);
    expect((await support().search(one(), { do: 'close', answer: 'Nei' })).status).toBe(422);
    await support().search(one(), { do: 'close', outcome: 'refused', answer: 'Skaden kom av bruk.' });
    await support().search(one(), { do: 'close', outcome: 'refused', answer: 'En gang til.' });
    expect(
      await rowsOf('select status, outcome, outcome_text, closed_at is not null as closed from register.claim'),
    ).toEqual([{ status: 'closed', outcome: 'refused', outcome_text: 'Skaden kom av bruk.', closed: true }]);
    const mails = await rowsOf('select template, body_text from kept.outbox');
    expect(mails.map(({ template }) => template)).toEqual(['claim-decided']);
    expect(mails[0]?.body_text).toContain('Forbrukertilsynet');
    expect(await rowsOf('select direction, claim_id from register.claim_entry')).toEqual([
      { direction: 'out', claim_id: CLAIM },
    ]);
    expect(await rowsOf('select from register.message')).toEqual([]);
    await support().search(one(), { do: 'reopen' });
    expect(await rowsOf('select status, outcome from register.claim')).toEqual([
      { status: 'under-review', outcome: null },
    ]);
  });

  test('what is written about it answers what waited in it', async () => {
    await web.database.pool.query(
      `insert into register.claim_entry (customer_id, claim_id, entry_id, direction, channel, at, subject_line, body,
         external_id)
       values ($1, $2, $2, 'in', 'mail', '2026-11-02T10:00:00Z', 'Saken', 'Når?', '<claim@example.no>')`,
      [customer, CLAIM],
    );
    expect((await support().get(one())).html).toContain('Når?');
    await support().search(one(), { do: 'write', text: 'I morgen.' });
    expect(
      await rowsOf(`select answered_at is not null as answered from register.claim_entry where direction = 'in'`),
    ).toEqual([{ answered: true }]);
    expect(await rowsOf('select in_reply_to from kept.outbox')).toEqual([{ in_reply_to: '<claim@example.no>' }]);
  });

  test('that came by telephone is written down with the notice mentioned, and gets its dates', async () => {
    const path = `/kontor/reklamasjoner/ny/${customer}?purpose=claims`;
    const typed = {
      through: 'phone',
      product: 'other',
      discovered: '2026-11-20',
      text: 'Limet lukter',
      wants: 'refund',
    };
    expect((await support().search(path, typed)).status).toBe(422);
    expect((await support().search(path, { ...typed, mentioned: 'yes' })).status).toBe(303);
    expect(
      await rowsOf(
        `select answer_due_on::text, limitation_on::text, window_ends_on from register.claim where wants = 'refund'`,
      ),
    ).toEqual([{ answer_due_on: '2026-12-07', limitation_on: '2029-11-20', window_ends_on: null }]);
    expect(
      await rowsOf(`select channel from kept.notice_shown where channel = 'phone' and shown_at > '2026-11-23'`),
    ).toEqual([{ channel: 'phone' }]);
  });

  test.each(['warehouse', 'marketing', 'accounts', 'sales'])('is seen by nobody in the role %s', async (role) => {
    const staff = asStaff(web, role);
    for (const path of [LIST, one(), `/kontor/reklamasjoner/${customer}/${CLAIM}`]) {
      const { status, html } = await staff.get(path);
      expect([path, status, html.includes('Kanarifugl')]).toEqual([path, 403, false]);
    }
  });
});

describe('a dispute', () => {
  const path = (): string => `/kontor/tvister/ny/${customer}?purpose=disputes`;
  const typed = () => ({
    about: `claim.${CLAIM}`,
    matter: 'Uenige om sålen',
    position: 'Slitasje',
    review: '2027-03-01',
  });

  test('is opened from a claim, with the claim’s date of limitation, and is about something', async () => {
    const legal = asStaff(web, 'legal');
    expect((await legal.search(path(), { ...typed(), about: 'claim.other' })).status).toBe(422);
    expect((await legal.search(path(), typed())).status).toBe(303);
    const [row] = await rowsOf(
      'select dispute_id, about_claim_id, limitation_on::text, review_on::text, status from register.dispute',
    );
    expect(row).toMatchObject({
      about_claim_id: CLAIM,
      limitation_on: '2029-11-01',
      review_on: '2027-03-01',
      status: 'open',
    });
    const page = `/kontor/tvister/${customer}/${row.dispute_id}?purpose=disputes`;
    await legal.search(page, { do: 'letter', direction: 'in', text: 'Jeg krever ny sål.' });
    expect((await legal.get(page)).html).toContain('Jeg krever ny sål.');
    await legal.search(page, { do: 'end', end: 'settled', outcome: 'Ny sål på deling.' });
    await legal.search(page, { do: 'end', end: 'dropped', outcome: 'Igjen' });
    expect(await rowsOf('select status, outcome_text, closed_at is not null as closed from register.dispute')).toEqual([
      { status: 'settled', outcome_text: 'Ny sål på deling.', closed: true },
    ]);
  });

  test.each(['warehouse', 'marketing', 'accounts', 'sales', 'support'])(
    'is seen by nobody in the role %s',
    async (role) => {
      await asStaff(web, 'legal').search(path(), typed());
      const [row] = await rowsOf('select dispute_id from register.dispute');
      for (const one of ['/kontor/tvister', `/kontor/tvister/${customer}/${row.dispute_id}`]) {
        for (const asked of [one, `${one}?purpose=disputes`]) {
          const { status, html } = await asStaff(web, role).get(asked);
          expect([asked, status, html.includes('Uenige')]).toEqual([asked, 403, false]);
        }
      }
    },
  );

  test('what was written in it lies among no messages', async () => {
    await asStaff(web, 'legal').search(path(), typed());
    const [row] = await rowsOf('select dispute_id from register.dispute');
    await asStaff(web, 'legal').search(`/kontor/tvister/${customer}/${row.dispute_id}?purpose=disputes`, {
      ...{ do: 'letter', direction: 'out', text: 'Vi står fast.' },
    });
    expect(await rowsOf('select from register.message')).toEqual([]);
    expect(await rowsOf('select body from register.dispute_entry')).toEqual([{ body: 'Vi står fast.' }]);
  });
});
