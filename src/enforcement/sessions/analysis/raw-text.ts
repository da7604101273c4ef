/**
 * Raw SQL inside a statement. Its words are looked through so that columns named in it are counted; a sub-statement in
 * raw text would hide tables from the log, so it is refused.
 */
import type { RawNode } from 'kysely';
import { EnforcementError } from '../enforcement-error.ts';
import { type Footprint, touch } from './footprint.ts';
import { allColumns, describedTable, resolveColumn, type Scope } from './scope.ts';

/** Words that begin a statement of their own, functions that run text as one, and what would change whose rows are seen. */
const HIDING =
  /^(select|table|insert|update|delete|merge|copy|do|execute|set_config|dblink\w*|(query|table|schema|database|cursor)_to_xml\w*)$/;

export function opaque(what: string): EnforcementError {
  return new EnforcementError(
    'statement-opaque',
    `the statement cannot be attributed: ${what}; build it with the query builder so that its tables can be seen`,
  );
}

export function refuseHidingFunction(name: string): void {
  if (HIDING.test(name.toLowerCase())) throw opaque(`it calls ${name}`);
}

/** Counts the columns and sources that raw text names. */
export function readRawText(print: Footprint, node: RawNode, scope: Scope): void {
  for (const { word, qualifies } of wordsOf(node.sqlFragments.join(' '))) {
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
  for (const { word } of wordsOf(node.sqlFragments.join(' '))) {
    if (HIDING.test(word) || describedTable(print, word) !== undefined) throw opaque(`raw SQL names ${word}`);
  }
}

interface Word {
  readonly word: string;
  /** Followed by a dot: the name of a table before a column. */
  readonly qualifies: boolean;
}

function wordsOf(sql: string): readonly Word[] {
  const withoutTexts = sql.replaceAll(/'(?:[^']|'')*'/g, "''");
  return [...withoutTexts.matchAll(/[a-z_][a-z0-9_]*/gi)].map((match) => ({
    word: match[0].toLowerCase(),
    qualifies: withoutTexts[match.index + match[0].length] === '.',
  }));
}
