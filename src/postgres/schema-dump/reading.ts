/** What all parts of the schema dump begin from: which objects are the product's own, and how a part is read. */
import type { PoolClient } from '../pool.ts';

/** One object of the schema under its name, as `constraint register.customer customer_kind_check`. */
export interface SchemaPart {
  readonly name: string;
  /** Statements, each with its semicolon. */
  readonly sql: string;
}

/** Every schema but Postgres' own, as a condition on `nspname`. */
export const ALL_SCHEMAS = `nspname <> 'information_schema' and not starts_with(nspname, 'pg_')`;

/** Relations that the dump leaves out, as a condition on `relname`: the months of the access log. */
export const PASSING = String.raw`relname ~ '^access_log_\d{4}_\d{2}'`;

/** @param sql Gives `name` and `sql`, sorted. */
export async function partsOf(client: PoolClient, sql: string): Promise<SchemaPart[]> {
  const { rows } = await client.query<{ name: string; sql: string }>(sql);
  return rows.map((row) => ({ name: row.name, sql: `${row.sql};\n` }));
}
