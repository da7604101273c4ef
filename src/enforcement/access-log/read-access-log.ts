/** A person's own log: who looked at them, for which purpose, at which categories, when; never who else was in the list. */
import type { Pool } from '../../postgres/index.ts';
import type { AccessShape } from './entry.ts';

export interface LoggedLook {
  readonly at: Date;
  /** Grows with each entry: where the next page begins. */
  readonly entryId: number;
  readonly purpose: string;
  readonly action: AccessShape['action'];
  readonly tables: readonly string[];
  readonly categories: readonly string[];
  readonly principalKind: 'staff' | 'data-subject' | 'visitor' | 'system';
  readonly principalId: string;
}

export interface LogPage {
  /** Entries at most. */
  readonly limit: number;
  /** The `entryId` of the last entry of the page before; absent: from the newest on. */
  readonly before?: number;
}

/**
 * The looks at a person, newest first. What others the same look met is left out: a list of fifty names no neighbour.
 * @param reader A role that may read the log: the owner, or a purpose whose categories it holds.
 */
export async function readAccessLog(
  reader: Pick<Pool, 'query'>,
  personId: string,
  { limit, before }: LogPage,
): Promise<readonly LoggedLook[]> {
  const { rows } = await reader.query<LoggedLook>(
    `select entry.at, entry.entry_id as "entryId", shape.purpose, shape.action, shape.tables, shape.categories,
            entry.principal_kind as "principalKind", entry.principal_id as "principalId"
       from kept.access_log as entry join kept.access_shape as shape on shape.shape_id = entry.shape_id
      where entry.data_subjects @> array[$1::uuid]
        and ($3::bigint is null or entry.entry_id < $3)
      order by entry.entry_id desc limit $2`,
    [personId, limit, before ?? null],
  );
  return rows;
}
