/**
 * Promises pass through Markdown as marks that no text may hold, and become elements afterwards: the compiler alone
 * makes HTML, whatever a policy says.
 */

const OPEN = '\uE000';
const OPENED = '\uE001';
const CLOSE = '\uE002';
const FOLD = '\uE003';
const FOLDED = '\uE004';
const UNFOLD = '\uE005';
const ANY = /[\uE000-\uE005]/g;

export const withoutMarks = (text: string): string => text.replaceAll(ANY, '');
export const opening = (ids: readonly string[]): string => `${OPEN}${ids.join(' ')}${OPENED}`;
export const closing = CLOSE;

/** Paragraphs of their own, so that what lies between them is whole blocks. */
export const folding = (label: string): string => `\n\n${FOLD}${label}${FOLDED}\n\n`;
export const unfolding = `\n\n${UNFOLD}\n\n`;

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
  /** Whether something folded away begins or ends where no element can: inside a list item, a heading, code. */
  readonly badFolds: boolean;
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
  const folded = fold(done);
  return { html: withoutMarks(folded), promises, broken, badFolds: /[\uE003-\uE005]/.test(folded) };
}

/**
 * What is folded away opens without scripts, and is there for whoever searches the page or prints it. A mark that stands
 * in no paragraph of its own, or within another element, stays.
 */
function fold(html: string): string {
  const whole = new RegExp(`^<p>${FOLD}([^${FOLDED}]*)${FOLDED}</p>\n([^${FOLD}${UNFOLD}]*)^<p>${UNFOLD}</p>$`, 'gm');
  return html.replaceAll(whole, (all, label: string, inner: string) =>
    isBalanced(inner) ? `<details><summary>${label}</summary>\n${inner}</details>` : all,
  );
}

/** Whether every element that begins in it ends in it. */
function isBalanced(html: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(
    /<(\/?)(p|li|ul|ol|h[1-6]|table|thead|tbody|tr|td|th|div|blockquote|pre)\b/g,
  )) {
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a reader sees of HTML. */
export function textOf(html: string): string {
  const plain = html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
  return plain.replaceAll(/\s+/g, ' ').trim();
}
