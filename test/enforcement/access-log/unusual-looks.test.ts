/** Days out of the ordinary: what is counted, what it is compared with, and what a common name or habit does not tell. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  CONTROLS,
  countDaysOfLooks,
  DAYS_FOR_USUAL,
  isPublicHoliday,
  judgeDay,
} from '../../../src/enforcement/index.ts';
import { checkPolicy, type Policy } from '../../../src/policy/index.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { readEasyStepFiles } from '../../support/easy-step-files.ts';
import { seededIds } from '../../support/fixed.ts';

const newId = seededIds('unusual looks');
const limits = {
  ...{ peopleADay: 40, timesUsual: 3, workingHours: { from: '07:00', until: '18:00' }, workingDays: [1, 2, 3, 4, 5] },
  ...{ looksOutside: 10, surnameSharedBy: 20 },
};
const NOTHING = { people: 0, looksOutside: 0, sameSurname: 0 };
const NEW = { days: 0, people: 0, looksOutside: 0 };

describe('judging a day', () => {
  test('a day is told of when it is over the limit and over one’s own usual, not for either alone', () => {
    const usual = { days: 20, people: 30, looksOutside: 0 };
    const kinds = (people: number, ordinary = usual) =>
      judgeDay({ ...NOTHING, people }, ordinary, limits).map(({ kind }) => kind);
    expect(kinds(89)).toEqual([]);
    expect(kinds(90)).toEqual(['many-people']);
    expect(kinds(39, { ...usual, people: 2 })).toEqual([]);
  });

  test('while too few days are known the limit alone counts, and no usual is claimed', () => {
    const [finding] = judgeDay({ ...NOTHING, people: 41 }, { ...NEW, days: DAYS_FOR_USUAL - 1, people: 40 }, limits);
    expect(finding).toEqual({ kind: 'many-people', figure: 41, usual: null, threshold: 40 });
  });

  test('whoever always works in the evening is not told of for working in the evening', () => {
    const evenings = { days: 20, people: 10, looksOutside: 30 };
    expect(judgeDay({ ...NOTHING, looksOutside: 50 }, evenings, limits)).toEqual([]);
    expect(judgeDay({ ...NOTHING, looksOutside: 12 }, { ...evenings, looksOutside: 0 }, limits)).toHaveLength(1);
  });

  test('more looks never make a day less out of the ordinary', () => {
    const figure = fc.nat(500);
    fc.assert(
      fc.property(figure, figure, figure, fc.nat(30), (people, more, ordinary, days) => {
        const usual = { days, people: ordinary, looksOutside: 0 };
        const told = (count: number): boolean => judgeDay({ ...NOTHING, people: count }, usual, limits).length > 0;
        expect(!told(people) || told(people + more)).toBe(true);
      }),
    );
  });
});

test('public holidays of Norway are known, also those that follow Easter', () => {
  const days = [
    '2026-04-02',
    '2026-04-03',
    '2026-04-06',
    '2026-05-14',
    '2026-05-25',
    '2027-03-28',
    '2026-05-17',
    '2026-12-26',
  ];
  for (const day of days) expect(isPublicHoliday(day, 'NO'), day).toBe(true);
  for (const day of ['2026-04-01', '2026-04-07', '2026-12-24', '2026-11-23']) {
    expect(isPublicHoliday(day, 'NO'), day).toBe(false);
  }
  expect(isPublicHoliday('2026-05-17', 'SE')).toBe(false);
});

describe('counting a day', () => {
  let database: TestDatabase;
  let policy: Policy;
  const staff = newId();

  beforeAll(async () => {
    database = await createTestDatabase();
    const checked = checkPolicy(readEasyStepFiles(), { knownControls: CONTROLS.map(({ name }) => name) }).policy;
    if (checked === null) throw new Error('the policy of Easy Step has faults');
    policy = checked;
    await database.pool.query(
      `insert into kept.staff (staff_id, name, email, roles) values ($1, 'Selma Sjeldenavn', 'selma@example.no', '{sales}')`,
      [staff],
    );
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.pool.query(
      `truncate kept.access_log, kept.staff_day, kept.staff_use, kept.look_finding; delete from kept.setting`,
    );
  });

  /** Each look at somebody else, at a moment. */
  async function look(at: string, people: readonly (readonly string[])[], purpose = 'claims'): Promise<void> {
    await database.pool.query(
      `with shape as (select kept.access_shape_id($1, 'read', '{register.customer}', '{identity}') as id)
       insert into kept.access_log (at, shape_id, principal_kind, principal_id, data_subjects)
       select $2, shape.id, 'staff', $3, people::uuid[] from shape, unnest($4::text[]) as people`,
      [purpose, at, staff, people.map((each) => `{${each.join(',')}}`)],
    );
  }
  const count = (now: string) => countDaysOfLooks(database.pool, { policy, now: new Date(now), newId });
  const findings = async () =>
    (
      await database.pool.query<{ kind: string; day: string; figure: number }>(
        'select kind, day::text, figure from kept.look_finding order by day, kind',
      )
    ).rows;
  const many = (length: number): string[][] => Array.from({ length }, () => [newId()]);

  test('a person met many times in a day, alone and in lists, is one person', async () => {
    const [one = '', two = ''] = many(2).flat();
    await look('2026-11-18T10:00:00Z', [[one], [one], [one, two]]);
    await count('2026-11-19T00:10:00Z');
    const { rows } = await database.pool.query('select day::text, people, looks, looks_outside from kept.staff_day');
    expect(rows).toEqual([{ day: '2026-11-18', people: 2, looks: 3, looks_outside: 0 }]);
    expect((await database.pool.query('select purpose, last_used_on::text as day from kept.staff_use')).rows).toEqual([
      { purpose: 'claims', day: '2026-11-18' },
    ]);
  });

  test('many people in one day are told of once, also when the day is gone through again', async () => {
    await look('2026-11-18T10:00:00Z', many(45));
    expect(await count('2026-11-19T00:10:00Z')).toContain('2026-11-18');
    await database.pool.query('delete from kept.setting');
    await count('2026-11-19T00:20:00Z');
    expect(await findings()).toEqual([{ kind: 'many-people', day: '2026-11-18', figure: 45 }]);
    expect(await count('2026-11-19T05:00:00Z')).toEqual([]);
  });

  test('a look counts for the day and the hour of the clock on the company’s wall', async () => {
    // 23:30 UTC is half past midnight in Oslo in November: the next day, at night.
    await look('2026-11-17T23:30:00Z', many(10));
    // Seven in the morning in Oslo.
    await look('2026-11-18T06:00:00Z', many(3));
    await count('2026-11-19T00:10:00Z');
    expect(await findings()).toEqual([{ kind: 'odd-hours', day: '2026-11-18', figure: 10 }]);
  });

  test('a Sunday and a public holiday are outside working hours all day', async () => {
    await look('2026-11-15T11:00:00Z', many(10));
    await count('2026-11-16T06:00:00Z');
    expect(await findings()).toEqual([{ kind: 'odd-hours', day: '2026-11-15', figure: 10 }]);
  });

  test('opening customers with one’s own rare surname is told of; a list that holds them is not, nor a common name', async () => {
    const add = async (name: string): Promise<string> => {
      const id = newId();
      await database.pool.query(
        `insert into register.customer (customer_id, kind, legal_name, email, registered_at, registered_through, notice_version)
         values ($1::uuid, 'private', $2, $1 || '@example.no', '2026-10-01', 'web', '1')`,
        [id, name],
      );
      return id;
    };
    const kin = await add('Sjur SJELDENAVN');
    const stranger = await add('Ola Nordmann');
    await look('2026-11-18T10:00:00Z', [[kin, stranger], [stranger]]);
    await count('2026-11-19T00:10:00Z');
    expect(await findings()).toEqual([]);
    await look('2026-11-19T10:00:00Z', [[kin], [kin]]);
    await count('2026-11-20T00:10:00Z');
    expect(await findings()).toEqual([{ kind: 'same-surname', day: '2026-11-19', figure: 1 }]);
    for (let more = 0; more < 20; more += 1) await add(`Person${more} Sjeldenavn`);
    await look('2026-11-20T10:00:00Z', [[kin]]);
    await count('2026-11-21T00:10:00Z');
    expect(await findings()).toHaveLength(1);
  });

  test('a finding that was looked into stays as it was', async () => {
    await look('2026-11-18T10:00:00Z', many(45));
    await count('2026-11-19T00:10:00Z');
    await database.pool.query(
      `update kept.look_finding set looked_into_at = now(), note = 'Kampanje', looked_into_by = staff_id`,
    );
    await look('2026-11-18T11:00:00Z', many(5));
    await database.pool.query('delete from kept.setting');
    await count('2026-11-19T00:10:00Z');
    expect(await findings()).toEqual([{ kind: 'many-people', day: '2026-11-18', figure: 45 }]);
  });
});
