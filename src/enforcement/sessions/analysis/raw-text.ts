/**
 * Raw SQL inside a statement. Its words are looked through so that columns named in it are counted; a sub-statement in
 * raw text would hide tables from the log, so it is refused.
 */
import { IdentifierNode, type OperationNode, RawNode } from 'kysely';
import { EnforcementError } from '../enforcement-error.ts';
import { type Footprint, touch } from './footprint.ts';
import { allColumns, resolveColumn, type Scope } from './scope.ts';

/**
 * Words that begin a statement of their own, functions that run text as one or read files, what would change whose rows
 * are seen, and what brings values of other rows into a row (windows) or rows without their key (grouping sets).
 */
const HIDING =
  /^(select|table|insert|update|delete|merge|copy|do|execute|over|grouping|rollup|cube|set_config|dblink\w*|(query|table|schema|database|cursor)_to_xml\w*|ts_stat|ts_rewrite|crosstab\w*|connectby|xpath_table|lo_\w+|loread|pg_read_\w+)$/;

/** Marks by which text could hide from a reader of its words: comments, other quotes than '…', a second statement. */
const UNREADABLE = /--|\/\*|[$";]/;

export function opaque(what: string): EnforcementError {
  return new EnforcementError(
    'statement-opaque',
    `the statement cannot be attributed: ${what}; build it with the query builder so that its tables can be seen`,
  );
}

export function refuseHidingFunction(name: string): void {
  if (HIDING.test(name.toLowerCase().split('.').at(-1) ?? '')) throw opaque(`it calls ${name}`);
}

/** Text before or after a statement can make another of it. */
export function refuseRawModifiers(modifiers: readonly OperationNode[]): void {
  if (modifiers.some((one) => !('modifier' in one) || one.modifier === undefined)) {
    throw opaque('raw SQL stands before or after it');
  }
}

/** Over a window these tell a number and no value of another row. */
const NUMBERS = ['count', 'row_number', 'rank', 'dense_rank', 'ntile', 'percent_rank', 'cume_dist'];

export function refuseWindow(name: string): void {
  if (!NUMBERS.includes(name.toLowerCase())) throw opaque(`${name} over a window brings values of other rows`);
}

/** The text of a raw node with that of the raw nodes and names in it; a question mark stands for what is walked itself. */
function textOf(node: RawNode): string {
  const inside = (one: OperationNode | undefined): string => {
    if (one === undefined) return '';
    if (RawNode.is(one)) return textOf(one);
    return IdentifierNode.is(one) ? one.name : '?';
  };
  const text = node.sqlFragments.map((fragment, at) => `${fragment}${inside(node.parameters[at])}`).join('');
  if (text.includes('\\') || UNREADABLE.test(withoutTexts(text)))
    throw opaque("raw SQL holds a comment, another quote than '…', or a semicolon");
  return text;
}

/** A result column is one expression: a comma or FROM outside parentheses would make more of it. */
export function refuseSeveralColumns(node: RawNode): void {
  let inner = withoutTexts(textOf(node)).replaceAll('[', '(').replaceAll(']', ')');
  for (let before = ''; before !== inner; ) {
    before = inner;
    inner = inner.replaceAll(/\([^()]*\)/g, ' ');
  }
  if (/[,()]|\bfrom\b/i.test(inner.replaceAll(/\bis\s+(not\s+)?distinct\s+from\b/gi, ''))) {
    throw opaque('raw SQL makes more than the one result column it stands for');
  }
}

/** Counts the columns and sources that raw text names. */
export function readRawText(print: Footprint, node: RawNode, scope: Scope): void {
  for (const { word, qualifies } of wordsOf(textOf(node))) {
    if (HIDING.test(word)) throw opaque(`raw SQL holds \`${word}\``);
    if (qualifies) continue;
    for (const origin of resolveColumn(scope, null, word)) touch(print, origin);
    // A table's own name used as a value is its whole row.
    for (let at: Scope | null = scope; at !== null; at = at.parent) {
      const source = at.sources.get(word);
      for (const { origins } of source === undefined ? [] : allColumns(print, source)) {
        for (const origin of origins) touch(print, origin);
      }
    }
  }
}

/** Raw text where a table may stand: refused when it names one. */
export function refuseRawTable(print: Footprint, node: RawNode): void {
  const tables = new Set(Object.values(print.policy.tables).map(({ table }) => table));
  for (const { word } of wordsOf(textOf(node))) {
    if (HIDING.test(word) || tables.has(word)) throw opaque(`raw SQL names ${word}`);
  }
}

interface Word {
  readonly word: string;
  /** Followed by a dot: the name of a table before a column. */
  readonly qualifies: boolean;
}

const withoutTexts = (sql: string): string => sql.replaceAll(/'(?:[^']|'')*'/g, "''");

function wordsOf(sql: string): readonly Word[] {
  const plain = withoutTexts(sql);
  return [...plain.matchAll(/[a-z_][a-z0-9_]*/gi)].map((match) => ({
    word: match[0].toLowerCase(),
    qualifies: plain[match.index + match[0].length] === '.',
  }));
}
