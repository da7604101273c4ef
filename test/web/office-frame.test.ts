/** The frame of the office: a menu that follows the purpose, what waits today, what was done, forms read as asked for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Policy } from '../../src/policy/index.ts';
import { ADDRESSES } from '../../src/web/addresses.ts';
import { readAmount, readDay, readWhole } from '../../src/web/forms/read-values.ts';
import { timelineOf } from '../../src/web/office/customer/events.ts';
import { createDoneMessages } from '../../src/web/office/flash/done.ts';
import { MENU, offeredMenu } from '../../src/web/office/menu.ts';
import { WORK, workOf } from '../../src/web/office/today/work-items.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { fixedClock } from '../support/fixed.ts';
import { asStaff, logOf } from '../support/office.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let policy: Policy;
beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  policy = web.policy;
});
afterAll(() => web.close());

const ownOf = (role: string) => Object.values(policy.purposes).filter(({ roles }) => roles.includes(role));
const offered = (role: string, acting: string | null) =>
  offeredMenu(policy, ownOf(role), acting === null ? null : (policy.purposes[acting] ?? null)).flatMap(({ entries }) =>
    entries.map(({ page }) => page),
  );

describe('the menu', () => {
  test('offers a page to the purposes that have what it asks for, and to no others', () => {
    expect(offered('sales', 'ordering')).toContain('officeOrders');
    expect(offered('sales', 'customer-communication')).not.toContain('officeOrders');
    expect(offered('owner', 'statistics')).not.toContain('officeCustomers');
  });

  test('before a purpose is chosen offers what is for one of one’s own, and the policy', () => {
    expect(offered('sales', null)).toContain('officePolicy');
    expect(offered('sales', null)).not.toContain('officeOrders');
    expect(offered('owner', null)).toContain('officeEvidence');
  });

  test('has each page once', () => {
    const pages = MENU.flatMap(({ entries }) => entries.map(({ page }) => page));
    expect(new Set(pages).size).toBe(pages.length);
  });

  test('leads nowhere that is not there', async () => {
    const missing: string[] = [];
    for (const { name, roles } of Object.values(policy.purposes)) {
      const [role] = roles;
      if (role === undefined) continue;
      for (const page of offered(role, name)) {
        const { status } = await asStaff(web, role).ask(`${ADDRESSES[page].nb}?purpose=${name}`);
        if (![200, 302, 303].includes(status)) missing.push(`${page} for ${name}: ${status}`);
      }
    }
    expect(missing).toEqual([]);
  });
});

describe('what waits today', () => {
  test('has a name of its own for each item, and a purpose that somebody has', () => {
    expect(new Set(WORK.map(({ name }) => name)).size).toBe(WORK.length);
    for (const { purpose } of WORK) expect(policy.purposes[purpose]?.roles.length, purpose).toBeGreaterThan(0);
  });

  test('is counted under the purpose that does it, which names nobody in the log', async () => {
    const before = (await logOf(web)).length;
    const { html } = await asStaff(web, 'sales').ask('/kontor');
    expect(html).toContain('Bestillinger å bekrefte');
    expect(html).toContain('/kontor/bestillinger?purpose=ordering&amp;status=placed');
    const entries = (await logOf(web)).slice(before);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.every(({ action, data_subjects }) => action === 'count' && data_subjects.length === 0)).toBe(true);
    const own = new Set(WORK.map(({ purpose }) => purpose));
    expect(entries.every(({ purpose }) => own.has(purpose))).toBe(true);
  });

  test('is nobody’s whose purposes do not do it', async () => {
    expect((await asStaff(web, 'marketing').ask('/kontor')).html).not.toContain('Bestillinger å bekrefte');
    expect(workOf(policy, 'nothing')).toEqual([]);
  });

  test('leads to lists that are there', async () => {
    const pages = MENU.flatMap(({ entries }) => entries.map((entry): string => entry.page));
    for (const { purpose, page, query } of WORK.filter((item) => pages.includes(item.page))) {
      const [role] = policy.purposes[purpose]?.roles ?? [];
      const address = `${ADDRESSES[page].nb}?${new URLSearchParams({ purpose, ...query })}`;
      expect([page, (await asStaff(web, role ?? '').ask(address)).status]).toEqual([page, 200]);
    }
  });
});

describe('what was just done', () => {
  const clock = fixedClock('2026-11-23T12:00:00Z');
  const messages = createDoneMessages(clock.now);

  test('is told to whoever did it, for some minutes', () => {
    const word = messages.keep('me', { says: () => 'Gjort' });
    expect(messages.find('me', word)).not.toBeNull();
    expect(messages.find('you', word)).toBeNull();
    expect(messages.find('me', 'guess')).toBeNull();
    clock.move(11 * 60_000);
    expect(messages.find('me', word)).toBeNull();
  });
});

describe('what is typed', () => {
  test.each([
    ['1 234,50', 123_450],
    ['1.234,50', 123_450],
    ['99,-', 9_900],
    ['kr 12', 1_200],
    ['0,5', 50],
    ['-3', -300],
    ['', null],
    ['tolv', undefined],
    ['1,234,5', 123_450],
    ['1,2345', undefined],
  ])('the amount "%s" is %s øre', (typed, ore) => {
    expect(readAmount(typed)).toBe(ore);
  });

  test('a day is read as a date field sends it and as people write it, and never moved to another', () => {
    expect(readDay('2026-11-25')?.toString()).toBe('2026-11-25');
    expect(readDay('25.11.2026')?.toString()).toBe('2026-11-25');
    expect(readDay('31.02.2026')).toBeUndefined();
    expect(readDay(' ')).toBeNull();
  });

  test('a whole number is one', () => {
    expect([readWhole('12'), readWhole('1 200'), readWhole(''), readWhole('1,5'), readWhole('-1')]).toEqual([
      ...[12, 1200, null, undefined, undefined],
    ]);
  });
});

test('where a table was cut off, nothing older of other tables stands in the timeline', () => {
  const seen = (name: string) => {
    const table = policy.tables[name];
    if (table === undefined) throw new Error(`${name} is not described`);
    return { table, columns: Object.values(table.columns), owner: 'customer_id', parent: null };
  };
  const orders = ['2026-10-03', '2026-10-01'].map((day) => ({ placed_at: new Date(`${day}T10:00:00Z`) }));
  const messages = ['2026-10-02', '2026-09-30'].map((day) => ({ at: new Date(`${day}T10:00:00Z`) }));
  const tables = (more: boolean) => [
    { seen: seen('register.sales_order'), rows: orders, more },
    { seen: seen('register.message'), rows: messages, more: false },
  ];
  const days = (more: boolean) =>
    timelineOf({ tables: tables(more) }).events.map(({ at }) =>
      at instanceof Date ? at.toISOString().slice(0, 10) : at,
    );
  expect(days(false)).toEqual(['2026-10-03', '2026-10-02', '2026-10-01', '2026-09-30']);
  expect(days(true)).toEqual(['2026-10-03', '2026-10-02', '2026-10-01']);
});
