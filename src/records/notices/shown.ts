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
