/** What a purpose can do with the doors that all purposes share: the ledger, the access log, Postgres' own functions. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendAct, type LedgerAct, verifyLedger } from '../../../src/enforcement/index.ts';
import { encodeAct } from '../../../src/enforcement/ledger/act.ts';
import type { TestDatabase } from '../../support/database.ts';
import { asRole } from '../../support/try-grants.ts';
import { type EasyStep, openEasyStep } from '../controls/easy-step.ts';

let easyStep: EasyStep;
let database: TestDatabase;
const AT = new Date('2026-11-23T12:00:00.123Z');
const STRAY = '00000000-0000-7000-8000-000000000009';
const NOBODY = '00000000-0000-7000-8000-000000000001';

beforeAll(async () => {
  easyStep = await openEasyStep();
  ({ database } = easyStep);
});
afterAll(() => database.close());

const refusal = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );

const appendAs = (purpose: string, kind: LedgerAct['kind']): Promise<string> =>
  asRole(database, purpose, (pool) => refusal(appendAct(pool, { kind, personId: null, body: { step: 'tried' } }, AT)));

describe('the ledger', () => {
  test('takes acts of the system from the owner alone', async () => {
    for (const kind of ['policy-applied', 'notice-published'] as const) {
      expect(await appendAs('privacy-administration', kind)).toBe('42501');
    }
    expect(await refusal(appendAct(database.pool, { kind: 'policy-applied', personId: null, body: {} }, AT))).toBe(
      'done',
    );
  });

  test('takes an act about a choice only from a purpose that may record such a choice', async () => {
    const choices = ['consent-given', 'consent-withdrawn', 'objection', 'restriction', 'erasure'] as const;
    for (const kind of choices) {
      expect(await appendAs('marketing', kind), `marketing ${kind}`).toBe('42501');
      expect(await appendAs('self-service', kind), `self-service ${kind}`).toBe('done');
    }
    expect(await appendAs('ordering', 'consent-given')).toBe('done');
    expect(await appendAs('ordering', 'erasure')).toBe('42501');
    expect(await appendAs('self-service', 'staff-permission')).toBe('42501');
    expect(await appendAs('staff-administration', 'staff-permission')).toBe('done');
  });

  test('takes every act that the program writes, in the bytes in which it writes it', async () => {
    const key = fc.stringMatching(/^[a-z][A-Za-z_0-9]{0,20}$/);
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => text.isWellFormed() && !text.includes('\0')),
      fc.integer({ min: -(10 ** 14), max: 10 ** 14 }),
      fc.integer({ min: 1, max: 10 ** 8 }).map((cents) => cents / 100),
      fc.boolean(),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, value, { maxKeys: 6 }), async (body) => {
        const act = { kind: 'request', personId: null, body } as const;
        fc.pre(encodes(act));
        expect(await refusal(appendAct(database.pool, act, AT))).toBe('done');
      }),
      { numRuns: 150 },
    );
  });

  test('takes no bytes that would not verify afterwards, from nobody', async () => {
    const good = '{"at":"2026-11-23T12:00:00.123Z","body":{"a":1},"kind":"request","person":null,"v":1}';
    const bad = [
      good.replace('"v":1', '"v": 1'),
      good.replace('"v":1', '"v":2'),
      good.replace('"a":1', '"a":1,"a":1'),
      good.replace('"a":1', '"b":1,"a":1'),
      good.replace('"a":1', '"a":1.0'),
      good.replace('"a":1', '"a":1e3'),
      good.replace('"a":1', '"a":-0'),
      good.replace('"a":1', '"a":[1]'),
      good.replace('"a":1', '"a":"\\u0041"'),
      good.replace('{"a":1}', '[]'),
      good.replace('{"a":1}', 'null'),
      good.replace('"kind"', '"extra":1,"kind"'),
      good.replace('"kind":"request"', '"kind":"erasure","kind":"request"'),
      good.replace('2026-11-23T12:00:00.123Z', 'tomorrow'),
      good.replace('12:00:00', '24:00:00'),
      good.replace('"person":null', '"person":"Kari"'),
      '{"kind":"request","at":"now"}',
    ];
    await asRole(database, 'marketing', async (pool) => {
      const append = (leaf: string) =>
        refusal(pool.query(`select kept.ledger_append('request', $1)`, [Buffer.from(leaf)]));
      for (const leaf of bad) expect(await append(leaf), leaf).toBe('23514');
      expect(await append(good)).toBe('done');
    });
    expect((await verifyLedger(database.pool, easyStep.system.ledgerVerifierKey)).faults).toEqual([]);
  });
});

const encodes = (act: LedgerAct): boolean => {
  try {
    encodeAct(act, null, AT);
    return true;
  } catch {
    return false;
  }
};

test('a purpose logs nothing under the name of another', async () => {
  const shapes = new Map<string, number>();
  for (const purpose of ['marketing', 'invoicing']) {
    const { rows } = await database.pool.query<{ id: number }>(
      `select kept.access_shape_id($1, 'read', '{register.customer}', '{identity}') as id`,
      [purpose],
    );
    shapes.set(purpose, rows[0]?.id ?? 0);
  }
  await asRole(database, 'marketing', async (pool) => {
    const log = (shape: number) =>
      refusal(pool.query(`select kept.log_access($1, 'staff', 'somebody', array[$2::uuid])`, [shape, NOBODY]));
    expect(await log(shapes.get('invoicing') ?? 0)).toBe('42501');
    expect(await log(1_000_000)).toBe('42501');
    expect(await log(shapes.get('marketing') ?? 0)).toBe('done');
  });
});

test('a withdrawn consent is not made to stand again, moved or dated anew; it can only be withdrawn', async () => {
  const { pool } = database;
  const give = `insert into kept.consent_record (person_id, consent_id, purpose, text_hash, notice_version, language, method, given_at)
    values ($1, $2, 'marketing', 'words', '1', 'nb', 'phone', '2026-10-01')`;
  const change = (set: string): Promise<string> =>
    asRole(database, 'customer-administration', (role) =>
      refusal(
        role.query(`update kept.consent_record set ${set} where person_id = '${NOBODY}' and consent_id = '${STRAY}'`),
      ),
    );
  await pool.query(give, [NOBODY, STRAY]);
  for (const set of [`purpose = 'leads'`, `text_hash = 'others'`, `given_at = '2026-01-01'`, `method = 'import'`]) {
    expect(await change(set), set).toBe('42501');
  }
  expect(await change(`withdrawn_at = '2026-10-02', withdrawn_method = 'phone'`)).toBe('done');
  for (const set of ['withdrawn_at = null', `withdrawn_at = '2026-12-01'`])
    expect(await change(set), set).toBe('42501');
});

test('no purpose sends the mail of others elsewhere, or again', async () => {
  await database.pool.query(
    `insert into kept.outbox (mail_id, addressee, language, template, subject_line, body_text, created_at, sent_at, purpose)
     values ($1, 'person@example.no', 'nb', 'sign-in', 'Logg inn', 'Lenken', '2026-10-01', '2026-10-01', 'sign-in')`,
    [NOBODY],
  );
  for (const purpose of ['marketing', 'mail-sending', 'self-service']) {
    await asRole(database, purpose, async (pool) => {
      // Without a condition, because a purpose that only writes mail cannot name the rows.
      const change = (set: string) => refusal(pool.query(`update kept.outbox set ${set}`));
      const seesNone = purpose === 'self-service' ? 'done' : '42501';
      expect(await change(`addressee = 'elsewhere@example.com'`), purpose).toBe(seesNone);
      expect(await change(`body_text = 'Noe annet'`), purpose).toBe(seesNone);
      expect(await change('sent_at = null'), purpose).toBe(seesNone);
      expect(await change(`purpose = 'sign-in-of-others'`), purpose).toBe(seesNone);
      expect(await change('attempts = attempts'), purpose).toBe(purpose === 'marketing' ? '42501' : 'done');
    });
  }
  const { rows } = await database.pool.query('select addressee, sent_at is null as waits from kept.outbox');
  expect(rows).toEqual([{ addressee: 'person@example.no', waits: false }]);
});

describe('Postgres itself', () => {
  test('gives a purpose no place for data outside the tables, and no lock by which it could hold up others', async () => {
    const tried = [
      `select lo_create(0)`,
      `select lo_creat(-1)`,
      `select lo_from_bytea(0, '\\x00')`,
      `select lo_get(1)`,
      `create temporary table kept_away (name text)`,
      `create function pg_temp.kept_away() returns integer language sql as 'select 1'`,
      `select pg_advisory_lock(hashtextextended('kept.ledger_append', 0))`,
      `select pg_try_advisory_xact_lock_shared(1)`,
    ];
    await asRole(database, 'marketing', async (pool) => {
      for (const statement of tried) expect(await refusal(pool.query(statement)), statement).toBe('42501');
    });
  });
});
