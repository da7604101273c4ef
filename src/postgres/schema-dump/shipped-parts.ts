/**
 * The parts that the product ships, each under its name, and the same parts as the live database has them: what a
 * migration made is compared whole, not only what somebody thought of.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PoolClient } from '../pool.ts';
import { constraintsOf, functionsOf, indexesOf, triggersOf } from './beside-tables.ts';
import { MARK } from './dump-schema.ts';
import { partitionsOf, tablesOf } from './tables.ts';

/** SQL by name, as `table register.customer`, `constraint register.customer customer_kind_check`, `function kept.…`. */
export type SchemaParts = ReadonlyMap<string, string>;

const FILE = fileURLToPath(new URL('../../../migrations/schema.sql', import.meta.url));

/** As `migrations/schema.sql` has them. */
export function shippedParts(): SchemaParts {
  const [, ...parts] = `\n${readFileSync(FILE, 'utf8').trimEnd()}\n`.split(`\n${MARK}`);
  return new Map(
    parts.map((part): [string, string] => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end + 1).trim()];
    }),
  );
}

/**
 * The live ones, of the schemas that the product ships: tables, constraints, indexes, functions and triggers.
 * @param client In a transaction whose search path is pg_catalog, so that names come out qualified.
 */
export async function liveParts(client: PoolClient): Promise<SchemaParts> {
  const shipped = [...shippedParts().keys()].filter((name) => name.startsWith('schema '));
  const schemas = `nspname in (${shipped.map((name) => `'${name.slice('schema '.length)}'`).join(', ')})`;
  const parts = new Map<string, string>();
  for (const read of [tablesOf, partitionsOf, constraintsOf, indexesOf, functionsOf, triggersOf]) {
    for (const { name, sql } of await read(client, schemas)) parts.set(name, sql.trim());
  }
  return parts;
}
