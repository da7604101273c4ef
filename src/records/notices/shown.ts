/** Which version of the notice a person was shown, when and where (Art. 13, at the time the data is obtained). */
import type { RecordSession, RecordTables } from '../tables.ts';

export interface NoticeShown {
  readonly personId: string;
  readonly shownId: string;
  readonly versionNumber: string;
  readonly shownAt: Date;
  readonly channel: RecordTables['kept.notice_shown']['channel'];
}

export async function recordNoticeShown(session: RecordSession, shown: NoticeShown): Promise<void> {
  await session.write(
    session.query.insertInto('kept.notice_shown').values({
      person_id: shown.personId,
      shown_id: shown.shownId,
      version_number: shown.versionNumber,
      shown_at: shown.shownAt,
      channel: shown.channel,
    }),
  );
}

/** Rows of one statement. */
const AT_ONCE = 1_000;

/** The same of many people at once, each with an id of its own. */
export async function recordNoticesShown(session: RecordSession, shown: readonly NoticeShown[]): Promise<void> {
  for (let at = 0; at < shown.length; at += AT_ONCE) {
    const rows = shown.slice(at, at + AT_ONCE).map((one) => ({
      ...{ person_id: one.personId, shown_id: one.shownId, version_number: one.versionNumber },
      ...{ shown_at: one.shownAt, channel: one.channel },
    }));
    await session.write(session.query.insertInto('kept.notice_shown').values(rows));
  }
}
