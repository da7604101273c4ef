/**
 * Letters of a claim: in the database, too, only those read them who handle claims and disputes, and the customer; and how
 * a message becomes one of them.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readMigrations } from '../../src/postgres/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff } from '../support/office.ts';
import { signedInByHeader } from '../support/staff.ts';
import { asRole } from '../support/try-grants.ts';

let web: EasyStepWeb;
let customer: string;
let other: string;
const CLAIM = '00000000-0000-7000-8000-00000000c101';
const MESSAGE = '00000000-0000-7000-8000-00000000c102';
const SECRET = 'Kanarifugl i brevet';
const LETTERS = 'select customer_id, entry_id, subject_line, body from register.claim_entry';

beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  const { rows } = await sql(
    `select customer_id from register.customer where kind = 'private' order by customer_number limit 2`,
  );
  customer = rows[0]?.customer_id;
  other = rows[1]?.customer_id;
});
afterAll(() => web.close());
beforeEach(async () => {
  await sql('delete from register.message');
  await sql('delete from register.claim');
  await sql('delete from kept.outbox');
  await sql(
    `insert into register.claim (customer_id, claim_id, received_at, received_through, description, status, answer_due_on)
     values ($1, $2, '2026-11-18T10:00:00Z', 'web', 'Sålen', 'received', '2026-12-02')`,
    ...[customer, CLAIM],
  );
});

const sql = (text: string, ...values: readonly unknown[]) => web.database.pool.query(text, [...values]);
const support = () => asStaff(web, 'support');
const claimPage = () => `/kontor/reklamasjoner/${customer}/${CLAIM}?purpose=claims`;
const messagePage = (purpose = 'claims') => `/kontor/henvendelser/${customer}/${MESSAGE}?purpose=${purpose}`;
const letters = async () =>
  (
    await sql(
      'select direction, channel, body, answered_at is not null as answered from register.claim_entry order by at',
    )
  ).rows;

async function addLetter(): Promise<void> {
  await sql(
    `insert into register.claim_entry (customer_id, claim_id, entry_id, at, direction, channel, subject_line, body)
     values ($1, $2, $2, '2026-11-19T10:00:00Z', 'in', 'web', 'Saken', '${SECRET}')`,
    ...[customer, CLAIM],
  );
}

async function addMessageTo(purpose: string, extended = false): Promise<void> {
  await sql(
    `insert into register.message (customer_id, message_id, direction, channel, at, subject_line, body, purpose,
       external_id, extends_relationship, extension_reason, extension_by, extension_at)
     values ($1, $2, 'in', 'mail', '2026-11-19T10:00:00Z', 'Sålen', '${SECRET}', $3, '<sole@example.no>', $4, 'Vil ha nye',
       $2, now())`,
    ...[customer, MESSAGE, purpose, extended],
  );
}

describe('in SQL', () => {
  test('every purpose but claims, disputes and the customer’s own is refused the letters by Postgres', async () => {
    await addLetter();
    const read: string[] = [];
    for (const purpose of Object.keys(web.policy.purposes)) {
      const answer = await asRole(web.database, purpose, (pool) => pool.query(LETTERS)).catch(
        (error: unknown) => error,
      );
      if (answer instanceof Error) expect([purpose, (answer as { code?: string }).code]).toEqual([purpose, '42501']);
      else read.push(purpose);
    }
    expect(read.sort()).toEqual(['claims', 'disputes', 'self-service']);
  });

  test('under customer communication and customer administration nothing of them is among the messages, either', async () => {
    await support().search(claimPage(), { do: 'write', text: SECRET });
    await addLetter();
    expect(await letters()).toHaveLength(2);
    for (const purpose of ['customer-communication', 'customer-administration', 'claims']) {
      const rows = await asRole(web.database, purpose, async (pool) => {
        const read = await pool.query('select customer_id, message_id, subject_line, body from register.message');
        return read.rows.filter(({ body }) => body.includes(SECRET));
      });
      expect([purpose, rows]).toEqual([purpose, []]);
    }
  });

  test('the customer reads their own, and nobody else’s', async () => {
    await addLetter();
    const read = (me: string) =>
      web.enforcement.asPurpose({ kind: 'data-subject', id: me, roles: [] }, 'self-service', (session) =>
        session.read(
          session.query.selectFrom('register.claim_entry').select(['customer_id', 'with_contact', 'entry_id', 'body']),
        ),
      );
    expect((await read(customer)).map(({ body }) => body)).toEqual([SECRET]);
    expect(await read(other)).toEqual([]);
  });

  test('what we write about a claim cannot be stored as a message', async () => {
    await expect(
      sql(
        `insert into register.message (customer_id, message_id, direction, channel, at, extends_relationship, subject_line, body,
           purpose) values ($1, $2, 'out', 'mail', now(), false, '', 'x', 'claims')`,
        ...[customer, MESSAGE],
      ),
    ).rejects.toThrow('message_not_of_claim');
  });
});

describe('a message about a claim', () => {
  test('is put to the claim, with its words, and waits there; it is not answered as a message', async () => {
    await addMessageTo('claims');
    expect((await support().get(messagePage())).html).toContain('name="claim"');
    expect((await support().search(messagePage(), { do: 'answer', text: 'Hei' })).status).toBe(422);
    expect((await support().search(messagePage(), { do: 'to-claim', claim: MESSAGE })).status).toBe(422);
    expect((await support().search(messagePage(), { do: 'to-claim', claim: CLAIM })).status).toBe(303);
    expect(await letters()).toEqual([{ direction: 'in', channel: 'mail', body: SECRET, answered: false }]);
    expect((await sql('select from register.message')).rowCount).toBe(0);
    expect((await support().get(claimPage())).html).toContain(SECRET);
    expect((await support().get('/kontor/reklamasjoner?purpose=claims&status=letters')).status).toBe(200);
  });

  test('that shows that the relationship stands leaves that and its reason behind, without the words', async () => {
    await addMessageTo('claims', true);
    await support().search(messagePage(), { do: 'to-claim', claim: CLAIM });
    expect(await letters()).toHaveLength(1);
    expect(
      (await sql('select body, subject_line, extension_reason, purpose, answered_at from register.message')).rows,
    ).toEqual([
      {
        ...{ body: '', subject_line: '', extension_reason: 'Vil ha nye', purpose: 'customer-communication' },
        answered_at: new Date('2026-11-19T10:00:00Z'),
      },
    ]);
  });

  test('cannot be put to a claim under a purpose that handles none', async () => {
    await addMessageTo('customer-communication');
    const { status } = await support().search(messagePage('customer-communication'), { do: 'to-claim', claim: CLAIM });
    expect(status).toBe(422);
    expect(await letters()).toEqual([]);
  });
});

describe('in the claim', () => {
  const spoken = { do: 'spoke', channel: 'phone', said: 'Vil ha nye sko', followUp: 'yes' };

  test('a call is written down with the notice mentioned, and waits when somebody must answer', async () => {
    const refused = await support().search(claimPage(), spoken);
    expect([refused.status, refused.html.includes('Vil ha nye sko')]).toEqual([422, true]);
    expect((await support().search(claimPage(), { ...spoken, mentioned: 'yes' })).status).toBe(303);
    expect(await letters()).toEqual([{ direction: 'in', channel: 'phone', body: 'Vil ha nye sko', answered: false }]);
    const shown = await sql(`select from kept.notice_shown where person_id = $1 and channel = 'phone'`, customer);
    expect(shown.rowCount).toBeGreaterThan(0);
  });

  test('a letter that needs no answer is marked so, and is told of on the start page until then', async () => {
    await addLetter();
    expect((await support().get('/kontor')).html).toContain('Brev om reklamasjoner å svare på');
    await support().search(claimPage(), { do: 'no-answer' });
    expect(await letters()).toMatchObject([{ answered: true }]);
    expect((await support().get('/kontor')).html).not.toContain('Brev om reklamasjoner å svare på');
  });
});

test('letters that lay among messages move to their claim when the database is brought up to date', async () => {
  const file = readMigrations().find(({ version }) => version === 56);
  expect(file).toBeDefined();
  const client = await web.database.pool.connect();
  try {
    await client.query('begin');
    await client.query(`drop table register.claim_entry cascade;
      alter table register.message drop constraint message_not_of_claim, add column about_claim_id uuid,
        add column about_dispute_id uuid;
      create index message_by_claim on register.message (customer_id, about_claim_id)`);
    const insert = (id: string, direction: string, purpose: string, claim: string | null, extended: boolean) =>
      client.query(
        `insert into register.message (customer_id, message_id, direction, channel, at, extends_relationship, subject_line,
           body, purpose, about_claim_id) values ($1, $2, $3, 'mail', '2026-11-01', $6, 'Sak', '${SECRET}', $4, $5)`,
        [customer, `00000000-0000-7000-8000-0000000000${id}`, direction, purpose, claim, extended],
      );
    await insert('a1', 'in', 'claims', CLAIM, false);
    await insert('a2', 'out', 'claims', CLAIM, false);
    await insert('a3', 'in', 'claims', CLAIM, true);
    await insert('a4', 'in', 'claims', null, false);
    await insert('a5', 'out', 'claims', null, false);
    await insert('a6', 'in', 'customer-communication', null, false);
    await client.query(file?.sql ?? '');
    const read = async (text: string) => (await client.query({ text, rowMode: 'array' })).rows;
    expect(await read(`select right(entry_id::text, 2), body from register.claim_entry order by 1`)).toEqual([
      ['a1', SECRET],
      ['a2', SECRET],
      ['a3', SECRET],
    ]);
    expect(
      await read(
        `select right(message_id::text, 2), purpose, body, extends_relationship from register.message order by 1`,
      ),
    ).toEqual([
      ['a3', 'customer-communication', '', true],
      ['a4', 'claims', SECRET, false],
      ['a5', 'customer-communication', SECRET, false],
      ['a6', 'customer-communication', SECRET, false],
    ]);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
