/**
 * Functions that find people by the words of a column. Row-level security keeps every index that knows likeness from a
 * purpose's own statements, so these look with the owner's eyes and answer with no more than the calling purpose could
 * find by reading all it may read: keys of rows that permit it, by a column that it reads. The rows themselves it reads
 * by those keys, as itself, logged.
 */
import { maySearch, type Policy, type SearchedColumn, searchedColumns } from '../../policy/index.ts';
import { roleOfPurpose } from '../roles.ts';
import { functionFact } from './compile-functions.ts';
import { executeFact } from './compile-roles.ts';
import type { WantedFact } from './fact.ts';
import { isGated } from './row-owner.ts';
import { ident, literal, tableIdent } from './sql.ts';

/** The function that searches by a column: it takes what was typed and how many are wanted, and gives keys, best first. */
export const searchFunction = ({ table, column }: Pick<SearchedColumn, 'table' | 'column'>): string =>
  `kept.find_${table.schema}_${table.table}_${column}`;

/** Rows looked at for each one wanted, where several lie under one key. */
const ROWS_A_KEY = 5;

export function compileSearch(policy: Policy, prefix: string, bits: ReadonlyMap<string, number>): WantedFact[] {
  return searchedColumns(policy)
    .filter(({ table }) => isGated(table))
    .flatMap((searched) => {
      const purposes = Object.values(policy.purposes).filter(({ name }) => maySearch(policy, name, searched));
      const key = `${searchFunction(searched)}(text,integer)`;
      const executes = purposes.map(({ name, label }) =>
        executeFact(key, roleOfPurpose(prefix, name), {
          nb: `«${label.nb}» leser kolonnen og kan derfor søke i den.`,
          en: `"${label.en}" reads the column and can therefore search in it.`,
        }),
      );
      const masks = purposes.map(({ name }) => {
        const bit = bits.get(name);
        if (bit === undefined) throw new Error(`the purpose ${name} has no bit`);
        return `when ${literal(roleOfPurpose(prefix, name))} then ${2n ** BigInt(bit)}::bigint`;
      });
      return purposes.length === 0 ? [] : [finder(searched, masks), ...executes];
    });
}

const REASON = {
  nb: 'Et formål finner personer ved det formålet leser, blant radene som tillater det.',
  en: 'A purpose finds people by what it reads, among the rows that permit it.',
};

function finder(searched: SearchedColumn, masks: readonly string[]): WantedFact {
  const called = searchFunction(searched);
  const variables = [
    // Whoever is signed in, not whose rights the function has; a role that is no purpose finds nobody.
    `  kept_bit bigint := case session_user ${masks.join(' ')} end;`,
    `  kept_found uuid[] := '{}';`,
    `  kept_next uuid[];`,
    '  kept_query tsquery;',
  ];
  const lines = [
    '  if kept_bit is null then',
    '    return kept_found;',
    '  end if;',
    '  foreach kept_query in array kept.search_queries(kept_typed) loop',
    `    select coalesce(array_agg(found.key order by lower(found.word), found.key), '{}') into kept_next`,
    `      from (${candidates(searched)}) as found;`,
    '    kept_found := kept_found || kept_next;',
    '    exit when cardinality(kept_found) >= kept_most;',
    '  end loop;',
    '  return kept_found[1:kept_most];',
  ];
  return functionFact(`${called}(text,integer)`, `${called}(kept_typed text, kept_most integer)`, 'uuid[]', lines, {
    ...{ variables, volatility: 'stable', reason: REASON },
    // The planner knows neither what is typed nor how many permit it; reading the whole table is never right here.
    settings: ['enable_seqscan=off', 'plan_cache_mode=force_custom_plan'],
  });
}

/** Keys that no better query found, with a word to sort them by. */
function candidates({ table, column, key, where }: SearchedColumn): string {
  const [owner, word] = [`t.${ident(key)}`, `t.${ident(column)}`];
  const conditions = [
    `kept.search_vector(${word}) @@ kept_query`,
    ...(where === null ? [] : [`(${where})`]),
    '(t.permits & kept_bit) <> 0',
    `${owner} <> all (kept_found)`,
  ];
  const rows = `select ${owner} as key, ${word} as word from ${tableIdent(table.name)} as t where ${conditions.join(' and ')}`;
  const wanted = 'kept_most - cardinality(kept_found)';
  if (table.key.length === 1) return `${rows} limit ${wanted}`;
  return `select key, min(word) as word from (${rows} limit ${ROWS_A_KEY} * (${wanted})) as rows group by key limit ${wanted}`;
}
