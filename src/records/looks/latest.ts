/** Who has looked at a person lately, with the names of staff: for whoever answers for it, under their purpose. */
import { sql } from 'kysely';
import type { AccessShape, Principal } from '../../enforcement/index.ts';
import type { RecordSession } from '../tables.ts';

export interface Look {
  readonly at: Date;
  readonly purpose: string;
  readonly action: AccessShape['action'];
  readonly categories: readonly string[];
  readonly by: Principal['kind'];
  /** The name of a member of staff; null for others, and for staff whose name is deleted. */
  readonly name: string | null;
}

/**
 * The looks at a person, newest first. Whom else the same look met is not handed on.
 * @param limit Looks at most.
 */
export async function looksAt(session: RecordSession, personId: string, limit: number): Promise<readonly Look[]> {
  const entries = await session.read(
    session.query
      .selectFrom('kept.access_log as entry')
      .innerJoin('kept.access_shape as shape', 'shape.shape_id', 'entry.shape_id')
      // The session asks whose the rows are, and gets all of them: a look at the log is a look at everyone in the entry.
      .select(['entry.at', 'entry.principal_kind', 'entry.principal_id', 'entry.data_subjects'])
      .select(['shape.purpose', 'shape.action', 'shape.categories'])
      .where('entry.data_subjects', '@>', sql<string[]>`array[${personId}::uuid]`)
      .orderBy('entry.at', 'desc')
      .orderBy('entry.entry_id', 'desc')
      .limit(limit),
  );
  const staff = entries.filter(({ principal_kind: kind }) => kind === 'staff').map(({ principal_id: id }) => id);
  const names = await staffNames(session, [...new Set(staff)]);
  return entries.map(({ at, purpose, action, categories, principal_kind: by, principal_id: id }) => {
    return { at, purpose, action, categories, by, name: by === 'staff' ? (names.get(id) ?? null) : null };
  });
}

async function staffNames(session: RecordSession, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await session.read(
    session.query
      .selectFrom('kept.staff')
      .select(['staff_id', 'name'])
      .where(sql<boolean>`staff_id = any(${[...ids]}::uuid[])`),
  );
  return new Map(rows.map(({ staff_id, name }) => [staff_id, name]));
}
