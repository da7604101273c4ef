/** What was stored of the last checks: results of controls, the state of the ledger, the policy in force. No people. */
import { CONTROLS, type ControlReport } from '../../enforcement/index.ts';
import type { RecordSession } from '../tables.ts';

/** The results that `kept verify` stored last; a control that is gone is left out. */
export async function readControlReports(session: RecordSession): Promise<ControlReport[]> {
  const labels = new Map(CONTROLS.map(({ name, label }) => [name, label]));
  const rows = await session.read(
    session.query.selectFrom('kept.control_result').select(['control', 'status', 'evidence', 'checked_at']),
  );
  return rows.flatMap(({ control, status, evidence, checked_at }) => {
    const label = labels.get(control);
    return label === undefined ? [] : [{ name: control, label, status, evidence, checkedAt: checked_at }];
  });
}

export interface LedgerState {
  /** Entries in the ledger. */
  readonly size: number;
  /** Entries that the newest checkpoint covers, and when it was signed; null before the first. */
  readonly signed: { readonly size: number; readonly at: Date } | null;
}

/** How far the ledger has come. Whether it is intact is for the control that recomputes it. */
export async function readLedgerState(session: RecordSession): Promise<LedgerState> {
  const [last] = await session.read(
    session.query.selectFrom('kept.ledger_entry').select('entry_index').orderBy('entry_index', 'desc').limit(1),
  );
  const [checkpoint] = await session.read(
    session.query
      .selectFrom('kept.ledger_checkpoint')
      .select(['tree_size', 'signed_at'])
      .orderBy('tree_size', 'desc')
      .limit(1),
  );
  return {
    size: last === undefined ? 0 : last.entry_index + 1,
    signed: checkpoint === undefined ? null : { size: checkpoint.tree_size, at: checkpoint.signed_at },
  };
}

export interface PolicyInForce {
  readonly contentHash: string;
  readonly noticeVersion: string;
  readonly appliedAt: Date;
  /** The command or program that applied it. */
  readonly appliedBy: string;
}

/** The version of the policy that was applied last; null before the first. */
export async function readPolicyInForce(session: RecordSession): Promise<PolicyInForce | null> {
  const [row] = await session.read(
    session.query
      .selectFrom('kept.policy_version')
      .select(['content_hash', 'notice_version', 'applied_at', 'applied_by'])
      .orderBy('version_number', 'desc')
      .limit(1),
  );
  if (row === undefined) return null;
  const { content_hash, notice_version, applied_at, applied_by } = row;
  return { contentHash: content_hash, noticeVersion: notice_version, appliedAt: applied_at, appliedBy: applied_by };
}
