/** What a policy must have: for each fault and finding one change of the small policy that brings it out. */
import { describe, expect, test } from 'vitest';
import { checkPolicy, diagnosticCodes, type PolicyFiles } from '../../src/policy/index.ts';
import { changed, KNOWN_CONTROLS, SMALL_POLICY } from './small-policy.ts';

const check = (files: PolicyFiles) => checkPolicy(files, { knownControls: KNOWN_CONTROLS });

test('a policy in order has neither faults nor findings', () => {
  const { policy, diagnostics } = check(SMALL_POLICY);
  expect(diagnostics).toEqual([]);
  expect(Object.keys(policy?.tables ?? {})).toEqual(['register.customer', 'register.sales_order', 'register.product']);
});

const many = Array.from({ length: 64 }, (_, index) => `  p${index}: *p\n`).join('');
/** The folder with a table of data.yaml that the company does not use. */
function withoutUseOf(table: string, files: PolicyFiles): PolicyFiles {
  const text = files['data.yaml'] ?? '';
  if (!text.includes(table)) throw new Error(`data.yaml has no ${table}`);
  return { ...files, 'data.yaml': text.replace(table, `${table}\n    unused: true`) };
}

/** A table of staff, whose roles a purpose of a temporary role changes. */
const PURPOSES_OF_ADVISERS =
  changed('purposes.yaml', 'sales: { nb: Salg, en: Sales }', 'sales: { nb: Salg, en: Sales, temporary: true }')[
    'purposes.yaml'
  ] ?? '';
const ADVISERS_GIVE_ACCESS: PolicyFiles = {
  ...changed(
    'data.yaml',
    '  product:',
    `  kept.staff:
    nb: Ansatte
    en: Staff
    belongs_to: { nobody: { nb: En liste., en: A list. } }
    key: [staff_id]
    columns:
      staff_id: { category: none }
      roles: { category: identity, nb: Roller, en: Roles }
  product:`,
  ),
  'purposes.yaml': PURPOSES_OF_ADVISERS,
};

const { 'cookies.yaml': _, ...withoutCookies } = SMALL_POLICY;

test('a file of many thousand keys is read through, and its first unknown keys are told', () => {
  const keys = Array.from({ length: 20_000 }, (_key, at) => `unknown${at}: 1`).join('\n');
  const { policy, diagnostics } = check(changed('data.yaml', 'categories:', `${keys}\ncategories:`));
  expect(policy).toBeNull();
  expect(diagnostics.filter(({ code }) => code === 'KEPT-103')).toHaveLength(100);
});

/** Code, what is wrong, the folder that has it, and where the diagnostic points. */
const FAULTS: readonly (readonly [string, string, PolicyFiles, string])[] = [
  ['KEPT-101', 'text that is not YAML', changed('data.yaml', 'categories:', 'categories: ['), 'data.yaml'],
  ['KEPT-102', 'a missing file', withoutCookies, 'cookies.yaml:0'],
  ['KEPT-103', 'an unknown key', changed('purposes.yaml', 'basis: contract', 'bassis: contract'), 'purposes.yaml:9'],
  ['KEPT-104', 'a missing key', changed('controller.yaml', 'phone: "+4772606060"\nw', 'w'), 'controller.yaml:1'],
  [
    'KEPT-105',
    'a value of another kind',
    changed('controller.yaml', 'minimum_age: 15', 'minimum_age: ung'),
    'controller.yaml:17',
  ],
  [
    'KEPT-106',
    'a value outside its choices',
    changed('purposes.yaml', 'basis: contract', 'basis: contrct'),
    'purposes.yaml:9',
  ],
  ['KEPT-107', 'a duration that is none', changed('retention.yaml', 'for: P3Y', 'for: 3 years'), 'retention.yaml:6'],
  [
    'KEPT-107',
    'a day that no calendar has',
    changed('controller.yaml', 'date: 2026-11-02', 'date: 2026-02-30'),
    'controller.yaml:21',
  ],
  [
    'KEPT-107',
    'an organisation number with a wrong check digit',
    changed('controller.yaml', '123456785', '123456784'),
    'controller.yaml:2',
  ],
  [
    'KEPT-107',
    'an account number with a wrong check digit',
    changed('controller.yaml', 'minimum_age', 'billing: { account_number: "86011117948" }\nminimum_age'),
    'controller.yaml:17',
  ],
  ['KEPT-108', 'an empty list', changed('data.yaml', 'key: [customer_id]', 'key: []'), 'data.yaml:12'],
  [
    'KEPT-109',
    'an owner that is only a word',
    changed('data.yaml', 'belongs_to: { self: customer_id }', 'belongs_to: someone'),
    'data.yaml:11',
  ],
  [
    'KEPT-108',
    'an event inside events without end',
    changed(
      'retention.yaml',
      '{ column: sales_order.placed_at, where: delivered_at is not null }',
      `${'{ end_of_year: '.repeat(200)}sales_order.placed_at${' }'.repeat(200)}`,
    ),
    'retention.yaml',
  ],
  [
    'KEPT-101',
    'a key written twice',
    changed('data.yaml', 'categories:', 'categories: {}\ncategories:'),
    'data.yaml:2',
  ],
  [
    'KEPT-230',
    'a condition that calls a function',
    changed('data.yaml', "where: kind = 'private'", 'where: pg_sleep(9) is null'),
    'data.yaml',
  ],
  [
    'KEPT-201',
    'a category that is not there',
    changed('data.yaml', 'category: identity', 'category: identitty'),
    'data.yaml:16',
  ],
  [
    'KEPT-202',
    'a kind of person that is not there',
    changed('purposes.yaml', 'about: [customer]', 'about: [costumer]'),
    'purposes.yaml:10',
  ],
  [
    'KEPT-203',
    'a table that is not there',
    changed('retention.yaml', 'sales_order.delivered_at', 'salesorder.delivered_at'),
    'retention.yaml:7',
  ],
  [
    'KEPT-204',
    'a column that is not there',
    changed('data.yaml', 'key: [customer_id, order_id]', 'key: [customer_id, orderid]'),
    'data.yaml:23',
  ],
  [
    'KEPT-205',
    'a role that is not there',
    changed('purposes.yaml', 'roles: [sales]', 'roles: [sale]'),
    'purposes.yaml:13',
  ],
  [
    'KEPT-206',
    'a purpose that is not there',
    changed('retention.yaml', 'because: customer-administration', 'because: customer-admin'),
    'retention.yaml:8',
  ],
  [
    'KEPT-207',
    'an owner whose rows are no people',
    changed('data.yaml', 'of: customer }', 'of: product }'),
    'data.yaml:22',
  ],
  [
    'KEPT-208',
    'a table described twice',
    changed(
      'data.yaml',
      '  product:\n',
      '  register.customer:\n    nb: A\n    en: A\n    belongs_to: { self: a }\n    key: [a]\n    columns: { a: { category: none } }\n  product:\n',
    ),
    'data.yaml:29',
  ],
  [
    'KEPT-209',
    'a table of people that nothing deletes',
    changed('retention.yaml', 'keep: [sales_order]', 'keep: [customer]'),
    'data.yaml:19',
  ],
  [
    'KEPT-210',
    'a duty that names no law',
    changed('purposes.yaml', '    law: bokføringsloven § 13\n', ''),
    'purposes.yaml:28',
  ],
  [
    'KEPT-211',
    'consent without its words',
    changed('purposes.yaml', '    consent_text: { nb: Ja takk., en: Yes please. }\n', ''),
    'purposes.yaml:18',
  ],
  [
    'KEPT-212',
    'words of consent under a contract',
    changed('purposes.yaml', 'basis: consent', 'basis: contract'),
    'purposes.yaml:23',
  ],
  [
    'KEPT-214',
    'a promise on a control that is not there',
    changed('security.yaml', 'controls: [purpose-required]', 'controls: [purpose-requird]'),
    'security.yaml:14',
  ],
  [
    'KEPT-215',
    'a control that exists, declared not built',
    changed('security.yaml', 'controls_not_built: [', 'controls_not_built: [purpose-required, '),
    'security.yaml:16',
  ],
  [
    'KEPT-217',
    'a personal column without a label',
    changed('data.yaml', 'category: identity, nb: Navn,', 'category: identity,'),
    'data.yaml:16',
  ],
  ['KEPT-218', 'a kind of person without a key', changed('data.yaml', ' key: customer_id,', ''), 'data.yaml:6'],
  [
    'KEPT-219',
    'a table inside a schema described as a whole',
    changed('data.yaml', 'tables:\n', 'schemas: { register: { nb: A, en: A, nobody: { nb: A, en: A } } }\ntables:\n'),
    'data.yaml:9',
  ],
  [
    'KEPT-220',
    'a gate on rows that list people',
    changed('data.yaml', 'belongs_to: { column: customer_id, of: customer }', 'belongs_to: { listed: customer_id }'),
    'data.yaml:22',
  ],
  [
    'KEPT-221',
    'a date that is encrypted',
    changed('data.yaml', 'en: Delivered, from: observed', 'en: Delivered, protect: encrypted'),
    'retention.yaml:7',
  ],
  [
    'KEPT-222',
    'more purposes than a row has bits',
    changed(
      'purposes.yaml',
      '  customer-administration:\n',
      `${many.replace('*p', '&p { nb: A, en: A, description: { nb: A, en: A }, basis: contract, about: [customer] }')}  customer-administration:\n`,
    ),
    'purposes.yaml:4',
  ],
  [
    'KEPT-223',
    'a name too long for a role',
    changed('purposes.yaml', '  accounting:\n', `  ${'accounting-'.repeat(4)}x:\n`),
    'purposes.yaml:24',
  ],
  [
    'KEPT-224',
    'maintaining a table of people',
    changed('purposes.yaml', '    roles: [sales]\n', '    roles: [sales]\n    maintains: [sales_order]\n'),
    'purposes.yaml:14',
  ],
  [
    'KEPT-225',
    'own rows for staff',
    changed('purposes.yaml', 'open_to: [data-subject]', 'roles: [sales]'),
    'purposes.yaml:43',
  ],
  ['KEPT-227', 'a temporary role that gives access', ADVISERS_GIVE_ACCESS, 'purposes.yaml:13'],
  [
    'KEPT-226',
    'a purpose limited to a table that is not in use',
    withoutUseOf(
      '  product:',
      changed(
        'purposes.yaml',
        'uses: [identity, contact-details]\n',
        'uses: [identity]\n    tables: [customer, product]\n',
      ),
    ),
    'purposes.yaml:',
  ],
  [
    'KEPT-226',
    'a period counted from a table that is not in use',
    withoutUseOf('  sales_order:', SMALL_POLICY),
    'retention.yaml:',
  ],
];

describe('faults', () => {
  test.each(FAULTS)('%s: %s is told where it stands', (code, _what, files, place) => {
    const { policy, diagnostics } = check(files);
    expect(policy).toBeNull();
    const found = diagnostics.map((it) => `${it.code} ${it.severity} ${it.place.file}:${it.place.line}`);
    expect(
      found.find((it) => it.startsWith(`${code} fault ${place}`)),
      found.join('\n'),
    ).toBeDefined();
  });

  test('all faults come at once, not the first only', () => {
    const files = {
      ...changed('purposes.yaml', 'basis: contract', 'bassis: contract'),
      'retention.yaml': changed('retention.yaml', 'for: P3Y', 'for: soon')['retention.yaml'] ?? '',
    };
    expect(check(files).diagnostics.map(({ code }) => code)).toEqual(['KEPT-104', 'KEPT-103', 'KEPT-107']);
  });

  test('an unknown key comes with the nearest known one', () => {
    const { diagnostics } = check(changed('purposes.yaml', 'basis: contract', 'bassis: contract'));
    expect(diagnostics.find(({ code }) => code === 'KEPT-103')?.facts.suggestion).toBe('basis');
  });
});

/** The findings, each with its change; the first 22 in the order of the points that a statement of 2018 misses. */
const FINDINGS: readonly (readonly [string, string, PolicyFiles])[] = [
  [
    'KEPT-301',
    'browser settings in place of a choice',
    changed('cookies.yaml', 'class: necessary', 'class: functional'),
  ],
  ['KEPT-302', 'counting visitors without consent', changed('cookies.yaml', 'class: necessary', 'class: analytics')],
  [
    'KEPT-303',
    'storage called necessary without saying why',
    changed(
      'cookies.yaml',
      '    necessary_because: { nb: Ellers må man logge inn på hver side., en: Else one would sign in on every page. }\n',
      '',
    ),
  ],
  [
    'KEPT-304',
    'marketing on the contract',
    changed('purposes.yaml', '    roles: [sales]', '    roles: [sales]\n    direct_marketing: true'),
  ],
  [
    'KEPT-305',
    'a duty to keep without its basis',
    changed('purposes.yaml', 'basis: legal-obligation\n    law: bokføringsloven § 13', 'basis: contract'),
  ],
  [
    'KEPT-306',
    'marketing from what was inferred, not told',
    changed(
      'data.yaml',
      'nb: E-post, en: E-mail, mandatory: true',
      'nb: E-post, en: E-mail, mandatory: true, from: derived',
    ),
  ],
  ['KEPT-307', 'no way for people to their own data', changed('purposes.yaml', '    own_rows_only: true\n', '')],
  ['KEPT-308', 'as long as necessary', changed('retention.yaml', 'en: The relationship', 'en: As long as necessary')],
  [
    'KEPT-309',
    'a column of card numbers',
    changed('data.yaml', '      kind: {', '      card_number: { category: none }\n      kind: {'),
  ],
  ['KEPT-310', 'no recipients', { ...SMALL_POLICY, 'recipients.yaml': 'recipients: {}\n' }],
  ['KEPT-311', 'a transfer without a ground', changed('recipients.yaml', 'countries: ["NO"]', 'countries: ["NO", US]')],
  [
    'KEPT-312',
    'a pseudonym called nothing',
    changed('data.yaml', '      kind: {', '      pseudonym: { category: none }\n      kind: {'),
  ],
  ['KEPT-313', 'a store elsewhere than told', changed('recipients.yaml', 'countries: ["NO"]', 'countries: [IE]')],
  ['KEPT-314', 'a third party that is no recipient', changed('cookies.yaml', 'party: first', 'party: third')],
  [
    'KEPT-315',
    'help for a browser that is gone',
    changed('cookies.yaml', 'browser: Firefox', 'browser: Internet Explorer'),
  ],
  ['KEPT-316', 'a version nobody signed', changed('controller.yaml', 'approver: Kari Eksempel', 'approver: ""')],
  [
    'KEPT-317',
    'an authority without an address',
    changed('controller.yaml', '  address: Postboks 458 Sentrum, 0105 Oslo\n', ''),
  ],
  [
    'KEPT-318',
    'marketing from bought lists, not balanced',
    changed('data.yaml', 'nb: Navn, en: Name, mandatory: true', 'nb: Navn, en: Name, mandatory: true, from: external'),
  ],
  [
    'KEPT-319',
    'credit data on contract',
    changed('data.yaml', '  purchases: {', '  credit-checks: { nb: K, en: K }\n  purchases: {'),
  ],
  ['KEPT-320', 'a version older than the act', changed('controller.yaml', 'date: 2026-11-02', 'date: 2018-04-23')],
  ['KEPT-321', 'a minimum age that forgets children', changed('controller.yaml', 'minimum_age: 15', 'minimum_age: 9')],
  [
    'KEPT-322',
    'consent one cannot refuse',
    changed('data.yaml', '  purchases: {', '  shoe-size: { nb: S, en: S }\n  purchases: {'),
  ],
  [
    'KEPT-323',
    'nothing said to be mandatory',
    { ...SMALL_POLICY, 'data.yaml': (SMALL_POLICY['data.yaml'] ?? '').replaceAll(', mandatory: true', '') },
  ],
  [
    'KEPT-324',
    'a processor without an agreement',
    changed(
      'recipients.yaml',
      '    agreement: { reference: DPA-1, signed_on: 2026-01-15, review_by: 2027-01-15 }\n',
      '',
    ),
  ],
  [
    'KEPT-325',
    'an interest that is not balanced',
    changed('purposes.yaml', 'basis: contract', 'basis: legitimate-interest'),
  ],
  [
    'KEPT-326',
    'data that no purpose reads',
    changed('data.yaml', '  purchases: {', '  unused: { nb: U, en: U }\n  purchases: {'),
  ],
  [
    'KEPT-327',
    'a machine that decides',
    changed(
      'purposes.yaml',
      '    direct_marketing: true\n',
      '    profiling: { infers: { nb: A, en: A }, from: [identity], effect: { nb: A, en: A }, automated_decision: true }\n',
    ),
  ],
  [
    'KEPT-328',
    'a national identity number',
    changed('data.yaml', '      kind: {', '      fnr: { category: none }\n      kind: {'),
  ],
  [
    'KEPT-329',
    'a special category',
    changed('data.yaml', 'purchases: { nb: Kjøp', 'purchases: { special: true, nb: Kjøp'),
  ],
  ['KEPT-330', 'accounting documents kept too short', changed('retention.yaml', 'for: P5Y', 'for: P3Y')],
  [
    'KEPT-331',
    'bookkeeping not counted from the end of the year',
    changed(
      'retention.yaml',
      '{ end_of_year: { column: sales_order.placed_at, where: delivered_at is not null } }',
      'sales_order.placed_at',
    ),
  ],
  [
    'KEPT-332',
    'risks that nobody has assessed',
    changed(
      'security.yaml',
      'risk_assessment: { done_on: 2026-10-01, every: P1Y, summary: { nb: Gjort., en: Done. } }\n',
      '',
    ),
  ],
  [
    'KEPT-333',
    'law that nobody has gone through',
    changed('security.yaml', 'legal_review: { done_on: 2026-10-01, every: P1Y, owner: Kari Eksempel }\n', ''),
  ],
  [
    'KEPT-334',
    'a balance that nobody has weighed',
    changed(
      'purposes.yaml',
      'basis: contract',
      'basis: legitimate-interest\n    balancing: { interest: { nb: A, en: A }, necessity: { nb: A, en: A }, outcome: { nb: A, en: A } }',
    ),
  ],
  [
    'KEPT-335',
    'no officer and no reason',
    changed('controller.yaml', ', because: { nb: Ikke pålagt., en: Not required. }', ''),
  ],
  ['KEPT-336', 'measures without locked doors', changed('security.yaml', 'kind: physical', 'kind: technical')],
];

/** Some findings need a second change beside the first. */
const ALSO: Readonly<Record<string, readonly [file: string, from: string, to: string]>> = {
  'KEPT-305': ['purposes.yaml', 'basis: legal-obligation\n    law: { cite: Art. 15 GDPR }', 'basis: contract'],
  'KEPT-318': ['purposes.yaml', 'basis: consent', 'basis: legitimate-interest'],
  'KEPT-319': [
    'purposes.yaml',
    'records: [identity, contact-details]',
    'records: [identity, contact-details, credit-checks]',
  ],
  'KEPT-322': [
    'purposes.yaml',
    'uses: [identity, contact-details]\n',
    'uses: [identity, contact-details, shoe-size]\n',
  ],
};

describe('findings from law', () => {
  test.each(FINDINGS)('%s: %s is told with its section', (code, _what, files) => {
    const also = ALSO[code];
    let both = files;
    if (also) both = { ...files, [also[0]]: (files[also[0]] ?? '').replace(also[1], also[2]) };
    if (code === 'KEPT-318')
      both = withText(both, 'purposes.yaml', '    consent_text: { nb: Ja takk., en: Yes please. }\n', '');
    if (code === 'KEPT-322')
      both = withText(
        both,
        'data.yaml',
        '      kind: {',
        '      size: { category: shoe-size, nb: S, en: S, mandatory: true }\n      kind: {',
      );
    const { policy, diagnostics } = check(both);
    const finding = diagnostics.find((it) => it.code === code);
    expect(finding, diagnostics.map((it) => `${it.code} ${it.facts.where}`).join('\n')).toBeDefined();
    expect(finding?.law).toMatch(/Art\.|§|PCI/);
    expect(policy, 'a finding stops nothing').not.toBeNull();
  });
});

function withText(files: PolicyFiles, file: string, from: string, to: string): PolicyFiles {
  return { ...files, [file]: (files[file] ?? '').replace(from, to) };
}

test('every diagnostic of the policy files is shown by a test', () => {
  const shown = new Set([...FAULTS, ...FINDINGS].map(([code]) => code));
  const own = diagnosticCodes().filter((code) => !code.startsWith('KEPT-4'));
  expect(own.filter((code) => !shown.has(code))).toEqual([]);
});
