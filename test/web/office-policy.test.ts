/** The policy as staff read it: everything in it is told, links lead somewhere, and only some are told who applied it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Policy } from '../../src/policy/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff } from '../support/office.ts';
import { signedInByHeader } from '../support/staff.ts';

let web: EasyStepWeb;
let policy: Policy;
beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
  policy = web.policy;
});
afterAll(() => web.close());

const read = async (path: string, role = 'warehouse'): Promise<string> => (await asStaff(web, role).get(path)).html;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;');

const LISTS = {
  purposes: ['/kontor/reglene/formal', '/en/office/policy/purposes'],
  categories: ['/kontor/reglene/kategorier', '/en/office/policy/categories'],
  retention: ['/kontor/reglene/lagringstid', '/en/office/policy/retention'],
  roles: ['/kontor/reglene/roller', '/en/office/policy/roles'],
  recipients: ['/kontor/reglene/mottakere', '/en/office/policy/recipients'],
} as const;

describe.each(Object.entries(LISTS))('the list of %s', (name, [nb, en]) => {
  test('tells each by its label in either language, at an address of its own', async () => {
    const things = Object.values(policy[name as keyof typeof LISTS]);
    expect(things.length).toBeGreaterThan(5);
    for (const [language, path] of [['nb', nb] as const, ['en', en] as const]) {
      const html = await read(path);
      for (const { name: own, label } of things) {
        expect(html).toContain(`id="${own}"`);
        expect(html).toContain(escaped(typeof label === 'string' ? label : label[language]));
      }
    }
  });
});

test('every link between the pages of the policy leads to something that is there', async () => {
  const pages = new Map<string, string>();
  const wrong: string[] = [];
  for (const path of ['/kontor/reglene', ...Object.values(LISTS).map(([nb]) => nb)]) {
    for (const [, href = ''] of (await read(path)).matchAll(/href="(\/kontor[^"]*)"/g)) {
      const [target = '', anchor] = href.split('#');
      if (!pages.has(target)) pages.set(target, await read(target));
      const html = pages.get(target) ?? '';
      if (html.includes('Siden finnes ikke') || (anchor !== undefined && !html.includes(`id="${anchor}"`))) {
        wrong.push(`${path} -> ${href}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(pages.size).toBeGreaterThan(6);
});

describe('a retention rule', () => {
  test('says what is kept, how long, counted from what, because of what, and what happens then', async () => {
    const html = await read(LISTS.retention[1]);
    const rule = html.slice(html.indexOf('id="accounting-customers"'));
    const card = rule.slice(0, rule.indexOf('</section>'));
    expect(card).toContain(
      'Customers: Customer number, Private person or company, Legal name, and Organisation number',
    );
    expect(card).toContain('5 years');
    expect(card).toContain('the end of the financial year of the latest of');
    expect(card).toContain('https://lovdata.no/lov/2004-11-19-73/§13');
    expect(card).toContain('Deleted');
  });
});

describe('which version is in force', () => {
  test('is told with its digest and who applied it to those who look after privacy, and not to others', async () => {
    const { rows } = await web.database.pool.query<{ hash: string }>(
      'select content_hash as hash from kept.policy_version order by version_number desc limit 1',
    );
    const digest = rows[0]?.hash.slice(0, 12) ?? 'none';
    const told = await read('/kontor/reglene', 'privacy-officer');
    expect(told).toContain(digest);
    expect(told).toContain('Tatt i bruk av');
    const others = await read('/kontor/reglene', 'warehouse');
    expect(others).not.toContain(digest);
    expect(others).toContain(policy.controller.version.approver);
  });
});
