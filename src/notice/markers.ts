/**
 * Promises pass through Markdown as marks that no text may hold, and become elements afterwards: the compiler alone
 * makes HTML, whatever a policy says.
 */

const OPEN = '\uE000';
const OPENED = '\uE001';
const CLOSE = '\uE002';
const ANY = /[\uE000-\uE002]/g;

export const withoutMarks = (text: string): string => text.replaceAll(ANY, '');
export const opening = (ids: readonly string[]): string => `${OPEN}${ids.join(' ')}${OPENED}`;
export const closing = CLOSE;

export interface MarkedPromise {
  readonly ids: readonly string[];
  /** Its sentence, without markup. */
  readonly text: string;
}

export interface Unmarked {
  readonly html: string;
  readonly promises: readonly MarkedPromise[];
  /** Promises that reach past the end of a paragraph or list item, where no element can. */
  readonly broken: readonly string[];
}

/** Turns the marks in rendered HTML into elements. */
export function unmark(html: string): Unmarked {
  const promises: MarkedPromise[] = [];
  const broken: string[] = [];
  const marked = new RegExp(`${OPEN}([^${OPENED}]*)${OPENED}([^${OPEN}${CLOSE}]*)${CLOSE}`, 'g');
  const done = html.replaceAll(marked, (_, names: string, inner: string) => {
    const ids = names.split(' ');
    promises.push({ ids, text: textOf(inner) });
    if (/<\/?(p|li|ul|ol|h[1-6]|table|div)\b/.test(inner)) broken.push(...ids);
    return `<span class="promise" data-promises="${ids.join(' ')}">${inner}</span>`;
  });
  return { html: withoutMarks(done), promises, broken };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a reader sees of HTML. */
export function textOf(html: string): string {
  const plain = html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
  return plain.replaceAll(/\s+/g, ' ').trim();
}
