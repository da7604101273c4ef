/** How two versions of a notice are shown beside each other. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNotices } from '../../src/notice/index.ts';

test('words that came and went are marked in their sentence', () => {
  const shown = compareNotices(
    { html: '<p>We keep it for three years.</p>' },
    { html: '<p>We keep it for five years.</p>' },
  );
  expect(shown).toBe('<p>We keep it for <del>three</del> <ins>five</ins> years.</p>');
});

test('a whole new section is marked as new, an old one as gone, and the rest stands', () => {
  const shown = compareNotices(
    { html: '<h2>One</h2><p>Same.</p><p>Gone for good.</p>' },
    { html: '<h2>One</h2><p>Same.</p><h2>Two</h2><p>Something else entirely.</p>' },
  );
  expect(shown).toContain('<h2>One</h2>\n<p>Same.</p>');
  expect(shown).toContain('<p><del>Gone for good.</del></p>');
  expect(shown).toContain('<h2><ins>Two</ins></h2>');
});

test('equal notices have no marks', () => {
  const html = '<h2>A &amp; B</h2><ul><li>1</li><li>2</li></ul>';
  expect(compareNotices({ html }, { html })).toBe('<h2>A &amp; B</h2>\n<p>1</p>\n<p>2</p>');
});

test('without the deletions the comparison is the newer text, without the insertions the older', () => {
  const text = fc.array(fc.constantFrom('we', 'keep', 'it', 'three', 'years', 'safe'), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const shown = compareNotices({ html: `<p>${a.join(' ')}</p>` }, { html: `<p>${b.join(' ')}</p>` });
      const plain = (html: string): string[] =>
        html
          .replaceAll(/<\/?(p|ins|del)>/g, ' ')
          .split(/\s+/)
          .filter(Boolean);
      expect(plain(shown.replaceAll(/<del>[^<]*<\/del>/g, ''))).toEqual(b);
      expect(plain(shown.replaceAll(/<ins>[^<]*<\/ins>/g, ''))).toEqual(a);
    }),
  );
});
