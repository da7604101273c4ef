/** Two versions of a notice beside each other: what was added, what was taken away, block by block and word by word. */
import { textOf } from './markers.ts';

/** A comparison grows with the product of both lengths; past this the blocks are shown as replaced. */
const MOST_CELLS = 4_000_000;

interface Block {
  readonly tag: 'h2' | 'h3' | 'p';
  readonly text: string;
  /** Each word once: every block that went is held against every block that came. */
  readonly words: ReadonlySet<string>;
}

/**
 * @param older The body HTML of the version that was.
 * @param newer The body HTML of the version that is.
 * @returns HTML of the newer one, with `<ins>` and `<del>`; blocks that are the same stand as they are.
 */
export function compareNotices(older: { readonly html: string }, newer: { readonly html: string }): string {
  const [before, after] = [blocksOf(older.html), blocksOf(newer.html)];
  const key = ({ tag, text }: Block): string => `${tag} ${text}`;
  const edits = diff(before.map(key), after.map(key));
  const lines: string[] = [];
  let removed: Block[] = [];
  for (const { kind, from, to } of [...edits, { kind: 'same' as const, from: -1, to: -1 }]) {
    const [old, current] = [before[from], after[to]];
    if (kind === 'removed' && old) removed.push(old);
    else if (kind === 'added' && current) {
      const partner = removed.findIndex((block) => block.tag === current.tag && alike(block.words, current.words));
      const [match] = partner === -1 ? [] : removed.splice(partner, 1);
      lines.push(element(current.tag, match ? words(match.text, current.text) : `<ins>${escaped(current.text)}</ins>`));
    } else {
      lines.push(...removed.map((block) => element(block.tag, `<del>${escaped(block.text)}</del>`)));
      removed = [];
      if (current) lines.push(element(current.tag, escaped(current.text)));
    }
  }
  return lines.join('\n');
}

const element = (tag: Block['tag'], inner: string): string => `<${tag}>${inner}</${tag}>`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function blocksOf(html: string): Block[] {
  const parts = html.split(/(?=<(?:h[1-6]|p|li|tr|summary)\b)/);
  return parts.flatMap((part): Block[] => {
    const text = textOf(part);
    const tag = /^<h2\b/.test(part) ? 'h2' : /^<h[3-6]\b/.test(part) ? 'h3' : 'p';
    return text === '' ? [] : [{ tag, text, words: new Set(text.split(' ')) }];
  });
}

/** Half of the words in common: the block was changed rather than replaced. */
function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.intersection(other).size * 2 >= Math.min(one.size, other.size);
}

function words(older: string, newer: string): string {
  const [before, after] = [older.split(' '), newer.split(' ')];
  const marked = diff(before, after).map(({ kind, from, to }) => {
    if (kind === 'removed') return `<del>${escaped(before[from] ?? '')}</del>`;
    const word = escaped(after[to] ?? '');
    return kind === 'added' ? `<ins>${word}</ins>` : word;
  });
  return marked.join(' ').replaceAll('</ins> <ins>', ' ').replaceAll('</del> <del>', ' ');
}

interface Edit {
  readonly kind: 'same' | 'removed' | 'added';
  readonly from: number;
  readonly to: number;
}

/** The longest common subsequence; what was removed comes before what was added in its place. */
function diff(a: readonly string[], b: readonly string[]): Edit[] {
  if (a.length * b.length > MOST_CELLS) {
    return [
      ...a.map((_, from): Edit => ({ kind: 'removed', from, to: -1 })),
      ...b.map((_, to): Edit => ({ kind: 'added', from: -1, to })),
    ];
  }
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const edits: Edit[] = [];
  let [from, to] = [0, 0];
  while (from < a.length || to < b.length) {
    if (from < a.length && to < b.length && a[from] === b[to]) edits.push({ kind: 'same', from: from++, to: to++ });
    else if (from < a.length && (to === b.length || at(from + 1, to) >= at(from, to + 1))) {
      edits.push({ kind: 'removed', from: from++, to: -1 });
    } else edits.push({ kind: 'added', from: -1, to: to++ });
  }
  return edits;
}
