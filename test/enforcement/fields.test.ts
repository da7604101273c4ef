/** Which fields of people are read is counted, without a name of anybody, and what nobody reads is asked about. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watchFields } from '../../src/enforcement/fields/read-fields.ts';
import {
  type FieldDecision,
  fieldsOfPeople,
  type KnownField,
  measuresStanding,
  unusedFields,
} from '../../src/enforcement/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { fixedClock } from '../support/fixed.ts';

let web: EasyStepWeb;
beforeAll(async () => {
  web = await openEasyStepWeb();
});
afterAll(() => web.close());

const lastRead = async (): Promise<Record<string, string | null>> => {
  const { rows } = await web.database.pool.query<{ field: string; day: string | null }>(
    `select table_name || '.' || column_name as field, last_read_on::text as day from kept.field`,
  );
  return Object.fromEntries(rows.map(({ field, day }) => [field, day]));
};

test('every field of people is known from the day on which the policy was applied', async () => {
  const known = await lastRead();
  expect(Object.keys(known).sort()).toEqual(
    fieldsOfPeople(web.policy)
      .map(({ table, column }) => `${table}.${column}`)
      .sort(),
  );
});

test('what a purpose reads or filters by is noted when the program ends; what people see of themselves is not', async () => {
  const other = await openEasyStepWeb();
  const staff = { kind: 'staff', id: '00000000-0000-7000-8000-000000000001', roles: ['sales'] } as const;
  await other.enforcement.asPurpose(staff, 'customer-administration', (session) =>
    session.read(
      session.query
        .selectFrom('register.customer')
        .select(['customer_id', 'legal_name'])
        .where('city', '=', 'Trondheim'),
    ),
  );
  const self = { kind: 'data-subject', id: staff.id, roles: [] } as const;
  await other.enforcement.asPurpose(self, 'self-service', (session) =>
    session.read(session.query.selectFrom('register.customer').select(['customer_id', 'phone'])),
  );
  await other.enforcement.close();
  const { rows } = await other.database.pool.query(
    `select column_name, last_read_on::text as day from kept.field
      where table_name = 'register.customer' and last_read_on is not null order by column_name`,
  );
  await other.database.close();
  expect(rows).toEqual([
    { column_name: 'city', day: '2026-11-23' },
    { column_name: 'legal_name', day: '2026-11-23' },
  ]);
});

test('a statement that runs all the time is told of once a round, and what could not be told is told again', async () => {
  const clock = fixedClock('2026-11-23T12:00:00Z');
  const told: unknown[] = [];
  const reported: string[] = [];
  let failing = true;
  const pool = {
    query: async (_: unknown, values: unknown) => {
      if (failing) throw new Error('gone');
      told.push(values);
      return { rows: [] };
    },
  };
  const watch = watchFields({
    ...{ pool: pool as never, now: clock.now, timeZone: 'Europe/Oslo' },
    report: (message) => void reported.push(message),
  });
  const fields = [{ table: 'register.customer', column: 'city' }];
  for (let times = 0; times < 3; times += 1) watch.read(fields);
  await watch.close();
  expect(reported).toHaveLength(1);
  failing = false;
  watch.read(fields);
  watch.read(fields);
  await watch.close();
  await watch.close();
  expect(told).toEqual([[['register.customer'], ['city'], '2026-11-23']]);
  clock.move(7 * 3_600_000);
  watch.read(fields);
  await watch.close();
  expect(told).toHaveLength(2);
});

describe('a field is asked about', () => {
  const phone = { table: 'register.customer', column: 'phone' };
  const known = (lastReadOn: string | null): KnownField[] => [{ ...phone, knownSince: '2025-01-01', lastReadOn }];
  const asked = (field: KnownField[], decisions: FieldDecision[], today: string): (boolean | null)[] =>
    unusedFields(web.policy, field, decisions, today).map(({ decided }) => decided);

  test('from the day on which twelve months have passed without a reader', () => {
    expect(asked(known('2025-11-23'), [], '2026-11-22')).toEqual([]);
    expect(asked(known('2025-11-23'), [], '2026-11-23')).toEqual([false]);
    expect(asked(known(null), [], '2025-12-31')).toEqual([]);
    expect(asked(known(null), [], '2026-01-01')).toEqual([false]);
  });

  test('until somebody has decided, and anew a year later; the newest decision counts', () => {
    const decision = (decidedOn: string): FieldDecision => ({
      ...phone,
      decision: 'keep',
      reason: 'Vi ringer',
      decidedOn,
    });
    expect(asked(known(null), [decision('2026-02-01')], '2026-11-23')).toEqual([true]);
    expect(asked(known(null), [decision('2026-02-01')], '2027-02-01')).toEqual([false]);
    expect(asked(known(null), [decision('2026-02-01'), decision('2027-01-15')], '2027-02-01')).toEqual([true]);
  });

  test('only while the policy describes it', () => {
    expect(
      asked(
        [{ table: 'register.customer', column: 'shoe_size', knownSince: '2020-01-01', lastReadOn: null }],
        [],
        '2026-11-23',
      ),
    ).toEqual([]);
  });
});

describe('a security measure was last checked', () => {
  const day = (measure: string, recorded: [string, string][], signed: string | null): string | undefined =>
    measuresStanding(
      web.policy,
      recorded.map(([name, checkedOn]) => ({ measure: name, checkedOn })),
      signed,
    ).find((one) => one.measure.name === measure)?.checkedOn;

  test('on the later of the day in the policy and the newest that is recorded', () => {
    expect(day('updates', [], null)).toBe('2026-11-02');
    expect(day('updates', [['updates', '2026-10-01']], null)).toBe('2026-11-02');
    expect(
      day(
        'updates',
        [
          ['updates', '2026-11-30'],
          ['updates', '2026-11-20'],
        ],
        null,
      ),
    ).toBe('2026-11-30');
    expect(day('backups', [['updates', '2026-11-30']], null)).toBe('2026-10-12');
  });

  test('when the review of access was signed, for that measure alone', () => {
    expect(day('access-review', [], '2026-12-20')).toBe('2026-12-20');
    expect(day('updates', [], '2026-12-20')).toBe('2026-11-02');
  });
});
