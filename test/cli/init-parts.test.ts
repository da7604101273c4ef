/** Whatever parts a company chooses, the policy that is written for it compiles, is whole, and is its own. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PARTS, withNeeds } from '../../src/cli/init/parts.ts';
import { accessOfPurpose, type Policy } from '../../src/policy/index.ts';
import { COMPANY, compiled, PACKAGED, policyFor, type WrittenPolicy } from '../support/company.ts';

const ALL = Object.keys(PARTS);
const SOMEBODY = ['private-customers', 'company-customers'];

/** What must be true of every policy that is written. */
function expectWhole({ files, policy, notices }: WrittenPolicy): void {
  for (const [file, text] of Object.entries(files)) expect(text, file).not.toMatch(/easy.?step/i);
  const packaged = [
    '123456785',
    '86011117947',
    'Trondheim',
    '7030',
    '72606060',
    'Eksempelgata',
    'Kari Eksempel',
    'i dag',
    'today',
  ];
  for (const word of packaged) expect(Object.values(files).join('\n')).not.toContain(word);
  const unused = Object.values(policy.tables).filter((table) => table.unused);
  const reached = reachedTables(policy);
  expect(unused.filter(({ name }) => reached.has(name))).toEqual([]);
  expect(categoriesWithoutUse(policy)).toEqual([]);
  for (const html of [notices.nb.html, notices.en.html]) {
    expect(html).not.toMatch(/<p>\s*<\/p>|<h2[^>]*>[^<]*<\/h2>\s*(?=<h2)|\{%|undefined/);
  }
}

const reachedTables = (policy: Policy): ReadonlySet<string> =>
  new Set(Object.keys(policy.purposes).flatMap((name) => accessOfPurpose(policy, name).map(({ table }) => table)));

/** Categories that the notice would list though nobody reads or writes them. */
function categoriesWithoutUse({ categories, purposes }: Policy): string[] {
  const used = new Set(Object.values(purposes).flatMap(({ uses, records }) => [...uses, ...records]));
  return Object.keys(categories).filter((name) => !used.has(name));
}

describe('every choice of parts', () => {
  test.each(ALL)('%s alone compiles, for a company with private customers', (part) => {
    expectWhole(policyFor(['private-customers', part]));
  });

  test.each(ALL.filter((name) => !SOMEBODY.includes(name)))('everything but %s compiles', (part) => {
    expectWhole(policyFor(ALL.filter((name) => !withNeeds([name]).includes(part))));
  });

  test('any choice with customers in it compiles', () => {
    const choice = fc.tuple(fc.constantFrom(...SOMEBODY), fc.subarray(ALL));
    fc.assert(
      fc.property(choice, ([customers, others]) => expectWhole(policyFor([customers, ...others]))),
      { numRuns: 10 },
    );
  });

  test('everything chosen, the policy has the purposes, categories and tables of the packaged one', () => {
    const all = policyFor(ALL).policy;
    const packaged = compiled(PACKAGED).policy;
    for (const map of ['purposes', 'categories', 'dataSubjects', 'tables', 'roles', 'storage'] as const) {
      expect(Object.keys(all[map])).toEqual(Object.keys(packaged[map]));
    }
    expect(all.retention.map(({ name }) => name)).toEqual(packaged.retention.map(({ name }) => name));
    expect(Object.values(all.tables).filter(({ unused }) => unused)).toEqual([]);
  });
});

describe('what is chosen and told', () => {
  test('a part brings along what it needs', () => {
    expect(withNeeds(['marketing-profiling'])).toEqual([
      'private-customers',
      'orders',
      'marketing',
      'marketing-profiling',
    ]);
  });

  test('a table of a part that is not used stays described, and nothing reaches it', () => {
    const { policy } = policyFor(['private-customers', 'orders']);
    const unused = Object.values(policy.tables).flatMap(({ table, unused: is }) => (is ? [table] : []));
    const chosen = ['private-customers', 'orders'].flatMap((part) => PARTS[part]?.tables ?? []);
    const others = Object.values(PARTS).flatMap(({ tables }) => tables ?? []);
    expect([...unused].sort()).toEqual([...new Set(others)].filter((table) => !chosen.includes(table)).sort());
    expect(unused).toContain('delivery');
  });

  test('without deliveries the customer relationship counts from the last order', () => {
    const { policy, notices } = policyFor(['private-customers', 'orders']);
    const rule = policy.retention.find(({ name }) => name === 'customer-relationship');
    expect(rule?.after).toEqual({
      kind: 'latest',
      of: [{ kind: 'column', table: 'register.sales_order', column: 'placed_at', where: null }],
    });
    expect(notices.en.promises.P83).toContain('after your last order');
  });

  test('what nobody has done or told is left out, and each is a finding', () => {
    const { policy, findings } = policyFor(['private-customers', 'surveys']);
    expect(policy.security.riskAssessment).toBeNull();
    expect(policy.security.legalReview).toBeNull();
    expect(policy.purposes['satisfaction-surveys']?.balancing?.assessedOn).toBeNull();
    expect(Object.values(policy.recipients).map(({ kind }) => kind)).toEqual(['public-authority']);
    const codes = new Set(findings.map(({ code }) => code));
    expect([...codes].sort()).toEqual(['KEPT-310', 'KEPT-332', 'KEPT-333', 'KEPT-334', 'KEPT-335', 'KEPT-336']);
  });

  test('what was told stands in the policy as it was told', () => {
    const agreement = { reference: 'DBA-7', signedOn: '2026-02-03', reviewBy: '2027-02-03' };
    const { policy, notices } = policyFor(['company-customers'], {
      recipients: [{ name: 'hosting', label: 'Diktet Drift AS', countries: ['NO', 'SE'], agreement }],
      dataCountries: ['NO', 'SE'],
      measures: ['premises', 'confidentiality'],
      privacyContact: { name: 'Áŋŋel Diktet', email: 'angel@diktet.example.no', phone: '+4740000001' },
    });
    expect(policy.controller).toMatchObject({ name: COMPANY.name, financialYearEnds: '06-30' });
    expect(policy.controller.privacyContact.label.en).toBe('Áŋŋel Diktet, privacy contact');
    expect(policy.controller.version).toMatchObject({ number: '2026-1', date: '2026-11-23', approver: 'Håkon Diktet' });
    expect(policy.recipients.hosting).toMatchObject({ label: 'Diktet Drift AS', countries: ['NO', 'SE'], agreement });
    expect(policy.security.measures.map(({ name, checkedOn }) => [name, checkedOn])).toEqual([
      ['access-by-purpose', '2026-11-23'],
      ['premises', '2026-11-23'],
      ['confidentiality', '2026-11-23'],
    ]);
    expect(Object.keys(policy.promises)).toEqual(expect.arrayContaining(['P49', 'P52', 'P53', 'P54', 'P65', 'P93']));
    expect(notices.en.promises.P93).toBeDefined();
    expect(policy.promises.P95).toBeUndefined();
  });

  test('a promise that waits is made by taking away its # when what it waits for is there', () => {
    const { files } = policyFor(['private-customers']);
    const security = (files['security.yaml'] ?? '')
      .replace(/^# (risk_assessment: .*)$/m, '$1')
      .replace(/^# (legal_review: .*)$/m, '$1')
      .replaceAll('YYYY-MM-DD', '2026-11-20')
      .replaceAll('…', 'Gjort')
      .replaceAll(/^( *)# (P9[458]: .*)$/gm, '$1$2');
    const { policy, notices } = compiled({ ...files, 'security.yaml': security });
    expect(Object.keys(policy.promises)).toEqual(expect.arrayContaining(['P94', 'P95', 'P98']));
    expect(notices.nb.promises.P95).toContain('1 år');
  });
});
