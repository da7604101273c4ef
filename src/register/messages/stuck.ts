/**
 * Mails that could not be taken in from the mailbox, told by their place there: tried again after a while, longer each
 * time, and in the end set aside for a person to look at. What they say is not here.
 *
 *   failed  -->  waits, and is tried again  -->  stored: forgotten
 *                                           -->  failed too often: set aside  -->  tried again when somebody lets it
 */

import type { StuckMailTable } from '../tables/cases.ts';
import type { RegisterSession } from '../tables.ts';

/** A mail's place in the mailbox (RFC 3501: UIDVALIDITY and UID). */
export interface MailPlace {
  readonly validity: number;
  readonly uid: number;
}

export interface StuckMail extends MailPlace {
  readonly firstTriedAt: Date;
  readonly tries: number;
  /** Null once it is set aside. */
  readonly nextTryAt: Date | null;
  readonly fault: StuckMailTable['fault'];
  readonly faultCode: string | null;
}

/** After so many tries a mail that could not be stored is set aside. */
export const MOST_MAIL_TRIES = 5;
/** Seconds between the first try and the second; doubled for each one after. */
const FIRST_PAUSE = 60;
/** More are not kept apart: something else is wrong then. */
const MOST = 1_000;

export async function readStuckMail(session: RegisterSession, most = MOST): Promise<readonly StuckMail[]> {
  const rows = await session.read(
    session.query
      .selectFrom('register.stuck_mail')
      .select(['uid_validity', 'uid', 'first_tried_at', 'tries', 'next_try_at', 'fault', 'fault_code'])
      .orderBy('first_tried_at')
      .limit(most),
  );
  return rows.map((row) => ({
    ...{ validity: Number(row.uid_validity), uid: Number(row.uid), firstTriedAt: row.first_tried_at },
    ...{ tries: row.tries, nextTryAt: row.next_try_at, fault: row.fault, faultCode: row.fault_code },
  }));
}

/** A select of those that were set aside, to be counted. */
export const mailSetAside = ({ query }: RegisterSession) =>
  query.selectFrom('register.stuck_mail').select('uid').where('next_try_at', 'is', null);

/**
 * Records that a mail could not be taken in.
 * @param again Whether a later try may mend it.
 * @returns Whether it is tried again, or set aside.
 */
export async function recordStuckMail(
  session: RegisterSession,
  { validity, uid }: MailPlace,
  wrong: { readonly fault: StuckMail['fault']; readonly faultCode: string | null; readonly again: boolean },
  now: Date,
): Promise<'again' | 'set-aside'> {
  const known = (await readStuckMail(session)).find((one) => one.uid === uid && one.validity === validity);
  const tries = (known?.tries ?? 0) + 1;
  const again = wrong.again && tries < MOST_MAIL_TRIES;
  const values = {
    ...{ tries: Math.min(tries, 1_000), fault: wrong.fault, fault_code: wrong.faultCode?.slice(0, 100) ?? null },
    next_try_at: again ? new Date(now.getTime() + FIRST_PAUSE * 2 ** (tries - 1) * 1000) : null,
  };
  await session.write(
    session.query
      .insertInto('register.stuck_mail')
      .values({ uid_validity: validity, uid, first_tried_at: now, ...values })
      .onConflict((conflict) => conflict.columns(['uid_validity', 'uid']).doUpdateSet(values)),
  );
  return again ? 'again' : 'set-aside';
}

/** Forgets mails that were stored, or that somebody has taken out of the mailbox. */
export async function forgetStuckMail(session: RegisterSession, places: readonly MailPlace[]): Promise<void> {
  for (const { validity, uid } of places) {
    await session.write(
      session.query
        .deleteFrom('register.stuck_mail')
        .where('uid_validity', '=', validity)
        .where('uid', '=', uid)
        .returning('uid'),
    );
  }
}
