/** A session seen through tables that only the policy names: what holdings are read with. */
import type { PurposeSession } from '../types.ts';

/** Any table and column; which of them are there and may be read is up to the policy and to Postgres. */
export interface HoldingTables {
  readonly [table: string]: { readonly [column: string]: unknown };
}

/** A session of a purpose that shows a person their own rows. */
export type HoldingSession = PurposeSession<HoldingTables>;
