/**
 * The only room that opens a connection: the embedded server, pools, transactions, migrations, the live catalogue.
 * It knows nothing of policies.
 */
export type { Pool, PoolClient } from 'pg';
