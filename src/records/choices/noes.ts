/** Everybody who has said no to being contacted in order to sell: who objected, or took their consent back. */
import type { RecordSession } from '../tables.ts';

/** @param purposes Those of direct marketing. @returns Ids of people. */
export async function readNoes(session: RecordSession, purposes: readonly string[]): Promise<readonly string[]> {
  if (purposes.length === 0) return [];
  const { query } = session;
  const objections = await session.read(
    query
      .selectFrom('kept.objection')
      .select('person_id')
      .where('purpose', 'in', purposes)
      .where('withdrawn_at', 'is', null),
  );
  const withdrawals = await session.read(
    query
      .selectFrom('kept.consent_record')
      .select('person_id')
      .where('purpose', 'in', purposes)
      .where('withdrawn_at', 'is not', null),
  );
  return [...new Set([...objections, ...withdrawals].map(({ person_id }) => person_id))];
}
