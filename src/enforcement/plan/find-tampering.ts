/**
 * What guards the tables and is made by migrations, not by the policy: compared whole with the schema that the product
 * ships, so that a function with another body, a trigger with a condition or a default that copies data is found.
 */
import { liveParts, type PoolClient, shippedParts } from '../../postgres/index.ts';
import type { Drift } from './find-drift.ts';

/** @param client In a transaction whose search path is pg_catalog. */
export async function findTampering(client: PoolClient): Promise<Drift[]> {
  return [...(await differencesFromShipped(client)), ...(await rulesAndSilentKeys(client))];
}

/** Made by a policy; the plan compares them. */
const GENERATED =
  /^function kept\.(refresh_rows|refresh_all_rows|stamp_\w+|due_dates_\w+|find_\w+)\(|^trigger \S+ stamp_permits$/;

const CHANGED = { nb: 'Den er ikke slik produktet laget den.', en: 'It is not as the product made it.' };
const GONE = { nb: 'Produktet laget den, men den er borte.', en: 'The product made it, but it is gone.' };
const ADDED = { nb: 'Noen andre enn produktet har laget den.', en: 'Somebody else than the product made it.' };

async function differencesFromShipped(client: PoolClient): Promise<Drift[]> {
  const shipped = shippedParts();
  const live = await liveParts(client);
  const drifts: Drift[] = [];
  const add = (place: string, says: Drift['says']): void =>
    void drifts.push({ kind: 'differs-from-policy', place, says });
  for (const [name, sql] of shipped) {
    const found = live.get(name);
    if (!COMPARED.test(name) || GENERATED.test(name) || found === sql) continue;
    // A column that is new or gone is a matter of the policy, which names it.
    if (found !== undefined && name.startsWith('table '))
      for (const place of changedColumns(name, sql, found)) add(place, CHANGED);
    else add(name, found === undefined ? GONE : CHANGED);
  }
  for (const [name, sql] of live) {
    if (!shipped.has(name) && !GENERATED.test(name) && guards(name, sql, shipped)) add(name, ADDED);
  }
  return drifts;
}

const COMPARED = /^(table|constraint|index|function|trigger) /;

/**
 * Whether a part that the product did not ship can change what happens to people's data. Tables beside the product's are
 * described in the policy or refused; a further index is a matter of speed unless it runs a function of somebody's.
 */
function guards(name: string, sql: string, shipped: ReadonlyMap<string, string>): boolean {
  const [kind, where = ''] = name.split(' ');
  if (kind === 'function') return shipped.has(`schema ${where.split('.')[0]}`);
  if (kind === 'table' || !shipped.has(`table ${where}`)) return false;
  return kind !== 'index' || /\b\w+\.\w+\(/.test(sql.replace(/^.* USING /s, ''));
}

/** Columns that both have and that differ; `table …` where it differs in something else. */
function changedColumns(name: string, shipped: string, live: string): string[] {
  const lines = (sql: string): Map<string, string> =>
    new Map([...sql.matchAll(/^ {2}(\S+) (.*?),?$/gm)].map(([, column = '', how = '']) => [column, how]));
  const head = (sql: string): string => sql.replaceAll(/^ {2}.*$\n?/gm, '');
  const now = lines(live);
  const changed = [...lines(shipped)].filter(([column, how]) => now.has(column) && now.get(column) !== how);
  const places = changed.map(([column]) => `column ${name.slice('table '.length)}.${column}`);
  return head(shipped) === head(live) ? places : [...places, name];
}

/** Rules rewrite what a statement does; a key whose triggers are off is checked no more. */
async function rulesAndSilentKeys(client: PoolClient): Promise<Drift[]> {
  const { rows } = await client.query<{ place: string; added: boolean }>(
    `select format('rule %s %I', ev_class::regclass, rulename) as place, true as added from pg_rewrite
       join pg_class on pg_class.oid = ev_class
      where relkind in ('r', 'p') and pg_class.oid >= 16384
     union
     select format('constraint %s %I', conrelid::regclass, conname), false
       from pg_trigger join pg_constraint on pg_constraint.oid = tgconstraint
      where tgisinternal and tgenabled in ('D', 'R') order by 1`,
  );
  return rows.map(({ place, added }) => ({ kind: 'differs-from-policy', place, says: added ? ADDED : CHANGED }));
}
