/** Markdown to the HTML of a page: headings with ids to link to, tables that scroll instead of pushing the page wide. */
import MarkdownIt from 'markdown-it';
import { textOf, withoutMarks } from './markers.ts';

export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** Letters that a URL shows as they are. */
const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a', é: 'e', ö: 'o', ä: 'a' };

function slug(text: string): string {
  const plain = text.toLowerCase().replaceAll(/[æøåéöä]/g, (letter) => LETTERS[letter] ?? '');
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'del';
}

/** @returns The body's HTML, and its headings of the second level for a table of contents. */
export function toHtml(markdown: string): { readonly html: string; readonly contents: readonly Heading[] } {
  const contents: Heading[] = [];
  const used = new Set<string>();
  const parser = new MarkdownIt({ html: false, linkify: true, typographer: false });
  const { rules } = parser.renderer;
  rules.heading_open = (tokens, index, options, _env, self) => {
    const token = tokens[index];
    if (token === undefined) return '';
    const text = textOf(withoutMarks(parser.renderInline(tokens[index + 1]?.content ?? '')));
    const id = unused(slug(text), used);
    token.attrSet('id', id);
    if (token.tag === 'h2') contents.push({ id, text });
    return self.renderToken(tokens, index, options);
  };
  rules.table_open = () => '<div class="table-scroll" tabindex="0"><table>\n';
  rules.table_close = () => '</table></div>\n';
  return { html: parser.render(markdown), contents };
}

function unused(wish: string, used: Set<string>): string {
  let id = wish;
  for (let count = 2; used.has(id); count += 1) id = `${wish}-${count}`;
  used.add(id);
  return id;
}
