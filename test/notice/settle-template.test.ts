/** A notice text is shortened by what its policy has decided, and by nothing else. */
import { describe, expect, test } from 'vitest';
import { settleTemplate } from '../../src/notice/index.ts';
import { compiled, PACKAGED } from '../support/company.ts';

const { policy } = compiled(PACKAGED);
const without = (name: string): typeof policy => {
  const { [name]: _, ...purposes } = policy.purposes;
  return { ...policy, purposes };
};
const settle = (text: string, under = policy): string => settleTemplate(text, under).trim();

describe('conditions', () => {
  const text = 'A{% if policy.purposes.marketing %} B{% elsif policy.purposes.ordering %} C{% else %} D{% endif %}.';

  test('those on names of the policy are answered, the first that holds', () => {
    expect(settle(text)).toBe('A B.');
    expect(settle(text, without('marketing'))).toBe('A C.');
    expect(settle(text, { ...policy, purposes: {} })).toBe('A D.');
  });

  test.each([
    ['policy.purposes.marketing or policy.purposes.none', 'yes'],
    ['policy.purposes.marketing and policy.purposes.none', 'no'],
    ["policy.categories['order-history']", 'yes'],
    ["policy.dataSubjects['robot']", 'no'],
  ])('%s is answered %s', (condition, answer) => {
    expect(settle(`{% if ${condition} %}yes{% else %}no{% endif %}`)).toBe(answer);
  });

  test.each([
    '{% if controller.dataProtectionOfficer.appointed %}yes{% endif %}',
    '{% if policy.security.riskAssessment %}yes{% endif %}',
    '{% if policy.purposes.marketing.profiling %}yes{% endif %}',
    '{% for entry in policy.purposes %}{% if entry[1].law %}yes{% endif %}{% endfor %}',
  ])('%s stays as it is', (live) => {
    expect(settle(live)).toBe(live);
  });
});

describe('promises', () => {
  test('a sentence goes with its promise, and leaves no gap', () => {
    const text =
      '{% promise P1 %}One.{% endpromise %} {% promise P999 %}Two.{% endpromise %} {% promise P2 %}Three.{% endpromise %}';
    expect(settle(text)).toBe('{% promise P1 %}One.{% endpromise %} {% promise P2 %}Three.{% endpromise %}');
  });

  test('one that may still be made has its sentence ready', () => {
    const waiting = '{% if policy.promises.P999 %}{% promise P999 %}Later.{% endpromise %}{% endif %}';
    expect(settle(waiting)).toBe(waiting);
  });
});

test('of a choice between categories those stay that are there and of which something is said', () => {
  const said = "{% when 'identity' %}{% promise P18 %}Yes.{% endpromise %}";
  const gone = "{% when 'robots' %}Beep.{% when 'claims' %}{% promise P999 %}No.{% endpromise %}";
  expect(settle(`{% case category.name %}${said}${gone}{% endcase %}`)).toBe(
    `{% case category.name %}${said}{% endcase %}`,
  );
});

test('a text that settles is settled, and a tag that is not closed is refused', () => {
  for (const name of ['notice.nb.md', 'notice.en.md']) {
    const once = settleTemplate(PACKAGED[name] ?? '', policy);
    expect(settleTemplate(once, policy)).toBe(once);
  }
  expect(() => settle('{% if policy.purposes.marketing %}yes')).toThrow('the tag if is not closed');
});
