/** What is held of a person: every column they are promised to see, their own rows whole, and nobody else's. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAbout } from '../../../src/enforcement/compile/row-owner.ts';
import {
  countHoldings,
  dueDateOf,
  type HeldRow,
  type HeldTable,
  type HoldingSession,
  heldTables,
  kindsOfPerson,
  readHeldRows,
  rulesOf,
  usesOfCategory,
} from '../../../src/enforcement/index.ts';
import type { Policy, Table } from '../../../src/policy/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../../support/easy-step-web.ts';
import { KINDS, type Planted, type PlantedKind, plantLook, plantPeople } from '../../support/planted-people.ts';

let web: EasyStepWeb;
let policy: Policy;
let me: Planted;
beforeAll(async () => {
  web = await openEasyStepWeb();
  policy = web.policy;
  me = await plantPeople(web.database.pool, 1);
  await plantLook(web.database.pool, [me, await plantPeople(web.database.pool, 2)]);
});
afterAll(() => web.close());

const asMe = <T>(kind: PlantedKind, work: (session: HoldingSession) => Promise<T>): Promise<T> =>
  web.enforcement.asPurpose({ kind: 'data-subject', id: me[kind], roles: [] }, 'self-service', (session) =>
    work(session as unknown as HoldingSession),
  );

const all = (): readonly HeldTable[] => heldTables(policy, 'self-service');

/** All pages: each look of a test adds to the log. */
async function rowsOf(kind: PlantedKind, held: HeldTable): Promise<{ rows: readonly HeldRow[] }> {
  return await asMe(kind, async (session) => {
    const rows: HeldRow[] = [];
    for (let after: string | undefined; ; ) {
      const page = await readHeldRows(session, held, { limit: 50, after });
      rows.push(...page.rows);
      if (page.next === null) return { rows };
      after = page.next;
    }
  });
}

/** The same rows as the owner sees them. */
async function ownersView({ name, belongsTo, key }: Table, columns: readonly string[], person: string) {
  const selected = columns.map((column) =>
    // What is kept hashed or encrypted is told to be there, and stays where it is.
    all()
      .find(({ table }) => table.name === name)
      ?.columns.some((one) => one.name === column && one.protect !== 'none')
      ? `case when ${column} is not null then true end as ${column}`
      : column,
  );
  const { rows } = await web.database.pool.query<Record<string, unknown>>(
    `select ${selected.join(', ')} from ${name} as t where ${isAbout(belongsTo, 't', '$1::uuid')}
      order by ${key.map((column) => `t.${column} desc`).join(', ')}`,
    [person],
  );
  return rows;
}

const promised = (policyInForce: Policy) =>
  Object.values(policyInForce.tables).flatMap((table) =>
    table.belongsTo.kind === 'nobody'
      ? []
      : Object.values(table.columns).flatMap(({ name, category }) =>
          category === null ? [] : [`${table.name} ${name}`],
        ),
  );

test('every column that the policy says is about people is shown to somebody, with a planted value of theirs', async () => {
  const shown = new Set<string>();
  for (const kind of KINDS) {
    for (const held of all()) {
      for (const { values } of (await rowsOf(kind, held)).rows) {
        for (const { column, value } of values) if (value !== null) shown.add(`${held.table.name} ${column.name}`);
      }
    }
  }
  expect(promised(policy).filter((column) => !shown.has(column))).toEqual([]);
});

describe.each(KINDS)('a %s', (kind) => {
  test('sees just the rows that are theirs, table by table, and each value as it stands', async () => {
    let found = 0;
    for (const held of all()) {
      const list = held.table.belongsTo.kind === 'listed' ? held.table.belongsTo.column : null;
      const columns = held.columns.map(({ name }) => name).filter((name) => name !== list);
      const expected = await ownersView(held.table, columns, me[kind]);
      const { rows } = await rowsOf(kind, held);
      const seen = rows.map(({ values }) =>
        Object.fromEntries(values.map(({ column, value }) => [column.name, value] as const)),
      );
      // The log grows by every look of this test; what was there before is in it.
      const kept = list === null ? seen : seen.slice(-1);
      const theirs = list === null ? expected : expected.slice(-1);
      expect(kept).toEqual(theirs.map((row) => (list === null ? row : { ...row, [list]: [me[kind]] })));
      found += rows.length;
    }
    expect(found).toBeGreaterThan(2);
  });

  test('is told of each row the dates that the rules give, or that time has not begun', async () => {
    for (const held of all()) {
      const { name, key, belongsTo } = held.table;
      const dates = rulesOf(policy, name).map((rule) => `${dueDateOf(policy, rule, held.table, 't')}::text`);
      const { rows: expected } = await web.database.pool.query<{ dates: (string | null)[] }>(
        `select array[${dates.join(', ')}] as dates from ${name} as t where ${isAbout(belongsTo, 't', '$1::uuid')}
          order by ${key.map((column) => `t.${column} desc`).join(', ')} `,
        [me[kind]],
      );
      const { rows } = await rowsOf(kind, held);
      const told = rows.map(({ keptUntil }) => keptUntil.map(({ date }) => date));
      expect(told.slice(-1)).toEqual(expected.map((row) => row.dates).slice(-1));
    }
  });

  test('is told how many entries there are in each category', async () => {
    const counts = await asMe(kind, (session) => countHoldings(session, all()));
    for (const { held, byCategory } of counts.filter((count) => count.held.table.belongsTo.kind !== 'listed')) {
      const { rows } = await rowsOf(kind, held);
      for (const [category, count] of Object.entries(byCategory)) {
        const said = rows.filter(({ values }) =>
          values.some(({ column, value }) => column.category === category && value !== null),
        );
        expect([held.table.name, category, count]).toEqual([held.table.name, category, said.length]);
      }
    }
  });

  test('is known to be of that kind and no other', async () => {
    const kinds = await asMe(kind, (session) => kindsOfPerson(session, policy));
    expect(kinds.map(({ name }) => name)).toEqual([kind]);
  });
});

test('a table is read page by page, each row once', async () => {
  const lines = all().find(({ table }) => table.name === 'register.order_line');
  if (lines === undefined) throw new Error('order lines are not shown');
  await asMe('private-customer', async (session) => {
    const first = await readHeldRows(session, lines, { limit: 1 });
    const second = await readHeldRows(session, lines, { limit: 1, after: first.next ?? '' });
    expect(second.next).toBeNull();
    const quantities = [...first.rows, ...second.rows].map(({ values }) => values[1]?.value);
    expect(quantities).toEqual([3, 2]);
    await expect(readHeldRows(session, lines, { limit: 1, after: 'nowhere' })).rejects.toThrow(/first page/);
  });
});

test('reading the log about oneself is logged as a look at oneself alone, not at those whom an entry also lists', async () => {
  const log = all().find(({ table }) => table.name === 'kept.access_log');
  if (log === undefined) throw new Error('the log is not shown');
  await rowsOf('contact-person', log);
  const { rows } = await web.database.pool.query<{ data_subjects: string[] }>(
    'select data_subjects from kept.access_log order by entry_id desc limit 1',
  );
  expect(rows[0]?.data_subjects).toEqual([me['contact-person']]);
});

test('the dates of a row are told to nobody but its person', async () => {
  const client = await web.database.pool.connect();
  try {
    const datesAs = async (person: string): Promise<unknown> => {
      await client.query(`select set_config('kept.person', $1, false)`, [person]);
      const asked = 'select kept.due_dates_register_customer(array[$1])::text[] as dates';
      return (await client.query<{ dates: unknown }>(asked, [me['private-customer']])).rows[0]?.dates;
    };
    expect(await datesAs(me['company-customer'])).toBeNull();
    expect(await datesAs('')).toBeNull();
    expect(await datesAs(me['private-customer'])).toContain('2031-12-31');
    await client.query(`select set_config('kept.person', '', false)`);
  } finally {
    client.release();
  }
});

test('a table whose rows do not themselves say whose they are is left out, since no row policy could show them', () => {
  const payment = policy.tables['register.payment'];
  if (payment === undefined) throw new Error('payments are not described');
  const steps = [{ column: 'invoice_id', toTable: 'register.invoice', toColumn: 'invoice_id' }];
  const far: Policy = {
    ...policy,
    tables: { ...policy.tables, 'register.payment': { ...payment, belongsTo: { kind: 'path', steps } } },
  };
  const names = (of: Policy) => heldTables(of, 'self-service').map(({ table }) => table.name);
  expect(names(policy).filter((name) => !names(far).includes(name))).toEqual(['register.payment']);
});

test('a category tells its purposes and recipients for such people only', () => {
  const staff = usesOfCategory(policy, 'email-address', [{ name: 'staff' }]);
  expect(staff.purposes.map(({ name }) => name)).toContain('staff-administration');
  expect(staff.purposes.map(({ name }) => name)).not.toContain('marketing');
  const customer = usesOfCategory(policy, 'payment-means', [{ name: 'private-customer' }]);
  expect(customer.recipients.map(({ type }) => type)).toEqual(['storage', 'payment']);
});
