/**
 * What is kept of people who asked and did not buy, and of those whom nobody knows: by when it goes, and its going.
 * Retention of everything else comes with the sweep; these are deleted already, because nobody else looks at them again.
 */
import type { Policy } from '../../policy/index.ts';
import type { Pool } from '../../postgres/index.ts';
import { tableIdent } from '../compile/sql.ts';
import { lastDueDate, todaySql } from './due-date.ts';

export interface ExpiredRows {
  /** As SQL names it. */
  readonly table: string;
  readonly key: readonly string[];
  /** An SQL condition on the row, aliased `row`. */
  readonly where: string;
}

/** Messages of the purpose `enquiries` and mail that nobody sorted, past the last rule that keeps them. */
export function expiredEnquiries(policy: Policy): readonly ExpiredRows[] {
  const wanted = { 'register.message': `row.purpose = 'enquiries'`, 'register.unsorted_message': 'true' };
  return Object.entries(wanted).flatMap(([name, condition]) => {
    const table = policy.tables[name];
    if (table === undefined) return [];
    const where = `${condition} and ${lastDueDate(policy, table, 'row')} < ${todaySql(policy)}`;
    return [{ table: tableIdent(name), key: table.key, where }];
  });
}

/** @returns How many rows were deleted. */
export async function deleteExpiredEnquiries(owner: Pool, policy: Policy): Promise<number> {
  let deleted = 0;
  for (const { table, where } of expiredEnquiries(policy)) {
    const { rowCount } = await owner.query(`delete from ${table} as row where ${where}`);
    deleted += rowCount ?? 0;
  }
  return deleted;
}
