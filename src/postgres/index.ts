/**
 * The only room that opens a connection: the embedded server, pools, transactions, migrations, the live catalogue.
 * It knows nothing of policies.
 */
export { type ConnectionSettings, connectionFromUrl, settingsForRole, urlOf } from './connection.ts';
export { type EmbeddedOptions, type EmbeddedServer, startEmbeddedServer } from './embedded/server.ts';
export { type MigrateOptions, type Migration, MigrationError, migrate, readMigrations } from './migrate.ts';
export {
  clientConfig,
  inTransaction,
  openPool,
  type Pool,
  type PoolClient,
  type PoolOptions,
  withAdvisoryLock,
} from './pool.ts';
export { queryBuilder } from './query-builder.ts';
export {
  type Failure,
  type PreparedStatement,
  type Rows,
  runTogether,
  type WireValue,
  wireValues,
} from './run-together.ts';
export { dumpSchema } from './schema-dump/dump-schema.ts';
export { liveParts, type SchemaParts, shippedParts } from './schema-dump/shipped-parts.ts';
export { type Told, ToldError } from './told-error.ts';
