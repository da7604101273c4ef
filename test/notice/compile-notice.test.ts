/** What a notice must say, how its values read, and that no template gets past the compiler. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileNotice, RIGHTS } from '../../src/notice/index.ts';
import { checkPolicy, describeDiagnostic, type Policy, type PolicyFiles } from '../../src/policy/index.ts';
import { changed, KNOWN_CONTROLS, SMALL_POLICY } from '../policy/small-policy.ts';

const body = `## Purposes

{% for entry in policy.purposes %}- {{ entry[1].label | localized }}: {{ entry[1].basis | basis }}
{% endfor %}

{% for entry in policy.categories %}- {{ entry[1].label | localized }}
{% endfor %}

{% for entry in policy.recipients %}- {{ entry[1].label }}, {{ entry[1].countries[0] | country }}
{% endfor %}

## Time

{% for rule in policy.retention %}- {{ rule.label | localized }}: {{ rule.period | duration }}
{% endfor %}

{% for entry in policy.storage %}- {{ entry[1].name }}
{% endfor %}

{% promise P1 %}We take care.{% endpromise %} {% promise P2 %}We **delete** it.{% endpromise %}

${RIGHTS.map((right) => `{% right ${right} %}${right}{% endright %}`).join('\n\n')}

Call {{ policy.controller.phone | phone }}, {{ policy.controller.organisationNumber | orgnr }}, {{ policy.controller.version.date | date }}.
`;

function compile(files: PolicyFiles, texts: { nb?: string; en?: string } = {}) {
  const { policy, diagnostics } = checkPolicy(files, { knownControls: KNOWN_CONTROLS });
  if (policy === null) throw new Error(diagnostics.map(({ code }) => code).join(' '));
  return compileNotice(policy, { 'notice.nb.md': texts.nb ?? body, 'notice.en.md': texts.en ?? body });
}

const codes = (texts: { nb?: string; en?: string }, files = SMALL_POLICY): string[] =>
  compile(files, texts).diagnostics.map(({ code, place, facts }) =>
    `${code} ${place.file} ${facts.name ?? facts.id ?? ''}`.trim(),
  );

test('a notice that says all compiles in both languages, with its promises as sentences', () => {
  const { notices, diagnostics } = compile(SMALL_POLICY);
  expect(diagnostics).toEqual([]);
  expect(notices?.en.promises).toEqual({ P1: 'We take care.', P2: 'We delete it.' });
  expect(notices?.en.html).toContain('<span class="promise" data-promises="P2">We <strong>delete</strong> it.</span>');
  expect(notices?.en.contents).toEqual([
    { id: 'purposes', text: 'Purposes' },
    { id: 'time', text: 'Time' },
  ]);
});

test('periods, bases, dates, countries and numbers read as people write them', () => {
  const { notices } = compile(SMALL_POLICY);
  expect(notices?.nb.html).toContain('3 år');
  expect(notices?.nb.html).toContain('72 60 60 60, 123 456 785, 2. november 2026');
  expect(notices?.en.html).toContain('your consent (GDPR Article 6(1)(a))');
  expect(notices?.en.html).toContain('Norway');
  expect(notices?.en.html).toContain('2 November 2026');
});

describe('what a notice may not leave out', () => {
  const without = (piece: string): string => {
    if (!body.includes(piece)) throw new Error(`the notice has no ${piece}`);
    return body.replace(piece, '');
  };

  test.each([
    ['KEPT-401', '{{ entry[1].label | localized }}: {{ entry[1].basis | basis }}', 'marketing'],
    ['KEPT-402', '- {{ entry[1].label | localized }}\n{% endfor %}\n\n{% for entry in policy.recipients', 'identity'],
    ['KEPT-403', '{{ entry[1].label }},', 'hosting'],
    ['KEPT-404', '{{ rule.label | localized }}', 'books'],
    ['KEPT-405', '{% right restriction %}restriction{% endright %}', 'restriction'],
    ['KEPT-409', '{% promise P2 %}We **delete** it.{% endpromise %}', 'P2'],
    ['KEPT-410', '- {{ entry[1].name }}', 'session'],
  ])('%s: without it the notice does not compile', (code, piece, name) => {
    const text = code === 'KEPT-402' ? without(piece).replace('policy.recipients %}', 'x %}') : without(piece);
    const nb =
      code === 'KEPT-402'
        ? body.replace(
            '{% for entry in policy.categories %}- {{ entry[1].label | localized }}',
            '{% for entry in policy.categories %}- x',
          )
        : text;
    expect(codes({ nb })).toContain(`${code} notice.nb.md ${name}`);
  });

  test('a promise that no control stands behind is refused, with the nearest that one does', () => {
    const { notices, diagnostics } = compile(SMALL_POLICY, { en: `${body}\n{% promise P12 %}More.{% endpromise %}` });
    expect(notices).toBeNull();
    const found = diagnostics.find(({ code }) => code === 'KEPT-406');
    expect(found?.facts.id).toBe('P12');
    expect(found?.place.line).toBe(body.split('\n').length + 1);
  });

  test('the two languages carry the same promises', () => {
    expect(codes({ en: body.replace('{% promise P1 %}We take care.{% endpromise %}', '') })).toContain(
      'KEPT-407 notice.en.md P1',
    );
  });

  test('a promise that reaches past its paragraph is refused', () => {
    const text = body.replace('We take care.{% endpromise %}', 'We take\n\ncare.{% endpromise %}');
    expect(codes({ nb: text })).toContain('KEPT-412 notice.nb.md P1');
  });

  test('what is folded away opens without scripts, keeps its promises, and is refused inside something else', () => {
    const folded = body.replace('{% promise P1 %}', '{% more Read on %}\n- one\n\n{% promise P1 %}');
    const text = folded.replace(
      'We **delete** it.{% endpromise %}',
      'We **delete** it.{% endpromise %}\n{% endmore %}',
    );
    const { notices } = compile(SMALL_POLICY, { en: text });
    expect(notices?.en.html).toMatch(
      /<details><summary>Read on<\/summary>\n<ul>\n<li>one<\/li>\n<\/ul>\n.*<\/details>/s,
    );
    expect(notices?.en.promises).toEqual(notices?.nb.promises);
    expect(codes({ nb: `${body}\n{% more A %}{% more B %}x{% endmore %}{% endmore %}` })).toContain(
      'KEPT-413 notice.nb.md',
    );
  });

  test('a missing file is a fault of its own', () => {
    const { policy } = checkPolicy(SMALL_POLICY, { knownControls: KNOWN_CONTROLS });
    const { diagnostics } = compileNotice(policy as Policy, { 'notice.nb.md': body });
    expect(diagnostics.map(({ code }) => code)).toEqual(['KEPT-411']);
  });
});

describe('templates', () => {
  test.each([
    ['an unknown name', '{{ policy.controler.name }}', 'controler'],
    ['an unknown filter', '{{ policy.controller.name | shout }}', 'shout'],
    ['a tag that is not closed', '{% promise P1 %}We', 'promise'],
    ['a file from outside', '{% include "/etc/passwd" %}', 'passwd'],
  ])('%s is told with its line', (_what, piece, word) => {
    const { diagnostics } = compile(SMALL_POLICY, { nb: `\n\n${piece}\n` });
    const fault = diagnostics.find(({ code }) => code === 'KEPT-408');
    expect(fault?.facts.problem).toContain(word);
    expect(fault?.place.line).toBe(3);
    expect(describeDiagnostic(fault as NonNullable<typeof fault>, 'nb').says).toContain('Malen');
  });

  test('HTML in a policy or a notice is shown, never run', () => {
    const { notices } = compile(
      changed(
        'purposes.yaml',
        'nb: Markedsføring\n    en: Marketing',
        'nb: <script>alert(1)</script>\n    en: <img src=x onerror=alert(1)>',
      ),
      { en: `${body}\n<script>alert(2)</script>` },
    );
    expect(`${notices?.nb.html}${notices?.en.html}`).not.toMatch(/<script|<img/);
    expect(notices?.nb.html).toContain('&lt;script&gt;');
  });

  test('a loop without end is stopped', () => {
    expect(codes({ nb: '{% for i in (1..100000000) %}x{% endfor %}' })[0]).toContain('KEPT-408');
  });

  test('no template makes the compiler throw', () => {
    const pieces = [
      '{%',
      '%}',
      '{{',
      '}}',
      '{% promise P1 %}',
      '{% endpromise %}',
      '{% if %}',
      '|',
      '\uE000',
      '\uE001',
      '\uE002',
      '\uE003',
      '{% more x %}',
      '{% endmore %}',
      '\n\n',
      '## ',
      '<b>',
      '[a](javascript:x)',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 20 }))), fc.nat(), (put, at) => {
        const place = at % body.length;
        const { notices, diagnostics } = compile(SMALL_POLICY, {
          nb: body.slice(0, place) + put.join('') + body.slice(place),
        });
        expect(notices === null).toBe(diagnostics.length > 0);
        expect(notices?.nb.html ?? '').not.toMatch(/[\uE000-\uE005]|href="javascript:/);
      }),
      { numRuns: 150 },
    );
  });
});
