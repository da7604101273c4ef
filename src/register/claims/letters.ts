/**
 * Letters of a claim: what the customer and we wrote about it. They lie with the claim and not among messages, so that
 * in the database, too, only those read them who handle claims, and the customer.
 */
import type { ClaimEntryTable } from '../tables/cases.ts';
import type { RegisterSession } from '../tables.ts';
import type { ClaimKey } from './deciding.ts';

export type ClaimLetter = ClaimEntryTable;

export const CLAIM_LETTER_COLUMNS = [
  ...(['customer_id', 'claim_id', 'entry_id', 'at', 'direction', 'channel', 'subject_line', 'body'] as const),
  ...(['attachments', 'external_id', 'answered_at', 'with_contact', 'handled_by'] as const),
] as const;

/** Letters of one claim at most, the newest. */
const MOST_LETTERS = 200;

/** Oldest first. */
export async function readClaimLetters(
  session: RegisterSession,
  { customerId, claimId }: ClaimKey,
): Promise<readonly ClaimLetter[]> {
  const rows = await session.read(
    session.query
      .selectFrom('register.claim_entry')
      .select([...CLAIM_LETTER_COLUMNS])
      .where('customer_id', '=', customerId)
      .where('claim_id', '=', claimId)
      .orderBy('at', 'desc')
      .orderBy('entry_id', 'desc')
      .limit(MOST_LETTERS),
  );
  return rows.reverse();
}

export interface NewClaimLetter extends ClaimKey {
  readonly entryId: string;
  readonly at: Date;
  readonly direction: 'in' | 'out';
  readonly channel: ClaimLetter['channel'];
  readonly subjectLine: string;
  readonly body: string;
  readonly attachments?: string | null;
  readonly externalId?: string | null;
  readonly contactId?: string | null;
  /** Of a letter to us that needs no further answer. */
  readonly answeredAt?: Date | null;
  /** A staff_id; null where the customer wrote it. */
  readonly handledBy?: string | null;
}

export async function writeClaimLetter(session: RegisterSession, letter: NewClaimLetter): Promise<void> {
  await session.write(
    session.query.insertInto('register.claim_entry').values({
      ...{ customer_id: letter.customerId, claim_id: letter.claimId, entry_id: letter.entryId, at: letter.at },
      ...{ direction: letter.direction, channel: letter.channel, subject_line: letter.subjectLine, body: letter.body },
      ...{ attachments: letter.attachments ?? null, external_id: letter.externalId ?? null },
      ...{ with_contact: letter.contactId ?? null, answered_at: letter.answeredAt ?? null },
      handled_by: letter.handledBy ?? null,
    }),
  );
}

/** Marks all that waits for an answer in a claim as answered. @returns How many letters that were. */
export async function answerClaimLetters(
  session: RegisterSession,
  { customerId, claimId }: ClaimKey,
  answered: { readonly at: Date; readonly by: string },
): Promise<number> {
  const rows = await session.write(
    session.query
      .updateTable('register.claim_entry')
      .set({ answered_at: answered.at, handled_by: answered.by })
      .where('customer_id', '=', customerId)
      .where('claim_id', '=', claimId)
      .where('direction', '=', 'in')
      .where('answered_at', 'is', null)
      .returning(['customer_id', 'entry_id']),
  );
  return rows.length;
}

/** A select of letters that wait for an answer, to be counted. */
export const claimLettersWaiting = ({ query }: RegisterSession) =>
  query
    .selectFrom('register.claim_entry')
    .where('direction', '=', 'in')
    .where('answered_at', 'is', null)
    .select('entry_id');
