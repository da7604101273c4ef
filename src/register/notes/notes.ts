/** What staff note about a customer: facts of the work, which the customer can read on My page. */
import type { RegisterSession } from '../tables.ts';

export const LONGEST_NOTE = 4_000;

export interface Note {
  readonly customer_id: string;
  readonly note_id: string;
  readonly written_at: Date;
  readonly written_by: string;
  readonly body: string;
}

export async function writeNote(session: RegisterSession, note: Note): Promise<void> {
  await session.write(session.query.insertInto('register.note').values({ ...note }));
}

/** The newest first. */
export async function readNotes(session: RegisterSession, customerId: string, limit: number): Promise<readonly Note[]> {
  return await session.read(
    session.query
      .selectFrom('register.note')
      .select(['customer_id', 'note_id', 'written_at', 'written_by', 'body'])
      .where('customer_id', '=', customerId)
      .orderBy('written_at', 'desc')
      .limit(limit),
  );
}
