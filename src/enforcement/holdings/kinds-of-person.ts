/** Which kinds of data subject somebody is, by the tables that have a row a person. */
import { sql } from 'kysely';
import type { DataSubjectKind, Policy } from '../../policy/index.ts';
import type { HoldingSession } from './holding-session.ts';

/** The kinds whose table shows the session's person a row; none for somebody who is not (or no longer) registered. */
export async function kindsOfPerson(session: HoldingSession, policy: Policy): Promise<readonly DataSubjectKind[]> {
  const about = policy.purposes[session.purpose]?.about ?? [];
  const kinds = Object.values(policy.dataSubjects).filter(({ name }) => about.includes(name));
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const { table, key, where } = kind;
      if (table === null || key === null) return [];
      let statement = session.query.selectFrom(table).select(key).where(key, '=', session.principal.id).limit(1);
      // A condition of the policy, on the table's own columns.
      if (where !== null) statement = statement.where(sql<boolean>`(${sql.raw(where)})`);
      return (await session.read(statement)).length > 0 ? [kind] : [];
    }),
  );
  return found.flat();
}
