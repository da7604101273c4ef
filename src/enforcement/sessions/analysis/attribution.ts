/**
 * Whose rows a result holds: finds, for every use of a people's table, a column of the result that says so. A column
 * speaks for another when the statement makes them equal in every row.
 */
import type { Ownership } from '../../../policy/index.ts';
import type { ColumnOfUse, Footprint, OutputColumn, TableUse } from './footprint.ts';

/** A result column that holds keys of people; `listed` ones hold arrays of them. */
export interface PersonColumn {
  readonly name: string;
  readonly listed: boolean;
}

export interface Attribution {
  readonly columns: readonly PersonColumn[];
  /** Tables whose rows nobody can be found for. */
  readonly missing: readonly string[];
  /** Rows that are the principal's own, whoever else they list, and that do not tell who. */
  readonly ownLists: boolean;
}

/**
 * @param ownRows The purpose sees nothing but rows of the principal. A row that lists several people is then the
 * principal's own, and as long as the statement leaves the list out it tells about nobody else.
 */
export function attribute(print: Footprint, outputs: readonly OutputColumn[], ownRows = false): Attribution {
  const columns = new Map<string, PersonColumn>();
  const missing: string[] = [];
  let ownLists = false;
  for (const use of print.uses.filter(({ visible }) => visible)) {
    const found = ownersOf(print, use, use.table.belongsTo, outputs);
    if (found === null && ownRows && leavesListOut(print, use)) ownLists = true;
    else if (found === null) missing.push(use.table.name);
    for (const column of found ?? []) columns.set(column.name, column);
  }
  return { columns: [...columns.values()], missing: [...new Set(missing)], ownLists };
}

/** Nothing in the statement names the list, so nothing worked out from it can come out either. */
function leavesListOut(print: Footprint, { table }: TableUse): boolean {
  return table.belongsTo.kind === 'listed' && print.touched.get(table.name)?.has(table.belongsTo.column) !== true;
}

function ownersOf(
  print: Footprint,
  use: TableUse,
  ownership: Ownership,
  outputs: readonly OutputColumn[],
): readonly PersonColumn[] | null {
  switch (ownership.kind) {
    case 'nobody':
      return [];
    case 'self':
    case 'direct':
    case 'listed': {
      const output = speakerFor(print, { use: use.id, column: ownership.column }, outputs);
      return output === undefined ? null : [{ name: output.name, listed: ownership.kind === 'listed' }];
    }
    case 'path': {
      const end = endOfPath(print, use, ownership);
      const output = end === null ? undefined : speakerFor(print, end, outputs);
      return output === undefined ? null : [{ name: output.name, listed: false }];
    }
    case 'shared': {
      const each = ownership.among.map((one) => ownersOf(print, use, one, outputs));
      return each.includes(null) ? null : each.flatMap((one) => one ?? []);
    }
    default:
      return ownership satisfies never;
  }
}

/** Follows the chain through the tables that the statement joins along it; null when one is not joined. */
function endOfPath(print: Footprint, use: TableUse, path: Ownership & { kind: 'path' }): ColumnOfUse | null {
  let at: ColumnOfUse | null = null;
  let next = use.id;
  for (const [place, step] of path.steps.entries()) {
    at = { use: next, column: step.column };
    if (place === path.steps.length - 1) break;
    const from = at;
    const joined = print.uses.find(
      (other) => other.table.name === step.toTable && reaches(print, from, { use: other.id, column: step.toColumn }),
    );
    if (joined === undefined) return null;
    next = joined.id;
  }
  return at;
}

/** Of two columns with one name a row holds the last. */
function speakerFor(print: Footprint, owner: ColumnOfUse, outputs: readonly OutputColumn[]): OutputColumn | undefined {
  const held = outputs.filter(({ name }, at) => outputs.findLastIndex((other) => other.name === name) === at);
  return held.find(({ origins }) => origins.some((origin) => reaches(print, origin, owner)));
}

const same = (one: ColumnOfUse, other: ColumnOfUse): boolean => one.use === other.use && one.column === other.column;

/** Whether `from` equals `to` in every row where the row of `to` is there. */
function reaches(print: Footprint, from: ColumnOfUse, to: ColumnOfUse): boolean {
  const seen: ColumnOfUse[] = [from];
  for (let place = 0; place < seen.length; place += 1) {
    const at = seen[place];
    if (at === undefined) break;
    if (same(at, to)) return true;
    for (const [one, other] of print.equal) {
      const next = same(one, at) ? other : same(other, at) ? one : null;
      if (next !== null && maySpeak(print, at, next) && !seen.some((it) => same(it, next))) seen.push(next);
    }
  }
  return false;
}

/** A column that a left join may leave null does not speak for a row outside that join. */
function maySpeak(print: Footprint, from: ColumnOfUse, to: ColumnOfUse): boolean {
  const optional = print.uses[from.use]?.optional ?? null;
  return optional === null || optional === (print.uses[to.use]?.optional ?? null);
}
