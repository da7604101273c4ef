/**
 * Conditions of a policy: comparisons of a table's own columns with values. They end up as SQL that the database's owner
 * runs, already when a plan is made, so nothing that could do more than compare gets through: no function, no
 * sub-select, no end of the statement around it.
 */

/** Characters; a longer one is no condition that somebody reads. */
const LONGEST = 1_000;
const DEEPEST = 40;

const TOKEN =
  /\s*(?:(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<text>'(?:[^'\\]|'')*')|(?<number>-?\d{1,15}(?:\.\d{1,15})?)|(?<sign><>|<=|>=|!=|[=<>(),]))/y;
const COMPARISONS = new Set(['=', '<>', '!=', '<', '<=', '>', '>=']);
const WORDS = new Set(['and', 'or', 'not', 'is', 'null', 'true', 'false', 'in', 'like', 'between']);

/**
 * Whether a text is a condition on these columns:
 * `kind = 'private' and (city is not null or not country in ('NO', 'SE'))`.
 */
export function isCondition(text: string, columns: ReadonlySet<string>): boolean {
  const tokens = text.length > LONGEST ? null : tokensOf(text, columns);
  if (tokens === null) return false;
  const reader = new Reader(tokens);
  return reader.either(0) && reader.isAtEnd();
}

/** The columns that a condition names. @param text For which `isCondition` holds. */
export function columnsInCondition(text: string): readonly string[] {
  const plain = text.replaceAll(/'[^']*'/g, '');
  const names = [...plain.matchAll(/[A-Za-z_][A-Za-z0-9_]*/g)].map(([word]) => word);
  return [...new Set(names.filter((word) => !WORDS.has(word.toLowerCase())))];
}

/** Columns become `column`, texts and numbers `value`; null for what is no part of a condition. */
function tokensOf(text: string, columns: ReadonlySet<string>): readonly string[] | null {
  const tokens: string[] = [];
  const rest = text.trimEnd();
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < rest.length; ) {
    const groups = TOKEN.exec(rest)?.groups;
    if (groups === undefined) return null;
    const { word, text: quoted, number, sign } = groups;
    if (word === undefined) tokens.push(quoted === undefined && number === undefined ? (sign ?? '') : 'value');
    else if (WORDS.has(word.toLowerCase())) tokens.push(word.toLowerCase());
    else if (columns.has(word)) tokens.push('column');
    else return null;
  }
  return tokens;
}

/** Reads by the grammar, from the loosest joint to the tightest; each reading says whether it went well. */
class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  either(depth: number): boolean {
    do if (!this.#both(depth)) return false;
    while (this.#take('or'));
    return true;
  }

  #both(depth: number): boolean {
    do if (!this.#test(depth)) return false;
    while (this.#take('and'));
    return true;
  }

  #test(depth: number): boolean {
    if (depth > DEEPEST) return false;
    if (this.#take('not')) return this.#test(depth + 1);
    if (this.#take('(')) return this.either(depth + 1) && this.#take(')');
    if (this.#take('true') || this.#take('false')) return true;
    return this.#operand() && this.#rest();
  }

  /** What may follow an operand; nothing, where the column itself is true or false. */
  #rest(): boolean {
    if (this.#is(COMPARISONS)) return this.#next() && this.#operand();
    if (this.#take('is')) {
      this.#take('not');
      return this.#take('null') || this.#take('true') || this.#take('false');
    }
    const denied = this.#take('not');
    if (this.#take('in')) return this.#list();
    if (this.#take('like')) return this.#take('value');
    if (this.#take('between')) return this.#operand() && this.#take('and') && this.#operand();
    return !denied;
  }

  #list(): boolean {
    if (!this.#take('(')) return false;
    do if (!this.#take('value')) return false;
    while (this.#take(','));
    return this.#take(')');
  }

  #operand(): boolean {
    return this.#take('column') || this.#take('value') || this.#take('true') || this.#take('false');
  }

  #is(tokens: ReadonlySet<string>): boolean {
    return tokens.has(this.#tokens[this.#at] ?? '');
  }

  #next(): boolean {
    this.#at += 1;
    return true;
  }

  #take(token: string): boolean {
    return this.#tokens[this.#at] === token && this.#next();
  }
}
