/** What somebody has said yes and no to, as it is on record: consents, objections, restrictions. */
import type { Selectable } from 'kysely';
import type { RecordSession, RecordTables } from '../tables.ts';

export type ConsentRecord = Selectable<RecordTables['kept.consent_record']>;
export type ObjectionRecord = Selectable<RecordTables['kept.objection']>;
export type RestrictionRecord = Selectable<RecordTables['kept.restriction']>;

/** Each newest first. */
export interface Choices {
  readonly consents: readonly ConsentRecord[];
  readonly objections: readonly ObjectionRecord[];
  readonly restrictions: readonly RestrictionRecord[];
}

/** Of each at most; those in force come first, so that what is left out is history. */
const MOST = 200;

/** The choices of one person, as far as the session's purpose may see them. */
export async function readChoices(session: RecordSession, personId: string): Promise<Choices> {
  const { query } = session;
  const [consents, objections, restrictions] = await Promise.all([
    session.read(
      query
        .selectFrom('kept.consent_record')
        .select(['person_id', 'consent_id', 'purpose', 'text_hash', 'notice_version', 'language', 'method'])
        .select(['given_at', 'withdrawn_at', 'withdrawn_method'])
        .where('person_id', '=', personId)
        .orderBy('withdrawn_at', (by) => by.desc().nullsFirst())
        .orderBy('given_at', 'desc')
        .limit(MOST),
    ),
    session.read(
      query
        .selectFrom('kept.objection')
        .select(['person_id', 'objection_id', 'purpose', 'made_at', 'method', 'withdrawn_at'])
        .where('person_id', '=', personId)
        .orderBy('withdrawn_at', (by) => by.desc().nullsFirst())
        .orderBy('made_at', 'desc')
        .limit(MOST),
    ),
    session.read(
      query
        .selectFrom('kept.restriction')
        .select(['person_id', 'restriction_id', 'ground', 'since', 'lifted_at'])
        .where('person_id', '=', personId)
        .orderBy('lifted_at', (by) => by.desc().nullsFirst())
        .orderBy('since', 'desc')
        .limit(MOST),
    ),
  ]);
  return { consents, objections, restrictions };
}
