/** What all parts of the schema dump begin from: which objects are the product's own, and how a part is read. */
import type { PoolClient } from '../pool.ts';

/** Schemas of the product, as a condition on `nspname`. */
export const OWN_SCHEMAS = `nspname <> 'information_schema' and not starts_with(nspname, 'pg_')`;

/** Relations that the dump leaves out, as a condition on `relname`: the months of the access log. */
export const PASSING = String.raw`relname ~ '^access_log_\d{4}_\d{2}'`;

/** One statement a line or a block, sorted by the query. */
export async function linesOf(client: PoolClient, sql: string): Promise<string> {
  const { rows } = await client.query<{ line: string | null }>(sql);
  return rows.map(({ line }) => `${line ?? ''};\n`).join('');
}
