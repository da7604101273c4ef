/**
 * Makes a notice text shorter by what its policy has already decided: conditions on purposes, categories and kinds of
 * data subject are answered, sentences of promises that the policy does not make are taken away. What may still change
 * in a policy by a date or a name (`policy.promises.…`, `policy.security.…`) stays as a condition.
 */
import type { Policy } from '../policy/index.ts';

/** A tag with what it encloses, or text. */
type Piece = string | Block;

interface Block {
  readonly name: string;
  /** The opening tag, then each tag that divides the block, with what follows it. */
  readonly parts: readonly { readonly tag: string; readonly args: string; readonly inside: readonly Piece[] }[];
  readonly end: string;
}

const TAG = /\{%-?\s*(\w+)\s*(.*?)\s*-?%\}/gs;
/** Tags that enclose something. */
const ENCLOSING = new Set(['if', 'unless', 'case', 'for', 'capture', 'promise', 'right']);
const DIVIDING = new Set(['else', 'elsif', 'when']);
const NAMED = /^policy\.(purposes|categories|dataSubjects)(?:\.([\w-]+)|\['([\w-]+)'\])$/;

/**
 * @param text A notice text that compiles under a policy which has at least what this one has.
 * @throws Error when a tag is not closed: such a text has not been compiled.
 */
export function settleTemplate(text: string, policy: Policy): string {
  const settled = write(read(text), policy);
  const lines = settled.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' ').trim());
  return `${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function read(text: string): readonly Piece[] {
  const tags = [...text.matchAll(TAG)];
  let at = 0;
  let next = 0;
  /** Reads until a tag that ends or divides the block around, which stays unread. */
  const pieces = (): Piece[] => {
    const found: Piece[] = [];
    for (let tag = tags[next]; tag !== undefined; tag = tags[next]) {
      const [whole, name = ''] = tag;
      if (tag.index > at) found.push(text.slice(at, tag.index));
      at = tag.index;
      if (DIVIDING.has(name) || name.startsWith('end')) return found;
      take(whole);
      found.push(ENCLOSING.has(name) ? block(tag) : whole);
    }
    if (at < text.length) found.push(text.slice(at));
    at = text.length;
    return found;
  };
  const take = (whole: string): void => {
    at += whole.length;
    next += 1;
  };
  const block = ([whole, name = '', args = '']: RegExpExecArray): Block => {
    const parts = [{ tag: whole, args, inside: pieces() }];
    for (;;) {
      const tag = tags[next];
      if (tag === undefined) throw new Error(`the tag ${name} is not closed`);
      take(tag[0]);
      if (tag[1] === `end${name}`) return { name, parts, end: tag[0] };
      parts.push({ tag: tag[0], args: tag[1] === 'else' ? 'else' : (tag[2] ?? ''), inside: pieces() });
    }
  };
  return pieces();
}

const write = (pieces: readonly Piece[], policy: Policy): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : writeBlock(piece, policy))).join('');

function writeBlock(block: Block, policy: Policy): string {
  const [first] = block.parts;
  if (first === undefined) return '';
  if (block.name === 'promise') {
    const ids = first.args.split(/[\s,]+/);
    return ids.some((id) => policy.promises[id] !== undefined) ? verbatim(block, policy) : '';
  }
  if (block.name === 'if') {
    const answers = block.parts.map(({ args }) => answer(args, policy));
    if (answers.every((one) => one !== null)) return write(block.parts[answers.indexOf(true)]?.inside ?? [], policy);
    // A promise that is not made yet has its sentence ready.
    if (first.args.startsWith('policy.promises.')) return asItStands([block]);
  }
  if (block.name === 'case' && first.args === 'category.name') return writeCategories(block, policy);
  return verbatim(block, policy);
}

/** Only the categories that are there, and of these only the ones of which something is said. */
function writeCategories({ parts, end }: Block, policy: Policy): string {
  const [first, ...cases] = parts;
  const said = cases.flatMap(({ tag, args, inside }) => {
    const name = /^'([\w-]+)'$/.exec(args)?.[1];
    const text = write(inside, policy);
    return name !== undefined && (policy.categories[name] === undefined || text.trim() === '') ? [] : [tag + text];
  });
  return said.length === 0 ? '' : `${first?.tag}${said.join('')}${end}`;
}

const verbatim = ({ parts, end }: Block, policy: Policy): string =>
  parts.map(({ tag, inside }) => tag + write(inside, policy)).join('') + end;

const asItStands = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : piece.parts.map(({ tag, inside }) => tag + asItStands(inside)).join('') + piece.end,
    )
    .join('');

/** Whether a condition holds; null where it asks for more than names that the policy has or has not. */
function answer(condition: string, policy: Policy): boolean | null {
  if (condition === 'else') return true;
  const names = condition.split(/\s+(?:or|and)\s+/);
  const found = names.map((name) => {
    const [, map, plain, quoted] = NAMED.exec(name) ?? [];
    if (map !== 'purposes' && map !== 'categories' && map !== 'dataSubjects') return null;
    return policy[map][plain ?? quoted ?? ''] !== undefined;
  });
  if (found.includes(null)) return null;
  return condition.includes(' and ') ? found.every(Boolean) : found.some(Boolean);
}
