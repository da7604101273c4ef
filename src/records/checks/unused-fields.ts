/** When each field of people was last read, and what was decided about those that nobody reads. */
import { type FieldDecision, forbiddenNumberIn, type KnownField, type UnusedField } from '../../enforcement/index.ts';
import type { RecordSession } from '../tables.ts';

/** Characters. */
export const SHORTEST_DECISION = 3;
export const LONGEST_DECISION = 1_000;

/** Fields are few: each is read, and every decision. */
export async function readFields(
  session: RecordSession,
): Promise<{ readonly known: readonly KnownField[]; readonly decisions: readonly FieldDecision[] }> {
  const known = await session.read(
    session.query.selectFrom('kept.field').select(['table_name', 'column_name', 'known_since', 'last_read_on']),
  );
  const decisions = await session.read(
    session.query
      .selectFrom('kept.field_decision')
      .select(['table_name', 'column_name', 'decision', 'reason', 'decided_on']),
  );
  const field = (row: { table_name: string; column_name: string }) => ({
    ...{ table: row.table_name, column: row.column_name },
  });
  return {
    known: known.map((row) => ({ ...field(row), knownSince: row.known_since, lastReadOn: row.last_read_on })),
    decisions: decisions.map((row) => ({
      ...field(row),
      ...{ decision: row.decision, reason: row.reason, decidedOn: row.decided_on },
    })),
  };
}

export interface NewDecision {
  readonly decisionId: string;
  readonly table: string;
  readonly column: string;
  readonly decision: 'keep' | 'remove';
  readonly reason: string;
  /** `YYYY-MM-DD`. */
  readonly decidedOn: string;
  /** A staff_id. */
  readonly decidedBy: string;
}

type DecisionFault = 'field-not-unused' | 'reason-missing' | 'reason-too-long' | 'reason-forbidden';

/** @param unused Those that are asked about now. @returns What is wrong with it, by the field of the form. */
export function faultsOfDecision(
  unused: readonly UnusedField[],
  { table, column, reason }: Pick<NewDecision, 'table' | 'column' | 'reason'>,
): Readonly<Partial<Record<'field' | 'reason', DecisionFault>>> {
  const asked = unused.some((one) => one.table === table && one.column === column);
  return {
    ...(asked ? {} : { field: 'field-not-unused' }),
    ...(reason.length < SHORTEST_DECISION ? { reason: 'reason-missing' } : {}),
    ...(reason.length > LONGEST_DECISION ? { reason: 'reason-too-long' } : {}),
    ...(forbiddenNumberIn(reason) !== null ? { reason: 'reason-forbidden' } : {}),
  };
}

/** Records a decision and its ledger entry in one commit. */
export async function decideField(session: RecordSession, made: NewDecision): Promise<void> {
  const { decisionId, table, column, decision, reason, decidedOn, decidedBy } = made;
  await session.transaction(async (inner) => {
    await inner.write(
      inner.query.insertInto('kept.field_decision').values({
        ...{ decision_id: decisionId, table_name: table, column_name: column, decision, reason },
        ...{ decided_on: decidedOn, decided_by: decidedBy },
      }),
    );
    await inner.append({
      ...{ kind: 'field-decided', personId: decidedBy },
      body: { table, column, decision, decision_id: decisionId },
    });
  });
}
